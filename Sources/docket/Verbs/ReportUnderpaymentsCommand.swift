import ArgumentParser
import Billing
import Cells
import Desk
import Operations

/// `docket report underpayments`: what payers allowed less than expected.
struct ReportUnderpaymentsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "underpayments",
    abstract: "What payers allowed less than expected, by payer and code.")

  @OptionGroup var options: OfficeOptions
  @Flag(help: "Print one JSON object.") var json = false

  func run() throws {
    let rows = try OpenOffice(options, for: .look).office.underpayments()
    if json {
      return try Output.only(json: [
        "lines": .integer(rows.map(\.lines).reduce(0, +)),
        "allowed_cents": .cents(rows.map(\.allowed).total()),
        "expected_cents": .cents(rows.map(\.expected).total()),
        "shortfall_cents": .cents(rows.map(\.shortfall).total()),
        "paid_since_cents": .cents(rows.map(\.paidSince).total()),
        "rows": .array(
          rows.map {
            [
              "payer": .foreign($0.payer), "code": .foreign($0.code), "lines": .integer($0.lines),
              "allowed_cents": .cents($0.allowed), "expected_cents": .cents($0.expected),
              "shortfall_cents": .cents($0.shortfall),
              "paid_since_cents": .cents($0.paidSince),
            ]
          }),
      ])
    }
    var output = Output()
    guard !rows.isEmpty else {
      try output.line("No payer allowed less than expected.")
      return try output.finish()
    }
    var table = TextTable([
      .init("payer", limit: 40), .init("code"), .init("lines", .trailing),
      .init("expected", .trailing), .init("allowed", .trailing), .init("short", .trailing),
      .init("paid since", .trailing),
    ])
    for row in rows {
      table.add(
        "\(foreign: row.payer)", "\(foreign: row.code)", MoneyText.count(row.lines),
        row.expected.shown, row.allowed.shown, row.shortfall.shown, row.paidSince.shown)
    }
    table.add(
      "all", "", MoneyText.count(rows.map(\.lines).reduce(0, +)),
      rows.map(\.expected).total().shown, rows.map(\.allowed).total().shown,
      rows.map(\.shortfall).total().shown, rows.map(\.paidSince).total().shown)
    try output.table(table)
    try output.finish()
  }
}
