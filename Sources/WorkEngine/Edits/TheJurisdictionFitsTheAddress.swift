package import Billing

/// Edit 3 of domain reference 6.6: the DME MAC is the one of the beneficiary's permanent address.
///
/// Holds: another MAC rejects the claim (CARC 109). Which state belongs to which MAC is rules data
/// (`jurisdiction` rows); a state that the data do not know is for `ThePatientIsDescribedInFull`.
package enum TheJurisdictionFitsTheAddress: ChargeEdit {
  package static let name = "The jurisdiction fits the address"
  package static let cause = OrderProblemCause.coverage
  package static let scope = EditFinding.Scope.order

  package static func findings(
    in review: ChargeReview, rules: RuleBook, on today: Day
  ) -> [EditFinding] {
    guard let coverage = review.coverage, coverage.payer.family == .medicareDME,
      let expected = rules.jurisdictions[review.order.patient.address.state],
      expected != coverage.payer.identifier
    else { return [] }
    return [
      .hold(
        self, "wrong-jurisdiction",
        "An address in \(review.order.patient.address.state) belongs to payer \(expected), and "
          + "the coverage names \(coverage.payer.identifier).",
        "Correct the address, or bill the DME MAC of that state.")
    ]
  }
}
