import ArgumentParser
import Billing
import Cells
import Rules
import WorkEngine

/// `docket advise CODE…`: what the rules propose for a made-up claim; opens no office.
struct AdviseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "advise",
    abstract: "Say what the rules propose for an answer, on a made-up claim.",
    discussion: """
      Codes are adjustments (CO-50), remark codes (N115) and, for a rejection, status codes \
      (A7:507). No office is opened: only its rules file is read, where there is one. So an office \
      checks its own playbook.
      """)

  @OptionGroup var options: OfficeOptions
  @Flag(help: "Print one JSON object.") var json = false
  @Option(
    help: ArgumentHelp(
      "Kind of payer (\(PayerFamily.allCases.map(\.rawValue).joined(separator: ", "))), or a name.",
      valueName: "payer"))
  var payer: String
  @Option(help: ArgumentHelp("Day of service.", valueName: "day")) var service: String?
  @Option(help: ArgumentHelp("Date of the payer's answer.", valueName: "day")) var notice: String?
  @Option(
    help: ArgumentHelp(
      "The day on which the payer took the claim in, where there is proof.", valueName: "day"))
  var accepted: String?
  @Flag(help: "Another payer comes after this one.") var nextPayer = false
  @Argument(help: "What the payer said; nothing for a claim without an answer.")
  var codes: [String] = []

  func run() throws {
    let rules = try OfficeRules.load(try OfficeChoice(options).paths)
    let today = options.today ?? LocalClock.today()
    let question = AdviceQuestion(
      codes: codes, payer: payer,
      service: try DayArgument.readPast(service, "--service", today: today),
      notice: try DayArgument.readPast(notice, "--notice", today: today),
      accepted: try DayArgument.readPast(accepted, "--accepted", today: today),
      hasNextPayer: nextPayer)
    let answer: AdviceAnswer
    do throws(AdviceQuestionError) {
      answer = try question.answer(rules: rules, on: today)
    } catch {
      throw CommandFailure("\(foreign: error.description)")
    }
    if json { return try Output.only(json: answer.json) }
    var output = Output()
    try answer.print(to: &output, today: today)
    try output.finish()
  }
}
