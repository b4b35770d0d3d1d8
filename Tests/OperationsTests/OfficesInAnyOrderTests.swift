import Billing
import Desk
import Operations
import Testing

@testable import TestSupport

/// Made-up offices whose files come in whatever order: the books are those of a plain reading.
@Suite("Offices in any order")
struct OfficesInAnyOrderTests {
  @Test(
    "in order, shuffled, with decisions and their undoing: every cent as a plain ledger has it",
    arguments: Soak.seeds(16, of: 500))
  func anyOrder(seed: Int) throws {
    var random = SeededRandom(UInt64(seed))
    let made = MadeUpFiles(services: 2, random: &random)
    let plain = PlainLedger(made.files.map(\.bytes))
    try hold(made.files, to: plain, "seed \(seed) in order \(made.lives)", deciding: nil)
    let shuffled = made.files.shuffled(using: &random)
    try hold(
      shuffled, to: plain, "seed \(seed), \(made.lives): \(shuffled.map(\.name))",
      deciding: random.isOne(in: 2) ? random.next() : nil)
  }

  /// Each kind by itself in many orders, so that what fails has a name.
  @Test("each kind of life in many orders", arguments: MadeUpFiles.Life.allCases)
  func eachKind(life: MadeUpFiles.Life) throws {
    for seed in Soak.seeds(1, of: 40) {
      var random = SeededRandom(UInt64(seed * 7919))
      let made = MadeUpFiles(services: 1, of: [life], random: &random)
      let plain = PlainLedger(made.files.map(\.bytes))
      for _ in 1...2 {
        let shuffled = made.files.shuffled(using: &random)
        try hold(shuffled, to: plain, "\(life) \(seed): \(shuffled.map(\.name))", deciding: nil)
      }
    }
  }

  /// An office that begins with whatever file comes first makes claims of remittances; what they are
  /// is said by the bills that come later.
  @Test(
    "claims made from remittances become those of their bills", arguments: Soak.seeds(8, of: 100))
  func firstDay(seed: Int) throws {
    let kinds: [MadeUpFiles.Life] = [
      .paid, .deniedThenPaid, .correctedAtOnce, .correctedLater, .split, .takenBack, .duplicate,
      .paidMore, .secondary,
    ]
    var random = SeededRandom(UInt64(seed * 104_729))
    let made = MadeUpFiles(services: 2, of: kinds, random: &random)
    let plain = PlainLedger(made.files.map(\.bytes))
    let shuffled = made.files.shuffled(using: &random)
    try hold(
      shuffled, to: plain, "first day \(seed), \(made.lives): \(shuffled.map(\.name))",
      deciding: nil, isRunning: false)
  }

  private func hold(
    _ files: [MadeUpFiles.File], to plain: PlainLedger, _ name: String, deciding seed: UInt64?,
    isRunning: Bool = true
  ) throws {
    let test = try TestOffice()
    if isRunning {
      // What an office that was running before never sent is not made from a remittance.
      try test.take(SampleFiles.claims([.mask("EARLIER")], interchange: 99, group: 99))
    }
    var chance = SeededRandom(seed ?? 0)
    var name = name
    for file in files {
      _ = try test.office.importBytes(file.bytes, name: file.name)
      guard seed != nil, let done = try decideAndBack(test, &chance, name) else { continue }
      name += "; after \(file.name) \(done)"
    }
    try test.postAll()
    let check = try test.office.check()
    #expect(check.problems == [], "\(name)")
    #expect(check.postingsSum == .zero, "\(name)")
    #expect(check.totals.payment == check.totals.posted + check.totals.suspense, "\(name)")
    try compare(test, plain, name)
  }

