package import Billing

/// The corrections of a claim as fields: every element that a front end can name.
enum CorrectionFields {
  /// The claim as it stands; what is changed is a correction.
  ///
  /// An authorization that was obtained since is proposed, so that it need not be typed again.
  static func fields(in situation: Situation) -> [DecisionField] {
    guard let claim = situation.claim else { return [] }
    let granted = situation.grantedAuthorization
    func field(
      _ name: DecisionField.Name, _ label: String, _ value: String, isPrivate: Bool = false,
      _ help: String
    ) -> DecisionField {
      DecisionField(name, label, value, .asItStands, isPrivate: isPrivate, help: help)
    }
    var fields = [
      field(
        "member-id", "Member ID", claim.memberID, isPrivate: true,
        "As on the card, without blanks."),
      field(
        "patient-name", "Patient", "", isPrivate: true,
        "LAST, FIRST as the payer knows the patient; empty leaves it as it is."),
      field(
        "birth-date", "Born", "", isPrivate: true,
        "1948-05-02 or 5/2/1948; empty leaves it as it is."),
      field("sex", "Sex", "", isPrivate: true, "F, M or U; empty leaves it as it is."),
      field("group", "Group number", "", isPrivate: true, "SBR03; empty leaves it as it is."),
      DecisionField(
        "authorization", "Authorization", granted ?? claim.priorAuthorization,
        granted == nil ? .asItStands : .proposed, isPrivate: true,
        help: "Prior authorization number, REF*G1."),
      field(
        "place-of-service", "Place of service", claim.placeOfService,
        "12 is the patient's home."),
      field(
        "diagnoses", "Diagnoses", claim.diagnoses.joined(separator: " "),
        "ICD-10 codes, the main one first, blanks between."),
      field(
        "taxonomy", "Taxonomy", "", "Ten characters of the supplier, PRV; empty leaves it as it is."
      ),
      field("claim-note", "Claim note", "", "NTE text of the claim; empty leaves it as it is."),
    ]
    for line in claim.lines.prefix(50) {
      let number = line.number
      fields += [
        field(
          .line("procedure", number), "Line \(number) code", line.procedure.description,
          "HCPCS code and up to four modifiers, blanks between."),
        field(
          .line("units", number), "Line \(number) units",
          ThousandthsText.text(line.unitsInThousandths), "A number of units."),
        field(
          .line("charge", number), "Line \(number) charge", line.charge.positivePlain,
          "What is billed for all units of the line."),
        field(
          .line("service", number), "Line \(number) service",
          line.serviceFrom == line.serviceThrough
            ? line.serviceFrom.description : "\(line.serviceFrom) \(line.serviceThrough)",
          "First and last day, blanks between: 2026-11-03 2026-12-02."),
        field(
          .line("note", number), "Line \(number) narrative", "",
          "NTE text for the line; empty leaves it as it is."),
        field(
          .line("ordered-by", number), "Line \(number) ordered by", "",
          "LAST, FIRST NPI; empty leaves it as it is."),
      ]
    }
    return fields
  }

  /// The corrections of the fields that say something.
  ///
  /// - Throws: ``FieldFault`` that names the field and says how to put it right.
  static func read(_ fields: inout FieldReader) throws(FieldFault) -> [ClaimCorrection] {
    var corrections: [ClaimCorrection] = []
    let memberID = fields.text("member-id").filter { $0 != " " }
    if !memberID.isEmpty { corrections.append(.memberID(memberID.uppercased())) }
    if fields.says("patient-name") {
      let name = try personName(fields.text("patient-name"), "patient-name")
      corrections.append(.patientName(last: name.last, first: name.first))
    }
    if let day = try fields.day("birth-date", .past) { corrections.append(.birthDate(day)) }
    let sex = fields.text("sex").uppercased()
    if !sex.isEmpty {
      guard ["F", "M", "U"].contains(sex) else { throw FieldFault("sex", "Write F, M or U.") }
      corrections.append(.sex(sex))
    }
    let group = try fields.text("group", upTo: 50, "A group number")
    if !group.isEmpty { corrections.append(.groupNumber(group)) }
    let authorization = try fields.text("authorization", upTo: 50, "An authorization number")
    if !authorization.isEmpty { corrections.append(.priorAuthorization(authorization)) }
    let place = fields.text("place-of-service")
    if !place.isEmpty { corrections.append(.placeOfService(place)) }
    let diagnoses = fields.codes("diagnoses").map { $0.filter { $0 != "." } }
    if !diagnoses.isEmpty {
      guard diagnoses.count <= 12 else {
        throw FieldFault("diagnoses", "A claim takes twelve diagnoses at most.")
      }
      corrections.append(.diagnoses(diagnoses))
    }
    let taxonomy = fields.text("taxonomy").uppercased()
    if !taxonomy.isEmpty { corrections.append(.taxonomy(taxonomy)) }
    let note = try fields.text("claim-note", upTo: 80, "A claim note")
    if !note.isEmpty { corrections.append(.claimNote(note)) }
    return try corrections + lines(&fields)
  }

