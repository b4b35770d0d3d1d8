package import Billing

/// The item's category can be rented, or bought, as the line says (domain reference 7.1).
package enum TheItemIsPaidForThisWay: OrderCheck {
  package static let name = "The item is paid for this way"

  package static func findings(
    in review: OrderReview, rules: RuleBook, on today: Day
  ) -> [OrderFinding] {
    let family = review.order.primary?.payer.family
    return review.order.lines.compactMap { line in
      guard let item = review.item(line, rules) else { return nil }
      if line.kind == .rental, neverRented.contains(item.category) {
        return finding(
          line: line.number, .wrongItem, "No payer rents " + line.label + ".",
          fix: "Make the line a purchase or a supply, and take RR off.")
      }
      guard line.kind == .purchase, family == .medicareDME, onlyRented.contains(item.category),
        // Complex wheelchairs may be bought in the first month (BP), lost items are replaced (RA).
        !line.procedure.modifiers.contains(where: { ["BP", "RA", "RB"].contains($0) }),
        !line.expectsDenial, !isContents(line.procedure.code)
      else { return nil }
      return finding(
        line: line.number, .wrongItem, "Medicare does not buy " + line.label + "; it rents it.",
        fix: "Make the line a rental with RR.")
    }
  }

  private static let neverRented: Set<PaymentCategory> = [
    .prostheticOrthotic, .ostomyUrological, .surgicalDressing, .supply, .therapeuticShoe, .drug,
  ]
  private static let onlyRented: Set<PaymentCategory> = [
    .cappedRental, .oxygen, .frequentServicing,
  ]

  /// Oxygen contents (domain reference 1.7) are of the oxygen category and are no equipment.
  private static func isContents(_ code: String) -> Bool {
    ["E0441", "E0442", "E0443", "E0444", "E0447"].contains(code)
  }
}
