package import Billing

/// Edit 14 of domain reference 6.6: units within the limit of a rolling window (7.9).
///
/// Holds where the payer follows Medicare's limits, warns with others, whose limits differ. A fill
/// for several windows may bring as much as they allow together ("3-month fill"). What went out
/// before counts until its own window ends, less the days that a refill may be early. Replacement
/// of a lost item (RA) and lines for an expected denial are beyond the limit by their nature. A
/// month of rent is one unit, always (6.2).
package enum TheQuantityIsWithinTheLimit: ChargeEdit {
  package static let name = "The quantity is within the limit"
  package static let cause = OrderProblemCause.quantityMismatch

  package static func findings(
    in review: ChargeReview, rules: RuleBook, on today: Day
  ) -> [EditFinding] {
    let units = review.charge.units
    if review.isRent {
      guard units > 1 else { return [] }
      return [
        .hold(
          self, "frequency-limit", "A month of rent is one unit, and the line has \(units).",
          "Correct the units to one; bill every month by itself.")
      ]
    }
    guard let item = review.item, let limit = item.unitLimit, limit.days > 0,
      !review.has("RA"), !review.has("MS"), !review.expectsDenial
    else { return [] }
    let span = max(review.line?.daysSupplied ?? 0, review.charge.service.dayCount)
    let window = limit.days
    let windows = max(1, (span + window / 2) / window)
    let (allowed, isBeyond) = limit.units.multipliedReportingOverflow(by: windows)
    if isBeyond { return [] }
    let before = unitsBefore(review, window: window, early: rules.orders.refillShipDays)
    let (total, isTooMuch) = before.addingReportingOverflow(units)
    guard isTooMuch || total > allowed else { return [] }
    return [
      .holdOrWarn(
        review.followsMedicare, self, "frequency-limit",
        before == 0
          ? "\(units) units are billed, and \(allowed) are the limit in \(window * windows) days."
          : "\(before) units went out before; with these \(units) they are over the limit of "
            + "\(allowed) in \(window * windows) days.",
        "Correct the units, wait for the window, or show in the record why more is needed.")
    ]
  }

  /// Units of the same code whose window still runs on the day of service.
  private static func unitsBefore(_ review: ChargeReview, window: Int, early: Int) -> Int {
    var units = 0
    for index in review.history.indices
    where review.history[index].procedure.code == review.charge.procedure.code {
      let from = review.history[index].serviceFrom
      guard from <= review.day, review.isPreceded(by: review.history[index]),
        !review.history[index].procedure.modifiers.contains("RR")
      else { continue }
      let end = max(review.history[index].serviceThrough, from.adding(days: window - 1))
      // Two lines of one day share the window whatever its length.
      guard from == review.day || review.day <= end.adding(days: -early) else { continue }
      let (sum, isTooMuch) = units.addingReportingOverflow(review.history[index].units)
      units = isTooMuch ? .max : sum
    }
    return units
  }
}
