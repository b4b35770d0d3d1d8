package import Billing

/// Name, birth date, sex, address and member number of who is insured (005010X222A1 loop 2010BA).
///
/// Holds: the front end rejects the claim, and common validators let several of these pass: no DMG
/// segment, a ZIP code of four digits, a state that does not exist, lower case in a member number.
package enum ThePatientIsDescribedInFull: ChargeEdit {
  package static let name = "The patient is described in full"
  package static let cause = OrderProblemCause.demographics
  package static let scope = EditFinding.Scope.order

  package static func findings(
    in review: ChargeReview, rules: RuleBook, on today: Day
  ) -> [EditFinding] {
    var found: [EditFinding] = []
    let problems = problems(with: review.order.patient, rules: rules, on: today)
    if !problems.isEmpty {
      found.append(
        .hold(
          self, "demographics-missing", problems.joined(separator: " "),
          "Enter it as it stands on the member card.", sendsBack: cause))
    }
    if let coverage = review.coverage, let problem = problem(with: coverage, rules: rules) {
      found.append(
        .hold(
          self, "coverage-missing", problem, "Correct the member number from the card.",
          sendsBack: coverage.memberID.isEmpty ? .coverage : nil))
    }
    return found
  }

  /// All at once, since whoever asks the patient should have to ask once.
  private static func problems(
    with patient: Patient, rules: RuleBook, on today: Day
  ) -> [String] {
    let address = patient.address
    let fields = [
      ("last name", patient.lastName.isEmpty), ("first name", patient.firstName.isEmpty),
      ("birth date", patient.birthDate == nil), ("sex", patient.sex.isEmpty),
      ("street", address.street.isEmpty), ("city", address.city.isEmpty),
      ("state", address.state.isEmpty), ("ZIP code", address.zip.isEmpty),
    ]
    let missing = fields.filter(\.1).map(\.0)
    var problems: [String] = []
    if !missing.isEmpty {
      problems.append("The patient has no " + missing.joined(separator: ", ") + ".")
    }
    problems += unwritable(patient.lastName, patient.firstName)
    if let birth = patient.birthDate, birth > today || birth.year < earliestBirth {
      problems.append("The birth date \(birth) cannot be right.")
    }
    if !["", "M", "F", "U"].contains(patient.sex) {
      problems.append("The patient's sex is not M, F or U.")
    }
    if !address.state.isEmpty, !isState(address.state, rules: rules) {
      problems.append("\(address.state) is not a state in an address.")
    }
    if !address.zip.isEmpty, !isZIP(address.zip) {
      problems.append("The ZIP code \(address.zip) is not of five or nine digits.")
    }
    return problems
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

  /// The name that goes out is the name that is shown, or nothing goes out.
  private static func unwritable(_ names: String...) -> [String] {
    names.filter { !PlainLetter.canWrite($0) }.map {
      "The name \($0) has letters that no claim can carry: write it as the member card does."
    }
  }

  private static func problem(with coverage: Coverage, rules: RuleBook) -> String? {
    if coverage.memberID.isEmpty {
      return "The coverage with \(coverage.payer.name) has no member number."
    }
    if let person = coverage.subscriber,
      let problem = unwritable(person.lastName, person.firstName).first
    {
      return problem
    }
    guard coverage.payer.family == .medicareDME else { return nil }
    if MedicareNumber.isMadeUp(coverage.memberID), !rules.takesMadeUpNumbers {
      return "\(coverage.memberID) is a made-up Medicare number, which nobody has."
    }
    return MedicareNumber.isInForm(coverage.memberID)
      ? nil
      : "\(coverage.memberID) is no Medicare number: eleven digits and capital letters in their "
        + "places, no dashes, none of S, L, O, I, B and Z."
  }

  private static let earliestBirth = 1900
  /// Military addresses and the freely associated states, which no DME MAC has
  /// (USPS Publication 28, appendix B).
  private static let otherPostalStates: Set<String> = ["AA", "AE", "AP", "FM", "MH", "PW"]
}
