package import Billing

/// Edit 1 of domain reference 6.6: eligibility on the day of service.
///
/// Holds where there is no coverage, where its own dates or the payer's answer (271, EB01 6) say
/// that it was not in force, and where the payer could not say (AAA): such a claim is denied as 26,
/// 27 or 31. Where nobody asked, or the answer is older than the office takes for true
/// (`eligibilityDays`), it only warns: most coverages go on, and the special work of eligibility
/// checks brings the question by itself.
package enum TheCoverageIsActiveOnTheDayOfService: ChargeEdit {
  package static let name = "The coverage is active on the day of service"
  package static let cause = OrderProblemCause.coverage
  package static let scope = EditFinding.Scope.order

  package static func findings(
    in review: ChargeReview, rules: RuleBook, on today: Day
  ) -> [EditFinding] {
    guard let coverage = review.coverage else {
      return [
        .hold(
          self, "coverage-missing", "No coverage is known that this charge could be billed to.",
          "Enter the payer that pays first, with the member number.", sendsBack: .coverage)
      ]
    }
    let day = review.day
    guard coverage.effective.contains(day) else {
      return [
        .hold(
          self, "eligibility-inactive",
          "By its dates the coverage with \(coverage.payer.name) is not in force on \(day).",
          "Verify eligibility and enter the payer that covers this day.", sendsBack: .coverage)
      ]
    }
    guard let answer = review.eligibility else {
      return [
        .warn(
          self, "No payer's answer about this coverage is on file.", "Ask for eligibility (270).")
      ]
    }
    return findings(from: answer, on: day, rules: rules)
  }

  private static func findings(
    from answer: EligibilityAnswer, on day: Day, rules: RuleBook
  ) -> [EditFinding] {
    switch answer.standing {
    case .unknown:
      return [
        .hold(
          self, "eligibility-unknown",
          "\(answer.payer.name) could not say on \(answer.answeredOn) whether it covers them.",
          "Correct name, birth date or member number and ask again.")
      ]
    case .inactive:
      return [
        .hold(
          self, "eligibility-inactive",
          "\(answer.payer.name) answered on \(answer.answeredOn) that there is no active coverage.",
          "Find the coverage of that day, or bill the patient.")
      ]
    case .active: break
    }
    guard answer.covered.contains(day) else {
      return [
        .hold(
          self, "eligibility-inactive",
          "\(answer.payer.name) answered on \(answer.answeredOn): not covered on \(day).",
          "Find the coverage of that day, or bill the patient.")
      ]
    }
    // A coverage that the payer itself dates past the day of service needs no newer answer.
    if answer.covered.through != nil { return [] }
    let asked = answer.serviceOn ?? answer.answeredOn
    guard day <= asked.adding(days: rules.orders.eligibilityDays) else {
      return [
        .warn(
          self, "The payer's latest answer is about \(asked), \(day - asked) days before service.",
          "Ask for eligibility again (270).")
      ]
    }
    return []
  }
}
