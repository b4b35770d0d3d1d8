import ArgumentParser
import Billing
import Cells
import Desk
import Operations

/// `docket check`: recomputes what is kept, verifies the journal, and names every difference.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Recompute balances and placements, verify the journal, name every difference.",
    discussion: """
      Keep the anchor that it prints somewhere else: with it, a journal that was cut or exchanged \
      is found later.
      """)

  @OptionGroup var options: OfficeOptions
  @Flag(help: "Print one JSON object.") var json = false

  func run() throws {
    let opened = try OpenOffice(options, for: .look)
    var report = try opened.office.check()
    report.problems += try opened.looks.read().problems
    // In a sample office any day may have been stated.
    if options.today == nil, try !opened.office.isSample() {
      let standing = try opened.standing()
      if standing.isClockBehind, let words = standing.words {
        report.problems.append(words.string)
      }
    }
    if json {
      try Output.only(json: Self.json(report))
    } else {
      var output = Output()
      for problem in report.problems { try output.line("\(foreign: problem)") }
      let totals = report.totals
      try output.line(
        """
        \(report.problems.isEmpty ? "Everything agrees" : "\(report.problems.count) differences"): \
        \(MoneyText.count(totals.files)) files, \(MoneyText.count(totals.claims)) claims, \
        \(MoneyText.count(totals.remittances)) remittances, \
        \(MoneyText.count(totals.workItems)) items; paid \
        \(MoneyText.dollars(totals.payment.rawValue)) is \
        \(MoneyText.dollars(totals.posted.rawValue)) posted and \
        \(MoneyText.dollars(totals.suspense.rawValue)) in suspense
        """)
      if !report.anchor.isEmpty { try output.line("Anchor \(foreign: report.anchor)") }
      try output.finish()
    }
    if !report.problems.isEmpty { throw ProblemsFound() }
  }

  static func json(_ report: CheckReport) -> JSONValue {
    [
      "problems": .array(report.problems.map { .foreign($0) }),
      "postings_sum_cents": .cents(report.postingsSum),
      "totals": [
        "files": .integer(report.totals.files),
        "claims": .integer(report.totals.claims),
        "remittances": .integer(report.totals.remittances),
        "payment_cents": .cents(report.totals.payment),
        "posted_cents": .cents(report.totals.posted),
        "suspense_cents": .cents(report.totals.suspense),
        "work_items": .integer(report.totals.workItems),
        "waiting_cents": .cents(report.totals.waiting),
        "patient_cents": .cents(report.totals.patient),
        "credit_cents": .cents(report.totals.credit),
        "forwarding_cents": .cents(report.totals.forwarding),
        "recoupment_cents": .cents(report.totals.recoupment),
        "deposit_cents": .cents(report.totals.deposit),
        "unmatched_deposit_cents": .cents(report.totals.unmatchedDeposit),
      ],
    ]
  }
}
