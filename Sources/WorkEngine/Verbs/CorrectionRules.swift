import Billing

/// Whether corrections of a claim make sense before it goes out: the checks an order passes too.
struct CorrectionRules {
  let situation: Situation

  func fault(of corrections: [ClaimCorrection]) -> FieldFault? {
    for correction in corrections {
      if let fault = fault(of: correction) { return fault }
    }
    return nil
  }

  private func fault(of correction: ClaimCorrection) -> FieldFault? {
    switch correction {
    case .placeOfService(let place):
      guard situation.rules.claims.knows(placeOfService: place) else {
        return FieldFault(
          "place-of-service",
          "\"\(place)\" is no place of service of the rules; 12 is the patient's home.")
      }
      return nil
    case .diagnoses(let codes):
      let wrong = codes.first { !DiagnosisForm.isBillable($0, situation.rules) }
      return wrong.map {
        FieldFault(
          "diagnoses",
          "\"\($0)\" is no complete ICD-10 code: categories alone are not billable.")
      }
    case .taxonomy(let code):
      let isRight =
        code.utf8.count == 10 && code.last == "X"
        && code.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
      return isRight ? nil : FieldFault("taxonomy", "A taxonomy has ten characters, the last is X.")
    case .procedure(let line, let code): return fault(of: code, .line("procedure", line))
    case .units(let line, let units):
      return fault(units: units, .line("units", line), line, correction)
    case .service(let line, let from, _):
      return from > situation.today
        ? FieldFault(.line("service", line), "A service cannot begin after today.") : nil
    default: return missingLine(correction)
    }
  }

  private func missingLine(_ correction: ClaimCorrection) -> FieldFault? {
    switch correction {
    case .lineNote(let line, _): known(line, "note")
    case .orderingProvider(let line, _, _, _): known(line, "ordered-by")
    default: nil
    }
  }

  private func known(_ line: Int, _ base: String) -> FieldFault? {
    guard let claim = situation.claim, !claim.lines.contains(where: { $0.number == line }) else {
      return nil
    }
    return FieldFault(
      .line(base, line), "The claim has \(claim.lines.count) lines; there is no line \(line).")
  }

  private func fault(of code: ProcedureCode, _ name: DecisionField.Name) -> FieldFault? {
    let line = name.parts.place?.wholeNumber ?? 0
    if let fault = known(line, "procedure") { return fault }
    let served = situation.claim?.lines.first { $0.number == line }?.serviceFrom
    return ProcedureRules(rules: situation.rules, on: served ?? situation.today)
      .refusal(of: code).map { FieldFault(name, $0) }
  }

  private func fault(
    units: Int64, _ name: DecisionField.Name, _ line: Int, _ correction: ClaimCorrection
  ) -> FieldFault? {
    if let fault = known(line, "units") { return fault }
    guard let code = situation.claim?.lines.first(where: { $0.number == line })?.procedure else {
      return nil
    }
    // A rental month is one unit each (domain reference 6.2).
    guard RentalModifiers.isRented(code.modifiers), units != 1000 else { return nil }
    return FieldFault(name, "A rental month is billed as one unit, not as several months.")
  }
}
