// What a filled-in form of the order side says, or which field is wrong.

import Billing
import Cells
import Desk

extension FormReader {
  /// The details of a decision of the order side; none for all other decisions.
  func details() throws(Complaint) -> DecisionDetails {
    switch form.verb {
    case .returnOrder:
      guard let cause = form.field(.cause).flatMap({ OrderProblemCause(rawValue: $0.value) }),
        let team = team
      else { return .none }
      return .problem(cause, team)
    case .hold: return .hold(try hold())
    case .releaseHold: return try release()
    case .attachDocument: return .document(try document())
    case .correctCharge: return .charge(try chargeCorrections())
    case .contactPatient:
      return .answers(
        try supplies(mustAnswer: true),
        requestedBy: try requiredText(.requestedBy, "Say who gave the answer."))
    case .fulfil:
      return .fulfilment(on: try past(.happenedOn), try supplies(mustAnswer: false))
    case .pickUp: return .pickup(try past(.happenedOn))
    default: return .none
    }
  }

  private var team: Team? { form.field(.team).flatMap { Team(rawValue: $0.value) } }

  private func text(_ name: FormField.Name) -> String { form.field(name)?.trimmed ?? "" }

  private func requiredText(
    _ name: FormField.Name, _ complaint: SafeText
  ) throws(Complaint) -> String {
    let text = text(name)
    guard !text.isEmpty else { throw Complaint(field: name, text: complaint) }
    return text
  }

  /// A day, or nil where the field is empty.
  private func optionalDay(_ name: FormField.Name) throws(Complaint) -> Day? {
    let text = text(name)
    guard !text.isEmpty else { return nil }
    // What is still to come is read forwards, what happened as the nearest such day.
    let isAhead = name == .validThrough
    guard
      let day = isAhead
        ? TypedDay.parse(text, today: today) : TypedDay.near(text, today: today)
    else {
      throw Complaint(field: name, text: "That is no date. Write nov 20 or 2026-11-20.")
    }
    return day
  }

  /// A day that has come.
  private func past(_ name: FormField.Name) throws(Complaint) -> Day {
    guard let day = try optionalDay(name) else {
      throw Complaint(field: name, text: "Give the day: today, yesterday, nov 20.")
    }
    guard day <= today else {
      throw Complaint(field: name, text: "That day has not come yet.")
    }
    return day
  }

  private func number(_ name: FormField.Name) throws(Complaint) -> Int? {
    let text = text(name)
    guard !text.isEmpty else { return nil }
    guard text.count <= 6, text.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(text)
    else { throw Complaint(field: name, text: "That is no whole number.") }
    return number
  }

  // MARK: Holds

  private func hold() throws(Complaint) -> HoldEntry {
    let code = try requiredText(.holdReason, "Give a reason.")
    let row = holdReasons.first { $0.code == code }
    let typed = text(.dated)
    guard let review = TypedDay.parse(typed, today: today) else {
      throw Complaint(field: .dated, text: "That is no date. Write 3d, 2w, mon or nov 24.")
    }
    guard review > today else {
      throw Complaint(field: .dated, text: "The day must come after today.")
    }
    guard review - today <= 30 else {
      throw Complaint(field: .dated, text: "A hold is looked at again within 30 days.")
    }
    if code == "other", text(.note).isEmpty {
      throw Complaint(field: .note, text: "Say what the reason is.")
    }
    let owner = text(.owner)
    return HoldEntry(
      type: row?.type ?? .manual, reason: code, detail: text(.note),
      team: team ?? row?.team ?? .billing, owner: owner.isEmpty ? nil : owner, reviewOn: review,
      isForAgreement: text(.scope) == "all")
  }

  private func release() throws(Complaint) -> DecisionDetails {
    let evidence = try requiredText(.evidence, "Say what shows that the reason is gone.")
    let id = Int64(text(.held)).map { HoldID($0) }
    return .release(id, allMonths: text(.scope) == "all", evidence: evidence)
  }

  // MARK: Documents

  private func document() throws(Complaint) -> DocumentDraft {
    let kind =
      form.field(.documentKind).flatMap { DocumentKind(rawValue: $0.value) } ?? .medicalRecord
    var draft = DocumentDraft(kind: kind, dated: try optionalDay(.dated))
    draft.signedOn = try optionalDay(.signedOn)
    draft.signer = text(.signer)
    draft.number = text(.number)
    draft.codes = try codes()
    draft.unitsGranted = try number(.granted)
    draft.validFrom = try optionalDay(.validFrom)
    draft.validThrough = try optionalDay(.validThrough)
    draft.value = try number(.measure)
    draft.fileReference = text(.fileReference)
    for (name, day) in [(FormField.Name.dated, draft.dated), (.signedOn, draft.signedOn)] {
      if let day, day > today {
        throw Complaint(field: name, text: "It cannot be dated after today.")
      }
    }
    if draft.dated == nil {
      throw Complaint(field: .dated, text: "Give its date: nov 3 or 2026-11-03.")
    }
    if kind == .authorization, draft.number.isEmpty {
      throw Complaint(field: .number, text: "An authorization has a number.")
    }
    if let from = draft.validFrom, let through = draft.validThrough, through < from {
      throw Complaint(field: .validThrough, text: "It ends before it begins.")
    }
    return draft
  }

  private func codes() throws(Complaint) -> [String] {
    let codes = text(.codes).split { " ,;".contains($0) }.map { $0.uppercased() }
    guard
      codes.allSatisfy({
        $0.count == 5 && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
      })
    else {
      throw Complaint(field: .codes, text: "HCPCS codes of five characters, blanks between.")
    }
    return codes
  }

