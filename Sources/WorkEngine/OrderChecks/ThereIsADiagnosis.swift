package import Billing

/// A claim has one to twelve diagnoses (loop 2300 HI), and lines point to those that exist.
package enum ThereIsADiagnosis: OrderCheck {
  package static let name = "There is a diagnosis"

  package static func findings(
    in review: OrderReview, rules: RuleBook, on today: Day
  ) -> [OrderFinding] {
    let diagnoses = review.order.diagnoses
    guard !diagnoses.isEmpty else {
      return [
        finding(
          .diagnosis, "The order has no diagnosis.",
          fix: "Enter the ICD-10-CM codes from the prescription or the visit note.")
      ]
    }
    var findings: [OrderFinding] = []
    if diagnoses.count > 12 {
      findings.append(
        finding(
          .diagnosis, "The order has " + String(diagnoses.count) + " diagnoses; a claim takes 12.",
          fix: "Keep those for which the items were ordered."))
    }
    for line in review.order.lines {
      if line.diagnosisPointers.contains(where: { !(1...diagnoses.count).contains($0) }) {
        findings.append(
          finding(
            line: line.number, .diagnosis,
            "For " + line.label + ", a diagnosis is meant that the order does not have.",
            fix: "Point to diagnoses from 1 to " + String(diagnoses.count) + "."))
      } else if line.diagnosisPointers.count > 4 {
        findings.append(
          finding(
            line: line.number, .diagnosis,
            "For " + line.label + ", more than four diagnoses are meant.",
            fix: "Keep the four that matter most (SV107)."))
      }
    }
    return findings
  }
}
