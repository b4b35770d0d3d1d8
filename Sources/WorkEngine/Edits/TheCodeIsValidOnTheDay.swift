package import Billing

/// Edit 6 of domain reference 6.6: the code is valid on the day, and so is the modifier that prices
/// it.
///
/// Holds where the code has no HCPCS form, is dated out, or is priced in a way that its
/// fee-schedule category does not know (domain reference 7.1): those lines come back as 181, 182 or
/// 4. What Medicare pays by the month other payers may buy. A code that the catalogue does not name only warns: the catalogue is a selection, HCPCS has
/// thousands. RR is added to a month of rent that lacks it, since nothing else can be meant.
package enum TheCodeIsValidOnTheDay: ChargeEdit {
  package static let name = "The code is valid on the day"
  package static let cause = OrderProblemCause.wrongItem

  package static func findings(
    in review: ChargeReview, rules: RuleBook, on today: Day
  ) -> [EditFinding] {
    let code = review.charge.procedure.code
    guard ProcedureForm.isProcedure(code) else {
      return [
        .hold(
          self, "code-invalid", "\"\(code)\" does not have the form of a procedure code.",
          "Correct the code: one capital letter and four digits.", sendsBack: cause)
      ]
    }
    guard review.item?.effective.contains(review.day) ?? true else {
      return [
        .hold(
          self, "code-invalid", "\(code) is not valid on \(review.day).",
          "Bill the code that took its place, or correct the day of service.", sendsBack: cause)
      ]
    }
    let pricing = review.charge.procedure.modifiers.filter(isPricing)
    if let first = pricing.first, let other = pricing.first(where: { $0 != first }) {
      return [
        .hold(
          self, "modifier-invalid", "\(first) and \(other) price the line twice.",
          "Keep the one that is true: new, used, rented or maintenance.",
          sendsBack: .wrongModifiers)
      ]
    }
    guard let item = review.item else {
      return [
        .warn(
          self, "The catalogue does not know \(code).",
          "Check that the code is valid, and add it to the office's rules.")
      ]
    }
    return misfit(of: pricing.first, in: review, item: item)
      ?? (pricing.isEmpty ? missingPricing(in: review, item: item) : [])
  }

  /// What is rented that is only sold, or sold that is only rented.
  private static func misfit(
    of pricing: String?, in review: ChargeReview, item: CatalogItem
  ) -> [EditFinding]? {
    let code = review.charge.procedure.code
    if pricing == "RR" && isOnlySold(item.category) {
      return [
        .hold(
          self, "modifier-invalid", "RR does not fit: no payer rents \(code), which is paid once.",
          "Bill it as a purchase or a supply, without RR.", sendsBack: cause)
      ]
    }
    let isSold = pricing == "NU" || pricing == "UE"
    if review.family == .medicareDME, isSold || (pricing == nil && isPurchase(review)),
      isRentedByMedicare(item, as: review)
    {
      return [
        .hold(
          self, "modifier-invalid",
          "Medicare does not buy \(code): it is paid by the month.",
          "Make it a rental with RR.", sendsBack: cause)
      ]
    }
    guard isSold, isOnlyRented(item.category) else { return nil }
    return [
      .holdOrWarn(
        review.followsMedicare, self, "modifier-invalid",
        "\(pricing ?? "") does not fit: \(code) is not sold: it is paid by the month.",
        "Correct the pricing modifier.")
    ]
  }

  private static func isPurchase(_ review: ChargeReview) -> Bool { review.line?.kind == .purchase }

  /// Complex wheelchairs may be bought in the first month (BP), lost items are replaced (RA, RB),
  /// and contents of an oxygen system are no equipment.
  private static func isRentedByMedicare(_ item: CatalogItem, as review: ChargeReview) -> Bool {
    guard item.category == .cappedRental || isOnlyRented(item.category) else { return false }
    let isContents = item.category == .oxygen && item.capMonths == nil
    return !isContents && !review.has("BP") && !review.has("RA") && !review.has("RB")
      && !review.expectsDenial
  }

  private static func missingPricing(
    in review: ChargeReview, item: CatalogItem
  ) -> [EditFinding] {
    guard wantsPricing(item.category), !review.isService, !review.has("RB") else { return [] }
    let isPurchase = isPurchase(review)
    // Repairs and miscellaneous items are priced by their narrative, unless they are bought.
    guard !item.needsNarrative || isPurchase else { return [] }
    if review.isRent {
      return [
        .fix(
          self, [.modifiers(["RR"] + review.charge.procedure.modifiers)],
          "A month of rent goes out with RR.")
      ]
    }
    // Contents of an oxygen system have no pricing modifier of their own.
    if item.category == .oxygen { return [] }
    let isWrong = isPurchase && !review.expectsDenial
    return [
      .holdOrWarn(
        review.followsMedicare || isWrong, self, "modifier-missing",
        "\(review.charge.procedure.code) is priced as new, used or rented: which is not said.",
        "Add NU for a new item, UE for a used one, RR for rent.",
        sendsBack: isWrong ? .wrongModifiers : nil)
    ]
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
    case .inexpensive, .cappedRental, .oxygen, .frequentServicing, .tens: true
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
