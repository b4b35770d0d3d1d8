import ArgumentParser
import Billing
import Cells
import Desk
import Operations

/// `docket post`: the sheet of a staged answer, and what is taken back of what was posted.
struct PostCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "post", abstract: "Post what waits in Cash posting, and take postings back.",
    subcommands: [
      PostPlanCommand.self, PostDoCommand.self, PostEOBCommand.self, PostUnpostCommand.self,
      PostVoidCommand.self,
    ])
}

/// What a person says about the lines of an answer.
struct PostingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Where a line of the answer goes: 2=1, 2=1,3 for several, 2=hold for suspense.",
      valueName: "line=target")) var line: [String] = []
  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "What it is beside an earlier answer: correction or another.", valueName: "meaning"))
  var meaning: String?
  @Option(
    help: ArgumentHelp(
      "What a remittance is that looks like another: same, correction or another.",
      valueName: "answer")) var look: String?
  @Option(help: "Goes into the history.") var note: String?

  /// The entry that the office reads, as from every other door.
  func entry() throws(CommandFailure) -> DecisionEntry {
    var fields: [DecisionField.Name: String] = [:]
    for text in line {
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, Int(parts[0]) != nil else {
        throw CommandFailure("--line \"\(foreign: text)\": write a number, = and where it goes")
      }
      fields[DecisionField.Name(rawValue: "line:\(parts[0])")] = String(parts[1])
    }
    fields[.meaning] = meaning
    fields[.look] = look
    fields[.note] = note
    return DecisionEntry(.post, fields)
  }
}

/// `docket post plan ID`: what would be posted.
struct PostPlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Show what posting an item would do, line by line.")

  @OptionGroup var options: OfficeOptions
  @Flag(help: "Print one JSON object.") var json = false
  @OptionGroup var said: PostingOptions
  @Argument(help: "The item's number.") var id: String

  func run() throws {
    let office = try OpenOffice(options, for: .look).office
    let item = try ItemReference.resolve(id, office)
    guard let sheet = try office.postingSheet(of: item, try said.entry()) else {
      throw CommandFailure(
        "item \(item.rawValue) is no answer that has its claim; see docket show \(item.rawValue)")
    }
    if json {
      return try Output.only(json: ["item": .integer(item.rawValue), "sheet": sheet.json])
    }
    var output = Output()
    try sheet.print(to: &output)
    try output.finish()
  }
}

/// `docket post do ID`: posts exactly what the plan shows.
struct PostDoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "do", abstract: "Post an item as its plan shows.")

  @OptionGroup var options: OfficeOptions
  @Flag(help: "Print one JSON object.") var json = false
  @OptionGroup var said: PostingOptions
  @Argument(help: "The item's number.") var id: String

  func run() throws {
    let office = try OpenOffice(options, for: .work).office
    try office.decide(on: try ItemReference.resolve(id, office), try said.entry())
      .tell(asJSON: json)
  }
}

/// `docket post unpost ID`: one posted answer is taken back.
struct PostUnpostCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unpost", abstract: "Take one posted claim of a remittance back.",
    discussion: "\"docket remit TRACE\" lists the claims of a remittance.")

  @OptionGroup var options: OfficeOptions
  @Flag(help: "Print one JSON object.") var json = false
  @Option(help: "Why it was wrong; goes into the history.") var note = ""
  @Argument(help: "The remittance's trace number.") var trace: String
  @Argument(help: "The claim's control number, as the payer gave it.") var claim: String

  func run() throws {
    let office = try OpenOffice(options, for: .work).office
    let detail = try office.remittance(try RemittanceReference.find(trace, office))
    let found = detail.claims.filter { $0.controlNumber == claim && $0.isPosted }
    guard let answer = found.last else {
      throw CommandFailure(
        "nothing of claim \"\(foreign: claim)\" is posted from remittance \(foreign: trace)")
    }
    try office.decide(
      on: try office.itemToDecide(.remitClaim(answer.id)), DecisionEntry(.unpost, [.note: note])
    ).tell(asJSON: json)
  }
}

/// `docket post void TRACE`: a whole remittance is taken back.
struct PostVoidCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "void", abstract: "Take a whole remittance back: read twice, or the wrong file.")

  @OptionGroup var options: OfficeOptions
  @Flag(help: "Print one JSON object.") var json = false
  @Option(help: "Why it does not count; goes into the history.") var note = ""
  @Argument(help: "The remittance's trace number.") var trace: String

  func run() throws {
    let office = try OpenOffice(options, for: .work).office
    let id = try RemittanceReference.find(trace, office)
    try office.decide(
      on: try office.itemToDecide(.remittance(id)), DecisionEntry(.voidRemittance, [.note: note])
    ).tell(asJSON: json)
  }
}

/// A remittance as a person names it.
enum RemittanceReference {
  /// - Throws: that there is none.
  static func find(_ trace: String, _ office: Office) throws -> RemittanceID {
    guard let id = try office.findRemittance(trace) else {
      throw CommandFailure(
        "there is no remittance \"\(foreign: trace)\"; see docket remit for those there are")
    }
    return id
  }
}

extension Office {
  /// One decision on one item as it stands now.
  fileprivate func decide(
    on item: WorkItemID, _ entry: DecisionEntry
  ) throws -> DecisionOutcome {
    try recoverOutbox()
    let version = try self.item(item).item.rowVersion
    return try decide(
      DecisionRequest(item: item, rowVersion: version, fence: nil, entry: entry))
  }
}
