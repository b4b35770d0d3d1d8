package import Billing

/// The practitioner who ordered is named with an NPI whose check digit is right (loop 2420E).
package enum ThePrescriberHasAValidNPI: OrderCheck {
  package static let name = "The prescriber has a valid NPI"

  package static func findings(
    in review: OrderReview, rules: RuleBook, on today: Day
  ) -> [OrderFinding] {
    guard let prescriber = review.order.prescriber else {
      return [
        finding(
          .prescriber, "No prescriber is named.",
          fix: "Enter the practitioner who signed the order, with the NPI.")
      ]
    }
    var findings: [OrderFinding] = []
    if !NationalProviderIdentifier.isValid(prescriber.npi) {
      let message =
        prescriber.npi.isEmpty
        ? "The prescriber has no NPI."
        : "The prescriber's NPI \"" + prescriber.npi + "\" is not valid: its check digit is wrong."
      findings.append(
        finding(.prescriber, message, fix: "Look the NPI up in the national register (NPPES)."))
    }
    if prescriber.lastName.isEmpty {
      findings.append(
        finding(
          .prescriber, "The prescriber has no last name.",
          fix: "Enter the name as the national register (NPPES) has it."))
    }
    return findings
  }
}
