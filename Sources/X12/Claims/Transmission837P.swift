/// What stands before the claims of a transaction set: BHT, submitter and receiver.
package struct TransmissionHeader837P: Equatable, Hashable, Sendable {
  /// ST03 and GS08.
  package var version: String
  /// ST02: the set's control number, which a 999 names.
  package var control: String
  /// BHT01, `0019`.
  package var structure: String
  /// BHT02: `00` original, `18` sent again.
  package var purpose: String
  /// BHT03: our number for the set, which a 277CA names.
  package var reference: String
  /// BHT04, CCYYMMDD.
  package var date: String
  /// BHT05, HHMM or longer.
  package var time: String
  /// BHT06: `CH` claims, `RP` encounters, `31` subrogation.
  package var kind: String
  /// Loop 1000A.
  package var submitter: X12Party
  /// Loop 1000B.
  package var receiver: X12Party
  /// Other parties named before the first HL.
  package var others: [X12Party]
  /// Everything else before the first HL.
  package var loose: [SegmentText]

  package init(
    version: String = "005010X222A1", control: String = "0001", structure: String = "0019",
    purpose: String = "00", reference: String, date: String, time: String, kind: String = "CH",
    submitter: X12Party, receiver: X12Party, others: [X12Party] = [], loose: [SegmentText] = []
  ) {
    self.version = version
    self.control = control
    self.structure = structure
    self.purpose = purpose
    self.reference = reference
    self.date = date
    self.time = time
    self.kind = kind
    self.submitter = submitter
    self.receiver = receiver
    self.others = others
    self.loose = loose
  }
}

/// One 837P transaction set: a header and its claims.
package struct Transmission837P: Equatable, Sendable {
  /// BHT, submitter and receiver.
  package var header: TransmissionHeader837P
  /// The claims in the order of the file.
  package var claims: [Claim837P]

  package init(header: TransmissionHeader837P, claims: [Claim837P]) {
    self.header = header
    self.claims = claims
  }
}
