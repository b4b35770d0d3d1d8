package import Billing

/// A claim names the patient with birth date, sex and a full address (005010X222A1 loop 2010BA).
package enum ThePatientCanBeBilled: OrderCheck {
  package static let name = "The patient can be billed"

  package static func findings(
    in review: OrderReview, rules: RuleBook, on today: Day
  ) -> [OrderFinding] {
    let patient = review.order.patient
    let address = patient.address
    var missing: [String] = []
    if patient.lastName.isEmpty { missing.append("last name") }
    if patient.firstName.isEmpty { missing.append("first name") }
    if patient.birthDate == nil { missing.append("birth date") }
    if !["M", "F", "U"].contains(patient.sex) { missing.append("sex") }
    if address.street.isEmpty { missing.append("street") }
    if address.city.isEmpty { missing.append("city") }
    if address.state.utf8.count != 2 { missing.append("state") }
    if ![5, 9].contains(address.zip.utf8.count) { missing.append("ZIP code") }
    var findings: [OrderFinding] = []
    if !missing.isEmpty {
      findings.append(
        finding(
          .demographics, "The patient has no " + missing.joined(separator: ", ") + ".",
          fix: "Enter it as it stands on the member card."))
    }
    if let birth = patient.birthDate, birth > today || birth.year < 1900 {
      findings.append(
        finding(
          .demographics, "The birth date " + birth.description + " cannot be right.",
          fix: "Correct it from the member card."))
    }
    return findings
  }
}
