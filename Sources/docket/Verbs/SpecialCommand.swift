import ArgumentParser
import Billing
import Cells
import Operations

/// `docket special`: work that the calendar brings.
struct SpecialCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "special",
    abstract: "Resupply, trials, renewals, maintenance: work that the calendar brings.",
    subcommands: [
      SpecialListCommand.self, SpecialShowCommand.self, SpecialContactCommand.self,
      SpecialFulfilCommand.self, SpecialDeclineCommand.self, SpecialRepairCommand.self,
      SpecialCalendarCommand.self,
    ])
}

/// How far a list looks ahead.
struct WeeksOption: ParsableArguments {
  @Option(help: "How many weeks ahead, 1 to 53.") var weeks = 8

  func validate() throws {
    guard (1...53).contains(weeks) else { throw ValidationError("--weeks is from 1 to 53") }
  }
}
