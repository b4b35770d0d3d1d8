package import Billing

/// Two lines with the same code, modifiers and serial number are one item entered twice.
package enum NoItemStandsTwice: OrderCheck {
  package static let name = "No item stands twice"

  package static func findings(
    in review: OrderReview, rules: RuleBook, on today: Day
  ) -> [OrderFinding] {
    struct Key: Hashable {
      var procedure: ProcedureCode
      var serial: String
    }
    var seen: [Key: Int] = [:]
    return review.order.lines.compactMap { line in
      let key = Key(
        procedure: ProcedureCode(line.procedure.code, line.procedure.modifiers.sorted()),
        serial: line.serialNumber)
      guard let other = seen[key] else {
        seen[key] = line.number
        return nil
      }
      return finding(
        line: line.number, .wrongItem,
        "The same as item " + String(other) + ": " + line.procedure.description + ".",
        fix: "Payers deny it as a duplicate. Add the units to one line, or tell them apart.")
    }
  }
}
