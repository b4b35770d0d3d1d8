import Billing
import Cells
import Desk
import Operations

/// All queues in numbers.
enum QueueOverview {
  static func show(_ office: Office, asJSON: Bool) throws {
    let overview = try office.overview()
    if asJSON { return try Output.only(json: json(overview)) }
    var output = Output()
    try print(overview, to: &output)
    try output.finish()
  }

  static func json(_ overview: Overview) -> JSONValue {
    [
      "today": .day(overview.today),
      "queues": .array(overview.queues.map(json)),
      "done_today": .integer(overview.doneToday),
      "resolved_today": .integer(overview.resolvedToday),
      "files": .integer(overview.files),
      "claims": .integer(overview.claims),
      "payment_cents": .cents(overview.payment),
      "posted_cents": .cents(overview.posted),
      "suspense_cents": .cents(overview.suspense),
      "unbilled_cents": .cents(overview.unbilled),
    ]
  }

  private static func json(_ queue: QueueSummary) -> JSONValue {
    [
      "queue": .foreign(queue.queue.rawValue),
      "title": .foreign(queue.queue.title),
      "open": .integer(queue.open),
      "due_this_week": .integer(queue.dueThisWeek),
      "at_risk_cents": .cents(queue.atRisk),
      "to_lose_cents": .cents(queue.toLose),
      "to_chase_cents": .cents(queue.toChase),
      "expected_cents": .cents(queue.expected),
      "next_due": .day(queue.nextDue),
      "oldest_days": .optional(queue.oldestDays) { .integer($0) },
      "waiting": .integer(queue.waiting),
      "with_lead": .integer(queue.withLead),
      "expired": .integer(queue.expired),
      "expired_cents": .cents(queue.expiredCents),
      "done_today": .integer(queue.doneToday),
    ]
  }

  static func print(_ overview: Overview, to output: inout Output) throws(CommandFailure) {
    var table = TextTable([
      .init("queue"), .init("open", .trailing), .init("this week", .trailing),
      .init("to lose", .trailing), .init("to chase", .trailing), .init("expected", .trailing),
      .init("next due"),
      .init("oldest", .trailing), .init("waiting", .trailing), .init("lead", .trailing),
      .init("expired", .trailing), .init("done today", .trailing),
    ])
    for queue in overview.queues {
      table.add(
        "\(foreign: queue.queue.title)", MoneyText.count(queue.open),
        MoneyText.count(queue.dueThisWeek), MoneyText.dollars(queue.toLose.rawValue),
        MoneyText.dollars(queue.toChase.rawValue), MoneyText.dollars(queue.expected.rawValue),
        "\(foreign: queue.nextDue?.description ?? "")", queue.oldestDays.map { "\($0)d" } ?? "",
        MoneyText.count(queue.waiting), MoneyText.count(queue.withLead),
        MoneyText.count(queue.expired), MoneyText.count(queue.doneToday))
    }
    try output.line("\(foreign: overview.today.description)")
    try output.table(table)
    try output.line(
      """
      \(MoneyText.count(overview.files)) files, \(MoneyText.count(overview.claims)) claims; \
      payers paid \(MoneyText.dollars(overview.payment.rawValue)): \
      \(MoneyText.dollars(overview.posted.rawValue)) posted, \
      \(MoneyText.dollars(overview.suspense.rawValue)) in suspense; \
      \(MoneyText.dollars(overview.unbilled.rawValue)) not yet billed
      """)
  }
}
