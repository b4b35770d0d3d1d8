import Billing
import Database
import Desk
import Operations
import Testing

@testable import TestSupport

@Suite("What check finds")
struct OfficeCheckTests {
  private func office() throws -> TestOffice {
    let test = try TestOffice()
    try test.take(SampleFiles.claims([.machine().supplemented(), .mask()]))
    try test.take(SampleFiles.statuses([("A1002", ["STC*A2:20:PR*20260106*WQ*180"])]))
    try test.take(
      SampleFiles.remittances([
        SampleRemittance(
          trace: "EFT0001", claims: [.machine(), .mask()], provider: [("WO:1", 300)])
      ]))
    try test.decide("A1002", DecisionEntry(.note, ["note": "first"]))
    try test.decide("A1002", DecisionEntry(.writeOff, ["amount": "1.00", "reason": "SMALL"]))
    try test.decide("A1002", DecisionEntry(.note, ["note": "last"]))
    return test
  }

  @Test("a clean office has no problems and the totals that its files say")
  func clean() throws {
    let test = try office()
    let report = try test.office.check()
    #expect(report.problems == [])
    #expect(report.totals.files == 3)
    #expect(report.totals.claims == 2)
    #expect(report.totals.remittances == 1)
    #expect(report.totals.payment == Cents(7540))
    #expect(report.totals.posted == Cents(7840))
    #expect(report.totals.suspense == Cents(-300))
    #expect(report.totals.workItems == 3)
    #expect(!report.anchor.isEmpty)
    // The same office gives the same anchor; one more line gives another.
    #expect(try test.office.check().anchor == report.anchor)
    try test.decide("A1002", DecisionEntry(.note, ["note": "more"]))
    #expect(try test.office.check().anchor != report.anchor)
  }

  @Test("whatever is altered behind the program's back is found and named")
  func tampering() throws {
    let dropPosting = "DROP TRIGGER posting_is_kept; DROP TRIGGER posting_stays;"
    let dropActivity = "DROP TRIGGER activity_is_kept; DROP TRIGGER activity_stays;"
    let cases: [(name: String, sql: String, words: String)] = [
      (
        "a posting's amount",
        dropPosting
          + "UPDATE posting SET amount_cents = amount_cents + 1 WHERE entry_id = 1 AND position = 0",
        "not to zero"
      ),
      (
        "two postings that make up for each other",
        dropPosting
          + """
          UPDATE posting SET amount_cents = amount_cents + 100 WHERE entry_id = 1 AND position = 0;
          UPDATE posting SET amount_cents = amount_cents - 100 WHERE entry_id = 1 AND position = 1
          """, "kept balances differ"
      ),
      (
        "a posting's account",
        dropPosting
          + """
          UPDATE posting SET account = 'patient-receivable' WHERE account = 'next-payer-receivable'
          """, "kept balances differ"
      ),
      (
        "a posting taken away",
        dropPosting + "DELETE FROM posting WHERE account = 'suspense' AND amount_cents > 0", "sum"
      ),
      (
        "an entry taken away",
        dropPosting + "DELETE FROM posting WHERE entry_id = (SELECT max(entry_id) FROM posting)",
        "kept balances differ"
      ),
      ("a line's balance", "UPDATE claim_line SET payer_cents = payer_cents - 1", "kept balances"),
      (
        "a line's paid amount",
        "UPDATE claim_line SET paid_cents = paid_cents + 1 WHERE number = 2",
        "kept balances"
      ),
      ("a payment", "UPDATE remittance SET payment_cents = payment_cents + 1", "differs"),
      (
        "a claim of a remittance", "UPDATE remit_claim SET paid_cents = paid_cents + 1", "said"
      ),
      ("the total of suspense", "UPDATE ledger_total SET amount_cents = 0", "suspense differs"),
      ("the totals of a queue", "UPDATE queue_total SET items = items + 1", "queue totals"),
      (
        "a closed item", "UPDATE work_item SET is_closed = 1 WHERE reference = 'A1002'",
        "closed but"
      ),
      (
        "an item's queue", "UPDATE work_item SET queue = 'denials' WHERE reference = 'A1001'",
        "facts say"
      ),
      (
        "an item's money", "UPDATE work_item SET expected_cents = 1 WHERE reference = 'A1002'",
        "facts say"
      ),
      (
        "an item's deadline", "UPDATE work_item SET safe_day = safe_day + 1", "facts say"
      ),
      (
        "an item's follow-up",
        "UPDATE work_item SET lane = 3, follow_up_day = 99999 WHERE reference = 'A1002'",
        "facts say"
      ),
      (
        "a missing item", "DELETE FROM work_item WHERE reference = 'A1002'", "in no queue"
      ),
      (
        "an item of a queue that is none",
        "DROP TRIGGER work_item_words_changed; UPDATE work_item SET queue = 'nowhere'",
        "work_item.queue of the row with id 1 holds “nowhere” that Docket does not know"
      ),
      (
        "an item too many",
        "UPDATE work_item SET subject_key = 2, subject_kind = 'remit-claim' WHERE reference = 'A1002'",
        "nothing is left"
      ),
      (
        "an activity's note", dropActivity + "UPDATE activity SET note = 'other' WHERE id = 1",
        "activity 1 was altered"
      ),
      (
        "an activity's user", dropActivity + "UPDATE activity SET user = 'mruiz' WHERE id = 2",
        "activity 2 was altered"
      ),
      (
        "an activity's day", dropActivity + "UPDATE activity SET on_day = on_day - 1 WHERE id = 1",
        "activity 1 was altered"
      ),
      (
        "whether it counts",
        dropActivity + "UPDATE activity SET is_productive = 1 - is_productive WHERE id = 3",
        "activity 3 was altered"
      ),
      (
        "an activity's verb", dropActivity + "UPDATE activity SET verb = 'nothing' WHERE id = 3",
        "activity 3 was altered"
      ),
      (
        "an activity taken away", dropActivity + "DELETE FROM activity WHERE id = 1", "activity 2"
      ),
      (
        "two activities changed round",
        dropActivity
          + """
          UPDATE activity SET id = -1 WHERE id = 1; UPDATE activity SET id = 1 WHERE id = 3;
          UPDATE activity SET id = 3 WHERE id = -1
          """, "was altered"
      ),
    ]
    for (name, sql, words) in cases {
      let test = try office()
      try test.database.write { try $0.runScript("PRAGMA defer_foreign_keys = 1;" + sql) }
      let report = try test.office.check()
      #expect(!report.problems.isEmpty, "\(name)")
      let isNamed = report.problems.contains { $0.contains(words) }
      #expect(isNamed, "\(name): \(report.problems)")
    }
  }

  @Test("postings, entries and activities cannot be changed through the database")
  func appendOnly() throws {
    let test = try office()
    let statements = [
      "UPDATE posting SET amount_cents = 0", "DELETE FROM posting",
      "UPDATE journal_entry SET cause = ''",
      "DELETE FROM journal_entry", "UPDATE activity SET note = ''", "DELETE FROM activity",
    ]
    for sql in statements {
      #expect(throws: DatabaseFailure.self, "\(sql)") {
        try test.database.write { try $0.runScript(sql) }
      }
    }
    try test.isSound()
  }

  @Test("the tail cut off a journal shows by the anchor that was kept elsewhere")
  func anchor() throws {
    let test = try office()
    let anchor = try test.office.check().anchor
    try test.database.write {
      try $0.runScript("DROP TRIGGER activity_stays; DELETE FROM activity WHERE id = 3")
    }
    #expect(try test.office.check().anchor != anchor)
  }
}
