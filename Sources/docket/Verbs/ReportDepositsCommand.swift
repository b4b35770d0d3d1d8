import ArgumentParser
import Billing
import Cells
import Desk
import Operations

/// `docket report deposits`: money in the bank by form and payer, and how fast it was posted.
struct ReportDepositsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "deposits",
    abstract: "Deposits by form and payer, what is matched, and how fast they were posted.")

  @OptionGroup var options: OfficeOptions
  @Flag(help: "Print one JSON object.") var json = false
  @Option(
    help: ArgumentHelp(
      "First day; otherwise thirty days before the last one.", valueName: "day"))
  var from: String?
  @Option(help: ArgumentHelp("Last day; otherwise today.", valueName: "day"))
  var through: String?

  func run() throws {
    let office = try OpenOffice(options, for: .look).office
    let end = try DayArgument.readPast(through, "--through", today: office.today) ?? office.today
    let begin =
      try DayArgument.readPast(from, "--from", today: office.today) ?? end.adding(days: -30)
    guard begin <= end else {
      throw CommandFailure("--from \(begin.shown) is after --through \(end.shown)")
    }
    let report = try office.depositsReport(from: begin, through: end)
    if json { return try Output.only(json: Self.json(report)) }
    var output = Output()
    try output.line(
      """
      Deposits from \(report.from.shown) to \(report.through.shown): \(report.amount.shown), \
      \(report.unmatched.shown) of it without a remittance
      """)
    if let median = report.medianLag, let ninth = report.ninthDecileLag,
      let share = report.withinTwo
    {
      try output.line(
        """
        Posted after \(median) business days in the middle, nine of ten within \(ninth); \
        \(share / 100)% within two
        """)
    }
    try output.line("\(MoneyText.count(report.open)) not posted")
    guard !report.rows.isEmpty else { return try output.finish() }
    try output.line()
    try output.table(DepositOutput.table(report.forms, "form"))
    try output.line()
    try output.table(DepositOutput.table(report.payers, "payer"))
    try output.line()
    try output.table(DepositOutput.table(report.rows))
    try output.finish()
  }

  private static func json(_ report: DepositsReport) -> JSONValue {
    [
      "from": .day(report.from),
      "through": .day(report.through),
      "amount_cents": .cents(report.amount),
      "unmatched_cents": .cents(report.unmatched),
      "median_lag_days": .optional(report.medianLag) { .integer($0) },
      "ninth_decile_lag_days": .optional(report.ninthDecileLag) { .integer($0) },
      "within_two_days": .optional(report.withinTwo) { .integer($0) },
      "open": .integer(report.open),
      "by_form": .array(report.forms.map(DepositOutput.json)),
      "by_payer": .array(report.payers.map(DepositOutput.json)),
      "deposits": .array(report.rows.map { .object(DepositOutput.members($0)) }),
    ]
  }
}
