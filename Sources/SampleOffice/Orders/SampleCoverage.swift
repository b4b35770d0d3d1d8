import Billing

/// One payer of a made-up patient as an order names it.
struct SampleCoverage: Sendable {
  var payer: SamplePayer
  var memberID: String
  var from: Day?
  var through: Day?
  var relationship = "self"
  /// The insured person where it is not the patient.
  var subscriber: Identity?
}
