import ArgumentParser
import Billing
import Cells
import Desk
import Operations

/// `docket find TEXT`: whatever has this number or name, with the truth about what is open.
struct FindCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "find",
    abstract:
      "Find claims, patients, member ids, orders and remittances, also paid and closed ones.",
    discussion: """
      TEXT is the beginning of a claim's, payer's, member's, order's or trace number, or of a name: \
      DOE, "DOE, J" or "JANE DOE". "docket show" shows what was found.
      """)

  @OptionGroup var options: OfficeOptions
  @Flag(help: "Print one JSON object.") var json = false
  @Argument(help: "The beginning of a number or a name.") var text: String

  func run() throws {
    let opened = try OpenOffice(options, for: .look)
    let results = try opened.office.search(.text(text))
    opened.saw(Look(found: results), asJSON: json)
    if json { return try Output.only(json: results.json) }
    var output = Output()
    var table = TextTable([
      .init("number"), .init("patient"), .init("payer"), .init("member"), .init("day"),
      .init("how it stands"), .init("open", .trailing), .init("item", .trailing),
    ])
    for row in results.rows {
      table.add(
        "\(foreign: row.reference)", "\(foreign: row.patient)", "\(foreign: row.payer)",
        "\(foreign: row.memberID)", "\(foreign: row.on?.description ?? "")",
        "\(foreign: row.state)", MoneyText.dollars(row.open.rawValue),
        row.item.map { "\($0.rawValue)" } ?? "")
    }
    try output.table(table)
    if results.rows.isEmpty { try output.line("Nothing begins with that.") }
    if results.isCut { try output.line("There is more: type more of it.") }
    try output.finish()
  }
}

extension SearchResults {
  /// The rows; an item's `item` is null where no work is left.
  var json: JSONValue {
    [
      "found": .array(
        rows.map { row in
          [
            "kind": .foreign(row.kind),
            "reference": .foreign(row.reference),
            "patient": .foreign(row.patient),
            "payer": .foreign(row.payer),
            "member_id": .foreign(row.memberID),
            "on": .day(row.on),
            "state": .foreign(row.state),
            "open_cents": .cents(row.open),
            "item": .optional(row.item) { .integer($0.rawValue) },
            "queue": .optional(row.queue) { .foreign($0.rawValue) },
          ]
        }),
      "is_cut": .bool(isCut),
    ]
  }
}

extension SearchRow {
  /// `patient`, or the kind of work that it is: `claim`, `order`, `remittance` and so on.
  fileprivate var kind: String {
    switch subject {
    case .patient: "patient"
    case .work(let subject): subject.kind
    }
  }
}
