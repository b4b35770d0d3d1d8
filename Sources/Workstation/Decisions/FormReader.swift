import Billing
import Cells
import Desk

/// Reads a filled-in form as a decision, or says which field is wrong.
struct FormReader {
  /// Which field is wrong, and how to put it right.
  struct Complaint: Error, Equatable {
    var field: FormField.Name
    var text: SafeText
  }

  var form: DecisionForm
  var today: Day
  var holdReasons: [HoldReasonRow] = []

  func decision() throws(Complaint) -> Decision {
    var decision = Decision(form.verb, resultCode: form.resultCode)
    for field in form.fields {
      switch field.name {
      case .note: decision.note = try note(field)
      case .followUp: decision.followUpOn = try day(field)
      case .assignee: decision.assignee = field.trimmed
      case .amount: decision.amount = try amount(field)
      case .reason: decision.reasonCode = try required(field, "Give a reason.")
      case .level: decision.appealLevel = Int(field.value).flatMap(AppealLevel.init)
      case .outcome: decision.appealOutcome = AppealOutcome(rawValue: field.value)
      case .status: decision.payerStatus = field.value
      case .candidate:
        decision.matchTo = try candidate(field)
        if decision.matchTo == nil { decision.reasonCode = FormReader.fromRemittance }
      case .letter: decision.noticeOn = try letter(field)
      case .delay: break
      case let name where name.isOfOrderSide: break
      default:
        guard field.isChanged else { continue }
        decision.corrections.append(try correction(field))
      }
    }
    if let delay = form.field(.delay) {
      decision.note = delay.value + (decision.note.isEmpty ? "" : ": " + decision.note)
    }
    decision.details = try details()
    return decision
  }

  /// The reason code of a match that makes the claim from what the remittance says.
  static let fromRemittance = "from-remittance"

  private func letter(_ field: FormField) throws(Complaint) -> Day? {
    guard let day = TypedDay.parse(field.trimmed, today: today) else {
      throw Complaint(field: field.name, text: "That is no date. Write nov 20 or 2026-11-20.")
    }
    guard day <= today else {
      throw Complaint(field: field.name, text: "The letter cannot be dated after today.")
    }
    return day
  }

  func required(_ field: FormField, _ text: SafeText) throws(Complaint) -> String {
    guard !field.trimmed.isEmpty else { throw Complaint(field: field.name, text: text) }
    return field.trimmed
  }

  private func note(_ field: FormField) throws(Complaint) -> String {
    switch form.verb {
    case .note: try required(field, "Write the note first.")
    case .escalate: try required(field, "Say what you need from the lead.")
    case .breakLease: try required(field, "Say why you take it over.")
    case .returnOrder: try required(field, "Say what the front office has to put right.")
    case .cancelOrder: try required(field, "Say why the order is cancelled.")
    case .withdrawCharge: try required(field, "Say why it will not be billed.")
    case .decline: try required(field, "Say why it is not wanted.")
    default: field.trimmed
    }
  }

  private func day(_ field: FormField) throws(Complaint) -> Day? {
    let text = field.trimmed
    guard let day = TypedDay.parse(text, today: today) else {
      throw Complaint(
        field: field.name, text: "That is no date. Write 3d, 2w, mon, nov 24 or 2026-11-24.")
    }
    guard day > today else {
      throw Complaint(field: field.name, text: "The day must come after today.")
    }
    return day
  }

  private func amount(_ field: FormField) throws(Complaint) -> Cents? {
    let text = field.trimmed
    if text.isEmpty { return nil }
    guard let amount = Cents(typed: text), amount > .zero else {
      throw Complaint(field: field.name, text: "That is no amount. Write 45 or 45.00.")
    }
    if case .one(let item, _) = form.target {
      guard amount <= item.balance else {
        throw Complaint(
          field: field.name, text: "Only \(Wording.money(item.balance)) is open.")
      }
      // All of it is said without a number, so that nothing is left by a cent.
      return amount == item.balance ? nil : amount
    }
    return amount
  }

  private func candidate(_ field: FormField) throws(Complaint) -> ClaimID? {
    if field.value == FormReader.fromRemittance { return nil }
    guard field.isChoice, let key = Int64(field.value) else {
      throw Complaint(field: field.name, text: "No claim of the office fits; leave it in suspense.")
    }
    return ClaimID(key)
  }

  // MARK: Corrections

  private func correction(_ field: FormField) throws(Complaint) -> ClaimCorrection {
    let text = field.trimmed
    switch field.name {
    case .memberID:
      let value = try required(field, "A member ID cannot be empty.")
      return .memberID(value.filter { $0 != " " })
    case .priorAuthorization: return .priorAuthorization(text)
    case .placeOfService:
      guard text.count == 2, text.allSatisfy({ $0.isASCII && $0.isNumber }) else {
        throw Complaint(field: field.name, text: "Two digits: 12 for the home.")
      }
      return .placeOfService(text)
    case .diagnoses:
      let codes = text.split { " ,".contains($0) }.map { $0.uppercased() }
      guard !codes.isEmpty, codes.count <= 12, codes.allSatisfy(Self.isDiagnosis) else {
        throw Complaint(
          field: field.name, text: "One to twelve ICD-10 codes, such as J44.9 G47.33.")
      }
      return .diagnoses(codes)
    case .procedure(let line):
      guard let code = Self.procedure(text) else {
        throw Complaint(
          field: field.name,
          text: "Five characters and up to four modifiers of two, such as E1390 RR KX.")
      }
      return .procedure(line: line, code)
    case .units(let line):
      guard let units = Wording.units(typed: text) else {
        throw Complaint(field: field.name, text: "Units are a number above zero.")
      }
      return .units(line: line, inThousandths: units)
    case .lineNote(let line):
      guard text.count <= 80 else {
        throw Complaint(field: field.name, text: "A narrative has at most 80 characters (NTE02).")
      }
      return .lineNote(line: line, text)
    case .orderingProvider(let line): return try orderingProvider(text, line: line, field.name)
    default: throw Complaint(field: field.name, text: "This field is no correction.")
    }
  }

  private func orderingProvider(
    _ text: String, line: Int, _ name: FormField.Name
  ) throws(Complaint) -> ClaimCorrection {
    let words = text.split { " ,".contains($0) }.map { $0.uppercased() }
    guard let npi = words.last, words.count >= 2,
      let comma = text.firstIndex(of: ",") ?? text.firstIndex(of: " ")
    else { throw Complaint(field: name, text: "Write LAST, FIRST and the NPI.") }
    guard NationalProviderIdentifier.isValid(npi) else {
      throw Complaint(
        field: name, text: "That NPI fails its check digit; compare it with the order.")
    }
    let last = String(text[..<comma]).trimmed.uppercased()
    let first = words.dropFirst(last.split(separator: " ").count).dropLast()
    return .orderingProvider(
      line: line, lastName: last, firstName: first.joined(separator: " "), npi: npi)
  }

  static func isDiagnosis(_ code: String) -> Bool {
    let letters = code.filter { $0 != "." }
    return (3...7).contains(letters.count) && letters.first?.isLetter == true
      && letters.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
  }

  static func procedure(_ text: String) -> ProcedureCode? {
    let parts = text.split { " -:,".contains($0) }.map { $0.uppercased() }
    guard let code = parts.first, code.count == 5, parts.count <= 5,
      parts.allSatisfy({ $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) } }),
      parts.dropFirst().allSatisfy({ $0.count == 2 })
    else { return nil }
    return ProcedureCode(code, Array(parts.dropFirst()))
  }
}
