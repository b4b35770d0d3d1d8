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
    case .charge(let line, _): return known(line, "charge")
    case .service(let line, let from, let through):
      return fault(ServiceDates(from, through: through), line)
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
    if RentalModifiers.isRented(code.modifiers), units != 1000 {
      return FieldFault(name, "A rental month is billed as one unit, not as several months.")
    }
    let served = situation.claim?.lines.first { $0.number == line }?.serviceFrom
    let item = situation.rules.item(code.code, on: served ?? situation.today)
    if item != nil, units % 1000 != 0 {
      return FieldFault(name, "\(code.code) is counted: units are a whole number.")
    }
    if units > Self.mostUnits * 1000 {
      return FieldFault(name, "A line has at most \(Self.mostUnits) units.")
    }
    return item.flatMap { beyondLimit(units, line, code, $0) }.map { FieldFault(name, $0) }
  }

  /// As of a charge before it is billed.
  private static let mostUnits: Int64 = 9999

  /// More than the payer's window takes, where nothing says that more is meant (domain reference
  /// 7.9); only where the payer follows Medicare's limits.
  private func beyondLimit(
    _ units: Int64, _ line: Int, _ code: ProcedureCode, _ item: CatalogItem
  ) -> String? {
    let exempt = ["RA", "MS", "EY", "GA", "GY", "GZ"]
    guard let limit = item.unitLimit, limit.days > 0,
      let story = situation.reading?.story,
      [.medicareDME, .medicareAdvantage].contains(story.payer.family),
      !code.modifiers.contains(where: exempt.contains),
      let days = situation.claim?.lines.first(where: { $0.number == line })?.service.dayCount
    else { return nil }
    // A fill for several windows may bring as much as they allow together: at most three.
    let windows = max(3, (days + limit.days / 2) / limit.days)
    let (allowed, isBeyond) = limit.units.multipliedReportingOverflow(by: windows)
    if isBeyond || units <= Int64(allowed) * 1000 { return nil }
    return
      "\(limit.units) in \(limit.days) days are the limit of \(code.code), \(allowed) in \(windows) windows."
  }

  /// Nothing older can still be billed or appealed.
  private static let earliestService = 2000

  /// A service that was; one that ran ahead when it was billed first may still do so.
  private func fault(_ service: ServiceDates, _ line: Int) -> FieldFault? {
    let name = DecisionField.Name.line("service", line)
    if let fault = known(line, "service") { return fault }
    if service.first > situation.today {
      return FieldFault(name, "A service cannot begin after today.")
    }
    if service.first.year < Self.earliestService {
      return FieldFault(name, "\(service.first) is too long ago to be billed.")
    }
    let billed = situation.claim?.lines.first { $0.number == line }?.serviceThrough
    guard service.through > max(situation.today, billed ?? situation.today) else { return nil }
    return FieldFault(name, "\(service.through) has not come yet: a service ends with today.")
  }
}
