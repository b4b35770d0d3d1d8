package import Billing

/// All pre-submission edits (domain reference 6.6), and how they run over a charge.
package enum ChargeEdits {
  /// In the order of 6.6, then what the guide asks for and common validators miss.
  package static let all: [any ChargeEdit.Type] = [
    TheCoverageIsActiveOnTheDayOfService.self,
    ThePayersStandInTheirOrder.self,
    TheJurisdictionFitsTheAddress.self,
    TheWrittenOrderIsCompleteAndInTime.self,
    TheAuthorizationCoversTheLine.self,
    TheCodeIsValidOnTheDay.self,
    TheRentalModifierFitsTheMonth.self,
    TheMonthIsWithinTheCap.self,
    PolicyModifiersExcludeEachOther.self,
    EachSideIsALineOfItsOwn.self,
    OxygenCarriesItsCoverageGroup.self,
    EveryPointerLeadsToADiagnosis.self,
    ThePrescriberMayOrder.self,
    TheQuantityIsWithinTheLimit.self,
    TheRefillIsNotTooEarly.self,
    NoStayOverlapsTheService.self,
    TheSpanIsSane.self,
    TheDeliveryIsProvenForTheDay.self,
    ASerialNumberIsOnFile.self,
    TheAmountIsMoreThanZero.self,
    TheNarrativeIsThere.self,
    TheCoordinationOfBenefitsIsComplete.self,
    NothingIsBilledTwice.self,
    TheFilingLimitHasNotPassed.self,
    TheSupplierIsAccredited.self,
    PAPUseIsProvenBeforeMonthFour.self,
    ContentsAndMaintenanceFollowTheRent.self,
    TheBaseEquipmentIsKnown.self,
    ThePatientIsDescribedInFull.self,
    ModifiersStandInTheirOrder.self,
  ]

  /// Everything that is wrong with a charge, in the order of the edits.
  package static func findings(
    in review: ChargeReview, rules: RuleBook, on today: Day
  ) -> [EditFinding] {
    var found: [EditFinding] = []
    for edit in all {
      let more = edit.findings(in: review, rules: rules, on: today)
      if !more.isEmpty { found += more }
    }
    return found
  }

  /// Runs the edits, makes the fixes and runs them again until nothing more is fixed.
  ///
  /// Findings are those of the last run, after the fixes that were made on the way.
  package static func mended(
    _ review: ChargeReview, rules: RuleBook, on today: Day
  ) -> (charge: Charge, findings: [EditFinding]) {
    var review = review
    var made: [EditFinding] = []
    // A fix may call for the next: a month's modifier added, then the order of modifiers. Five
    // kinds of fixes cannot go round more often than this.
    for _ in 0..<mostPasses {
      let found = findings(in: review, rules: rules, on: today)
      guard let fix = found.first(where: { !$0.corrections.isEmpty }) else {
        return (review.charge, made.isEmpty ? found : made + found)
      }
      for correction in fix.corrections { review.charge = review.charge.applying(correction) }
      made.append(fix)
    }
    return (review.charge, made + findings(in: review, rules: rules, on: today))
  }

  private static let mostPasses = 16
}

extension EditFinding {
  /// What it mends, empty where it holds or warns.
  package var corrections: [ChargeCorrection] {
    if case .fix(let corrections) = outcome { corrections } else { [] }
  }
}
