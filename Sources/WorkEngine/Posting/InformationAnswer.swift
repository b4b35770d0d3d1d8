package import Billing

/// Answers that carry no money and change nothing (domain reference 5.12, point 5).
package enum InformationAnswer {
  /// Whether an answer is information alone: a predetermination, the news that the claim was sent on
  /// to another payer, a denial as duplicate of a claim that was answered, the same denial again.
  ///
  /// `earlier` are the answers that the claim has, posted or waiting, oldest first.
  package static func isOne(
    _ answer: RemittanceClaim, after earlier: [RemittanceClaim], rules: RuleBook
  ) -> Bool {
    guard answer.paid == .zero, !answer.isReversal else { return false }
    switch answer.status {
    case .predetermination, .notOurs: return true
    case .processed, .forwarded, .denied, .reversal, .other: break
    }
    let reductions = answer.allAdjustments.filter { $0.amount != .zero }
    guard !reductions.isEmpty else { return false }
    let isDuplicate = reductions.allSatisfy { rules.hasTrait(.duplicate, $0.reason) }
    let real = earlier.filter { other in
      !other.allAdjustments.contains { rules.hasTrait(.duplicate, $0.reason) }
    }
    if isDuplicate { return !real.isEmpty }
    guard let last = earlier.last else { return false }
    return last.paid == .zero && last.charge == answer.charge && last.status == answer.status
      && last.allAdjustments == answer.allAdjustments
      && last.lines.map(\.remarks) == answer.lines.map(\.remarks)
      && last.remarks == answer.remarks
  }
}
