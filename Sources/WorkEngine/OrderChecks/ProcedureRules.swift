import Billing

/// Whether a procedure code with its modifiers could be billed on a day at all.
struct ProcedureRules {
  let rules: RuleBook
  let day: Day

  init(rules: RuleBook, on day: Day) {
    self.rules = rules
    self.day = day
  }

  /// Why it could not, in a sentence; nil where nothing speaks against it.
  func refusal(of procedure: ProcedureCode) -> String? {
    let code = procedure.code
    guard ProcedureForm.isProcedure(code) else {
      return "\"\(code)\" is no procedure code: a letter and four digits, then the modifiers "
        + "after a blank."
    }
    if let item = rules.item(code, on: day), !item.effective.contains(day) {
      return "\(code) is not valid on \(day): use the code that took its place."
    }
    return refusal(of: procedure.modifiers)
  }

  private func refusal(of modifiers: [String]) -> String? {
    for (place, modifier) in modifiers.enumerated() {
      if modifier.utf8.count != 2 {
        return "\"\(modifier)\" is no modifier: they have two characters."
      }
      if !rules.modifiers.isEmpty, rules.modifiers[modifier] == nil {
        return "The rules do not know the modifier \(modifier). If it is right, add it to them."
      }
      for other in modifiers[(place + 1)...] {
        if other == modifier { return "\(modifier) stands twice." }
        if excludes(modifier, other) { return "\(modifier) and \(other) cannot stand together." }
      }
    }
    return nil
  }

  private func excludes(_ one: String, _ other: String) -> Bool {
    rules.modifiers[one]?.excludes.contains(other) ?? false
      || rules.modifiers[other]?.excludes.contains(one) ?? false
  }
}

/// The form of procedure codes.
enum ProcedureForm {
  /// HCPCS level II, or the five digits of level I.
  static func isProcedure(_ code: String) -> Bool {
    let letters = code.utf8
    guard letters.count == 5, let first = letters.first else { return false }
    guard (65...90).contains(first) || (48...57).contains(first) else { return false }
    return letters.dropFirst().allSatisfy { (48...57).contains($0) }
  }
}

/// The form of diagnosis codes (ICD-10-CM, as claims carry them: without a dot).
enum DiagnosisForm {
  /// A letter, a digit, then one to five digits or capital letters.
  static func isDiagnosis(_ code: String) -> Bool {
    let letters = code.utf8
    guard (3...7).contains(letters.count) else { return false }
    for (place, letter) in letters.enumerated() {
      let isDigit = (48...57).contains(letter)
      let isCapital = (65...90).contains(letter)
      let fits =
        switch place {
        case 0: isCapital
        case 1: isDigit
        default: isDigit || isCapital
        }
      if !fits { return false }
    }
    return true
  }

  /// Whether it can stand on a claim: three characters are a category, billable only where the
  /// rules list it as complete.
  static func isBillable(_ code: String, _ rules: RuleBook) -> Bool {
    guard isDiagnosis(code) else { return false }
    let complete = rules.claims.completeDiagnoses
    return code.utf8.count > 3 || complete.isEmpty || complete.contains(code)
  }
}
