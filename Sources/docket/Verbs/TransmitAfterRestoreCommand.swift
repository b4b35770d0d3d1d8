import ArgumentParser
import Cells
import Desk
import Operations

/// `docket transmit after-restore`: what went out that a restored database does not know.
struct TransmitAfterRestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "after-restore",
    abstract: "Show what went out that a restored database does not know, and go on.",
    discussion: """
      With --go-on numbers go on behind all that went out. A file that lies in the outbox still is \
      put aside, since its claims are ready again. What has left the house is billed: hold its \
      charges (docket hold place) until the payer has answered.
      """)

  @OptionGroup var options: OfficeOptions
  @Flag(help: "Print one JSON object.") var json = false
  @Flag(help: "Let the office send again; for supervisors.") var goOn = false

  func run() throws {
    let office = try OpenOffice(options, for: .work).office
    let found = try office.afterRestore()
    let aside = goOn ? try office.goOnAfterRestore() : []
    if json { return try Output.only(json: Self.json(found, aside)) }
    var output = Output()
    try Self.print(found, aside, to: &output)
    try output.finish()
  }

  private static func json(_ found: AfterRestore, _ aside: [String]) -> JSONValue {
    [
      "refusal": .optional(found.refusal) { .foreign($0) },
      "files": .array(
        found.files.map { file in
          [
            "file": .exact(file.name), "lies": .bool(file.lies),
            "claims": .array(file.claims.map { .foreign($0) }),
          ]
        }),
      "unnamed": .integer(found.unnamed),
      "aside": .array(aside.map { .exact($0) }),
    ]
  }

  private static func print(
    _ found: AfterRestore, _ aside: [String], to output: inout Output
  ) throws(CommandFailure) {
    guard found.refusal != nil else {
      return try output.line("The database knows everything that went out.")
    }
    var table = TextTable([.init("file", limit: 60), .init("where"), .init("claims", limit: 60)])
    for file in found.files {
      table.add(
        "\(foreign: file.name)", file.lies ? "in the outbox" : "left the house",
        "\(foreign: file.claims.joined(separator: " "))")
    }
    try output.table(table)
    if found.unnamed > 0 {
      try output.line("\(MoneyText.count(found.unnamed)) more, of which no name is known.")
    }
    for name in aside { try output.line("Put aside: \(foreign: name)") }
    try output.line(
      aside.isEmpty && !found.files.isEmpty
        ? "Hold the charges of what left the house; then docket transmit after-restore --go-on."
        : "The office sends again.")
  }
}