  /// Any decision that the page offers, and its undoing; gives its verb.
  private func decideAndBack(
    _ test: TestOffice, _ random: inout SeededRandom, _ name: String
  ) throws -> DecisionVerb? {
    let open = try test.numbers("SELECT id FROM work_item WHERE is_closed = 0 ORDER BY id")
    guard !open.isEmpty, random.isOne(in: 2) else { return nil }
    let id = WorkItemID(random.pick(open))
    let offered = try test.office.item(id).advice.options.filter { $0.permission == .allowed }
    guard !offered.isEmpty else { return nil }
    let option = random.pick(offered)
    var entry = option.filled(on: test.office.today)
    entry.fields[.note] = "by chance"
    let before = try OfficeState(test)
    do {
      try test.decide(id, entry)
      _ = try test.office.undo()
    } catch is Refusal { return nil }
    let differences = try OfficeState(test).differences(to: before)
    #expect(differences == [], "\(name): \(option.verb)")
    return option.verb
  }

  private func compare(_ test: TestOffice, _ plain: PlainLedger, _ name: String) throws {
    let lines = plain.lines.filter { $0.value != PlainLedger.Line() }.map { key, line in
      "\(key) charge \(line.charge) cash \(line.cash) contractual \(line.contractual) other "
        + "\(line.other) patient \(line.patient) next \(line.nextPayer) payer \(line.payer)"
    }
    let kept = try test.texts(
      """
      SELECT claim.control_number || '/' || claim.sequence || '/' || claim_line.number
        || ' charge ' || claim_line.charge_cents || ' cash ' || \(Self.sum("suspense"))
        || ' contractual ' || \(Self.sum("contractual-adjustment"))
        || ' other ' || \(Self.sum("other-adjustment")) || ' patient ' || patient_cents
        || ' next ' || next_payer_cents || ' payer ' || payer_cents
      FROM claim_line JOIN claim ON claim.id = claim_line.claim_id
      WHERE claim.control_number <> 'EARLIER' AND claim_line.charge_cents <> 0
        -- What a decision made and its undoing took back keeps its row.
        AND (claim.origin NOT IN ('835', 'docket') OR EXISTS
          (SELECT 1 FROM submission WHERE submission.claim_id = claim.id AND answer <> 'withdrawn'))
      """)
    #expect(Self.only(kept, lines) == [], "\(name)")
    let totals = try test.texts(
      """
      SELECT account || ' ' || sum(amount_cents) FROM posting
      WHERE claim_id IS NULL OR claim_id NOT IN
        (SELECT id FROM claim WHERE control_number = 'EARLIER')
      GROUP BY account HAVING sum(amount_cents) <> 0
      """)
    let ofLines: Set<String> = [
      "contractual-adjustment", "other-adjustment", "patient-receivable", "payer-receivable",
      "next-payer-receivable",
    ]
    #expect(
      Self.only(
        totals.filter { text in !ofLines.contains { text.hasPrefix($0 + " ") } },
        plain.totals.filter { $0.value != 0 }.map { "\($0.key) \($0.value)" }) == [], "\(name)")
    try holdQueues(test, name)
  }

  /// No piece of work stands in two queues, and no open cent outside every queue.
  private func holdQueues(_ test: TestOffice, _ name: String) throws {
    let twice = try test.texts(
      """
      SELECT subject_kind || ' ' || subject_key FROM work_item WHERE is_closed = 0
      GROUP BY subject_kind, subject_key HAVING count(*) > 1
      """)
    #expect(twice == [], "\(name)")
    let outside = try test.texts(
      """
      SELECT claim.control_number || ' ' || claim.sequence FROM claim
      JOIN claim_line ON claim_line.claim_id = claim.id
      GROUP BY claim.id HAVING (sum(payer_cents) > 0 OR sum(next_payer_cents) > 0)
        AND NOT EXISTS (SELECT 1 FROM work_item WHERE is_closed = 0
          AND subject_kind = 'claim' AND subject_key = claim.id)
      """)
    #expect(outside == [], "\(name)")
  }

  private static func sum(_ account: String) -> String {
    """
    (SELECT coalesce(sum(amount_cents), 0) FROM posting
      WHERE posting.line_id = claim_line.id AND account = '\(account)')
    """
  }

  private static func only(_ kept: [String], _ plain: [String]) -> [String] {
    (kept.filter { !plain.contains($0) }.map { "books: " + $0 }
      + plain.filter { !kept.contains($0) }.map { "plain: " + $0 }).sorted()
  }
}
