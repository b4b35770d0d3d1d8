import ArgumentParser
import Billing
import Cells
import Desk
import Operations

/// `docket special repair ORDER`: equipment that the patient owns is to be repaired.
struct SpecialRepairCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "repair", abstract: "Open the repair of equipment that a patient owns.",
    discussion: """
      Labour is charged by fifteen minutes begun, parts by code, a loaner where one is lent; none \
      of it before the delivery ticket of the repair is indexed.
      """)

  @OptionGroup var options: OfficeOptions
  @Flag(help: "Print one JSON object.") var json = false
  @Option(help: ArgumentHelp("HCPCS code of the equipment.", valueName: "code")) var code: String
  @Option(parsing: .unconditional, help: "What is wrong with it.") var complaint: String
  @Option(help: "Minutes of labour.") var minutes = 0
  @Option(help: ArgumentHelp("Parts by code.", valueName: "A7037=1,A7038=2")) var parts = ""
  @Flag(help: "Equipment is lent meanwhile.") var loaner = false
  @Option(help: ArgumentHelp("Last day of a warranty that pays.", valueName: "day"))
  var warranty: String?
  @Argument(help: "Number of the order that the equipment came with.") var order: String

  func validate() throws {
    guard (0...6000).contains(minutes) else { throw ValidationError("--minutes is 0 to 6000") }
  }

  func run() throws {
    let office = try OpenOffice(options, for: .work).office
    let until = try warranty.map { text throws(CommandFailure) in
      guard let day = TypedDay.parse(text, today: office.today) else {
        throw CommandFailure("--warranty \"\(foreign: text)\" is no date; write 2026-11-24")
      }
      return day
    }
    let item = try office.openRepair(
      RepairEntry(
        order: try office.order(numbered: order), code: code.uppercased(), complaint: complaint,
        labourMinutes: minutes,
        parts: parts.isEmpty ? [] : try SupplyAnswerArgument.read(parts, "--parts"),
        hasLoaner: loaner,
        warrantyThrough: until))
    if json {
      return try Output.only(json: ["item": .optional(item) { .integer($0.rawValue) }])
    }
    var output = Output()
    try output.line(
      item.map { "The repair is item \($0.rawValue) in Special processes." }
        ?? "The repair is done already.")
    try output.finish()
  }
}
