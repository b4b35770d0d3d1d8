import ArgumentParser
import Billing
import Cells
import Desk
import Operations

/// `docket patient`: what patients owe, statements and payments.
struct PatientCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "patient", abstract: "List what patients owe, send statements, take payments.",
    subcommands: [
      PatientListCommand.self, PatientShowCommand.self, PatientStatementCommand.self,
      PatientPaymentCommand.self,
    ])
}

/// `docket patient list`: patients with open balances and what is next.
struct PatientListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List patients with open balances and what is next.")

  @OptionGroup var options: OfficeOptions
  @OptionGroup var page: PageOptions
  @Flag(help: "Print one JSON object.") var json = false
  @Option(help: "Which part of the queue: \(Lane.allValueStrings.joined(separator: ", ")).")
  var lane = Lane.work

  func run() throws {
    let office = try OpenOffice(options, for: .look).office
    let found = try office.page(
      PageRequest(queue: .patientBalances, lane: lane, offset: page.offset, limit: page.limit))
    if json {
      return try Output.only(json: [
        "count": .integer(found.count),
        "billable_cents": .cents(found.expected),
        "patients": .array(found.rows.map { $0.json(rank: nil) }),
      ])
    }
    var output = Output()
    try output.line(
      "\(MoneyText.count(found.count)) patients, \(found.expected.shown) may be asked for")
    var table = TextTable([
      .init("item", .trailing), .init("patient", limit: 24), .init("ref"),
      .init("open", .trailing), .init("next"), .init("comes back"), .init("why", limit: 60),
    ])
    for row in found.rows {
      table.add(
        "\(row.item.id.rawValue)", "\(foreign: row.patient)", "\(foreign: row.reference)",
        row.item.balance.shown, "\(foreign: row.item.reasonCode)", row.item.followUpOn.shown,
        "\(foreign: row.item.reason)")
    }
    if !found.rows.isEmpty { try output.table(table) }
    try output.finish()
  }
}

/// `docket patient show REF`: what one patient owes.
struct PatientShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show what a patient owes, line by line, and what was asked.")

  @OptionGroup var options: OfficeOptions
  @Flag(help: "Print one JSON object.") var json = false
  @Argument(help: "The item's number, or its reference, such as P12.") var id: String

  func run() throws {
    let office = try OpenOffice(options, for: .look).office
    let item = try MoneyReference.item(id, .patient, "patient's balance", office)
    if json { return try Output.only(json: item.json) }
    var output = Output()
    try item.print(to: &output)
    try output.finish()
  }
}

/// `docket patient statement`: the statements that are due, in one file.
struct PatientStatementCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "statement",
    abstract: "Write the statements that are due into one file, as text and as PDF.",
    discussion: """
      With --patient the statement of one patient, also before it is due. Patients who may not be \
      asked get none, and are named with the reason. "docket act REF undo" takes the run back; its \
      files stay.
      """)

  @OptionGroup var options: OfficeOptions
  @Flag(help: "Print one JSON object.") var json = false
  @Option(help: ArgumentHelp("One patient's item or reference, such as P12.", valueName: "ref"))
  var patient: String?
  @Option(help: ArgumentHelp("The folder for the files.", valueName: "folder"))
  var out: String?

  func run() throws {
    let office = try OpenOffice(options, for: .work).office
    let items = try patient.map {
      [try MoneyReference.item($0, .patient, "patient's balance", office).item.id]
    }
    try office.sendStatements(StatementRequest(items: items, folder: out)).tell(asJSON: json)
  }
}

/// `docket patient payment REF`: money that a patient gave.
struct PatientPaymentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "payment", abstract: "Take a patient's payment.",
    discussion: """
      It pays the oldest line first, or the lines that --line names. What is too much becomes a \
      credit of the patient. The number of a card is never kept.
      """)

  @OptionGroup var options: OfficeOptions
  @Flag(help: "Print one JSON object.") var json = false
  @Option(help: ArgumentHelp("What was received.", valueName: "dollars")) var amount: String
  @Option(help: "How: cash, check or card.") var method: String?
  @Option(help: ArgumentHelp("Number of the check, or of the receipt.", valueName: "text"))
  var number: String?
  @Option(help: ArgumentHelp("The day on which it came.", valueName: "day")) var on: String?
  @Option(
    help: ArgumentHelp("A line that it is for; several times.", valueName: "claim:line=dollars"))
  var line: [String] = []
  @Option(parsing: .unconditional, help: "A note; goes into the history.") var note: String?
  @Argument(help: "The item's number, or its reference, such as P12.") var id: String

  func run() throws {
    let office = try OpenOffice(options, for: .work).office
    let item = try MoneyReference.item(id, .patient, "patient's balance", office)
    var typed = TypedFields()
    try typed.set(.amount, amount)
    try typed.set("method", method)
    try typed.set("number", number)
    try typed.set(.on, on)
    try typed.set("lines", line.isEmpty ? nil : line.joined(separator: " "))
    try typed.set(.note, note)
    try ItemDecision.take(.payment, typed, on: item.item.id, office).tell(asJSON: json)
  }
}
