import ArgumentParser
import Billing
import Cells
import Desk
import Operations

/// `docket order confirm NUMBER…`: the orders are right; their charges are made.
struct OrderConfirmCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "confirm", abstract: "Confirm orders: their charges are made.",
    discussion: """
      Each order by itself: one that is refused keeps none of the others back. Exit status 1 when \
      any was refused.
      """)

  @OptionGroup var options: OfficeOptions
  @Flag(help: "Print one JSON object.") var json = false
  @Option(parsing: .unconditional, help: "A note; goes into the history.") var note: String?
  @Argument(help: "The orders' numbers.") var numbers: [String]

  func run() throws {
    let office = try OpenOffice(options, for: .work).office
    var typed = TypedFields()
    try typed.set(.note, note)
    var output = Output()
    var confirmed: [JSONValue] = []
    var refused: [JSONValue] = []
    for number in numbers {
      do {
        let outcome = try OrderReference.decide(.confirm, typed, on: number, office)
        confirmed.append(["number": .foreign(number), "message": .foreign(outcome.message)])
        if !json { try output.line("\(foreign: outcome.message)") }
      } catch let refusal as Refusal {
        refused.append(["number": .foreign(number), "reason": .text(refusal.words)])
        if !json { Complaint.say("\(foreign: number): \(refusal.words)") }
      } catch let failure as CommandFailure {
        refused.append(["number": .foreign(number), "reason": .text(failure.message)])
        if !json { Complaint.say(failure.message) }
      }
    }
    if json {
      try output.json(["confirmed": .array(confirmed), "refused": .array(refused)])
    }
    try output.finish()
    if !refused.isEmpty { throw ProblemsFound() }
  }
}
