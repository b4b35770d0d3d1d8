import Billing
import Database
import Testing

@testable import Store

@Suite("An office of the first seven steps brought up to date")
struct StrictRowsMigrationTests {
  /// Work that is done, work without a payer, and a row that no payer was.
  private static let work = """
    INSERT INTO work_item (id, subject_kind, subject_key, queue, lane, tier, balance_cents,
      expected_cents, reason_code, reason, deadline_reason, reference, patient_name, payer_id,
      procedure, fence, row_version) VALUES
      (7, 'claim', 7, 'denials', 9, 3, 70, 60, 'c', 'r', '', 'A7', 'SAMPLE', 1, 'E0601', 4, 9),
      (8, 'order', 8, 'order-confirmation', 0, 6, 5, 4, '', 'r', '', 'SO-8', 'SAMPLE', 0, '', 0, 1)
    """

  @Test("no old value changes but those that said nothing, and no guard of money is lost")
  func values() throws {
    let office = try OldOffice()
    try office.write { connection in
      try OldOffice.fill(connection)
      try connection.run(Self.work)
    }
    let old = try office.open()
    let (columns, before, kept) = try old.read { connection in
      let columns = try OldOffice.columns(connection)
      return (
        columns, try OldOffice.rows(columns: columns, connection), try Self.kept(connection)
      )
    }
    try old.close()
    #expect(columns.count == 40)
    #expect(before.values.allSatisfy { !$0.isEmpty })
    #expect(kept.count == 6)

    let new = try office.open(Schema.migrations)
    try new.read { connection in
      let after = try OldOffice.rows(columns: columns, connection)
      for (table, rows) in before where table != "work_item" && table != "payer" {
        #expect(after[table] == rows, "\(table)")
      }
      #expect(after["payer"] == before["payer"]?.filter { !$0.hasPrefix("0|") })
      #expect(try Self.kept(connection) == kept)
      let old = KnownDayTests.tables.filter { columns[$0] != nil }
      let known = try connection.rows(
        old.map { "SELECT known_on FROM \($0)" }.joined(separator: " UNION ALL ")
      ) { $0.dayOrNil(0) }
      // The file's day, the day of the decision; nothing is known of rentals, months and special work.
      let days = [0, 0, 0, 0, 0, 0, 1, 1, 1, nil, nil, 1, 1, 1, nil] as [Int32?]
      #expect(known.map { $0?.rawValue } == days)
      let sent = try connection.rows(
        "SELECT name, kind, state, content_hash, known_on FROM outgoing_file ORDER BY id"
      ) { "\($0.text(0)) \($0.text(1)) \($0.text(2)) \($0.textOrNil(3) ?? "-") \($0.int(4))" }
      #expect(
        sent == [
          "outbox_name of batch batch written - 1",
          "file_name of eligibility eligibility written - 1",
        ])

      let rows = try connection.rows(
        """
        SELECT id || ' ' || queue || ' ' || lane || ' ' || tier || ' ' || is_closed || ' '
          || coalesce(payer_id, 'none') || ' ' || fence || ' ' || row_version || ' ' || reference
        FROM work_item ORDER BY id
        """
      ) { $0.text(0) }
      #expect(
        rows == [
          "1 order-confirmation 0 0 0 1 1 1 reference of work_item",
          "7 denials 0 3 1 1 4 9 A7", "8 order-confirmation 0 6 0 none 0 1 SO-8",
        ])
      #expect(try QueueTotals.differences(in: connection) == [])
      #expect(try QueueTotals.open(in: connection) == 2)
      #expect(try WordAudit.faults(in: connection) == [])
      #expect(try connection.rows("PRAGMA foreign_key_check") { _ in true } == [])
      #expect(try connection.first("PRAGMA integrity_check") { $0.text(0) } == "ok")
    }
  }

  @Test("an office that was brought up to date has the schema of a new one")
  func sameSchema() throws {
    let office = try OldOffice()
    try office.write { try OldOffice.fill($0) }
    let migrated = try office.open(Schema.migrations).read { try Self.schema($0) }
    let new = try OfficeDatabase.inMemory(migrations: Schema.migrations).read {
      try Self.schema($0)
    }
    #expect(migrated == new)
  }

  @Test("a row with an unknown word stops it, named by table, column and row, and nothing changes")
  func refusal() throws {
    let office = try OldOffice()
    try office.write { try OldOffice.fill($0) }
    // Columns of later steps are not there yet.
    for place in Words.places where place != Words.itemClosed.place && place.step <= 9 {
      let isText = place.words[0].hasPrefix("'")
      var good = ""
      try office.write { connection in
        good =
          try connection.first("SELECT quote(\(place.column)) FROM \(place.table)") { $0.text(0) }
          ?? ""
        try Self.set(isText ? "'no-such-word'" : "77", place, connection)
      }
      let failure = #expect(throws: DatabaseFailure.self, "\(place.table).\(place.column)") {
        try office.open(Schema.migrations)
      }
      let message = failure?.message ?? ""
      #expect(message.contains("\(place.table).\(place.column) of the row with \(place.key[0]) "))
      #expect(message.contains(isText ? "“no-such-word”" : "“77”"), "\(message)")
      try office.write { connection in
        #expect(try connection.rows("PRAGMA user_version") { $0.int(0) } == [8])
        try Self.set(good, place, connection)
      }
    }
    #expect(throws: Never.self) { try office.open(Schema.migrations) }
  }

  /// Puts a value where no rule of the old schema would let it stand, and leaves the rules as they are.
  private static func set(
    _ value: String, _ place: WordPlace, _ connection: Connection
  ) throws {
    let triggers = try connection.rows(
      "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?1",
      [.text(place.table)]
    ) { (name: $0.text(0), sql: $0.text(1)) }
    for trigger in triggers { try connection.run("DROP TRIGGER \(trigger.name)") }
    try connection.runScript("PRAGMA ignore_check_constraints = ON")
    try connection.runScript("UPDATE \(place.table) SET \(place.column) = \(value)")
    try connection.runScript("PRAGMA ignore_check_constraints = OFF")
    for trigger in triggers { try connection.runScript(trigger.sql) }
  }

  /// What keeps postings, entries and activities as they are.
  private static func kept(_ connection: Connection) throws -> [String] {
    try connection.rows(
      "SELECT sql FROM sqlite_schema WHERE sql LIKE '%RAISE (ABORT%' AND name NOT LIKE '%words%' AND tbl_name IN ('posting', 'journal_entry', 'activity') AND name <> 'journal_entry_in_open_period' ORDER BY name"
    ) { $0.text(0) }
  }

  private static func schema(_ connection: Connection) throws -> [String] {
    try connection.rows(
      "SELECT name || ' ' || sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name"
    ) { $0.text(0) }
  }
}
