import Billing

/// Which claim: a patient and a month of the therapy.
///
/// Everything else about the claim is made again from these two.
struct ClaimKey: Hashable, Sendable {
  var rawValue: UInt64

  init(patient: Int, month: Int) { rawValue = UInt64(patient) << 6 | UInt64(month & 63) }

  var patient: Int { Int(rawValue >> 6) }
  var month: Int { Int(rawValue & 63) }
}
