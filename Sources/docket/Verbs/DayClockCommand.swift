import ArgumentParser
import Billing
import Cells
import Database
import Operations

/// `docket day clock`: the office's clock beside the machine's, and how it is set back.
struct DayClockCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clock", abstract: "The office's clock beside the machine's, and setting it back.",
    discussion: """
      The office's clock follows the machine's and never goes back by itself. Where a machine stood in \
      the future for a while, a supervisor sets it back with --mend; what happens afterwards comes \
      after what was recorded meanwhile.
      """)

  @OptionGroup var options: OfficeOptions
  @Flag(help: "Print one JSON object.") var json = false
  @Flag(help: "Set the office's clock back to the machine's.") var mend = false
  @Option(help: "Why it was wrong; wanted with --mend.") var note = ""

  func validate() throws {
    guard mend || note.isEmpty else { throw ValidationError("--note belongs to --mend") }
  }

  func run() throws {
    let office = try OpenOffice(options, for: .look).office
    if mend { _ = try office.mendClock(note: note) }
    let ahead = try office.database.facts().clockAheadMilliseconds
    let mends = try office.clockMends()
    if json {
      return try Output.only(json: [
        "ahead_milliseconds": .integer(Int(ahead)), "mends": .array(mends.map(Self.json)),
      ])
    }
    var output = Output()
    try output.line(
      ahead < 1000
        ? "The office's clock is the machine's."
        : "The office's clock is \(ahead / 1000) seconds ahead of the machine's.")
    if !mends.isEmpty {
      var table = TextTable([.init("day"), .init("by"), .init("from"), .init("to"), .init("why")])
      for mend in mends.prefix(20) {
        table.add(
          mend.known.shown, "\(foreign: mend.user)", "\(foreign: Self.text(mend.from))",
          "\(foreign: Self.text(mend.to))", "\(foreign: mend.note)")
      }
      try output.table(table)
    }
    try output.finish()
  }

  private static func text(_ at: Timestamp) -> String { "\(at.day)T\(at.hourAndMinute)Z" }

  private static func json(_ mend: ClockMend) -> JSONValue {
    [
      "day": .day(mend.known),
      "from": .foreign(text(mend.from)),
      "to": .foreign(text(mend.to)),
      "user": .foreign(mend.user),
      "note": .foreign(mend.note),
    ]
  }
}
