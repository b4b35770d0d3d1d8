import Cells
import X12

extension SummarizedFile {
  /// The file as the JSON shape promises it; keys that a set has no use for are left out.
  var json: JSONValue {
    let sets: [JSONValue] = summary?.sets.map(Self.json) ?? []
    return [
      "path": .exact(path),
      "bytes": .integer(byteCount),
      "sets": .array(sets),
      "problems": .array(problems.map(Self.json)),
    ]
  }

  private static func json(_ set: SetSummary) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("set", .foreign(set.set)), .init("version", .foreign(set.version)),
      .init("control", .foreign(set.control)), .init("segments", .integer(set.segments)),
    ]
    if let claims = set.claims { members.append(.init("claims", .integer(claims))) }
    for (key, count) in [
      ("services", set.services), ("patients", set.patients), ("questions", set.questions),
      ("benefits", set.benefits), ("refusals", set.refusals),
    ] {
      if let count { members.append(.init(key, .integer(count))) }
    }
    for (key, cents) in [
      ("charge_cents", set.chargeCents), ("paid_cents", set.paidCents),
      ("payment_cents", set.paymentCents),
      ("provider_adjustment_cents", set.providerAdjustmentCents),
    ] {
      if let cents { members.append(.init(key, .integer(cents))) }
    }
    if let isBalanced = set.isBalanced { members.append(.init("balanced", .bool(isBalanced))) }
    return .object(members)
  }

  private static func json(_ problem: X12Problem) -> JSONValue {
    [
      "severity": .foreign(problem.severity.rawValue),
      "segment": .integer(problem.place.segment),
      "byte": .integer(problem.place.byte),
      "element": .foreign(problem.place.element),
      "message": .foreign(problem.message),
    ]
  }

  /// The file as lines for people.
  func print(to output: inout Output) throws(CommandFailure) {
    try output.line("\(foreign: path)  \(MoneyText.count(byteCount)) bytes")
    if let summary {
      for set in summary.sets { try output.line("  " + Self.line(set)) }
      for answer in summary.acknowledgments {
        try output.line(
          """
            TA1  interchange \(foreign: answer.interchangeControl)  code \(foreign: answer.code)  \
          note \(foreign: answer.note)
          """)
      }
    }
    for problem in problems { try output.line("  " + Self.line(problem)) }
  }

  private static func line(_ set: SetSummary) -> SafeText {
    var line: SafeText =
      "\(foreign: set.set)  \(foreign: set.version)  set \(foreign: set.control)  \(MoneyText.count(set.segments)) segments"
    if let claims = set.claims { line += "  \(MoneyText.count(claims)) claims" }
    if let services = set.services { line += "  \(MoneyText.count(services)) lines" }
    if let patients = set.patients { line += "  \(MoneyText.count(patients)) patients" }
    if let questions = set.questions { line += "  \(MoneyText.count(questions)) questions" }
    if let benefits = set.benefits { line += "  \(MoneyText.count(benefits)) statements" }
    if let refusals = set.refusals, refusals > 0 {
      line += "  \(MoneyText.count(refusals)) refusals"
    }
    if let cents = set.chargeCents { line += "  charged \(MoneyText.dollars(cents))" }
    if let cents = set.paidCents { line += "  claims paid \(MoneyText.dollars(cents))" }
    if let cents = set.providerAdjustmentCents, cents != 0 {
      line += "  provider adjustments \(MoneyText.dollars(cents))"
    }
    if let cents = set.paymentCents { line += "  payment \(MoneyText.dollars(cents))" }
    if let isBalanced = set.isBalanced { line += isBalanced ? "  balanced" : "  NOT BALANCED" }
    if !set.isWhole { line += "  not whole" }
    return line
  }

  private static func line(_ problem: X12Problem) -> SafeText {
    var line: SafeText = "\(foreign: problem.severity.rawValue)"
    if problem.place.segment > 0 {
      line += ", segment \(problem.place.segment), byte \(problem.place.byte)"
    }
    if !problem.place.element.isEmpty { line += ", \(foreign: problem.place.element)" }
    return line + ": \(foreign: problem.message)"
  }
}
