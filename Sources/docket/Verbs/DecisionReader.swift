import Billing
import Cells
import Desk
import Operations

/// Reads the options of `docket act` as a decision.
struct DecisionReader {
  let command: ActCommand
  let office: Office
  let detail: ItemDetail

  /// The decision as typed; whether it may be taken, the office says.
  func decision(_ verb: DecisionVerb) throws -> Decision {
    let option = detail.advice.options.first { $0.verb == verb }
    let followUp =
      try DayArgument.read(optional: command.followUp, "--follow-up", today: office.today)
      ?? option?.followUpOn
    return Decision(
      verb, resultCode: command.result, note: command.note, followUpOn: followUp,
      assignee: command.to, amount: command.amount, reasonCode: command.reason,
      appealLevel: command.level ?? (verb == .appeal ? detail.advice.nextAppealLevel : nil),
      appealOutcome: command.outcome, payerStatus: command.status?.kept ?? "",
      corrections: verb == .correctCharge ? [] : try command.correct.map(correction),
      matchTo: try match(),
      noticeOn: try DayArgument.read(optional: command.notice, "--notice", today: office.today),
      details: try details(verb))
  }

  /// The claim of a control number: a candidate of the item, or any claim the office has work on.
  private func match() throws -> ClaimID? {
    guard let text = command.match else { return nil }
    if let candidate = detail.staged?.candidates.first(where: {
      $0.controlNumber == text || String($0.claim.rawValue) == text
    }) {
      return candidate.claim
    }
    for item in try office.find(text) {
      if case .claim(let claim) = try office.item(item).item.subject { return claim }
    }
    throw CommandFailure(
      """
      no claim \"\(foreign: text)\" is known here; see docket show \(foreign: command.id) for \
      those that fit
      """)
  }

  // MARK: Corrections

  private func correction(_ text: String) throws(CommandFailure) -> ClaimCorrection {
    guard let equals = text.firstIndex(of: "=") else {
      throw CommandFailure(
        "--correct \"\(foreign: text)\": write FIELD=VALUE, see docket act --help")
    }
    let field = text[..<equals].split(separator: ":", maxSplits: 1)
    let value = String(text[text.index(after: equals)...])
    let name = field.first.map(String.init) ?? ""
    switch (name, field.count) {
    case ("member-id", 1): return .memberID(value)
    case ("authorization", 1): return .priorAuthorization(value)
    case ("place-of-service", 1): return .placeOfService(value)
    case ("diagnoses", 1): return .diagnoses(words(value))
    case ("procedure", 2):
      guard let code = words(value).first else { throw empty(name) }
      return .procedure(
        line: try line(field[1]), ProcedureCode(code, Array(words(value).dropFirst())))
    case ("units", 2):
      guard let units = Self.thousandths(value) else {
        throw CommandFailure("--correct units: \"\(foreign: value)\" is no number of units")
      }
      return .units(line: try line(field[1]), inThousandths: units)
    case ("note", 2): return .lineNote(line: try line(field[1]), value)
    case ("ordered-by", 2): return try orderingProvider(value, line: try line(field[1]))
    default:
      throw CommandFailure(
        """
        --correct \"\(foreign: name)\": use member-id, authorization, place-of-service, diagnoses, \
        procedure:N, units:N, note:N or ordered-by:N
        """)
    }
  }

  private func line(_ text: Substring) throws(CommandFailure) -> Int {
    guard let number = Int(text), number > 0 else {
      throw CommandFailure("--correct: \"\(foreign: String(text))\" is no line number")
    }
    return number
  }

  private func orderingProvider(
    _ text: String, line: Int
  ) throws(CommandFailure) -> ClaimCorrection {
    let parts = words(text)
    guard parts.count >= 2, let npi = parts.last, NationalProviderIdentifier.isValid(npi),
      let last = parts.first
    else {
      throw CommandFailure(
        "--correct ordered-by: write \"LAST, FIRST NPI\" with an NPI whose check digit is right")
    }
    return .orderingProvider(
      line: line, lastName: last, firstName: parts.dropFirst().dropLast().joined(separator: " "),
      npi: npi)
  }

  private func empty(_ name: String) -> CommandFailure {
    CommandFailure("--correct \(foreign: name): the value is empty")
  }

  private func words(_ text: String) -> [String] {
    text.split { " ,".contains($0) }.map { $0.uppercased() }
  }

  /// `1`, `1.5`, `.25` in thousandths; nil for anything else.
  private static func thousandths(_ text: String) -> Int64? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts[0].count <= 9,
      parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let whole = parts[0].isEmpty ? 0 : Int64(parts[0])
    else { return nil }
    let fraction = parts.count == 2 ? String(parts[1]) : ""
    guard fraction.count <= 3,
      let rest = Int64(fraction + String(repeating: "0", count: 3 - fraction.count))
    else { return nil }
    let units = whole * 1000 + rest
    return units > 0 ? units : nil
  }
}
