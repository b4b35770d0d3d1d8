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
      Without a verb the workstation opens. Give it the files of your clearinghouse with \
      "docket import", and the queues build themselves, ranked by the date on which the money is \
      lost. "docket demo" shows it on made-up data.
      """,
    version: Program.version,
    subcommands: [
      DemoCommand.self, ImportCommand.self, QueueCommand.self, NextCommand.self, ShowCommand.self,
      FindCommand.self, ActCommand.self, AdviseCommand.self, OrderCommand.self, HoldCommand.self,
      DocumentCommand.self,
      TransmitCommand.self, SpecialCommand.self, RemitCommand.self, PostCommand.self,
      DepositCommand.self, CloseCommand.self, ApprovalCommand.self, CreditCommand.self,
      PatientCommand.self, ReportCommand.self,
      CheckCommand.self, X12Command.self, RulesCommand.self, ThemeCommand.self,
      DayCommand.self, AuditCommand.self, DoctorCommand.self,
    ])

  @OptionGroup var options: OfficeOptions
  @OptionGroup var screen: ScreenOptions

  func run() throws {
    let choice = try OfficeChoice(options)
    try WorkstationSession(
      paths: choice.paths, options: options, screen: screen, isMadeWhenMissing: !choice.isNamed
    ).run()
  }

  /// Makes the process safe, does what was asked, and ends with 0 (done), 1 (refused, or problems
  /// found) or 2 (wrong usage).
  static func main() {
    hearSignals()
    ProcessSafety.switchCoreDumpsOff()
    let reports = Folders().crashReports
    if Folders.makePrivate(reports) { ProcessSafety.restartWithCrashReports(in: reports) }
    Foundation.exit(status(of: Array(CommandLine.arguments.dropFirst())))
  }

  /// Forgets what signals the parent had blocked; a shell or a scheduler that blocks them would
  /// otherwise make this program deaf to its own faults.
  private static func hearSignals() {
    var none = sigset_t()
    unsafe sigemptyset(&none)
    unsafe sigprocmask(SIG_SETMASK, &none, nil)
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
