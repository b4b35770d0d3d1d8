package import Billing

/// Edit 6 of domain reference 6.6: the code is valid on the day, and so is the modifier that prices
/// it.
///
/// Holds where the code has no HCPCS form, is dated out, or is priced in a way that its
/// fee-schedule category does not know (domain reference 7.1): those lines come back as 181, 182 or
/// 4. A code that the catalogue does not name only warns: the catalogue is a selection, HCPCS has
/// thousands. RR is added to a month of rent that lacks it, since nothing else can be meant.
package enum TheCodeIsValidOnTheDay: ChargeEdit {
  package static let name = "The code is valid on the day"

  package static func findings(
    in review: ChargeReview, rules: RuleBook, on today: Day
  ) -> [EditFinding] {
    let code = review.charge.procedure.code
    guard hasForm(code) else {
      return [
        .hold(
          self, "code-invalid", "\(code) does not have the form of a procedure code.",
          "Correct the code: one capital letter and four digits.")
      ]
    }
    guard let item = review.item else {
      return [
        .warn(
          self, "The catalogue does not know \(code).",
          "Check that the code is valid, and add it to the office's rules.")
      ]
    }
    guard item.isValid(on: review.day) else {
      return [
        .hold(
          self, "code-invalid", "\(code) is not valid on \(review.day).",
          "Bill the code that took its place.")
      ]
    }
    return pricing(of: review, item: item)
  }

  /// HCPCS level II, or the five digits of level I.
  private static func hasForm(_ code: String) -> Bool {
    let letters = code.utf8
    guard letters.count == 5, let first = letters.first else { return false }
    guard (65...90).contains(first) || (48...57).contains(first) else { return false }
    return letters.dropFirst().allSatisfy { (48...57).contains($0) }
  }

  private static func pricing(of review: ChargeReview, item: CatalogItem) -> [EditFinding] {
    let modifiers = review.charge.procedure.modifiers
    var pricing: String?
    for modifier in modifiers where isPricing(modifier) {
      if let pricing, pricing != modifier {
        return [
          .hold(
            self, "modifier-invalid", "\(pricing) and \(modifier) price the line twice.",
            "Keep the one that is true: new, used, rented or maintenance.")
        ]
      }
      pricing = modifier
    }
    guard let pricing else { return missingPricing(in: review, item: item) }
    let isRented = pricing == "RR"
    if isRented && isOnlySold(item.category) {
      return [invalid(pricing, review, "is not rented: it is paid once")]
    }
    if (pricing == "NU" || pricing == "UE") && isOnlyRented(item.category) {
      return [invalid(pricing, review, "is not sold: it is paid by the month")]
    }
    return []
  }

  private static func missingPricing(
    in review: ChargeReview, item: CatalogItem
  ) -> [EditFinding] {
    // Repairs and miscellaneous items are priced by their narrative.
    guard wantsPricing(item.category), !item.needsNarrative, !review.isService else { return [] }
    if review.isRent {
      return [
        .fix(
          self, [.modifiers(["RR"] + review.charge.procedure.modifiers)],
          "A month of rent goes out with RR.")
      ]
    }
    // Contents of an oxygen system have no pricing modifier of their own.
    if item.category == .oxygen { return [] }
    return [
      .holdOrWarn(
        review.followsMedicare, self, "modifier-missing",
        "\(review.charge.procedure.code) is priced as new, used or rented: which is not said.",
        "Add NU, UE or RR.")
    ]
  }

  private static func invalid(
    _ modifier: String, _ review: ChargeReview, _ why: String
  ) -> EditFinding {
    .holdOrWarn(
      review.followsMedicare, self, "modifier-invalid",
      "\(modifier) does not fit: \(review.charge.procedure.code) \(why).",
      "Correct the pricing modifier.")
  }

  private static func isPricing(_ modifier: String) -> Bool {
    switch modifier {
    case "NU", "UE", "RR", "MS": true
    default: false
    }
  }

  /// NU, UE or RR is required (domain reference 7.2).
  private static func wantsPricing(_ category: PaymentCategory) -> Bool {
    switch category {
    case .inexpensive, .cappedRental, .oxygen, .frequentServicing: true
    default: false
    }
  }

  private static func isOnlySold(_ category: PaymentCategory) -> Bool {
    switch category {
    case .prostheticOrthotic, .ostomyUrological, .surgicalDressing, .supply, .therapeuticShoe,
      .drug:
      true
    default: false
    }
  }

  private static func isOnlyRented(_ category: PaymentCategory) -> Bool {
    category == .oxygen || category == .frequentServicing
  }
}
