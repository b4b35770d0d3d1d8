// Offices that were there before the journal kept what was decided.

import Billing
import Database
import Desk
import Digest
import Foundation
import Store
import Testing

@testable import Operations
@testable import TestSupport

/// An office as the first seven steps of the schema kept it: a claim and a piece of special work,
/// with decisions whose lines say what they say in columns and in words.
struct EarlierOffice {
  let path = Scratch.folder() + ".office"
  /// The lines of the journal, as they were written.
  static let lines = [
    Line(verb: "note", subject: ("claim", 1), note: "First look"),
    Line(
      verb: "called", subject: ("claim", 1), detail: "pended", followUp: "2026-01-26",
      status: "pended"),
    Line(verb: "assign", subject: ("claim", 1), detail: "to mruiz", assignee: "mruiz"),
    Line(verb: "write-off", subject: ("claim", 1), detail: "$5.00, Billing error"),
    Line(verb: "decline", subject: ("special", 1), note: "Moved away"),
  ]

  struct Line {
    var verb: String
    var subject: (kind: String, key: Int64)
    var note = ""
    var detail = ""
    var followUp = ""
    var status = ""
    var assignee = ""

    /// The values that the chain goes over, in their order (version 0 of the journal).
    func fields(_ number: Int) -> [String] {
      [
        "\(number)000", "2026-01-19", "tlee", verb, "\(verb) code", subject.kind,
        "\(subject.key)", subject.kind == "claim" ? "ar-follow-up" : "special", note, detail,
        followUp, "", "", "", status, assignee, "", "", "", "1",
      ]
    }
  }

  init() throws {
    let database = try OfficeDatabase(
      path: path, migrations: Array(Schema.migrations.prefix(7)), mode: .createIfMissing)
    try database.write { connection in
      try connection.runScript(Self.facts)
      var chain = ""
      for (index, line) in Self.lines.enumerated() {
        chain = try insert(line, number: index + 1, after: chain, in: connection)
      }
    }
    try database.close()
  }

  private func insert(
    _ line: Line, number: Int, after previous: String, in connection: Connection
  ) throws -> String {
    var digest = SHA256()
    for part in [previous, "\n", line.fields(number).joined(separator: "\u{1F}")] {
      digest.update(part.utf8)
    }
    let chain = digest.finish()
    try connection.run(
      """
      INSERT INTO activity (id, at, on_day, user, session, verb, result_code, subject_kind,
        subject_key, queue, note, detail, follow_up_day, payer_status, assignee, is_productive,
        chain)
      VALUES (?1, ?2, 20472, 'tlee', 'old', ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, 1, ?13)
      """, .integer(Int64(number)), .integer(Int64(number) * 1000), .text(line.verb),
      .text("\(line.verb) code"), .text(line.subject.kind), .integer(line.subject.key),
      .text(line.subject.kind == "claim" ? "ar-follow-up" : "special"), .text(line.note),
      .text(line.detail),
      Day(line.followUp).map { .integer(Int64($0.rawValue)) } ?? .null, .text(line.status),
      line.assignee.isEmpty ? .null : .text(line.assignee), .text(chain))
    return chain
  }

  /// A claim of $180.00 of which $5.00 are written off, and a repair that was closed; days count
  /// from 1970-01-01, 20442 is 2025-12-20.
  private static let facts = """
    INSERT INTO payer VALUES (1, 'SAMPLE MEDICARE DME', '19003', 'medicare-dme', NULL, NULL);
    INSERT INTO patient (id, last_name, first_name, sex, identity)
    VALUES (1, 'ROE', 'RICHARD', 'M', 'ROE RICHARD');
    INSERT INTO claim (id, control_number, origin, patient_id, payer_id, sequence, member_id,
      frequency, payer_control, place_of_service, prior_authorization, diagnoses, from_day,
      through_day, charge_cents)
    VALUES (1, 'A1002', '837', 1, 1, 'P', '1EG4TE5MK74', '1', '', '12', '', 'G4733', 20442, 20442,
      18000);
    INSERT INTO claim_line (id, claim_id, number, control_number, code, modifiers, units, from_day,
      through_day, charge_cents, expected_cents, payer_cents, adjusted_cents)
    VALUES (1, 1, 1, 'L1', 'A7030', 'NU KX', 1000, 20442, 20442, 18000, 12000, 17500, 500);
    INSERT INTO journal_entry (id, cause, entry_day, claim_id) VALUES (1, 'charge', 20442, 1);
    INSERT INTO posting (entry_id, position, account, amount_cents, claim_id, line_id)
    VALUES (1, 0, 'payer-receivable', 18000, 1, 1), (1, 1, 'revenue', -18000, 1, 1);
    INSERT INTO journal_entry (id, cause, entry_day, claim_id, activity_id)
    VALUES (2, 'write-off', 20472, 1, 4);
    INSERT INTO posting (entry_id, position, account, amount_cents, claim_id, line_id)
    VALUES (2, 0, 'write-off', 500, 1, 1), (2, 1, 'payer-receivable', -500, 1, 1);
    INSERT INTO special_work (id, identity, kind, patient_id, payer_id, opens_day, due_day, reason,
      needs, standing)
    VALUES (1, 'repair 1', 'repair', 1, 1, 20470, 20470, 'The strap is torn', '', 'declined');
    INSERT INTO special_item VALUES (1, 0, 'A7030', 'NU', 1, 12000);
    """

