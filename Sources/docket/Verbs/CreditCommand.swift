import ArgumentParser
import Billing
import Cells
import Desk
import Operations

/// `docket credit`: money on claims that belongs to somebody else.
struct CreditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "credit", abstract: "List and show credits: money that must be given back.",
    discussion: "What is decided about one, \"docket act ID refund --step STEP\" says.",
    subcommands: [CreditListCommand.self, CreditShowCommand.self])
}

/// `docket credit list`: open credits by the day on which they are due.
struct CreditListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List credits in the order in which they are due.")

  @OptionGroup var options: OfficeOptions
  @OptionGroup var page: PageOptions
  @Flag(help: "Print one JSON object.") var json = false
  @Option(help: "Which part of the queue: \(Lane.allValueStrings.joined(separator: ", ")).")
  var lane = Lane.work

  func run() throws {
    let office = try OpenOffice(options, for: .look).office
    let found = try office.page(
      PageRequest(queue: .creditBalances, lane: lane, offset: page.offset, limit: page.limit))
    let items = try found.rows.map { try office.item($0.item.id) }.filter { $0.credit != nil }
    if json {
      return try Output.only(json: [
        "count": .integer(items.count),
        "credits": .array(
          items.compactMap { item in
            item.credit.map {
              .object(item.row.members(rank: nil) + [.init("credit", $0.json)])
            }
          }),
      ])
    }
    var output = Output()
    var table = TextTable([
      .init("item", .trailing), .init("claim", limit: 20), .init("patient", limit: 20),
      .init("owner", limit: 24), .init("credit", .trailing), .init("due"), .init("stage"),
      .init("cause", limit: 40),
    ])
    for item in items {
      guard let credit = item.credit else { continue }
      table.add(
        "\(item.item.id.rawValue)", "\(foreign: item.row.reference)",
        "\(foreign: item.row.patient)", "\(foreign: credit.owner)", credit.amount.shown,
        credit.dueOn.shown, "\(foreign: credit.stage)", "\(foreign: credit.likelyCause.title)")
    }
    try output.line("\(MoneyText.count(items.count)) credits")
    if !items.isEmpty { try output.table(table) }
    try output.finish()
  }
}

/// `docket credit show ID`: one credit with what made it.
struct CreditShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a credit with what made it and how far it has come.")

  @OptionGroup var options: OfficeOptions
  @Flag(help: "Print one JSON object.") var json = false
  @Argument(help: "The item's number, or the claim's control number.") var id: String

  func run() throws {
    let office = try OpenOffice(options, for: .look).office
    let item = try MoneyReference.item(id, .credit, "credit", office)
    if json { return try Output.only(json: item.json) }
    var output = Output()
    try item.print(to: &output)
    try output.finish()
  }
}

/// A credit or a patient's balance as a person names it.
enum MoneyReference {
  /// The one item of a kind that is meant, by its number or its reference.
  ///
  /// - Throws: that there is none, or which ones there are.
  static func item(
    _ text: String, _ kind: SubjectKind, _ words: SafeText, _ office: Office
  ) throws -> ItemDetail {
    let found = try office.find(text).map { try office.item($0) }
      .filter { $0.item.subject.kind == kind.rawValue }
    let open = found.filter { $0.placement != nil }
    if found.count == 1 { return found[0] }
    if open.count == 1 { return open[0] }
    guard let first = found.first else {
      throw CommandFailure(
        "there is no \(words) \"\(foreign: text)\"; give its item's number or its reference")
    }
    if String(first.item.id.rawValue) == text { return first }
    let numbers = found.prefix(20).map { String($0.item.id.rawValue) }.joined(separator: ", ")
    throw CommandFailure(
      "several items belong to \"\(foreign: text)\"; give one's number: \(foreign: numbers)")
  }
}
