import Billing
import X12

/// One transaction set of claims as it lay in the office's outbox.
struct FiledBatch: Sendable {
  var numbers: ControlNumbers
  /// BHT03.
  var reference: String
  var sentOn: Day
  var clearinghouse: Clearinghouse
  var submitter: X12PartyName
  var claims: [FiledClaim]
  var fate: Fate

  /// What becomes of a file as a whole.
  enum Fate: Sendable {
    case read
    /// TA1 R: the envelope is refused.
    case refused
    /// 999 R.
    case rejected(SyntaxError)
    /// Nobody ever says anything.
    case lost
  }
}
