import ArgumentParser
import Billing
import Cells
import Desk
import Operations

/// `docket transmit send PAYER`: one file to one clearinghouse, its count and total typed.
struct TransmitSendCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "send", abstract: "Send what is ready for a payer as one batch.",
    discussion: """
      Count and total are those of docket transmit, typed by whoever sends: where they are not \
      those of the file, nothing goes out. The file is written to the outbox.
      """)

  @OptionGroup var options: OfficeOptions
  @Flag(help: "Print one JSON object.") var json = false
  @Option(help: "How many claims.") var claims: Int
  @Option(help: ArgumentHelp("Their total in dollars.", valueName: "dollars")) var total: Cents
  @Argument(help: "The payer: a beginning of its name, or its key in the JSON of the board.")
  var payer: String

  func run() throws {
    let office = try OpenOffice(options, for: .work).office
    try office.recoverOutbox()
    let group = try group(try office.transmission())
    let outcome = try office.send(
      SendingRequest(payer: group.payer, typedClaims: claims, typedTotal: total))
    if json {
      return try Output.only(json: [
        "batch": .integer(outcome.batch.rawValue), "file": .exact(outcome.file),
        "claims": .integer(outcome.claims), "total_cents": .cents(outcome.total),
        "message": .foreign(outcome.message),
      ])
    }
    try Output.only(line: "\(foreign: outcome.message)")
  }

  private func group(_ board: TransmissionBoard) throws(CommandFailure) -> SendingGroup {
    if let refusal = board.refusal { throw CommandFailure("\(foreign: refusal)") }
    let name = payer.lowercased()
    let exact = board.groups.filter {
      $0.payerName.lowercased() == name || String($0.payer.rawValue) == payer
    }
    let found =
      exact.isEmpty ? board.groups.filter { $0.payerName.lowercased().hasPrefix(name) } : exact
    guard let group = found.first else {
      throw CommandFailure(
        "nothing is ready for \"\(foreign: payer)\"; see docket transmit for what is")
    }
    guard found.count == 1 else {
      let names = found.map { "\($0.payerName) (\($0.payer.rawValue))" }.joined(separator: "; ")
      throw CommandFailure(
        "\(found.count) payers begin with \"\(foreign: payer)\": \(foreign: names)")
    }
    return group
  }
}
