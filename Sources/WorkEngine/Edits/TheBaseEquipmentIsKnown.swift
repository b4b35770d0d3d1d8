package import Billing

/// Supplies and accessories belong to equipment that the payer must know (domain reference 6.4;
/// RARC M124).
///
/// Holds where the payer follows Medicare, warns with others. Known is equipment on this order, in
/// the patient's charges, or named by its code in the narrative, as the payer's own advice says.
package enum TheBaseEquipmentIsKnown: ChargeEdit {
  package static let name = "The base equipment is known"
  package static let cause = OrderProblemCause.other

  package static func findings(
    in review: ChargeReview, rules: RuleBook, on today: Day
  ) -> [EditFinding] {
    guard let item = review.item, !item.baseCodes.isEmpty, !review.expectsDenial else { return [] }
    let bases = item.baseCodes
    for index in review.history.indices
    where bases.contains(review.history[index].procedure.code) {
      if review.history[index].standing != .withdrawn { return [] }
    }
    for index in review.order.lines.indices
    where bases.contains(review.order.lines[index].procedure.code) {
      return []
    }
    let narrative = review.charge.narrative
    if !narrative.isEmpty, bases.contains(where: { narrative.contains($0) }) { return [] }
    return [
      .holdOrWarn(
        review.followsMedicare, self, "base-equipment-unknown",
        "The equipment that \(review.charge.procedure.code) belongs to is not on file "
          + "(\(bases.prefix(4).joined(separator: ", "))).",
        "Name its code and the day it was bought in the narrative.")
    ]
  }
}
