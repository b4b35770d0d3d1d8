package import Billing

/// Edit 16 of domain reference 6.6: no hospital, nursing facility or hospice stay on the day of
/// service (7.8).
///
/// Holds: the stay's payment includes equipment, and the line comes back as 97 or 190. The day of
/// discharge is free, since equipment is brought for going home. In hospice GW says that the item
/// has nothing to do with the hospice diagnosis.
package enum NoStayOverlapsTheService: ChargeEdit {
  package static let name = "No stay overlaps the service"
  package static let cause = OrderProblemCause.dates
  package static let scope = EditFinding.Scope.order

  package static func findings(
    in review: ChargeReview, rules: RuleBook, on today: Day
  ) -> [EditFinding] {
    let day = review.day
    for stay in review.order.stays where overlaps(stay, day) {
      if stay.kind == .hospice && review.has("GW") { continue }
      let until = stay.through.map { "until \($0)" } ?? "with no end known"
      return [
        .hold(
          self, "stay-overlap",
          "The patient was in \(words(for: stay.kind)) from \(stay.from) \(until).",
          review.isRent
            ? "Withdraw this month and go on with the same month number after the stay."
            : "Bill the day of going home, or withdraw the charge.")
      ]
    }
    return []
  }

  private static func overlaps(_ stay: Stay, _ day: Day) -> Bool {
    guard stay.from <= day else { return false }
    guard let through = stay.through else { return true }
    return stay.kind == .hospice ? day <= through : day < through
  }

  private static func words(for kind: Stay.Kind) -> String {
    switch kind {
    case .hospital: "hospital"
    case .nursingFacility: "a nursing facility"
    case .hospice: "hospice care"
    }
  }
}
