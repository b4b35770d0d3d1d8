package import Billing

/// Edit 9 of domain reference 6.6: KX, GA, GY and GZ never together, and one of them where the
/// policy asks for it.
///
/// Holds: each of them is a statement about papers or coverage that somebody must stand for, so
/// Docket never adds or removes one. GA and GX say that a notice was signed (ABN), which is then
/// asked for. Pairs beyond those four are rules data (`excludes` of the modifiers).
package enum PolicyModifiersExcludeEachOther: ChargeEdit {
  package static let name = "Policy modifiers exclude each other"
  package static let cause = OrderProblemCause.wrongModifiers

  package static func findings(
    in review: ChargeReview, rules: RuleBook, on today: Day
  ) -> [EditFinding] {
    let modifiers = review.modifiers
    var found: [EditFinding] = []
    if let (one, other) = contradiction(in: modifiers, rules: rules) {
      found.append(
        .hold(
          self, "modifier-invalid", "\(one) and \(other) contradict each other.",
          "Keep the one that the papers on file bear out.", sendsBack: cause))
    }
    if let problem = missing(in: review) { found.append(problem) }
    if review.has("GA") || review.has("GX"), !hasNotice(review) {
      found.append(
        .hold(
          self, "abn-missing",
          "The line says that a notice was signed, and none from before the service is on file.",
          "Attach the signed notice, or correct the modifier to GZ."))
    }
    return found
  }

  private static func contradiction(
    in modifiers: [String], rules: RuleBook
  ) -> (String, String)? {
    guard modifiers.count > 1 else { return nil }
    for first in modifiers.indices {
      for second in modifiers.indices where first < second {
        let (one, other) = (modifiers[first], modifiers[second])
        if one == other || isForAnotherEdit(one, other) { continue }
        if isPolicy(one) && isPolicy(other)
          || rules.modifiers[one]?.excludes.contains(other) ?? false
          || rules.modifiers[other]?.excludes.contains(one) ?? false
        {
          return (one, other)
        }
      }
    }
    return nil
  }

  /// Two prices, two months, two sides and two coverage groups have edits that say it better.
  private static func isForAnotherEdit(_ one: String, _ other: String) -> Bool {
    others.contains { $0.contains(one) && $0.contains(other) }
  }

  private static let others = [
    ["NU", "UE", "RR", "MS"], RentalModifiers.months, ["RT", "LT"], ["N1", "N2", "N3"],
  ]

  private static func isPolicy(_ modifier: String) -> Bool {
    switch modifier {
    case "KX", "GA", "GY", "GZ": true
    default: false
    }
  }

  private static func missing(in review: ChargeReview) -> EditFinding? {
    guard let item = review.item, let family = review.family, !review.has("EY") else {
      return nil
    }
    let isAsked = item.policyModifierFamilies.contains(family)
    if isAsked, !review.modifiers.contains(where: isPolicy) {
      return .hold(
        self, "modifier-missing", "The policy asks for KX, GA, GY or GZ on this line.",
        "Add KX where everything that the policy asks for is on file, else GA or GZ.")
    }
    // A line for a denial need not say what kind of covered item it would be.
    if review.expectsDenial { return nil }
    for group in item.oneOf where !OxygenCarriesItsCoverageGroup.isItsGroup(group) {
      if group.contains(where: review.has) { continue }
      return .holdOrWarn(
        isAsked || review.followsMedicare, self, "modifier-missing",
        "One of \(group.joined(separator: ", ")) belongs on this line.",
        "Add the one that is true.")
    }
    return nil
  }

  private static func hasNotice(_ review: ChargeReview) -> Bool {
    let day = review.day
    return review.hasDocument(.advanceBeneficiaryNotice) { notice in
      (notice.content.signedOn ?? notice.content.dated).map { $0 <= day } ?? false
    }
  }
}
