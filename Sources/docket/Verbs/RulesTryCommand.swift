import ArgumentParser
import Billing
import Cells
import Desk
import Operations
import Rules

/// `docket rules try FILE`: what changed rules would have done with last month's remittances.
struct RulesTryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "try",
    abstract: "Say what changed rules would have let post by itself of last month's remittances.",
    discussion: """
      The file is a whole rules file of the office, as docket rules edit opens it. Each answer is \
      judged by the rules in force and by those of the file; nothing is written. What else stops an \
      answer, such as a claim that nobody knows, stops it under either. Rules for days to come are \
      tried with --on. How short pay is judged is no part of it.
      """)

  @OptionGroup var options: OfficeOptions
  @Flag(help: "Print one JSON object.") var json = false
  @Option(help: "Only payers whose name holds these words, or that have this number.")
  var payer = ""
  @Option(help: "First day of notice; else the first day of last month.") var from: Day?
  @Option(help: "Last day of notice; else the last day of last month.") var through: Day?
  @Option(help: "Read both rules as they are in force on this day, not on that of each notice.")
  var on: Day?
  @Option(help: "How many answers are listed at most.") var limit = 50
  @Argument(help: "The file with the rules to try.", completion: .file(extensions: ["toml"]))
  var file: String

  func validate() throws {
    guard (0...1_000_000).contains(limit) else {
      throw ValidationError("--limit is a number from 0 up")
    }
  }

  func run() throws {
    guard let text = try SmallFile.text(file) else {
      throw CommandFailure("\(foreign: file): there is no such file")
    }
    let proposed: RuleBook
    do throws(RulesError) {
      proposed = try RulesFile.load(office: text)
    } catch {
      throw CommandFailure("\(foreign: file): \(foreign: error.description)")
    }
    let opened = try OpenOffice(options, for: .look)
    let month = opened.office.today.monthBefore
    let trial = try opened.office.tryRules(
      proposed,
      RulesTrialRequest(
        payer: payer, from: from ?? month.lowerBound, through: through ?? month.upperBound, on: on))
    opened.saw("answers under other rules", rows: trial.changes.count, asJSON: json)
    if json { return try Output.only(json: Self.json(trial, limit: limit)) }
    var output = Output()
    try Self.print(trial, limit: limit, to: &output)
    try output.finish()
  }

  private static func print(
    _ trial: RulesTrial, limit: Int, to output: inout Output
  ) throws {
    let total = trial.total
    try output.line(
      """
      \(MoneyText.count(total.remittances)) remittances, \(trial.from.shown) to \
      \(trial.through.shown)
      """)
    guard total.remittances > 0 else { return }
    var table = TextTable([
      .init("payer", limit: 40), .init("posts", .trailing), .init("waits", .trailing),
      .init("would wait", .trailing), .init("paid", .trailing), .init("would post", .trailing),
      .init("paid", .trailing),
    ])
    for row in trial.payers + [total] {
      table.add(
        row.payer.isEmpty ? "all" : "\(foreign: row.payer)",
        MoneyText.count(row.posts.answers), MoneyText.count(row.stages.answers),
        MoneyText.count(row.nowStages.answers), row.nowStages.paid.shown,
        MoneyText.count(row.nowPosts.answers), row.nowPosts.paid.shown)
    }
    try output.table(table)
    guard !trial.changes.isEmpty else { return try output.line("Nothing would be different.") }
    for change in trial.changes.prefix(limit) {
      let what: SafeText =
        change.subject == .interest
        ? "interest of \(foreign: change.traceNumber)"
        : "\(foreign: change.controlNumber) in \(foreign: change.traceNumber)"
      let verb: SafeText = change.kind == .stages ? "would wait" : "would post"
      try output.line(
        """
        \(verb)  \(what), \(change.noticeOn.shown), \(change.paid.shown): \
        \(foreign: change.reasons.joined(separator: " "))
        """)
    }
    let more = trial.changes.count - min(limit, trial.changes.count)
    if more > 0 { try output.line("and \(MoneyText.count(more)) more; --limit lists them") }
  }

  private static func json(_ trial: RulesTrial, limit: Int) -> JSONValue {
    [
      "from": .day(trial.from), "through": .day(trial.through),
      "payers": .array(trial.payers.map(json)), "total": json(trial.total),
      "change_count": .integer(trial.changes.count),
      "changes": .array(
        trial.changes.prefix(limit).map {
          [
            "change": .exact($0.kind.rawValue), "subject": .exact($0.subject.rawValue),
            "payer": .foreign($0.payer), "trace_number": .foreign($0.traceNumber),
            "control_number": .foreign($0.controlNumber), "notice_on": .day($0.noticeOn),
            "charge_cents": .cents($0.charge), "paid_cents": .cents($0.paid),
            "reasons": .array($0.reasons.map { .foreign($0) }),
          ]
        }),
    ]
  }

  private static func json(_ row: RulesTrial.Row) -> JSONValue {
    [
      "payer": .foreign(row.payer), "remittances": .integer(row.remittances),
      "posts": json(row.posts), "stages": json(row.stages), "now_stages": json(row.nowStages),
      "now_posts": json(row.nowPosts),
    ]
  }

  private static func json(_ count: RulesTrial.Count) -> JSONValue {
    ["answers": .integer(count.answers), "paid_cents": .cents(count.paid)]
  }
}

extension Day {
  /// The first and the last day of the month before this one's.
  fileprivate var monthBefore: ClosedRange<Day> {
    let (_, _, day) = components
    let last = adding(days: -day)
    return last.adding(days: 1 - last.components.day)...last
  }
}
