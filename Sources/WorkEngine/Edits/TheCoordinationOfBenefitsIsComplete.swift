package import Billing

/// Edit 22 of domain reference 6.6: what the next payers need to know is there.
///
/// Holds. A charge is billed to its first payer; what that payer paid is put on the next claim from
/// the remittance itself and balanced there (005010X222A1 loops 2320 and 2430). Here remains what
/// an order can lack: a second payer billed with no first one, a member number, a subscriber's
/// name.
package enum TheCoordinationOfBenefitsIsComplete: ChargeEdit {
  package static let name = "The coordination of benefits is complete"
  package static let cause = OrderProblemCause.coverage
  package static let scope = EditFinding.Scope.order

  package static func findings(
    in review: ChargeReview, rules: RuleBook, on today: Day
  ) -> [EditFinding] {
    guard let coverage = review.coverage else { return [] }
    if coverage.sequence != .primary {
      return [
        .hold(
          self, "coordination-missing",
          "\(coverage.payer.name) is entered as \(coverage.sequence.title) payer, and what the "
            + "payer before it paid is not known.",
          "Enter the primary coverage, or make this one the primary.", sendsBack: .coverage)
      ]
    }
    if lacksSubscriber(coverage) {
      return [missingSubscriber(of: coverage, sendsBack: .coverage)]
    }
    let later = review.laterCoverages
    for index in later.indices where later[index].effective.contains(review.day) {
      if later[index].memberID.isEmpty {
        return [
          .hold(
            self, "coordination-missing",
            "The \(later[index].sequence.title) coverage with \(later[index].payer.name) has no "
              + "member number.",
            "Enter the member number, or remove the coverage.")
        ]
      }
      if lacksSubscriber(later[index]) { return [missingSubscriber(of: later[index])] }
    }
    return []
  }

  private static func lacksSubscriber(_ coverage: Coverage) -> Bool {
    coverage.relationship != "18" && (coverage.subscriber?.lastName.isEmpty ?? true)
  }

  private static func missingSubscriber(
    of coverage: Coverage, sendsBack: OrderProblemCause? = nil
  ) -> EditFinding {
    .hold(
      self, "coordination-missing",
      "The patient is insured with \(coverage.payer.name) through somebody else, who is not named.",
      "Enter the subscriber's name, birth date and sex.", sendsBack: sendsBack)
  }
}
