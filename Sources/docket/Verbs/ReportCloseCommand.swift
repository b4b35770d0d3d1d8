import ArgumentParser
import Billing
import Cells
import Desk
import Operations

/// `docket report close [PERIOD]`: the month-end pack.
struct ReportCloseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "close",
    abstract: "The month-end pack: receivables from start to end, and every account.")

  @OptionGroup var options: OfficeOptions
  @Flag(help: "Print one JSON object.") var json = false
  @Argument(help: "The month, 2026-10, or a day; otherwise the last month that is over.")
  var period: BookPeriod?

  func run() throws {
    let office = try OpenOffice(options, for: .look).office
    let pack = try office.closePack(period ?? BookPeriod(lastMonthBefore: office.today))
    if json { return try Output.only(json: Self.json(pack)) }
    var output = Output()
    try output.line(
      """
      \(foreign: pack.period.description), \(pack.period.first.shown) to \
      \(pack.period.last.shown): \(pack.isClosed ? "closed" : "open")
      """)
    try output.line()
    try output.table(Self.receivables(pack))
    try output.line()
    try output.table(Self.accounts(pack))
    for row in pack.forwarded {
      try output.line(
        """
        \(MoneyText.count(row.entries)) entries belong to \(foreign: row.month.description), which \
        was closed: \(row.receivable.shown) of receivables
        """)
    }
    try output.finish()
    guard pack.difference == .zero else {
      throw CommandFailure(
        "the pack does not add up by \(pack.difference.shown); run docket check")
    }
  }

  private static func receivables(_ pack: ClosePack) -> TextTable {
    var table = TextTable([.init("receivables"), .init("amount", .trailing), .init("account")])
    table.add("at the start", pack.receivableAtStart.shown, "")
    for kind in ClosePack.Movement.Kind.allCases {
      let movements = pack.movements.filter { $0.kind == kind }
      if movements.count != 1 {
        table.add("\(foreign: kind.rawValue)", pack.total(of: kind).shown, "")
      }
      for movement in movements {
        table.add(
          movements.count == 1 ? "\(foreign: kind.rawValue)" : "", movement.amount.shown,
          "\(foreign: movement.account.rawValue)")
      }
    }
    table.add("at the end", pack.receivableAtEnd.shown, "")
    return table
  }

  private static func accounts(_ pack: ClosePack) -> TextTable {
    var table = TextTable([
      .init("account"), .init("start", .trailing), .init("debits", .trailing),
      .init("credits", .trailing), .init("end", .trailing),
    ])
    for row in pack.accounts {
      table.add(
        "\(foreign: row.account.rawValue)", row.start.shown, row.debits.shown, row.credits.shown,
        row.end.shown)
    }
    return table
  }

  private static func json(_ pack: ClosePack) -> JSONValue {
    [
      "period": .foreign(pack.period.description),
      "from": .day(pack.period.first),
      "through": .day(pack.period.last),
      "closed": .bool(pack.isClosed),
      "receivable_start_cents": .cents(pack.receivableAtStart),
      "charges_cents": .cents(pack.total(of: .charges)),
      "payments_cents": .cents(pack.total(of: .payments)),
      "adjustments_cents": .cents(pack.total(of: .adjustments)),
      "refunds_cents": .cents(pack.total(of: .refunds)),
      "other_cents": .cents(pack.total(of: .other)),
      "receivable_end_cents": .cents(pack.receivableAtEnd),
      "difference_cents": .cents(pack.difference),
      "movements": .array(
        pack.movements.map { movement in
          [
            "kind": .foreign(movement.kind.rawValue),
            "account": .foreign(movement.account.rawValue),
            "amount_cents": .cents(movement.amount),
          ]
        }),
      "accounts": .array(
        pack.accounts.map { row in
          [
            "account": .foreign(row.account.rawValue), "start_cents": .cents(row.start),
            "debits_cents": .cents(row.debits), "credits_cents": .cents(row.credits),
            "end_cents": .cents(row.end),
          ]
        }),
      "forwarded": .array(
        pack.forwarded.map { row in
          [
            "period": .foreign(row.month.description), "entries": .integer(row.entries),
            "receivable_cents": .cents(row.receivable),
          ]
        }),
    ]
  }
}
