import ArgumentParser
import Billing
import Cells
import Desk
import Operations

/// `docket approval`: what one person asks and another allows.
struct ApprovalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "approval", abstract: "What one person asks and another allows.",
    subcommands: [
      ApprovalListCommand.self, ApprovalGrantCommand.self, ApprovalRefuseCommand.self,
    ], defaultSubcommand: ApprovalListCommand.self)
}

/// `docket approval list`: the newest first, with the answers.
struct ApprovalListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List what was asked, the newest first, with the answers.")

  @OptionGroup var options: OfficeOptions
  @Flag(help: "Print one JSON object.") var json = false
  @Option(help: "How many at most.") var limit = 50

  func run() throws {
    let office = try OpenOffice(options, for: .look).office
    try ApprovalOutput.tell(
      office.approvals(offset: 0, limit: max(0, min(limit, 1_000_000))), asJSON: json)
  }
}

/// `docket approval grant NUMBER`: allows it.
struct ApprovalGrantCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "grant", abstract: "Allow what somebody else asked for (a supervisor).")

  @OptionGroup var options: OfficeOptions
  @Flag(help: "Print one JSON object.") var json = false
  @Option(parsing: .unconditional, help: "A note; goes into the history.") var note: String?
  @Argument(help: "Its number in the list.") var approval: Int64

  func run() throws {
    try ApprovalOutput.answer(.grant, approval, note, options, asJSON: json)
  }
}

/// `docket approval refuse NUMBER`: refuses it.
struct ApprovalRefuseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "refuse", abstract: "Refuse what somebody else asked for (a supervisor).")

  @OptionGroup var options: OfficeOptions
  @Flag(help: "Print one JSON object.") var json = false
  @Option(parsing: .unconditional, help: "Why.") var note: String
  @Argument(help: "Its number in the list.") var approval: Int64

  func run() throws {
    try ApprovalOutput.answer(.refuse, approval, note, options, asJSON: json)
  }
}

/// Approvals as text and as JSON.
enum ApprovalOutput {
  static func answer(
    _ verb: DecisionVerb, _ number: Int64, _ note: String?, _ options: OfficeOptions, asJSON: Bool
  ) throws {
    let office = try OpenOffice(options, for: .work).office
    guard
      let item = try office.approvals(offset: 0, limit: 1_000_000)
        .first(where: { $0.approval.id.rawValue == number })?.item
    else {
      throw CommandFailure("there is no approval \(number); docket approval list shows them")
    }
    var typed = TypedFields()
    try typed.set(.note, note)
    try ItemDecision.take(verb, typed, on: item, office).tell(asJSON: asJSON)
  }

  static func tell(_ details: [ApprovalDetail], asJSON: Bool) throws(CommandFailure) {
    if asJSON {
      return try Output.only(json: ["approvals": .array(details.map(\.json))])
    }
    var output = Output()
    guard !details.isEmpty else {
      try output.line("Nobody asks for anything")
      return try output.finish()
    }
    try output.table(table(details))
    try output.finish()
  }

  static func table(_ details: [ApprovalDetail]) -> TextTable {
    var table = TextTable([
      .init("no.", .trailing), .init("what"), .init("about"), .init("amount", .trailing),
      .init("asked by"), .init("on"), .init("why", limit: 50), .init("answer", limit: 40),
    ])
    for detail in details {
      let approval = detail.approval
      let answer: SafeText =
        detail.answer.map { answer in
          let word: SafeText = answer.isGranted ? "granted" : "refused"
          return "\(word) by \(foreign: answer.user) \(answer.on.shown)"
        } ?? "open"
      table.add(
        "\(approval.id.rawValue)", "\(foreign: approval.purpose.title)",
        "\(foreign: approval.about)", approval.amount.shown, "\(foreign: approval.askedBy)",
        approval.askedOn.shown, "\(foreign: approval.reason)", answer)
    }
    return table
  }
}

extension ApprovalDetail {
  func print(to output: inout Output) throws(CommandFailure) {
    try output.table(ApprovalOutput.table([self]))
  }

  var json: JSONValue {
    [
      "approval": .integer(approval.id.rawValue),
      "purpose": .foreign(approval.purpose.rawValue),
      "about": .foreign(approval.about),
      "amount_cents": .cents(approval.amount),
      "asked_by": .foreign(approval.askedBy),
      "asked_on": .day(approval.askedOn),
      "reason": .foreign(approval.reason),
      "item": .optional(item) { .integer($0.rawValue) },
      "answer": .optional(answer) { $0.isGranted ? "granted" : "refused" },
      "answered_by": .optional(answer) { .foreign($0.user) },
      "answered_on": .day(answer?.on),
      "answer_note": .foreign(answer?.note ?? ""),
    ]
  }
}