  // MARK: Charges

  private func chargeCorrections() throws(Complaint) -> [ChargeCorrection] {
    var result: [ChargeCorrection] = []
    func isChanged(_ name: FormField.Name) -> Bool { form.field(name)?.isChanged ?? false }
    if isChanged(.modifiers) { result.append(.modifiers(try modifiers())) }
    if isChanged(.chargeUnits) {
      guard let units = try number(.chargeUnits), units > 0 else {
        throw Complaint(field: .chargeUnits, text: "Units are a whole number above zero.")
      }
      result.append(.units(units))
    }
    if isChanged(.chargeAmount) {
      guard let amount = Cents(typed: text(.chargeAmount)), amount > .zero else {
        throw Complaint(field: .chargeAmount, text: "That is no amount. Write 45 or 45.00.")
      }
      result.append(.amount(amount))
    }
    if isChanged(.serial) { result.append(.serialNumber(text(.serial))) }
    if isChanged(.narrative) {
      guard text(.narrative).count <= 80 else {
        throw Complaint(field: .narrative, text: "A narrative has at most 80 characters (NTE02).")
      }
      result.append(.narrative(text(.narrative)))
    }
    if isChanged(.authorization) { result.append(.authorizationNumber(text(.authorization))) }
    if isChanged(.from) || isChanged(.through) { result.append(try service()) }
    if isChanged(.pointers) { result.append(.diagnosisPointers(try pointers())) }
    guard !result.isEmpty else {
      throw Complaint(field: .modifiers, text: "Nothing is changed yet.")
    }
    return result
  }

  private func modifiers() throws(Complaint) -> [String] {
    let words = text(.modifiers).split { " -:,".contains($0) }.map { $0.uppercased() }
    guard words.count <= 4,
      words.allSatisfy({
        $0.count == 2 && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
      })
    else {
      throw Complaint(field: .modifiers, text: "Up to four modifiers of two characters: RR KX.")
    }
    return words
  }

  private func service() throws(Complaint) -> ChargeCorrection {
    guard let from = try optionalDay(.from) else {
      throw Complaint(field: .from, text: "A charge has a first day of service.")
    }
    guard let through = try optionalDay(.through) else {
      throw Complaint(field: .through, text: "A charge has a last day of service.")
    }
    guard from <= through else {
      throw Complaint(field: .through, text: "It ends before it begins.")
    }
    return .service(from: from, through: through)
  }

  private func pointers() throws(Complaint) -> [Int] {
    let count = form.detail?.charge?.order.diagnoses.count ?? 12
    let numbers = text(.pointers).split { " ,".contains($0) }.map { Int($0) }
    guard (1...4).contains(numbers.count),
      numbers.allSatisfy({ ($0.map { (1...max(1, count)).contains($0) }) ?? false })
    else {
      throw Complaint(
        field: .pointers, text: "One to four places of the order's \(count) diagnoses: 1 2.")
    }
    return numbers.compactMap { $0 }
  }

  // MARK: Special work

  private func supplies(mustAnswer: Bool) throws(Complaint) -> [SupplyAnswer] {
    var answers: [SupplyAnswer] = []
    for (index, item) in (form.detail?.special?.work.due.items ?? []).enumerated() {
      let name = FormField.Name.supply(item: index)
      guard let units = try number(name) else {
        throw Complaint(
          field: name,
          text: mustAnswer
            ? "Ask for this item too: the units wanted, 0 for a no."
            : "How many were delivered? 0 for none.")
      }
      guard units <= item.units else {
        throw Complaint(field: name, text: "The limits allow \(item.units) now.")
      }
      answers.append(SupplyAnswer(code: item.procedure.code, units: units))
    }
    return answers
  }
}

extension FormField.Name {
  /// Whether it is read into the details of a decision, not as a correction of a claim.
  var isOfOrderSide: Bool {
    switch self {
    case .cause, .team, .owner, .holdReason, .scope, .held, .evidence, .documentKind, .dated,
      .signedOn, .signer, .validFrom, .validThrough, .number, .codes, .granted, .measure,
      .fileReference, .modifiers, .chargeUnits, .chargeAmount, .serial, .narrative, .authorization,
      .from, .through, .pointers, .supply, .requestedBy, .happenedOn, .claims, .total, .column:
      true
    default: false
    }
  }
}

extension TypedDay {
  /// A day of papers and deliveries: without a year, the nearest such day, not the next one.
  static func near(_ text: String, today: Day) -> Day? {
    guard let day = parse(text, today: today) else { return nil }
    let hasYear = text.filter(\.isNumber).count > 4
    let isRelative = !text.contains(" ") && !text.contains("/")
    return hasYear || isRelative || day - today <= 183 ? day : day.adding(years: -1)
  }
}

extension DecisionDetails {
  /// What a field said in a decision that was taken before; empty where it said nothing.
  func value(of name: FormField.Name) -> String {
    switch (self, name) {
    case (.problem(let cause, _), .cause): cause.rawValue
    case (.problem(_, let team), .team): team.rawValue
    case (.hold(let entry), .holdReason): entry.reason
    case (.hold(let entry), .team): entry.team.rawValue
    case (.hold(let entry), .owner): entry.owner ?? ""
    case (.hold(let entry), .scope): entry.isForAgreement ? "all" : "month"
    case (.release(_, let allMonths, _), .scope): allMonths ? "all" : "month"
    case (.release(_, _, let evidence), .evidence): evidence
    case (.document(let draft), .documentKind): draft.kind.rawValue
    default: ""
    }
  }
}
