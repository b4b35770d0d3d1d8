package import Billing

/// Edit 25 of domain reference 6.6: the office is accredited for the kind of product.
///
/// Holds: without accreditation Medicare pays nothing (42 CFR 424.58), and what other payers ask
/// for is the same. An office that names no categories has them all; where the office itself is not
/// described yet nothing can be sent anyway.
package enum TheSupplierIsAccredited: ChargeEdit {
  package static let name = "The supplier is accredited"
  package static let cause = OrderProblemCause.wrongItem

  package static func findings(
    in review: ChargeReview, rules: RuleBook, on today: Day
  ) -> [EditFinding] {
    guard let supplier = rules.supplier, !supplier.accreditedFor.isEmpty, let item = review.item,
      !supplier.accreditedFor.contains(item.category)
    else { return [] }
    return [
      .hold(
        self, "not-accredited",
        "The office is not accredited for category \(item.category.rawValue) "
          + "(\(review.charge.procedure.code)).",
        "Get the accreditation, add it to the office's rules, or withdraw the charge.")
    ]
  }
}
