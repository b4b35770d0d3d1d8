package import Billing

/// A month of rent is one unit (domain reference 6.2); two pieces are two lines.
package enum ARentIsForOnePiece: OrderCheck {
  package static let name = "A rent is for one piece"

  package static func findings(
    in review: OrderReview, rules: RuleBook, on today: Day
  ) -> [OrderFinding] {
    review.order.lines.compactMap { line in
      guard line.kind == .rental, line.deliveredUnits > 1, !isPair(line, review.item(line, rules))
      else { return nil }
      return finding(
        line: line.number, .quantityMismatch,
        "For " + line.label + ", a rental, the quantity is " + String(line.deliveredUnits) + ".",
        fix: "Make a line for each piece, with its own serial number.")
    }
  }

  /// Two of a sided item are two agreements, one for each side.
  private static func isPair(_ line: OrderLine, _ item: CatalogItem?) -> Bool {
    guard item?.isSided ?? false, line.deliveredUnits == 2 else { return false }
    return Set(line.procedure.modifiers).intersection(["RT", "LT"]).count != 1
  }
}