  /// The office as this program opens it.
  func open() throws -> TestOffice {
    let clock = TestClock()
    return try TestOffice(
      database: Office.openDatabase(path, mode: .readWrite, clock: clock.read), clock: clock,
      today: "2026-01-20", user: "tlee")
  }
}

@Suite("Journals of earlier versions")
struct EarlierJournalTests {
  /// An office that was brought up to date and placed anew.
  private func office() throws -> TestOffice {
    let test = try EarlierOffice().open()
    try test.database.write { connection in
      let placer = Placer(rules: test.office.rules, today: test.office.today)
      for subject in [WorkSubject.claim(ClaimID(1)), .special(SpecialID(1))] {
        try placer.place(subject, in: connection)
      }
      try WorkItems.setOwner("mruiz", of: .claim(ClaimID(1)), in: connection)
    }
    return test
  }

  @Test("its lines stay byte for byte, and the chain goes on over them and over new ones")
  func chain() throws {
    let test = try office()
    #expect(try test.numbers("SELECT count(*) FROM activity WHERE decision IS NULL") == [5])
    let before = try test.texts("SELECT chain FROM activity ORDER BY id")
    try test.isSound()
    let other = try test.on(user: "mruiz")
    try other.decide("A1002", DecisionEntry(.note, [.note: "Today's line"]))
    #expect(try Array(test.texts("SELECT chain FROM activity ORDER BY id").prefix(5)) == before)
    #expect(try test.numbers("SELECT count(*) FROM activity WHERE decision IS NULL") == [5])
    try test.isSound()
  }

  @Test("an altered old line is found, whichever column it is")
  func altered() throws {
    for change in [
      "payer_status = 'denied'", "assignee = 'boss'", "note = 'other'", "decision = ''",
      "appeal_level = 2", "detail = detail || '.'",
    ] {
      let test = try office()
      try test.database.write {
        try $0.runScript(
          "DROP TRIGGER activity_is_kept; UPDATE activity SET \(change) WHERE id = 3")
      }
      #expect(
        try test.office.check().problems.contains { $0.contains("activity 3 was altered") },
        "\(change)")
    }
  }

  @Test("its lines are shown by their words, and what they said of an item still holds")
  func shown() throws {
    let test = try office()
    let detail = try test.item("A1002")
    let decisions = detail.timeline.filter { $0.activity != nil }
    #expect(
      decisions.map(\.title) == ["Add a note", "Called the payer", "Assign", "Write off"])
    let words = decisions.map(\.detail).joined(separator: "; ")
    for word in ["First look", "pended", "to mruiz", "$5.00, Billing error"] {
      #expect(words.contains(word), "\(words)")
    }
    #expect(detail.item.lane == .waiting && detail.item.followUpOn == Day("2026-01-26"))
    #expect(detail.item.owner == "mruiz")
    #expect(try test.office.activities(ActivityQuery(user: "tlee")).count == 5)
  }

  @Test("they are undone as ever; what the journal did not keep is not done again, by name")
  func undone() throws {
    let test = try office()
    #expect(try !test.isInQueue("repair", kind: "special"))
    let closed = try OfficeState(orders: test)
    #expect(try test.office.undo().message == "Undone: Close as not wanted.")
    #expect(try test.isInQueue("repair", kind: "special"))
    let open = try OfficeState(orders: test)
    #expect(open.differences(to: closed) != [])
    let refusal = #expect(throws: Refusal.self) { try test.office.redo() }
    #expect(
      refusal?.message
        == "\"Close as not wanted\" of 2026-01-19 was recorded before the journal kept what was "
        + "decided: decide it once more.")
    try test.isAs(orders: open)
    try test.isSound()

    // Money is reversed by its entries, which were always kept.
    #expect(try test.office.undo().message == "Undone: Write off.")
    #expect(try test.balances("A1002") == [[18_000, 0, 0, 0, 0]])
    try test.isSound()
    #expect(try test.office.redo().message == "Done again: Write off.")
    #expect(try test.balances("A1002") == [[17_500, 0, 0, 0, 500]])
    try test.isSound()
  }
}
