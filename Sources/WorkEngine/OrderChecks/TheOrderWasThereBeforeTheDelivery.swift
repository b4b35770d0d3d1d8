package import Billing

/// Items of the list need the complete written order before delivery (42 CFR 410.38(d)(3)).
///
/// A standard written order that was signed by then is one. It cannot be mended afterwards, so the
/// person decides; a line that tells the payer so (GA, GZ, GY, EY) passes.
package enum TheOrderWasThereBeforeTheDelivery: OrderCheck {
  package static let name = "The order was there before the delivery"

  package static func findings(
    in review: OrderReview, rules: RuleBook, on today: Day
  ) -> [OrderFinding] {
    guard let served = review.order.delivery.servedOn else { return [] }
    let orders =
      review.documents(of: .writtenOrderPriorToDelivery)
      + review.documents(of: .standardWrittenOrder)
    return review.order.lines.compactMap { line in
      guard !line.expectsDenial,
        review.item(line, rules)?.documents.contains(.writtenOrderPriorToDelivery) ?? false
      else { return nil }
      let known = orders.filter { $0.covers(code: line.procedure.code) }
      let isInTime = known.contains { ($0.content.signedOn ?? .max) <= served }
      guard !isInTime else { return nil }
      // Without any order the charge waits on hold for one; a late one is late for ever.
      let late = known.compactMap(\.content.signedOn).min()
      return finding(
        line: line.number, .missingOrder, isBlocking: late != nil,
        late.map {
          "The written order for " + line.label + " was signed on " + $0.description
            + ", after the delivery on " + served.description + "."
        } ?? "There is no signed order from before the delivery for " + line.label + ".",
        fix: late == nil
          ? "Find the order that was signed before the delivery."
          : "Find an earlier order, pick the item up and deliver it anew, or bill with EY or GZ.")
    }
  }
}

extension Day {
  fileprivate static let max = Day(rawValue: .max)
}
