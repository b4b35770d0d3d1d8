import Billing
import Database
import Desk
import Operations
import Testing

@testable import TestSupport

@Suite("What docket check finds about orders and charges")
struct OrdersCheckTests {
  private func office() throws -> TestOffice {
    let test = try TestOffice()
    try test.confirm([.device("SO-1"), .mask("SO-2")])
    try test.isSound()
    return test
  }

  /// The problems that come of a statement that nobody should run.
  private func problems(_ test: TestOffice, after sql: String) throws -> [String] {
    try test.database.write { try $0.run(sql) }
    return try test.office.check().problems
  }

  @Test("a charge whose money differs from the ledger")
  func ledger() throws {
    let problems = try problems(
      try office(), after: "UPDATE charge SET amount_cents = 12100 WHERE amount_cents = 12000")
    #expect(
      problems.contains(
        "charge 1 is unbilled and of $121.00, but $120.00 of it stand unbilled in the ledger"))
    #expect(problems.contains { $0.hasPrefix("held and ready charges are $301.00") })
  }

  @Test("a billed charge whose claim line is not there, or says another amount")
  func orphan() throws {
    let test = try office()
    try test.sendAll()
    try test.isSound()
    let wrong = try problems(
      test,
      after: """
        UPDATE charge SET claim_line_id = (SELECT claim_line_id FROM charge WHERE id = 2)
        WHERE id = 1
        """)
    #expect(wrong.contains("charge 1 of $120.00 is on a claim that has no such line"))
    let other = try office()
    try other.sendAll()
    let amount = try problems(other, after: "UPDATE charge SET amount_cents = 1 WHERE id = 2")
    #expect(amount.contains("charge 2 of $0.01 is on a claim line of $180.00"))
  }

  @Test("a confirmed order without a charge")
  func chargeless() throws {
    let test = try office()
    try test.take(orders: [.shoes()])
    let problems = try problems(
      test, after: "UPDATE sales_order SET standing = 'confirmed' WHERE number = 'SO-3'")
    #expect(problems.contains("order SO-3 is confirmed and has no charge"))
  }

  @Test("an item that stands where its facts do not put it, and one that is missing")
  func placement() throws {
    for (sql, words) in [
      (
        "UPDATE work_item SET queue = 'holds' WHERE subject_kind = 'charge' AND subject_key = 1",
        "(SO-1) stands in holds"
      ),
      (
        "UPDATE work_item SET balance_cents = 1 WHERE subject_kind = 'charge' AND subject_key = 1",
        "(SO-1) stands in transmission"
      ),
      (
        "UPDATE work_item SET is_closed = 1 WHERE subject_kind = 'charge' AND subject_key = 2",
        "(SO-2) is closed but there is work to do"
      ),
      (
        "DELETE FROM work_item WHERE subject_kind = 'special'",
        "has work to do and is in no queue"
      ),
    ] {
      let found = try problems(try office(), after: sql)
      #expect(found.contains { $0.contains(words) }, "\(words): \(found)")
    }
  }
}
