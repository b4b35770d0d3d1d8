package import Billing

/// Name, birth date, sex, address and member number of who is insured (005010X222A1 loop 2010BA).
///
/// Holds: the front end rejects the claim, and common validators let several of these pass: no DMG
/// segment, a ZIP code of four digits, a state that does not exist, lower case in a member number.
package enum ThePatientIsDescribedInFull: ChargeEdit {
  package static let name = "The patient is described in full"

  package static func findings(
    in review: ChargeReview, rules: RuleBook, on today: Day
  ) -> [EditFinding] {
    var found: [EditFinding] = []
    if let problem = problem(with: review.order.patient, rules: rules) {
      found.append(
        .hold(self, "demographics-missing", problem, "Correct the patient on the order."))
    }
    if let coverage = review.coverage, let problem = problem(with: coverage) {
      found.append(
        .hold(self, "coverage-missing", problem, "Correct the member number from the card."))
    }
    return found
  }

  private static func problem(with patient: Patient, rules: RuleBook) -> String? {
    if patient.lastName.isEmpty { return "The patient has no last name." }
    if patient.birthDate == nil { return "The patient's birth date is not known." }
    switch patient.sex {
    case "M", "F", "U": break
    default: return "The patient's sex is not M, F or U."
    }
    let address = patient.address
    if address.street.isEmpty { return "The patient's address has no street." }
    if address.city.isEmpty { return "The patient's address has no city." }
    if !isState(address.state, rules: rules) {
      return "\(address.state.isEmpty ? "Nothing" : address.state) is not a state in an address."
    }
    if !isZIP(address.zip) { return "The ZIP code \(address.zip) is not of five or nine digits." }
    return nil
  }

  /// Two capital letters; one of the states that the rules know, where they know any.
  private static func isState(_ state: String, rules: RuleBook) -> Bool {
    if !rules.jurisdictions.isEmpty {
      return rules.jurisdictions[state] != nil || otherPostalStates.contains(state)
    }
    return state.utf8.count == 2 && state.utf8.allSatisfy { (65...90).contains($0) }
  }

  private static func isZIP(_ zip: String) -> Bool {
    let count = zip.utf8.count
    return (count == 5 || count == 9) && zip.utf8.allSatisfy { (48...57).contains($0) }
  }

  private static func problem(with coverage: Coverage) -> String? {
    let number = coverage.memberID.utf8
    if number.isEmpty { return "The coverage with \(coverage.payer.name) has no member number." }
    guard coverage.payer.family == .medicareDME else { return nil }
    let isInForm =
      number.count == medicareNumberLength
      && number.allSatisfy { (48...57).contains($0) || (65...90).contains($0) }
    return isInForm
      ? nil
      : "\(coverage.memberID) is no Medicare number: eleven digits and capital letters, no dashes."
  }

  /// Military addresses and the freely associated states, which no DME MAC has
  /// (USPS Publication 28, appendix B).
  private static let otherPostalStates: Set<String> = ["AA", "AE", "AP", "FM", "MH", "PW"]
  /// Medicare beneficiary identifier (domain reference 6.1, loop 2010BA).
  private static let medicareNumberLength = 11
}
