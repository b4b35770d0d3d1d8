import Billing

/// Staging reasons and differences as one text column: `charge-differs 38000 39000;reversal`.
enum StagingText {
  static func text(_ reasons: [StagingReason]) -> String {
    reasons.map(word).joined(separator: ";")
  }

  static func reasons(_ text: String) -> [StagingReason] {
    text.split(separator: ";").compactMap { reason(String($0)) }
  }

  static func differences(_ differences: ClaimDifferences) -> String {
    guard !differences.isZero else { return "" }
    return [
      differences.claim, differences.lineCharges, differences.linePayments, differences.lines,
    ].map { String($0.rawValue) }.joined(separator: " ")
  }

  static func differences(_ text: String) -> ClaimDifferences {
    let amounts = text.split(separator: " ").compactMap { Int64($0) }.map { Cents($0) }
    guard amounts.count == 4 else { return ClaimDifferences() }
    return ClaimDifferences(
      claim: amounts[0], lineCharges: amounts[1], linePayments: amounts[2], lines: amounts[3])
  }

  private static func word(_ reason: StagingReason) -> String {
    switch reason {
    case .unmatched: "unmatched"
    case .needsConfirmation(let count): "needs-confirmation \(count)"
    case .claimOutOfBalance(let by): "claim-out-of-balance \(by.rawValue)"
    case .lineOutOfBalance(let by): "line-out-of-balance \(by.rawValue)"
    case .transactionOutOfBalance(let by): "transaction-out-of-balance \(by.rawValue)"
    case .reversal: "reversal"
    case .correction: "correction"
    case .chargeDiffers(let billed, let reported):
      "charge-differs \(billed.rawValue) \(reported.rawValue)"
    case .lineUnmatched(let line): "line-unmatched \(line.filter { $0 != ";" })"
    case .alreadyPaid: "already-paid"
    case .notOurs: "not-ours"
    case .predetermination: "predetermination"
    case .providerAdjustment(let reason, let amount):
      "provider-adjustment \(amount.rawValue) \(reason.filter { $0 != ";" })"
    case .exceedsBalance(let by): "exceeds-balance \(by.rawValue)"
    case .confirmed: "confirmed"
    }
  }

  private static func reason(_ word: String) -> StagingReason? {
    let parts = word.split(separator: " ", maxSplits: 2).map(String.init)
    func amount(_ index: Int) -> Cents {
      Cents(index < parts.count ? Int64(parts[index]) ?? 0 : 0)
    }
    switch parts.first ?? "" {
    case "unmatched": return .unmatched
    case "needs-confirmation":
      return .needsConfirmation(candidates: Int(amount(1).rawValue))
    case "claim-out-of-balance": return .claimOutOfBalance(amount(1))
    case "line-out-of-balance": return .lineOutOfBalance(amount(1))
    case "transaction-out-of-balance": return .transactionOutOfBalance(amount(1))
    case "reversal": return .reversal
    case "correction": return .correction
    case "charge-differs": return .chargeDiffers(billed: amount(1), reported: amount(2))
    case "line-unmatched":
      return .lineUnmatched(parts.dropFirst().joined(separator: " "))
    case "already-paid": return .alreadyPaid
    case "not-ours": return .notOurs
    case "predetermination": return .predetermination
    case "provider-adjustment":
      return .providerAdjustment(reason: parts.count > 2 ? parts[2] : "", amount(1))
    case "exceeds-balance": return .exceedsBalance(amount(1))
    case "confirmed": return .confirmed
    default: return nil
    }
  }
}
