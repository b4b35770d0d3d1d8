import ArgumentParser
import Billing
import Cells
import Desk
import Operations

/// `docket deposit`: money in the bank.
struct DepositCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "deposit",
    abstract: "Money in the bank: read it in, match it with remittances, list what is open.",
    subcommands: [
      DepositImportCommand.self, DepositAddCommand.self, DepositListCommand.self,
      DepositShowCommand.self, DepositMatchCommand.self, DepositUnmatchCommand.self,
      DepositVoidCommand.self, DepositAttachCommand.self,
    ])
}

/// `docket deposit import FILE…`: reads files of the bank.
struct DepositImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Read files of the bank: BAI2, or a table (CSV).",
    discussion: """
      The columns of a table are named by a [[bank-table]] of the office's rules; one with the \
      headings date, form, payer, reference and amount needs none. The same line of the bank is known \
      again, whatever file it comes in. A file that does not add up is refused whole.
      """)

  @OptionGroup var options: OfficeOptions
  @Flag(help: "Print one JSON object.") var json = false
  @Argument(help: "Files and folders.", completion: .file()) var paths: [String]

  func run() throws {
    let opened = try OpenOffice(options, for: .files, missing: .isMade)
    let reports = try opened.office.importDeposits(paths)
    var output = Output()
    if json {
      try output.json(ImportListing.json(reports))
    } else {
      try ImportListing.print(reports, to: &output)
    }
    try output.finish()
    if reports.contains(where: \.hasFailed) { throw ProblemsFound() }
  }
}

/// `docket deposit add`: money that somebody read from a slip.
struct DepositAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Record a deposit by hand.")

  @OptionGroup var options: OfficeOptions
  @Flag(help: "Print one JSON object.") var json = false
  @Option(
    help: ArgumentHelp("The day on which the bank had it; otherwise today.", valueName: "day"))
  var on: String?
  @Option(help: "How it came.") var form: DepositForm
  @Option(help: "Dollars and cents.") var amount: Cents
  @Option(parsing: .unconditional, help: "The payer, as the bank names it.") var payer = ""
  @Option(parsing: .unconditional, help: "Trace or check number.") var reference = ""
  @Option(parsing: .unconditional, help: "The account of the office.") var account = ""
  @Option(parsing: .unconditional, help: "What else the bank says.") var memo = ""
  @Flag(help: "Record it although one that looks the same is there.") var again = false

  func run() throws {
    let office = try OpenOffice(options, for: .work).office
    let day = try DayArgument.readPast(on, "--on", today: office.today) ?? office.today
    try DepositOutput.tell(
      office.addDeposit(
        DepositDraft(
          receivedOn: day, form: form, amount: amount, payer: payer, reference: reference,
          account: account, memo: memo), again: again), asJSON: json)
  }
}

/// `docket deposit list`: the newest first.
struct DepositListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List deposits, the newest first, with what is matched.")

  @OptionGroup var options: OfficeOptions
  @Flag(help: "Print one JSON object.") var json = false
  @Option(help: "Only those of one form.") var form: DepositForm?
  @Flag(help: "Only those of which something belongs to no remittance.") var unmatched = false
  @Option(help: ArgumentHelp("First day.", valueName: "day")) var from: String?
  @Option(help: ArgumentHelp("Last day.", valueName: "day")) var through: String?
  @Option(help: "How many at most.") var limit = 50
  @Option(help: "How many to leave out at the top.") var offset = 0

  func validate() throws {
    guard (0...1_000_000).contains(limit), (0...1_000_000_000).contains(offset) else {
      throw ValidationError("--limit and --offset are numbers from 0 up")
    }
  }

  func run() throws {
    let office = try OpenOffice(options, for: .look).office
    let page = try office.deposits(
      DepositQuery(
        form: form, isUnmatchedOnly: unmatched,
        from: try DayArgument.readPast(from, "--from", today: office.today),
        through: try DayArgument.readPast(through, "--through", today: office.today),
        offset: offset, limit: limit))
    if json {
      return try Output.only(json: [
        "count": .integer(page.count), "by_form": .array(page.forms.map(DepositOutput.json)),
        "deposits": .array(page.rows.map { .object(DepositOutput.members($0)) }),
      ])
    }
    var output = Output()
    try output.line("\(MoneyText.count(page.count)) deposits, newest first")
    if !page.forms.isEmpty { try output.table(DepositOutput.table(page.forms, "form")) }
    if !page.rows.isEmpty { try output.table(DepositOutput.table(page.rows)) }
    try output.finish()
  }
}

/// `docket deposit show NUMBER`: one deposit with everything that is known of it.
struct DepositShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a deposit, its remittances, and what it could belong to.")

  @OptionGroup var options: OfficeOptions
  @Flag(help: "Print one JSON object.") var json = false
  @Argument(help: "Its number in the list.") var deposit: Int64

  func run() throws {
    let office = try OpenOffice(options, for: .look).office
    try DepositOutput.tell(office.deposit(DepositID(deposit)), asJSON: json)
  }
}

/// `docket deposit attach NUMBER FILE`: a paper of it.
struct DepositAttachCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "attach", abstract: "Note where a paper of a deposit lies, with its SHA-256.")

  @OptionGroup var options: OfficeOptions
  @Flag(help: "Print one JSON object.") var json = false
  @Argument(help: "Its number in the list.") var deposit: Int64
  @Argument(help: "The file.", completion: .file()) var path: String

  func run() throws {
    let office = try OpenOffice(options, for: .work).office
    try DepositOutput.tell(
      office.attach(OfficePaths(path).database, to: DepositID(deposit)), asJSON: json)
  }
}

extension DepositForm: ExpressibleByArgument {}
