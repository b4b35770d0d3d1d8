import Billing

/// What giving up money must say: a reason of the office, within its limit.
struct WriteOffRules {
  let reasons: [WriteOffRow]
  let isSupervisor: Bool

  /// Why an amount may not be given up, or nil; `step` begins the sentence: `A write-off`.
  ///
  /// The limit counts what was given up on the same claim `before`, for whatever reason.
  func refusal(reason code: String, amount: Cents, before: Cents, step: String) -> String? {
    guard !code.isEmpty else { return "\(step) needs a reason." }
    guard let row = reasons.first(where: { $0.code == code }) else {
      return "\"\(code)\" is no write-off reason of this office."
    }
    if amount + before > row.limit, !isSupervisor {
      let what = before > .zero ? "\(amount) after \(before) before" : "\(amount)"
      return "\(what) is over the limit of \(row.limit) for \"\(row.title)\": a supervisor decides."
    }
    return nil
  }
}
