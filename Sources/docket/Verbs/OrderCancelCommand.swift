import ArgumentParser
import Billing
import Operations

/// `docket order cancel NUMBER`: it is not billed.
struct OrderCancelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cancel", abstract: "Cancel an order that is not confirmed.")

  @OptionGroup var options: OfficeOptions
  @Flag(help: "Print one JSON object.") var json = false
  @Option(parsing: .unconditional, help: "Why it is cancelled.") var note: String
  @Argument(help: "The order's number.") var number: String

  func run() throws {
    var typed = TypedFields()
    try typed.set(.note, note)
    try OrderReference.decide(
      .cancelOrder, typed, on: number, try OpenOffice(options, for: .work).office
    )
    .tell(asJSON: json)
  }
}
