package import Billing

/// Twelve diagnoses at most (HI), and four pointers of a line (SV107): which of more are meant must
/// be said before a charge takes the first of them.
package enum TheDiagnosesFitOnAClaim: OrderCheck {
  package static let name = "The diagnoses fit on a claim"

  package static func findings(
    in review: OrderReview, rules: RuleBook, on today: Day
  ) -> [OrderFinding] {
    let count = review.order.diagnoses.count
    var findings: [OrderFinding] = []
    if count > 12 {
      findings.append(
        finding(
          .diagnosis, "The order has " + String(count) + " diagnoses; a claim takes 12.",
          fix: "Keep those for which the items were ordered."))
    }
    for line in review.order.lines where line.diagnosisPointers.count > 4 {
      findings.append(
        finding(
          line: line.number, .diagnosis,
          "For " + line.label + ", more than four diagnoses are meant.",
          fix: "Keep the four that matter most (SV107)."))
    }
    return findings
  }
}
