import ArgumentParser
import Billing
import Cells
import Desk
import Operations

/// `docket next QUEUE`: takes the highest-ranked free item.
struct NextCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "next", abstract: "Take the next item of a queue.",
    discussion: """
      The item is yours, in this shell, for fifteen minutes; "docket act" works on it and \
      "docket act ID release" gives it back. Nobody else gets it meanwhile.
      """)

  @OptionGroup var options: OfficeOptions
  @Flag(help: "Print one JSON object, or null when nothing is free.") var json = false
  @Option(parsing: .unconditional, help: "Only what fits, such as \"payer:medicare age>30\".")
  var filter = ""
  @Argument(help: "The queue: \(QueueName.allValueStrings.joined(separator: ", ")).")
  var queue: QueueName

  func run() throws {
    let opened = try OpenOffice(options, for: .work)
    let office = opened.office
    let filter = try FilterArgument.read(filter, office)
    let item = try office.takeNext(queue, filter: filter)
    if let item { opened.saw(item.look, asJSON: json) }
    if json { return try Output.only(json: .optional(item) { $0.json }) }
    guard let item else {
      return try Output.only(line: "Nothing is free in \(foreign: queue.title).")
    }
    var output = Output()
    try item.print(to: &output)
    try output.finish()
  }
}
