/// One reason for a difference between charge and payment: a triplet of a CAS segment.
///
/// 005010X221A1 loops 2100 and 2110.
package struct RemittanceAdjustment: Equatable, Sendable {
  /// CAS01: `CO`, `PR`, `OA`, `PI`, `CR`, two letters packed big end first.
  package var group: UInt16
  /// The segment's number in the file.
  package var segment: UInt32
  /// The claim adjustment reason code (CARC).
  package var reason: ByteRange
  /// Cents, with the sign that the payer wrote: positive lowers the payment.
  package var amount: Int64
  /// The quantity as written, mostly empty.
  package var quantity: ByteRange

  /// The group of amounts that the patient owes.
  package static let patientResponsibility: UInt16 = 0x5052
}

/// An identifier of a claim, a line or a party: a REF segment.
package struct RemittanceReference: Equatable, Sendable {
  /// REF01, up to four characters packed big end first: `6R`, `1L`, `F8`.
  package var qualifier: UInt32
  /// REF02.
  package var value: ByteRange
  /// The segment's number in the file.
  package var segment: UInt32
}

/// A day or a period: a DTM segment.
package struct RemittanceDate: Equatable, Sendable {
  /// DTM01, packed: `472` service, `150` and `151` its first and last day, `232`, `233`, `050`, `036`.
  package var qualifier: UInt32
  /// The day as 20260105; 0 when it cannot be read.
  package var day: Int32
  /// The segment's number in the file.
  package var segment: UInt32
}

/// An amount for information, never part of balancing: an AMT segment.
package struct RemittanceAmount: Equatable, Sendable {
  /// AMT01, packed: `B6` allowed, `AU` coverage, `I` interest, `F5` patient paid.
  package var qualifier: UInt32
  /// The segment's number in the file.
  package var segment: UInt32
  /// Cents.
  package var amount: Int64
}

/// A count for information: a QTY segment.
package struct RemittanceQuantity: Equatable, Sendable {
  /// QTY01, packed.
  package var qualifier: UInt32
  /// The segment's number in the file.
  package var segment: UInt32
  /// Thousandths, since senders write fractions.
  package var thousandths: Int64
}

/// Where a remark code was written.
package enum RemarkSource: UInt8, Sendable {
  /// LQ*HE at a service line: a RARC.
  case line
  /// LQ*RX at a service line: an NCPDP reject code.
  case pharmacy
  /// LQ with another qualifier.
  case other
  /// MOA03 to MOA07 at the claim.
  case outpatient
  /// MIA05 and MIA20 to MIA23 at the claim.
  case inpatient
}

/// A remark code (RARC): what the payer says beyond the adjustment reason.
package struct RemittanceRemark: Equatable, Sendable {
  /// The code, such as `M124`.
  package var code: ByteRange
  /// Where it was written.
  package var source: RemarkSource
  /// The segment's number in the file.
  package var segment: UInt32
}

/// A person or organisation named at a claim: an NM1 segment of loop 2100.
package struct RemittanceName: Equatable, Sendable {
  /// NM101, packed: `QC` patient, `IL` insured, `74` corrected, `82` rendering, `TT` crossover
  /// carrier, `PR` corrected payer, `GB` other subscriber.
  package var role: UInt32
  /// NM102: `1` person, `2` organisation.
  package var kind: ByteRange
  /// NM103.
  package var last: ByteRange
  /// NM104.
  package var first: ByteRange
  /// NM105.
  package var middle: ByteRange
  /// NM107.
  package var suffix: ByteRange
  /// NM108: `MI`, `XX`, `HN`, `PI`.
  package var idQualifier: ByteRange
  /// NM109.
  package var id: ByteRange
  /// The segment's number in the file.
  package var segment: UInt32
}

/// Someone to ask: a PER segment.
package struct RemittanceContact: Equatable, Sendable {
  /// PER01: `CX` claims, `BL` technical, `IC` web site.
  package var function: ByteRange
  /// PER02.
  package var name: ByteRange
  /// PER03 up to the end of the segment: pairs of qualifier and number, as written.
  package var numbers: ByteRange
  /// The segment's number in the file.
  package var segment: UInt32
}

/// An amount of the whole payment that belongs to no claim: one pair of a PLB segment.
package struct ProviderAdjustment: Equatable, Sendable {
  /// PLB01.
  package var provider: ByteRange
  /// PLB02 as 20261231; 0 when it cannot be read.
  package var periodEnd: Int32
  /// The reason: `WO`, `FB`, `L6`, `72` and so on.
  package var reason: ByteRange
  /// What it refers to, often the payer's control number of a claim.
  package var reference: ByteRange
  /// Cents: positive lowers the payment, negative raises it.
  package var amount: Int64
  /// The segment's number in the file.
  package var segment: UInt32
}