  private static func lines(
    _ fields: inout FieldReader
  ) throws(FieldFault) -> [ClaimCorrection] {
    var corrections: [ClaimCorrection] = []
    for (name, line) in try places(fields, "procedure") {
      let words = fields.codes(name)
      guard let code = words.first else { continue }
      guard words.count <= 5 else {
        throw FieldFault(name, "A line takes four modifiers at most.")
      }
      corrections.append(
        .procedure(line: line, ProcedureCode(code, Array(words.dropFirst()))))
    }
    for (name, line) in try places(fields, "units") {
      guard let units = ThousandthsText.read(fields.text(name)) else {
        throw FieldFault(name, "Units are a number above zero.")
      }
      corrections.append(.units(line: line, inThousandths: units))
    }
    for (name, line) in try places(fields, "charge") {
      guard let amount = try fields.cents(name) else { continue }
      corrections.append(.charge(line: line, amount))
    }
    for (name, line) in try places(fields, "service") {
      corrections.append(try service(fields.text(name), line, name, today: fields.today))
    }
    for (name, line) in try places(fields, "note") {
      // 005010X222A1 loop 2400 NTE02, as far as the DME contractors read it.
      corrections.append(
        .lineNote(line: line, try fields.text(name, upTo: 80, "A narrative")))
    }
    for (name, line) in try places(fields, "ordered-by") {
      corrections.append(try orderingProvider(fields.text(name), line, name))
    }
    return corrections
  }

  private static func places(
    _ fields: FieldReader, _ base: String
  ) throws(FieldFault) -> [(DecisionField.Name, Int)] {
    var found: [(DecisionField.Name, Int)] = []
    for place in fields.places(of: base) {
      let name = DecisionField.Name(rawValue: "\(base):\(place)")
      guard let number = place.wholeNumber, number > 0 else {
        throw FieldFault(name, "\"\(place)\" is no line number.")
      }
      found.append((name, number))
    }
    return found
  }

  private static func service(
    _ text: String, _ line: Int, _ name: DecisionField.Name, today: Day
  ) throws(FieldFault) -> ClaimCorrection {
    let days = text.split(separator: " ").map { TypedDay.near(String($0), today: today) }
    guard (1...2).contains(days.count), let from = days.first ?? nil, let through = days.last ?? nil
    else { throw FieldFault(name, "Write one day or two: 2026-11-03 2026-12-02.") }
    guard from <= through else { throw FieldFault(name, "It ends before it begins.") }
    return .service(line: line, from: from, through: through)
  }

  private static func orderingProvider(
    _ text: String, _ line: Int, _ name: DecisionField.Name
  ) throws(FieldFault) -> ClaimCorrection {
    let words = text.split { " ,".contains($0) }
    guard words.count >= 2, let npi = words.last.map(String.init),
      let end = text.range(ofLast: npi)
    else { throw FieldFault(name, "Write LAST, FIRST and the NPI.") }
    guard NationalProviderIdentifier.isValid(npi) else {
      throw FieldFault(
        name, "That NPI fails its check digit; compare it with the order.")
    }
    let person = try personName(String(text[..<end]).trimmingBlanks, name)
    return .orderingProvider(
      line: line, lastName: person.last, firstName: person.first, npi: npi)
  }

