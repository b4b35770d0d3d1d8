import ArgumentParser
import Billing
import Cells
import Desk
import Operations

/// `docket audit`: who looked at what.
struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit", abstract: "Who opened, searched and exported what.",
    discussion: """
      Every look at people's data stands in a chained journal beside the database. It names subjects \
      by number, not people.
      """,
    subcommands: [AuditListCommand.self, AuditVerifyCommand.self],
    defaultSubcommand: AuditListCommand.self)
}

/// `docket audit list`: the looks, newest first.
struct AuditListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List looks, newest first. For supervisors.")

  @OptionGroup var options: OfficeOptions
  @OptionGroup var page: PageOptions
  @Flag(help: "Print one JSON object.") var json = false
  @Option(help: "Of one account.") var user: String?
  @Option(help: "Of one subject or number, \"claim 12\" or A1001.") var subject: String?
  @Option(help: ArgumentHelp("Of one business day.", valueName: "yyyy-mm-dd")) var day: Day?

  func run() throws {
    let opened = try OpenOffice(options, for: .look)
    guard opened.office.user.isSupervisor else {
      throw CommandFailure("only a supervisor reads who looked at what")
    }
    let report = try opened.looks.read()
    let fitting = report.lines.filter { line in
      (user.map { $0 == line.user } ?? true) && (day.map { $0 == line.on } ?? true)
        && (subject.map { line.look.isOf($0) } ?? true)
    }
    let rows = fitting.reversed().dropFirst(page.offset).prefix(page.limit)
    opened.saw("looks", rows: rows.count, asJSON: json)
    if json {
      return try Output.only(json: [
        "count": .integer(fitting.count), "looks": .array(rows.map(Self.json)),
      ])
    }
    var output = Output()
    try output.line("\(MoneyText.count(fitting.count)) looks, newest first")
    var table = TextTable([
      .init("at (UTC)"), .init("day"), .init("who"), .init("did"), .init("what", limit: 40),
      .init("number", limit: 24), .init("rows", .trailing), .init("program"),
    ])
    for line in rows {
      table.add(
        "\(foreign: Self.time(line.at))", line.on.shown, "\(foreign: line.user)",
        "\(foreign: line.look.kind.rawValue)", "\(foreign: line.look.subject)",
        "\(foreign: line.look.reference)", MoneyText.count(line.look.rows),
        "\(foreign: line.program)")
    }
    if !rows.isEmpty { try output.table(table) }
    try output.finish()
  }

  private static func time(_ at: Timestamp) -> String { "\(at.day)T\(at.hourAndMinute)Z" }

  private static func json(_ line: LookLine) -> JSONValue {
    [
      "number": .integer(Int(line.number)),
      "at": .foreign(time(line.at)),
      "day": .day(line.on),
      "user": .foreign(line.user),
      "program": .foreign(line.program),
      "kind": .foreign(line.look.kind.rawValue),
      "subject": .foreign(line.look.subject),
      "reference": .foreign(line.look.reference),
      "rows": .integer(line.look.rows),
    ]
  }
}

/// `docket audit verify`: whether the journal of looks is whole.
struct AuditVerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Verify the journal of looks.",
    discussion: """
      Keep the anchor that it prints somewhere else: with --anchor, a journal that was cut or \
      exchanged since is found. Exit status 1 when something is wrong.
      """)

  @OptionGroup var options: OfficeOptions
  @Flag(help: "Print one JSON object.") var json = false
  @Option(help: "An anchor that was printed before.") var anchor: String?

  func run() throws {
    let opened = try OpenOffice(options, for: .look)
    let report = try opened.looks.read(anchor: anchor)
    if json {
      try Output.only(json: [
        "path": .exact(opened.paths.audit),
        "looks": .integer(report.lines.count),
        "problems": .array(report.problems.map { .foreign($0) }),
        "torn_bytes": .integer(report.torn),
        "anchor": .foreign(report.anchor),
      ])
    } else {
      var output = Output()
      for problem in report.problems { try output.line("\(foreign: problem)") }
      if report.torn > 0 {
        try output.line(
          "The last line is unfinished (\(report.torn) bytes); the next look mends it.")
      }
      try output.line(
        """
        \(report.problems.isEmpty ? "Whole" : "\(report.problems.count) differences"): \
        \(MoneyText.count(report.lines.count)) looks
        """)
      if !report.anchor.isEmpty { try output.line("Anchor \(foreign: report.anchor)") }
      try output.finish()
    }
    if !report.problems.isEmpty { throw ProblemsFound() }
  }
}

extension Look {
  /// Whether it is of a subject, by kind and number or by the number that people know.
  fileprivate func isOf(_ text: String) -> Bool {
    reference == text || subject.split(separator: ", ").contains { $0 == text }
  }
}
