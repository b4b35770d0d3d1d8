/// What a payer decided about one claim: a CLP segment and all that follows it.
///
/// 005010X221A1 loop 2100. Amounts are cents with the sign that the payer wrote.
package struct RemittanceClaim: Equatable, Sendable {
  /// CLP01: our control number (CLM01) as the payer echoes it.
  package var patientControl = ByteRange.empty
  /// CLP02 as written.
  package var statusCode = ByteRange.empty
  /// CLP02 as a number: 1, 2, 3, 4, 19 to 23, 25; 0 when it is none.
  package var status: Int16 = 0
  /// Whether CLP05 was written.
  package var hasPatientResponsibility = false
  /// Whether an amount of the claim or its lines could not be read.
  package var hasUnreadableAmount = false
  /// LX01 of the group that the claim stands in; 0 without one.
  package var assignedNumber: Int32 = 0
  /// CLP03: what was charged.
  package var charge: Int64 = 0
  /// CLP04: what is paid.
  package var paid: Int64 = 0
  /// CLP05: what the payer says that the patient owes; 0 when empty.
  package var patientResponsibility: Int64 = 0
  /// CLP06.
  package var filingIndicator = ByteRange.empty
  /// CLP07: the payer's control number (ICN).
  package var payerControl = ByteRange.empty
  /// CLP08.
  package var facilityCode = ByteRange.empty
  /// CLP09.
  package var frequency = ByteRange.empty
  /// Its service lines in ``Remittance835/lines``.
  package var lines = FlatRange()
  /// Its own CAS triplets, not those of its lines.
  package var adjustments = FlatRange()
  /// Its NM1 segments.
  package var names = FlatRange()
  /// Remark codes of MOA and MIA.
  package var remarks = FlatRange()
  /// Its own REF segments.
  package var references = FlatRange()
  /// Its own DTM segments.
  package var dates = FlatRange()
  /// Its own AMT segments.
  package var amounts = FlatRange()
  /// Its own QTY segments.
  package var quantities = FlatRange()
  /// Its PER segments.
  package var contacts = FlatRange()
  /// The sum of its own adjustments.
  package var ownAdjustmentTotal: Int64 = 0
  /// The sum of its own adjustments and those of all lines.
  package var adjustmentTotal: Int64 = 0
  /// The sum of all adjustments of group PR, own and lines.
  package var patientAdjustmentTotal: Int64 = 0
  /// The sum of SVC02 of its lines.
  package var lineChargeTotal: Int64 = 0
  /// The sum of SVC03 of its lines.
  package var linePaidTotal: Int64 = 0
  /// The number of its CLP in the file.
  package var segment: UInt32 = 0
  /// Where its CLP begins in the file's bytes.
  package var position: UInt32 = 0

  /// Whether it takes an earlier payment back (CLP02 is 22).
  package var isReversal: Bool { status == 22 }
}

/// What a payer decided about one service line: an SVC segment and all that follows it.
///
/// 005010X221A1 loop 2110.
package struct RemittanceLine: Equatable, Sendable {
  /// SVC01, the whole composite: see ``Remittance835/procedure(_:submitted:)``.
  package var procedure = ByteRange.empty
  /// SVC06, the composite that was billed when the payer changed it; mostly empty.
  package var submittedProcedure = ByteRange.empty
  /// SVC02.
  package var charge: Int64 = 0
  /// SVC03.
  package var paid: Int64 = 0
  /// SVC04, the revenue code.
  package var revenueCode = ByteRange.empty
  /// SVC05 in thousandths; one unit when it is missing, as the guide says.
  package var paidUnits: Int64 = 1_000
  /// SVC07 in thousandths; 0 when it is missing.
  package var submittedUnits: Int64 = 0
  /// Whether SVC05 was written.
  package var hasPaidUnits = false
  /// Whether SVC07 was written.
  package var hasSubmittedUnits = false
  /// Its CAS triplets.
  package var adjustments = FlatRange()
  /// Its LQ segments.
  package var remarks = FlatRange()
  /// Its REF segments, among them `6R`, our line number.
  package var references = FlatRange()
  /// Its DTM segments.
  package var dates = FlatRange()
  /// Its AMT segments.
  package var amounts = FlatRange()
  /// Its QTY segments.
  package var quantities = FlatRange()
  /// The sum of its adjustments.
  package var adjustmentTotal: Int64 = 0
  /// The index of its claim in ``Remittance835/claims``.
  package var claim: UInt32 = 0
  /// The number of its SVC in the file.
  package var segment: UInt32 = 0
  /// Where its SVC begins in the file's bytes.
  package var position: UInt32 = 0
}
