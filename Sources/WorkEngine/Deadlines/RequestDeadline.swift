import Billing

/// Until when the records that a letter asks for must have come (domain reference 2.7).
enum RequestDeadline {
  /// The last day that the letter names, or else that of the contractor's rule; nil where neither
  /// is known.
  static func deadline(
    for request: PayerRequest, payer: Payer, rules: RuleBook
  ) -> Deadline? {
    let row = row(
      of: request.contractor, letterOn: request.letterOn, payer: payer, rules: rules)
    let legal = request.dueOn ?? row.map { $0.dates(from: request.letterOn).legal }
    guard let legal else { return nil }
    let margin = row?.safeMarginDays ?? usualMargin
    return Deadline(
      kind: .documentRequest, safe: legal.adding(days: -margin).previousBusinessDay, legal: legal,
      reason: reason(for: request, row: row), ruleID: row?.id ?? "",
      isVerified: request.dueOn != nil || row.map { $0.confidence != .unverified } ?? false)
  }

  /// The safe day of a letter whose sender has no rule: a week before, as for all others.
  private static let usualMargin = 7

  /// The rule of a contractor that was in force on the date of its letter; nil where the letter
  /// itself says the day.
  static func row(
    of contractor: RecordsContractor, letterOn: Day, payer: Payer, rules: RuleBook
  ) -> DeadlineRule? {
    rules.deadlinePlaces(of: payer.family, kind: .documentRequest).map { rules.deadlines[$0] }
      .last { $0.contractor == contractor && $0.effective.contains(letterOn) }
  }

  private static func reason(for request: PayerRequest, row: DeadlineRule?) -> String {
    let kind = request.kind.isEmpty ? "" : " (\(request.kind))"
    let letter = "Records asked for by letter of \(request.letterOn)" + kind
    if request.dueOn != nil { return letter + ", day named in it" }
    return letter + (row.map { ", \($0.count) days" } ?? "")
  }
}
