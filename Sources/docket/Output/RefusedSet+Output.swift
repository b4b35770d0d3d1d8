import Billing
import Cells

extension RefusedSet {
  /// What could be read of a refused set, and why the rest could not.
  func print(to output: inout Output) throws(CommandFailure) {
    try output.line(
      "Set \(foreign: facts.controlNumber) of \(foreign: file), read \(foreign: readOn.description)"
    )
    try output.line(
      "Trace number \(foreign: facts.traceNumber.isEmpty ? "not readable" : facts.traceNumber)")
    try output.line(
      facts.amount.map { "Amount \(MoneyText.dollars($0.rawValue))" } ?? "Amount not readable")
    try output.line("Refused: \(foreign: facts.problem.message)")
    if let replacedBy { try output.line("Read since in \(foreign: replacedBy.file)") }
  }

  /// What could be read of a refused set, as one object.
  var json: JSONValue {
    [
      "file": .foreign(file),
      "set_position": .integer(Int64(position)),
      "control_number": .foreign(facts.controlNumber),
      "trace_number": .foreign(facts.traceNumber),
      "originator": .foreign(facts.originator),
      "payer": .optional(payer) { .foreign($0.name) },
      "amount_cents": .optional(facts.amount) { .cents($0) },
      "payment_date": .optional(facts.day) { .day($0) },
      "read_on": .day(readOn),
      "problem": [
        "segment": .integer(Int64(facts.problem.place.segment)),
        "byte": .integer(Int64(facts.problem.place.byte)),
        "element": .foreign(facts.problem.place.element),
        "message": .foreign(facts.problem.message),
      ],
      "replaced_by": .optional(replacedBy) { .foreign($0.file) },
    ]
  }
}
