package import Billing

/// Edit 15 of domain reference 6.6: a refill goes out no sooner than ten days before the supply
/// ends, after the patient asked for it item by item (1.7; CMS article A55426).
///
/// Holds where the payer follows Medicare, warns with others. The end of the supply is the last day
/// of the previous charge of the same code; where that charge has no span, its units say by the
/// item's limit how long they last. The request is asked for where the payer follows Medicare or
/// the catalogue wants it; who picks supplies up in person signs for them instead. Both numbers of
/// days are the office's settings.
package enum TheRefillIsNotTooEarly: ChargeEdit {
  package static let name = "The refill is not too early"
  package static let cause = OrderProblemCause.dates

  package static func findings(
    in review: ChargeReview, rules: RuleBook, on today: Day
  ) -> [EditFinding] {
    guard !review.isRent, !review.isService, !review.has("RA"), let item = review.item,
      review.line?.kind == .supply || item.documents.contains(.refillRequest),
      let end = endOfSupply(before: review, item: item)
    else { return [] }
    var found: [EditFinding] = []
    let earliest = end.adding(days: -rules.orders.refillShipDays)
    if review.day < earliest {
      found.append(
        .holdOrWarn(
          review.followsMedicare, self, "refill-too-early",
          "The last supply lasts until \(end); this one went out on \(review.day), "
            + "before \(earliest).",
          "Withdraw the charge, or correct its dates where they are wrong."))
    }
    if review.followsMedicare || item.documents.contains(.refillRequest),
      review.order.delivery.method != .pickedUp,
      let problem = requestProblem(review, end: end, rules: rules)
    {
      found.append(problem)
    }
    return found
  }

  /// Last day of what the patient still had: of the latest earlier charge, from another order.
  private static func endOfSupply(before review: ChargeReview, item: CatalogItem) -> Day? {
    var end: Day?
    for index in review.history.indices
    where review.history[index].procedure.code == review.charge.procedure.code {
      guard review.history[index].serviceFrom < review.day,
        review.history[index].order != review.charge.order,
        review.history[index].standing != .withdrawn
      else { continue }
      let last = lastDay(of: review.history[index], item: item)
      end = max(end ?? last, last)
    }
    return end
  }

  private static func lastDay(of supply: Charge, item: CatalogItem) -> Day {
    if supply.serviceThrough > supply.serviceFrom { return supply.serviceThrough }
    guard let days = SupplyEnd.days(of: supply.units, item: item) else { return supply.serviceFrom }
    return supply.serviceFrom.adding(days: days - 1)
  }

  private static func requestProblem(
    _ review: ChargeReview, end: Day, rules: RuleBook
  ) -> EditFinding? {
    let earliest = end.adding(days: -rules.orders.refillContactDays)
    let day = review.day
    let code = review.charge.procedure.code
    let isThere = review.hasDocument(.refillRequest) { request in
      guard let dated = request.content.dated, earliest <= dated, dated <= day else {
        return false
      }
      let answers = request.content.answers
      return answers.isEmpty || answers.contains { $0.code == code && $0.units > 0 }
    }
    if isThere { return nil }
    return .holdOrWarn(
      review.followsMedicare, self, "refill-request-missing",
      "No request for \(code) between \(earliest) and \(day) is on file.",
      "Attach the patient's request with an affirmative answer for this item; without one it "
        + "cannot be billed.")
  }
}
