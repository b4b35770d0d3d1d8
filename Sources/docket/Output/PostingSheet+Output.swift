import Billing
import Cells

extension PostingSheet {
  /// What would be posted, line by line and step by step, and what would stay open.
  func print(to output: inout Output) throws(CommandFailure) {
    try output.line()
    try output.line("Sheet")
    var table = TextTable([
      .init("line"), .init("procedure"), .init("charge", .trailing), .init("paid", .trailing),
      .init("adjusted"), .init("goes to"),
    ])
    for line in lines {
      table.add(
        line.position == 0 ? "claim" : "\(line.position)",
        "\(foreign: line.procedure.description)", MoneyText.dollars(line.charge.rawValue),
        MoneyText.dollars(line.paid.rawValue), line.reductionText, line.targetText)
    }
    try output.table(table)
    for step in steps {
      try output.line("\(foreign: step.title)")
      var postings = TextTable([.init("  account"), .init("amount", .trailing)])
      for (account, amount) in step.totals {
        postings.add("  \(foreign: account.rawValue)", MoneyText.dollars(amount.rawValue))
      }
      try output.table(postings)
    }
    if steps.isEmpty && problem == nil { try output.line("No money moves.") }
    for change in balances where change.before != change.after {
      try output.line(
        """
        Line \(change.number) \(foreign: change.procedure.description) afterwards: payer \
        \(MoneyText.dollars(change.after.payer.rawValue)), next payer \(MoneyText.dollars(change.after.nextPayer.rawValue)), \
        patient \(MoneyText.dollars(change.after.patient.rawValue))
        """)
    }
    for note in notes { try output.line("* \(foreign: note)") }
    if let problem { try output.line("! \(foreign: problem.sentence)") }
  }

  /// The sheet as one object.
  var json: JSONValue {
    [
      "problem": .optional(problem) { .foreign($0.sentence) },
      "problem_line": .optional(problem?.line) { .integer($0) },
      "meaning": .optional(meaning) { .foreign($0.rawValue) },
      "notes": .array(notes.map { .foreign($0) }),
      "lines": .array(
        lines.map { line in
          [
            "answer": .integer(line.answer.rawValue),
            "line": .integer(line.position),
            "procedure": .foreign(line.procedure.description),
            "charge_cents": .cents(line.charge),
            "paid_cents": .cents(line.paid),
            "adjustments": .array(
              line.reductions.map { reduction in
                [
                  "code": .foreign(reduction.adjustment.code),
                  "amount_cents": .cents(reduction.adjustment.amount),
                  "kind": .foreign(reduction.kind.rawValue),
                ]
              }),
            "to_lines": .array(line.targets.map { .integer($0) }),
            "held": .bool(line.isHeld),
          ]
        }),
      "steps": .array(
        steps.map { step in
          [
            "title": .foreign(step.title),
            "cause": .foreign(step.cause.rawValue),
            "on": .day(step.on),
            "postings": .array(
              step.postings.map { posting in
                [
                  "account": .foreign(posting.account.rawValue),
                  "amount_cents": .cents(posting.amount),
                  "line": .optional(posting.line.flatMap { number(of: $0) }) { .integer($0) },
                ]
              }),
          ]
        }),
      "balances": .array(
        balances.map { change in
          [
            "line": .integer(change.number),
            "procedure": .foreign(change.procedure.description),
            "payer_before_cents": .cents(change.before.payer),
            "payer_after_cents": .cents(change.after.payer),
            "next_payer_after_cents": .cents(change.after.nextPayer),
            "patient_after_cents": .cents(change.after.patient),
            "paid_after_cents": .cents(change.after.paid),
          ]
        }),
    ]
  }

  private func number(of line: ClaimLineID) -> Int? {
    balances.first { $0.line == line }?.number
  }
}

extension SheetLine {
  fileprivate var reductionText: SafeText {
    let parts = reductions.map { reduction -> String in
      let kind =
        switch reduction.kind {
        case .contractual: ""
        case .patientShare: " passed on"
        case .informational: " information"
        case .denial: " refused"
        }
      return "\(reduction.adjustment.code) \(reduction.adjustment.amount)\(kind)"
    }
    return SafeText(foreign: parts.joined(separator: ", "))
  }

  fileprivate var targetText: SafeText {
    if isHeld { return "suspense" }
    return targets.isEmpty
      ? "nowhere" : SafeText(foreign: "line " + targets.map(String.init).joined(separator: ", "))
  }
}
