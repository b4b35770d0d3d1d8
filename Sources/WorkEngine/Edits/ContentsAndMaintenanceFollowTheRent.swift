package import Billing

/// Oxygen contents and maintenance are paid after the months of rent, which include them (domain
/// reference 7.5).
///
/// Holds: both are denied before. Contents begin with the day after the last paid month;
/// maintenance (MS) six months later and then at most each six months (`oxygenMonths` and
/// `maintenanceMonths` of the settings). Where no rent is on file nothing can be said.
package enum ContentsAndMaintenanceFollowTheRent: ChargeEdit {
  package static let name = "Contents and maintenance follow the rent"
  package static let cause = OrderProblemCause.dates

  package static func findings(
    in review: ChargeReview, rules: RuleBook, on today: Day
  ) -> [EditFinding] {
    guard review.followsMedicare, let item = review.item, item.category == .oxygen,
      !review.expectsDenial
    else { return [] }
    if review.has("MS") { return maintenance(in: review, rules: rules) }
    guard !review.isRent,
      let end = endOfRent(in: review, rules: rules, where: item.baseCodes.contains),
      review.day < end
    else { return [] }
    return [
      .hold(
        self, "frequency-limit",
        "The rent of the oxygen system includes contents until \(end).",
        "Withdraw the charge; contents are billed for deliveries from that day on.")
    ]
  }

  private static func maintenance(in review: ChargeReview, rules: RuleBook) -> [EditFinding] {
    let code = review.charge.procedure.code
    let interval = rules.orders.maintenanceMonths
    var earliest = endOfRent(in: review, rules: rules, where: { $0 == code })?
      .adding(months: interval)
    for index in review.history.indices
    where review.history[index].procedure.code == code
      && review.history[index].procedure.modifiers.contains("MS")
    {
      guard review.isPreceded(by: review.history[index]),
        review.history[index].serviceFrom <= review.day
      else { continue }
      let next = review.history[index].serviceFrom.adding(months: interval)
      earliest = max(earliest ?? next, next)
    }
    guard let earliest, review.day < earliest else { return [] }
    return [
      .hold(
        self, "frequency-limit", "Maintenance of \(code) is paid again from \(earliest) on.",
        "Withdraw the charge, or correct the day of the visit.")
    ]
  }

  /// First day after the months of rent, reckoned from the latest month that was charged.
  private static func endOfRent(
    in review: ChargeReview, rules: RuleBook, where belongs: (String) -> Bool
  ) -> Day? {
    var latest: (day: Day, month: Int)?
    for index in review.history.indices where belongs(review.history[index].procedure.code) {
      guard let month = review.history[index].rentalMonth,
        review.history[index].standing != .withdrawn
      else { continue }
      let day = review.history[index].serviceFrom
      if latest.map({ $0.day < day }) ?? true { latest = (day, month) }
    }
    guard let (day, month) = latest else { return nil }
    return day.adding(months: max(1, rules.orders.oxygenMonths - month + 1))
  }
}
