import ArgumentParser

/// `docket report NAME`: figures for whoever leads the office.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Print figures.",
    subcommands: [
      ReportQueuesCommand.self, ReportHoldsCommand.self, ReportOrderProblemsCommand.self,
      ReportDepositsCommand.self, ReportCloseCommand.self,
      ReportUnderpaymentsCommand.self,
    ])
}

/// `docket report queues`: every queue with what is open, due, at risk and done.
struct ReportQueuesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "queues", abstract: "Every queue: open, due, at risk, oldest, done today.")

  @OptionGroup var options: OfficeOptions
  @Flag(help: "Print one JSON object.") var json = false

  func run() throws {
    try QueueOverview.show(try OpenOffice(options, for: .look).office, asJSON: json)
  }
}
