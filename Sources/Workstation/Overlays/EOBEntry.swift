import Billing
import Cells
import Desk
import WorkEngine

/// A paper EOB being typed: the money once, then claim after claim, line after line.
struct EOBEntry: Equatable, Sendable {
  /// Where the focus is.
  enum Focus: Equatable, Sendable {
    case head(Int)
    case line(claim: Int, line: Int, column: Int)
    /// The number of the next claim.
    case number
  }

  /// The columns of a line, left to right.
  enum Column: Int, CaseIterable, Sendable {
    case paid, coinsurance, deductible, codes
  }

  /// A claim of the paper with what is typed of its lines.
  struct Typed: Equatable, Sendable {
    var found: EOBClaim
    var number: String
    var lines: [[FormField]]
  }

  var head: [FormField]
  var claims: [Typed] = []
  var number = FormField(
    "claim", "Claim",
    help: "The number of the next claim, as the paper has it. Empty, Enter posts.")
  var focus: Focus = .head(0)
  /// The office looks a claim up, or posts.
  var isAsking = false
  var isPosting = false
  var error: SafeText?

  init(today: Day) {
    head = [
      FormField(
        "kind", "How", PaperPayment.check.rawValue,
        choices: PaperPayment.allCases.map { DecisionField.Choice($0.rawValue, $0.title) },
        help: "How the money came. Left and right, or the first letter, choose."),
      FormField(
        "number", "Number",
        help: "Of the check or transfer; of a card that of its receipt, never its own."),
      FormField("total", "Total", help: "What the money comes to, as 1234.56."),
      FormField("dated", "Dated", help: "The date on the paper: nov 20, or 2026-11-20."),
      FormField("received", "Received", "today", help: "The day of the money."),
      FormField(
        "payer", "Payer",
        help: "Its name, a part of it, or its number. Empty: the payer of the first claim."),
      FormField("interest", "Interest", help: "Interest in the total, as 1.50; empty for none."),
    ]
  }

  /// Whether something was typed that must not be lost.
  var isDirty: Bool {
    !claims.isEmpty || !number.trimmed.isEmpty || head.contains(where: \.isChanged)
  }

  subscript(head name: DecisionField.Name) -> String {
    head.first { $0.name == name }?.trimmed ?? ""
  }

  /// The total as typed, in cents; nil where it is no amount.
  var total: Cents? { Cents(typed: self[head: "total"]) }

  /// What the lines pay so far, in cents.
  var paid: Cents {
    claims.flatMap(\.lines).compactMap { Cents(typed: $0[Column.paid.rawValue].trimmed) }.total()
  }

  /// Interest in the total, in cents; zero where none can be read.
  var interest: Cents { Cents(typed: self[head: "interest"]) ?? .zero }

  /// What is left to be accounted for, in cents; nil without a total.
  var left: Cents? { total.map { $0 - paid - interest } }

  // MARK: The focus

  /// All places that can be gone to, in their order.
  private var places: [Focus] {
    head.indices.map { .head($0) }
      + claims.enumerated().flatMap { claim, typed in
        typed.lines.indices.flatMap { line in
          Column.allCases.map { .line(claim: claim, line: line, column: $0.rawValue) }
        }
      } + [.number]
  }

  var focusedField: FormField? {
    switch focus {
    case .head(let index): head[index]
    case .line(let claim, let line, let column): claims[claim].lines[line][column]
    case .number: number
    }
  }

  mutating func edit(_ key: Key) -> Bool {
    switch focus {
    case .head(let index): head[index].handle(key)
    case .line(let claim, let line, let column): claims[claim].lines[line][column].handle(key)
    case .number: number.handle(key)
    }
  }

  /// To the next place, or back.
  mutating func moveFocus(by step: Int) {
    let places = places
    let index = places.firstIndex(of: focus) ?? 0
    focus = places[(index + step + places.count) % places.count]
  }

  /// To the line above or below, in the same column.
  mutating func moveRow(by step: Int) {
    if focus == .number, step < 0, let last = claims.last {
      focus = .line(claim: claims.count - 1, line: last.lines.count - 1, column: 0)
      return
    }
    guard case .line(let claim, let line, let column) = focus else { return moveFocus(by: step) }
    if claims[claim].lines.indices.contains(line + step) {
      focus = .line(claim: claim, line: line + step, column: column)
    } else if claims.indices.contains(claim + step) {
      let other = claims[claim + step].lines
      focus = .line(
        claim: claim + step, line: step > 0 ? 0 : other.count - 1, column: column)
    } else {
      focus = step > 0 ? .number : .head(head.count - 1)
    }
  }

  /// From a line to what is paid on the next one of its claim; from the last to the next claim.
  mutating func moveOn() {
    guard case .line(let claim, let line, _) = focus else { return moveFocus(by: 1) }
    focus =
      line + 1 < claims[claim].lines.count
      ? .line(claim: claim, line: line + 1, column: 0) : .number
  }

  // MARK: Claims

  /// Adds a claim that was found, and goes to its first line.
  mutating func add(_ found: EOBClaim) {
    let lines = found.claim.lines.map { line in
      [
        FormField("paid", "Paid", help: Self.about(line, "what is paid; the rest is contractual")),
        FormField(
          "coinsurance", "Coinsurance", help: Self.about(line, "what the patient owes of it")),
        FormField(
          "deductible", "Deductible", help: Self.about(line, "what the patient owes of it")),
        FormField(
          "codes", "Other reasons",
          help: Self.about(
            line, "reasons with amounts, one without takes the rest, and remark codes")),
      ]
    }
    claims.append(Typed(found: found, number: number.trimmed, lines: lines))
    number = FormField("claim", "Claim", help: number.asked.help)
    focus = .line(claim: claims.count - 1, line: 0, column: 0)
  }

  private static func about(_ line: ClaimLine, _ what: String) -> String {
    "Line \(line.number), \(line.procedure.description) for \(line.charge): \(what)."
  }

  /// Takes the claim under the focus out, or the last one; false where there is none.
  mutating func removeClaim() -> Bool {
    guard !claims.isEmpty else { return false }
    var index = claims.count - 1
    if case .line(let claim, _, _) = focus { index = claim }
    claims.remove(at: index)
    focus = .number
    return true
  }
}
