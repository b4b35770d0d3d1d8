package import Billing

/// Neither more nor less was delivered than was prescribed.
package enum DeliveredQuantityIsThePrescribedQuantity: OrderCheck {
  package static let name = "The delivered quantity is the prescribed quantity"

  package static func findings(
    in review: OrderReview, rules: RuleBook, on today: Day
  ) -> [OrderFinding] {
    review.order.lines.compactMap { line in
      if line.deliveredUnits < 1 {
        return finding(
          line: line.number, .quantityMismatch, "Nothing was delivered of " + line.label + ".",
          fix: "Enter what was delivered, or take the item off the order.")
      }
      guard line.deliveredUnits != line.prescribedUnits else { return nil }
      let isMore = line.deliveredUnits > line.prescribedUnits
      return finding(
        line: line.number, .quantityMismatch,
        "Of " + line.label + ", " + String(line.deliveredUnits) + " were delivered and "
          + String(line.prescribedUnits) + " prescribed.",
        fix: isMore
          ? "Bill what was prescribed and take the rest back, or get a new order."
          : "Deliver the rest, or correct the quantity with the prescriber.")
    }
  }
}
