import Billing
import Database
import Desk
import Operations
import Testing

/// Queues of which nobody waits for the end.
@Suite("Queues that are long") struct LongQueueTests {
  private static let items = 150_000

  /// An office whose denials are so many that counting what a filter leaves takes a while.
  private func long() throws -> TestOffice {
    let test = try TestOffice()
    try test.database.write { connection in
      try connection.run(
        """
        INSERT INTO work_item (subject_kind, subject_key, queue, lane, tier, balance_cents,
          expected_cents, reason_code, reason, deadline_reason, reference, patient_name, procedure)
        WITH RECURSIVE number (n) AS (
          SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < \(Self.items))
        SELECT 'claim', 1000000 + n, 'denials', 0, 1 + n % 3, 5000, n, 'CO-16', 'r', '',
          'A' || n, CASE WHEN n % 10 = 0 THEN 'DOE, JANE' ELSE 'ROE, JOHN' END, 'E0601' FROM number
        """)
    }
    return test
  }

  @Test("the first rows come without totals that take long, and the whole page has both")
  func firstRows() throws {
    let test = try long()
    let filter = WorkFilter.field(.patient, .has, [.text("doe")])
    let request = PageRequest(queue: .denials, filter: filter, offset: 20, limit: 30)
    let first = try test.office.firstRows(request)
    let whole = try test.office.page(request)
    #expect(!first.areTotalsKnown)
    #expect(first.count == 50)
    #expect(first.rows == whole.rows)
    #expect(whole.areTotalsKnown)
    #expect(whole.count == Self.items / 10)
    let expected = stride(from: 10, through: Self.items, by: 10).reduce(0, +)
    #expect(whole.expected == Cents(Int64(expected)))
    #expect(whole.toLose == whole.expected)
  }

  @Test("where few are looked up the totals come with the rows")
  func few() throws {
    let test = try long()
    let filter = WorkFilter.field(.claim, .has, [.text("A149999")])
    let page = try test.office.firstRows(PageRequest(queue: .denials, filter: filter))
    #expect(page.areTotalsKnown)
    #expect(page.count == 1)
    #expect(page.expected == Cents(149_999))
  }

  @Test("behind the last row nothing is guessed")
  func behind() throws {
    let test = try long()
    let filter = WorkFilter.field(.patient, .has, [.text("doe")])
    let page = try test.office.firstRows(
      PageRequest(queue: .denials, filter: filter, offset: Self.items))
    #expect(page.rows == [])
    #expect(page.areTotalsKnown)
    #expect(page.count == Self.items / 10)
  }

  @Test("what nobody wants any more is not read, and nothing is left behind by it")
  func givenUp() throws {
    let test = try long()
    let request = PageRequest(queue: .denials, filter: .word("nobody at all"))
    let questions: [any DeskQuestion] = [
      ReadQueuePage(request), CountQueuePage(request), ReadIdentities(request), ReadOverview(),
      ReadCompletions(queue: .denials, field: .patient, prefix: "d"),
    ]
    for question in questions {
      let office = test.office
      let failure = #expect(throws: DatabaseFailure.self, "\(question)") {
        try Reading.stopping(when: { true }) { _ = try question.ask(office) { _ in true } }
      }
      #expect(failure?.message == DatabaseFailure.interrupted.message)
    }
    #expect(try test.office.page(request).count == 0)
  }
}
