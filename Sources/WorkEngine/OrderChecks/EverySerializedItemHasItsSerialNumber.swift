package import Billing

/// Equipment that has a serial number is on file with it.
package enum EverySerializedItemHasItsSerialNumber: OrderCheck {
  package static let name = "Every serialized item has its serial number"

  package static func findings(
    in review: OrderReview, rules: RuleBook, on today: Day
  ) -> [OrderFinding] {
    review.order.lines.compactMap { line in
      guard review.item(line, rules)?.isSerialized ?? false, line.serialNumber.isEmpty,
        line.kind != .service
      else { return nil }
      return finding(
        line: line.number, .serialProblem, "There is no serial number for " + line.label + ".",
        fix: "Read it off the delivery ticket or ask the warehouse.")
    }
  }
}
