import Billing
import Database
import Desk
import Foundation
import Operations
import Rules
import SampleBilling
import SampleOffice
import Testing

@testable import TestSupport

/// What went in and out of an office for a year, read into a new one: the files and its people's
/// money decisions alone give the same billed receivables.
@Suite("A year read anew")
struct ReadAnewTests {
  @Test("by the files as they came about, and what people decided about money")
  func inOrder() throws {
    let year = try LivedYear.small.get()
    try Self.compare(year) { anew in
      for file in Self.files(of: year) { _ = try anew.importBytes(file.bytes, name: file.name) }
    }
  }

  @Test(
    "by a folder of the files, whatever they are called",
    arguments: Soak.seeds(1, of: 20).map { UInt64($0) })
  func anyNames(seed: UInt64) throws {
    let year = try LivedYear.small.get()
    var random = SeededRandom(seed)
    let shuffled = Self.files(of: year).shuffled(using: &random)
    let paths = try Scratch.files(
      shuffled.enumerated().map { ("\($0).x12", $1.bytes) })
    defer { try? Scratch.remove((paths[0] as NSString).deletingLastPathComponent) }
    try Self.compare(year) { _ = try $0.importFiles(paths) }
  }

  private static func compare(_ year: LivedYear, _ read: (Office) throws -> Void) throws {
    let anew = try office(on: year.lastDay)
    try read(anew)
    let first = try Books(year.office)
    try replay(first, in: anew)
    let second = try Books(anew)
    let differing = Set(first.open.keys).union(second.open.keys).sorted().filter {
      first.open[$0, default: [0, 0, 0]] != second.open[$0, default: [0, 0, 0]]
    }
    let words = differing.prefix(12).map {
      "\($0): \(first.open[$0] ?? []) and anew \(second.open[$0] ?? [])"
    }
    #expect(differing.isEmpty, "\(differing.count) bills differ: \(words)")
    #expect(first.total == second.total)
    #expect(first.total > 0)
    let problems = try anew.check().problems
    #expect(problems == [], "\(problems.prefix(5))")
  }

  /// The files of claims and their answers, as they came about.
  private static func files(of year: LivedYear) -> [SampleFile] {
    let sent = year.sent.filter { $0.name.hasPrefix("837P-") }
    let arrived = year.arrived.filter { !$0.name.hasSuffix(".csv") }
    return (sent + arrived).sorted { turn($0) < turn($1) }
  }

  /// Date of the interchange and then claims before answers, as an office reads a folder.
  private static func turn(_ file: SampleFile) -> String {
    let text = String(decoding: file.bytes.prefix(400), as: UTF8.self)
    let elements = text.split(separator: "*", omittingEmptySubsequences: false)
    guard elements.count > 17 else { return file.name }
    let rank = ["HC": "0", "FA": "1", "HN": "2", "HP": "3"][String(elements[17])] ?? "4"
    return elements[9] + rank + elements[10] + file.name
  }

  private static func office(on day: Day) throws -> Office {
    var rules = try RulesFile.load(office: SampleYearRules.text)
    rules.isOfSample = true
    return Office(
      database: try Office.databaseInMemory(), rules: rules,
      user: OfficeUser(name: "sample", isSupervisor: true), session: "anew", today: day,
      outbox: Scratch.folder())
  }

  /// Decides about money what was decided in the first office: which answers were posted, in the
  /// order in which that happened, and what was given up.
  private static func replay(_ first: Books, in office: Office) throws {
    // What may be posted can hang on what is posted before it.
    var goesOn = true
    while goesOn {
      goesOn = false
      for answer in try Books(office).waiting where first.posted.contains(answer.key) {
        let detail = try office.item(answer.item)
        let proposed = detail.advice.options.first { $0.verb == detail.advice.proposed }
        guard detail.placement != nil, let proposed, proposed.permission == .allowed,
          [.post, .match].contains(proposed.verb)
        else { continue }
        _ = try office.decide(
          DecisionRequest(
            item: answer.item, rowVersion: detail.item.rowVersion, fence: nil,
            entry: proposed.filled(on: office.today)))
        goesOn = true
      }
    }
    for given in first.writtenOff {
      let claims = try office.database.read { connection in
        try connection.rows(
          """
          SELECT work_item.id FROM submission JOIN work_item
            ON work_item.subject_kind = 'claim' AND work_item.subject_key = submission.claim_id
          JOIN claim ON claim.id = submission.claim_id
          WHERE submission.control_number = ?1 AND claim.sequence = ?2
          """, [.text(given.number), .text(given.level)]
        ) { WorkItemID($0.int(0)) }
      }
      let id = try #require(claims.first, "no item of \(given.number)")
      let version = try office.item(id).item.rowVersion
      _ = try office.decide(
        DecisionRequest(
          item: id, rowVersion: version, fence: nil,
          entry: DecisionEntry(
            .writeOff,
            [
              .amount: Cents(given.cents).plain, .reason: "CONTRACT", .note: "As decided before",
            ])))
    }
  }
}

/// What is billed and open, read with plain SQL.
private struct Books {
  /// Cents with payer, next payer and patient by the numbers of all sendings of a bill.
  private(set) var open: [String: [Int64]] = [:]
  /// Answers that are posted, by remittance and place in it.
  private(set) var posted: Set<String> = []
  /// Answers that wait, in the order in which they came.
  private(set) var waiting: [(key: String, item: WorkItemID)] = []
  private(set) var writtenOff: [(number: String, level: String, cents: Int64)] = []

  var total: Int64 { open.values.joined().reduce(0, +) }

  init(_ office: Office) throws {
    try office.database.read { connection in
      try connection.forEach(
        """
        SELECT claim.sequence, (SELECT group_concat(number) FROM
            (SELECT DISTINCT control_number AS number FROM submission
            WHERE claim_id = claim.id AND answer <> 'withdrawn' ORDER BY number)),
          sum(payer_cents), sum(next_payer_cents), sum(patient_cents)
        FROM claim JOIN claim_line ON claim_line.claim_id = claim.id GROUP BY claim.id
        """
      ) { row in
        let cents = [row.int(2), row.int(3), row.int(4)]
        guard cents != [0, 0, 0] else { return }
        let key = row.text(0) + " " + (row.textOrNil(1) ?? "no sending")
        open[key] = zip(open[key] ?? [0, 0, 0], cents).map(+)
      }
      posted = Set(
        try connection.rows(
          Self.answers + " WHERE remit_claim.state IN ('posted', 'reversed', 'noted')"
        ) { $0.text(0) })
      waiting = try connection.rows(
        Self.answers + " WHERE work_item.is_closed = 0 ORDER BY remit_claim.id"
      ) { ($0.text(0), WorkItemID($0.int(1))) }
      writtenOff = try connection.rows(
        """
        SELECT claim.control_number, claim.sequence, sum(posting.amount_cents)
        FROM journal_entry JOIN posting ON posting.entry_id = journal_entry.id
        JOIN claim ON claim.id = journal_entry.claim_id
        WHERE posting.account = 'write-off' AND journal_entry.activity_id IS NOT NULL
        GROUP BY claim.id HAVING sum(posting.amount_cents) <> 0
        """
      ) { ($0.text(0), $0.text(1), $0.int(2)) }
    }
  }

  private static let answers = """
    SELECT json_array(remittance.trace_number, remittance.payment_cents, remit_claim.position),
      work_item.id
    FROM remit_claim JOIN remittance ON remittance.id = remit_claim.remittance_id
    LEFT JOIN work_item ON work_item.subject_kind = 'remit-claim'
      AND work_item.subject_key = remit_claim.id
    """
}
