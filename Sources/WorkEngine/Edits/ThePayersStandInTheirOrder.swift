package import Billing

/// Edit 2 of domain reference 6.6: payer order, and Medicare as the second payer.
///
/// Holds throughout: a claim to the wrong first payer is denied (CARC 22) and its filing clock runs
/// on. Medicaid pays last by law (42 CFR 433.139); the kinds of insurance before Medicare are the
/// values of SBR05 (005010X222A1 loop 2000B).
package enum ThePayersStandInTheirOrder: ChargeEdit {
  package static let name = "The payers stand in their order"
  package static let cause = OrderProblemCause.coverage
  package static let scope = EditFinding.Scope.order

  package static func findings(
    in review: ChargeReview, rules: RuleBook, on today: Day
  ) -> [EditFinding] {
    guard let coverage = review.coverage else { return [] }
    if let place = sharedPlace(in: review) {
      return [
        .hold(
          self, "payer-order", "Two payers are named as the \(place.title) one.",
          "Put the payers in the order of payment.", sendsBack: .coverage)
      ]
    }
    if let payer = payerBefore(coverage, in: review) {
      return [
        .hold(
          self, "payer-order", "\(payer) pays before \(coverage.payer.name).",
          "Put the coverages in the order of payment and bill the first one.")
      ]
    }
    if coverage.sequence == .primary, let other = review.eligibility?.otherPayers.first {
      return [
        .hold(
          self, "payer-order",
          "\(coverage.payer.name) answered that \(other.name) comes before it.",
          "Verify the other coverage; put it first or have the payer's file corrected.")
      ]
    }
    for later in review.laterCoverages where needsKind(later) {
      return [missingKind(of: later)]
    }
    return needsKind(coverage) && coverage.sequence != .primary ? [missingKind(of: coverage)] : []
  }

  /// A place in the order of payment that two coverages in force share, which leaves open who
  /// pays first.
  private static func sharedPlace(in review: ChargeReview) -> PayerSequence? {
    let inForce = review.order.coverages.filter { $0.effective.contains(review.day) }
    return PayerSequence.allCases.first { place in
      inForce.count { $0.sequence == place } > 1
    }
  }

  /// Name of a payer of the order that is in force and pays before this one.
  private static func payerBefore(_ coverage: Coverage, in review: ChargeReview) -> String? {
    let coverages = review.order.coverages
    for index in coverages.indices where coverages[index].effective.contains(review.day) {
      if coverages[index].payer.id == coverage.payer.id,
        coverages[index].memberID == coverage.memberID
      {
        continue
      }
      let isBefore = place(of: coverages[index]) < place(of: coverage)
      // Whatever its place says, another insurer comes before Medicaid.
      let isLast = isMedicaid(coverage) && !isMedicaid(coverages[index])
      if isBefore || isLast {
        return coverages[index].payer.name
      }
    }
    return nil
  }

  private static func place(of coverage: Coverage) -> Int {
    switch coverage.sequence {
    case .primary: 0
    case .secondary: 1
    case .tertiary: 2
    }
  }

  private static func isMedicaid(_ coverage: Coverage) -> Bool {
    coverage.payer.family == .medicaid || coverage.payer.family == .medicaidManaged
  }

  private static func needsKind(_ coverage: Coverage) -> Bool {
    coverage.payer.family == .medicareDME && coverage.sequence != .primary
      && SecondaryPayerType(rawValue: coverage.secondaryPayerType) == nil
  }

  private static func missingKind(of coverage: Coverage) -> EditFinding {
    .hold(
      self, "coordination-missing",
      "\(coverage.payer.name) pays second, and the kind of the insurance before it is not given.",
      "Enter the secondary payer type: 12 working aged, 13 kidney disease, 14 no-fault, "
        + "15 workers' compensation, 43 disability, 47 liability.")
  }
}
