import Billing

/// What giving up money must say: a reason of the office, within its limit.
struct WriteOffRules {
  let reasons: [WriteOffRow]
  let isSupervisor: Bool

  /// Given up before on the same claim, over all reasons, in cents: the limit counts it all.
  var before = Cents.zero

  /// Why an amount may not be given up, or nil; `step` begins the sentence: `A write-off`.
  func refusal(reason code: String, amount: Cents, step: String) -> String? {
    guard !code.isEmpty else { return "\(step) needs a reason." }
    guard let row = reasons.first(where: { $0.code == code }) else {
      return "\"\(code)\" is no write-off reason of this office."
    }
    if amount + before > row.limit, !isSupervisor {
      let all = before == .zero ? "\(amount)" : "\(amount) after \(before) before"
      return "\(all) is over the limit of \(row.limit) for \"\(row.title)\": a supervisor decides."
    }
    return nil
  }
}
