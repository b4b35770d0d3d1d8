import Billing

/// Staging reasons and differences as one text column: `charge-differs 38000 39000;reversal`.
enum StagingText {
  static func text(_ reasons: [StagingReason]) -> String {
    reasons.map(word).joined(separator: ";")
  }

  /// The reasons of a text, or nil where one of its words is none of ours.
  static func reasons(_ text: String) -> [StagingReason]? {
    var reasons: [StagingReason] = []
    for word in text.split(separator: ";") {
      guard let reason = reason(String(word)) else { return nil }
      reasons.append(reason)
    }
    return reasons
  }

  static func differences(_ differences: ClaimDifferences) -> String {
    guard !differences.isZero else { return "" }
    return [
      differences.claim, differences.lineCharges, differences.linePayments, differences.lines,
    ].map { String($0.rawValue) }.joined(separator: " ")
  }

  /// The four differences of a text, zero where it is empty, or nil where they are not four amounts.
  static func differences(_ text: String) -> ClaimDifferences? {
    guard !text.isEmpty else { return ClaimDifferences() }
    let parts = text.split(separator: " ")
    let amounts = parts.compactMap { Int64($0) }.map { Cents($0) }
    guard amounts.count == 4, parts.count == 4 else { return nil }
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
    case .otherPatient(let differences): "other-patient \(differences.filter { $0 != ";" })"
    case .otherPayee(let npi): "other-payee \(npi.filter { $0 != ";" })"
    case .adjustmentWithoutReason: "adjustment-without-reason"
    case .productionData: "production-data"
    case .looksAlike(let answer, let differs):
      "looks-alike \(answer.rawValue) \(differs.filter { $0 != ";" })"
    case .linesLeft(let lines): "lines-left \(lines.map(String.init).joined(separator: ","))"
    case .heldByRule(let rule, let hold):
      "held-by-rule \(word(hold)) \(rule.filter { $0 != ";" })"
    }
  }

  private static func reason(_ word: String) -> StagingReason? {
    let parts = word.split(separator: " ", maxSplits: 2).map(String.init)
    func amount(_ index: Int) -> Cents? {
      index < parts.count ? Int64(parts[index]).map { Cents($0) } : nil
    }
    switch parts.first ?? "" {
    case "unmatched": return .unmatched
    case "needs-confirmation":
      return amount(1).map { .needsConfirmation(candidates: Int($0.rawValue)) }
    case "claim-out-of-balance": return amount(1).map { .claimOutOfBalance($0) }
    case "line-out-of-balance": return amount(1).map { .lineOutOfBalance($0) }
    case "transaction-out-of-balance": return amount(1).map { .transactionOutOfBalance($0) }
    case "reversal": return .reversal
    case "correction": return .correction
    case "charge-differs":
      guard let billed = amount(1), let reported = amount(2) else { return nil }
      return .chargeDiffers(billed: billed, reported: reported)
    case "line-unmatched":
      return .lineUnmatched(parts.dropFirst().joined(separator: " "))
    case "already-paid": return .alreadyPaid
    case "not-ours": return .notOurs
    case "predetermination": return .predetermination
    case "provider-adjustment":
      return amount(1).map { .providerAdjustment(reason: parts.count > 2 ? parts[2] : "", $0) }
    case "exceeds-balance": return amount(1).map { .exceedsBalance($0) }
    case "confirmed": return .confirmed
    case "other-patient": return .otherPatient(parts.dropFirst().joined(separator: " "))
    case "other-payee": return .otherPayee(parts.dropFirst().joined(separator: " "))
    case "adjustment-without-reason": return .adjustmentWithoutReason
    case "production-data": return .productionData
    case "looks-alike":
      return (parts.count > 1 ? LookAlikeAnswer(rawValue: parts[1]) : nil).map {
        .looksAlike($0, parts.count > 2 ? parts[2] : "")
      }
    case "lines-left":
      let lines = (parts.count > 1 ? parts[1] : "").split(separator: ",").map { Int($0) }
      return lines.isEmpty || lines.contains(nil) ? nil : .linesLeft(lines.compactMap(\.self))
    case "held-by-rule":
      guard parts.count > 1, let hold = hold(parts[1]) else { return nil }
      return .heldByRule(parts.count > 2 ? parts[2] : "", hold)
    default: return nil
    }
  }

  /// `watched:CO-50,PR-204`: what a rule keeps, as one word.
  private static func word(_ hold: PostingHold) -> String {
    switch hold {
    case .payer: "payer"
    case .unlisted(let codes): "unlisted:\(list(codes))"
    case .watched(let codes): "watched:\(list(codes))"
    case .contractual(let amount, let code): "contractual:\(amount.rawValue):\(list([code]))"
    }
  }

  /// Codes come from outside: what would end the word is left out.
  private static func list(_ codes: [String]) -> String {
    codes.map { $0.filter { !" ;,:".contains($0) } }.joined(separator: ",")
  }

  private static func hold(_ word: String) -> PostingHold? {
    let parts = word.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    let codes = parts.count == 2 ? parts[1].split(separator: ",").map(String.init) : []
    switch parts[0] {
    case "payer": return parts.count == 1 ? .payer : nil
    case "unlisted": return codes.isEmpty ? nil : .unlisted(codes)
    case "watched": return codes.isEmpty ? nil : .watched(codes)
    case "contractual":
      guard parts.count == 3, let amount = Int64(parts[1]) else { return nil }
      return .contractual(Cents(amount), code: parts[2])
    default: return nil
    }
  }
}
