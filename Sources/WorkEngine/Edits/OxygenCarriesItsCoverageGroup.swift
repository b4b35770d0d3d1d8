package import Billing

/// Edit 11 of domain reference 6.6: N1, N2 or N3 on oxygen rent that began from 2023-04-01 on, KX
/// on older ones (7.2, 7.5).
///
/// Holds: the group follows from a test result that a person must read. Only Medicare and the plans
/// that follow it know the modifiers.
package enum OxygenCarriesItsCoverageGroup: ChargeEdit {
  package static let name = "Oxygen carries its coverage group"
  package static let cause = OrderProblemCause.wrongModifiers

  package static func findings(
    in review: ChargeReview, rules: RuleBook, on today: Day
  ) -> [EditFinding] {
    guard review.followsMedicare, review.item?.category == .oxygen, review.has("RR"),
      !review.expectsDenial
    else { return [] }
    let groups =
      (review.has("N1") ? 1 : 0) + (review.has("N2") ? 1 : 0) + (review.has("N3") ? 1 : 0)
    if groups > 1 {
      return [
        .hold(
          self, "modifier-invalid", "More than one of N1, N2 and N3 stands on the line.",
          "Keep the group of the qualifying test.")
      ]
    }
    let started = review.rental?.startedOn ?? review.day
    let isOlder = firstDay.map { started < $0 } ?? false
    if groups == 1 || (isOlder && review.has("KX")) { return [] }
    return [
      .hold(
        self, "modifier-missing",
        isOlder
          ? "Oxygen that began on \(started) goes out with KX or its coverage group."
          : "Oxygen that began on \(started) goes out with N1, N2 or N3.",
        "Add the group of the qualifying test: N1 group I, N2 group II, N3 group III.")
    ]
  }

  /// Whether a group of modifiers of the catalogue is the one that this edit asks for.
  static func isItsGroup(_ group: [String]) -> Bool { group.contains("N1") }

  /// Noridian, oxygen modifiers: new starts from this day on use the coverage groups.
  private static let firstDay = Day(year: 2023, month: 4, day: 1)
}
