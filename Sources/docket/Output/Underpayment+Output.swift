import Billing
import Cells

extension Underpayment {
  /// Line by line what was allowed and what was expected.
  func print(to output: inout Output) throws(CommandFailure) {
    var table = TextTable([
      .init("line", .trailing), .init("procedure"), .init("expected", .trailing),
      .init("allowed", .trailing), .init("short", .trailing), .init("from"),
    ])
    for line in lines {
      table.add(
        "\(line.number)", "\(foreign: line.procedure.description)", line.expected.shown,
        line.allowed.shown, line.shortfall.shown, "\(foreign: line.source.rawValue)")
    }
    try output.table(table)
    try output.line("Still short: \(shortfall.shown)")
  }

  /// What was allowed less than expected, as one object.
  var json: JSONValue {
    [
      "shortfall_cents": .cents(shortfall),
      "paid_since_cents": .cents(paidSince),
      "lines": .array(
        lines.map { line in
          [
            "number": .integer(line.number),
            "procedure": .foreign(line.procedure.description),
            "allowed_cents": .cents(line.allowed),
            "expected_cents": .cents(line.expected),
            "source": .foreign(line.source.rawValue),
            "trace_number": .foreign(line.traceNumber),
            "notice": .day(line.noticeOn),
          ]
        }),
    ]
  }
}