  /// `LAST, FIRST` in upper case; without a comma the first word is the last name.
  private static func personName(
    _ text: String, _ name: DecisionField.Name
  ) throws(FieldFault) -> (last: String, first: String) {
    let separator = text.firstIndex(of: ",") ?? text.firstIndex(of: " ") ?? text.endIndex
    let last = String(text[..<separator]).trimmingBlanks.uppercased()
    let rest = separator < text.endIndex ? text[text.index(after: separator)...] : ""
    guard !last.isEmpty else { throw FieldFault(name, "Write LAST, FIRST.") }
    return (last, String(rest).trimmingBlanks.uppercased())
  }

  static func write(_ corrections: [ClaimCorrection], to fields: inout FieldWriter) {
    for correction in corrections {
      switch correction {
      case .memberID(let value): fields.set("member-id", value)
      case .patientName(let last, let first): fields.set("patient-name", "\(last), \(first)")
      case .birthDate(let day): fields.set("birth-date", day)
      case .sex(let value): fields.set("sex", value)
      case .groupNumber(let value): fields.set("group", value)
      case .priorAuthorization(let value): fields.set("authorization", value)
      case .placeOfService(let value): fields.set("place-of-service", value)
      case .diagnoses(let codes): fields.set("diagnoses", codes)
      case .taxonomy(let value): fields.set("taxonomy", value)
      case .claimNote(let text): fields.set("claim-note", text)
      case .procedure(let line, let code): fields.set(.line("procedure", line), code.description)
      case .units(let line, let units):
        fields.set(.line("units", line), ThousandthsText.text(units))
      case .charge(let line, let amount): fields.set(.line("charge", line), amount)
      case .service(let line, let from, let through):
        fields.set(.line("service", line), "\(from) \(through)")
      case .lineNote(let line, let text): fields.set(.line("note", line), text)
      case .orderingProvider(let line, let last, let first, let npi):
        fields.set(.line("ordered-by", line), "\(last), \(first) \(npi)")
      }
    }
  }
}

extension ClaimCorrection {
  /// What was put right, for the history: `birth date 1981-03-17`.
  package var words: String {
    switch self {
    case .memberID(let value): "member ID \(value)"
    case .patientName(let last, let first): "patient \(last), \(first)"
    case .birthDate(let day): "birth date \(day)"
    case .sex(let value): "sex \(value)"
    case .groupNumber(let value): "group number \(value)"
    case .priorAuthorization(let value): "authorization \(value)"
    case .placeOfService(let value): "place of service \(value)"
    case .diagnoses(let codes): "diagnoses \(codes.joined(separator: " "))"
    case .taxonomy(let value): "taxonomy \(value)"
    case .claimNote: "claim note"
    case .procedure(let line, let code): "line \(line) code \(code.description)"
    case .units(let line, let units): "line \(line) units \(ThousandthsText.text(units))"
    case .charge(let line, let amount): "line \(line) charge \(amount)"
    case .service(let line, let from, let through):
      "line \(line) service \(from)" + (from == through ? "" : " to \(through)")
    case .lineNote(let line, _): "line \(line) narrative"
    case .orderingProvider(let line, let last, let first, let npi):
      "line \(line) ordered by \(last), \(first) \(npi)"
    }
  }
}

/// Units as people write them: thousandths without needless zeros.
enum ThousandthsText {
  static func text(_ units: Int64) -> String {
    let whole = units / 1000
    let rest = String(units % 1000)
    guard units % 1000 != 0 else { return String(whole) }
    var fraction = String(repeating: "0", count: 3 - rest.count) + rest
    while fraction.last == "0" { fraction.removeLast() }
    return "\(whole).\(fraction)"
  }

  /// `1`, `1.5`, `.25` in thousandths; nil for anything else and for nothing.
  static func read(_ text: String) -> Int64? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard (1...2).contains(parts.count), parts.count == 1 || parts[1].count <= 3,
      let whole = parts[0].isEmpty ? 0 : parts[0].wholeNumber,
      let rest = parts.count == 1 || parts[1].isEmpty
        ? 0 : (parts[1] + String(repeating: "0", count: 3 - parts[1].count)).wholeNumber
    else { return nil }
    let units = Int64(whole) * 1000 + Int64(rest)
    return units > 0 ? units : nil
  }
}

extension String {
  /// Where a text that ends this one begins.
  fileprivate func range(ofLast ending: String) -> Index? {
    guard hasSuffix(ending) else { return nil }
    return index(endIndex, offsetBy: -ending.count)
  }
}
