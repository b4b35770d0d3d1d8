import Billing

/// One payer of a made-up patient as an order names it.
struct SampleCoverage: Sendable {
  var payer: SamplePayer
  var memberID: String
  var from: Day?
  var through: Day?
  var relationship = "self"
  var subscriber: Subscriber?

  /// The insured person where it is not the patient.
  struct Subscriber: Sendable {
    var last: String
    var first: String
    var born: Day
    var sex: String
  }
}
