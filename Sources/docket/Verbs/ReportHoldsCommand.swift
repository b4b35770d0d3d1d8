import ArgumentParser
import Billing
import Cells
import Desk
import Operations

/// `docket report holds`: days and dollars on hold.
struct ReportHoldsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "holds",
    abstract: "Days and dollars on hold, by type, team, payer and prescriber.")

  @OptionGroup var options: OfficeOptions
  @Flag(help: "Print one JSON object.") var json = false

  func run() throws {
    let report = try OpenOffice(options, for: .look).office.holds()
    let parts: [(name: SafeText, key: String, rows: [HoldsRow])] = [
      ("type", "by_type", report.byType), ("team", "by_team", report.byTeam),
      ("payer", "by_payer", report.byPayer),
      ("prescriber", "by_prescriber", report.byPrescriber),
    ]
    if json {
      return try Output.only(
        json: .object(
          [
            .init("holds", .integer(report.holds)),
            .init("charges", .integer(report.charges)),
            .init("expected_cents", .cents(report.expected)),
          ] + parts.map { .init($0.key, .array($0.rows.map(Self.json))) }))
    }
    var output = Output()
    try output.line(
      """
      \(MoneyText.count(report.holds)) holds keep back \(MoneyText.count(report.charges)) \
      charges, \(report.expected.shown) expected
      """)
    for part in parts where !part.rows.isEmpty {
      try output.line()
      try output.table(Self.table(part.rows, part.name))
    }
    try output.finish()
  }

  private static func json(_ row: HoldsRow) -> JSONValue {
    [
      "name": .foreign(row.name),
      "holds": .integer(row.holds),
      "charges": .integer(row.charges),
      "expected_cents": .cents(row.expected),
      "mean_days": .integer(row.meanDays),
      "longest_days": .integer(row.longestDays),
    ]
  }

  private static func table(_ rows: [HoldsRow], _ name: SafeText) -> TextTable {
    var table = TextTable([
      .init(name, limit: 40), .init("holds", .trailing), .init("charges", .trailing),
      .init("expected", .trailing), .init("mean days", .trailing), .init("longest", .trailing),
    ])
    for row in rows {
      table.add(
        "\(foreign: row.name)", MoneyText.count(row.holds), MoneyText.count(row.charges),
        row.expected.shown, "\(row.meanDays)", "\(row.longestDays)")
    }
    return table
  }
}
