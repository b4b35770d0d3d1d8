import ArgumentParser
import Cells
import Desk
import Operations

/// `docket transmit ask-eligibility`: one 270 file for all whose coverage is to be verified.
struct TransmitEligibilityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ask-eligibility",
    abstract: "Ask payers about all whose coverage is to be verified (270).",
    discussion: "The file is written to the outbox; docket import reads the answer (271).")

  @OptionGroup var options: OfficeOptions
  @Flag(help: "Print one JSON object.") var json = false

  func run() throws {
    let office = try OpenOffice(options, for: .work).office
    try office.recoverOutbox()
    let (file, inquiries) = try office.askEligibility()
    if json {
      return try Output.only(json: [
        "file": .optional(file) { .exact($0) }, "inquiries": .integer(inquiries),
      ])
    }
    guard let file else {
      return try Output.only(line: "Nobody is to be asked about, or all were asked today.")
    }
    try Output.only(
      line: "\(MoneyText.count(inquiries)) questions. Written: \(foreign: file)")
  }
}
