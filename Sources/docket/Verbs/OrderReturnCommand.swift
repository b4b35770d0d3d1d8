import ArgumentParser
import Billing
import Operations

/// `docket order return NUMBER`: back to the front office, with the cause.
struct OrderReturnCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "return", abstract: "Return an order to the team that can put it right.")

  @OptionGroup var options: OfficeOptions
  @Flag(help: "Print one JSON object.") var json = false
  @Option(help: "What is wrong.")
  var cause: OrderProblemCause
  @Option(
    help:
      "Who must act; otherwise by the cause.")
  var team: Team?
  @Option(parsing: .unconditional, help: "What exactly is wrong.") var note: String?
  @Argument(help: "The order's number.") var number: String

  func run() throws {
    var typed = TypedFields()
    try typed.set(.note, note)
    try typed.set("cause", cause.rawValue)
    try typed.set("team", team?.rawValue)
    try OrderReference.decide(
      .returnOrder, typed, on: number, try OpenOffice(options, for: .work).office
    )
    .tell(asJSON: json)
  }
}
