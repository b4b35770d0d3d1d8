import ArgumentParser
import Cells
import Operations

/// `docket transmit rewrite FILE`: a file that was lost, once more as itself.
struct TransmitRewriteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rewrite", abstract: "Write a file that was lost once more, as it was sent.",
    discussion: """
      The same bytes under the same control numbers. Ask the receiver first whether it has the \
      file: what arrived must not go out again, and is refused once it was answered.
      """)

  @OptionGroup var options: OfficeOptions
  @Flag(help: "Print one JSON object.") var json = false
  @Argument(help: "Its name as it is shown, or its interchange control number.") var file: String

  func run() throws {
    let office = try OpenOffice(options, for: .work).office
    try office.recoverOutbox()
    let message = try office.rewrite(file)
    if json { return try Output.only(json: ["message": .foreign(message)]) }
    try Output.only(line: "\(foreign: message)")
  }
}
