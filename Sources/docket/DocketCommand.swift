import ArgumentParser
import Cells
import CursesTerminal
import Foundation

/// The program: without a verb it opens the workstation, with one it does what the verb says.
@main
struct DocketCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "docket",
    abstract: "Work queues for the billing office of a medical equipment supplier.",
    discussion: """
      Without a verb the workstation opens. Drop the files of your clearinghouse in with \
      "docket import", and the queues build themselves, ranked by the date on which the money is \
      lost. "docket demo" shows it on made-up data.
      """,
    version: Program.version,
    subcommands: [
      X12Command.self
    ])

  /// Makes the process safe, does what was asked, and ends with 0 (done), 1 (refused, or problems
  /// found) or 2 (wrong usage).
  static func main() {
    ProcessSafety.switchCoreDumpsOff()
    let reports = Folders().crashReports
    if Folders.makePrivate(reports) { ProcessSafety.restartWithCrashReports(in: reports) }
    Foundation.exit(status(of: Array(CommandLine.arguments.dropFirst())))
  }

  private static func status(of arguments: [String]) -> Int32 {
    do {
      var command = try parseAsRoot(arguments)
      try command.run()
      return 0
    } catch {
      return ErrorReport.tell(error)
    }
  }
}
