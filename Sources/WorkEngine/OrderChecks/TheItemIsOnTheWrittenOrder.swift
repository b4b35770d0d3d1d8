package import Billing

/// What was delivered is what was prescribed: the written order names each item.
package enum TheItemIsOnTheWrittenOrder: OrderCheck {
  package static let name = "The item is on the written order"

  package static func findings(
    in review: OrderReview, rules: RuleBook, on today: Day
  ) -> [OrderFinding] {
    let orders =
      review.documents(of: .standardWrittenOrder)
      + review.documents(of: .writtenOrderPriorToDelivery)
    guard !orders.isEmpty else { return [] }
    return review.order.lines.compactMap { line in
      // Labour and maintenance are no items that a practitioner prescribes.
      guard line.kind != .service, !line.expectsDenial,
        !orders.contains(where: { $0.covers(code: line.procedure.code) })
      else { return nil }
      return finding(
        line: line.number, .wrongItem,
        "The written order does not name " + line.label + ".",
        fix: "Find out whether the wrong item was delivered, or get an order that names it.")
    }
  }
}
