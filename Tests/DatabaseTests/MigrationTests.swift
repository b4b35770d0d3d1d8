import Database
import Testing

@Suite("Migrations")
struct MigrationTests {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
  }

  private let first = Migration(
    id: "0001", sql: "CREATE TABLE a (id INTEGER) STRICT; INSERT INTO a VALUES (1)")
  private let second = Migration(id: "0002", sql: "CREATE TABLE b (id INTEGER) STRICT")

  private func open(
    _ migrations: [Migration], _ mode: OfficeDatabase.Mode = .readWrite
  ) throws
    -> OfficeDatabase
  {
    try scratch.open(mode, migrations: migrations)
  }

  private func tables(_ office: OfficeDatabase) throws -> [String] {
    try office.read {
      try $0.rows("SELECT name FROM sqlite_schema WHERE length(name) = 1 ORDER BY name") {
        $0.text(0)
      }
    }
  }

  @Test("Each step is applied once, in order, and recorded with its time")
  func once() throws {
    do { _ = try open([first], .createIfMissing) }
    for _ in 0..<2 {
      let office = try open([first, second])
      #expect(try tables(office) == ["a", "b"])
      #expect(try office.facts().migrations == ["0000-database", "0001", "0002"])
      #expect(try office.read { try $0.rows("SELECT id FROM a") { $0.int(0) } } == [1])
      let times = try office.read {
        try $0.rows("SELECT applied_milliseconds FROM schema_migration") { $0.int(0) }
      }
      #expect(times.allSatisfy { $0 > 1_600_000_000_000 })
    }
  }

  @Test("A step that fails leaves nothing of itself nor of the steps before it")
  func atomicity() throws {
    let broken = Migration(
      id: "0002", sql: "CREATE TABLE b (id INTEGER) STRICT; INSERT INTO nowhere VALUES (1)")
    #expect(throws: DatabaseFailure.self) { try open([first, broken], .createIfMissing) }
    let office = try open([first])
    #expect(try tables(office) == ["a"])
    #expect(throws: DatabaseFailure.self) { try open([first, broken]) }
    #expect(try tables(office) == ["a"])
    #expect(try office.facts().migrations == ["0000-database", "0001"])
    #expect(try tables(try open([first, second])) == ["a", "b"])
  }

  @Test("A row that stands against a step is named, and neither it nor its file changes")
  func faults() throws {
    do { _ = try open([first], .createIfMissing) }
    let strict = Migration(
      id: "0002",
      faults: ["SELECT 'a', 'id', 'rowid ' || rowid, CAST(id AS TEXT) FROM a WHERE id <> 2"],
      sql: "UPDATE a SET id = 3")
    let failure = failure { _ = try open([first, strict]) }
    #expect(
      failure?.message.contains("a.id of the row with rowid 1 holds “1” that Docket") == true)
    let office = try open([first])
    #expect(try office.read { try $0.rows("SELECT id FROM a") { $0.int(0) } } == [1])
    try office.write { try $0.run("UPDATE a SET id = 2") }
    #expect(
      try open([first, strict]).read { try $0.rows("SELECT id FROM a") { $0.int(0) } } == [3])
  }

  @Test("A file of a newer Docket is refused and named")
  func newer() throws {
    do { _ = try open([first, second], .createIfMissing) }
    let failure = failure { _ = try open([first]) }
    #expect(failure?.message.contains("newer Docket (it has “0002”)") == true)
    #expect(try tables(try open([first, second])) == ["a", "b"])
  }

  @Test("A file with other steps is refused")
  func different() throws {
    do { _ = try open([first], .createIfMissing) }
    let failure = failure { _ = try open([second, first]) }
    #expect(failure?.message.contains("“0001” where this program has “0002”") == true)
  }

  @Test("An older file is not brought up to date by one who only reads")
  func olderReadOnly() throws {
    do { _ = try open([first], .createIfMissing) }
    let failure = failure { _ = try open([first, second], .readOnly) }
    #expect(failure?.message.contains("older Docket") == true)
    #expect(try tables(try open([first], .readOnly)) == ["a"])
  }

  @Test("Another program's database is refused and stays as it was")
  func foreign() throws {
    let copy = scratch.folder + "/other.office"
    do {
      let office = try open([first], .createIfMissing)
      try office.write { try $0.runScript("PRAGMA application_id = 7") }
      try office.copy(to: copy)
    }
    for mode in [OfficeDatabase.Mode.readWrite, .readOnly, .createIfMissing] {
      let failure = failure {
        _ = try OfficeDatabase(path: copy, migrations: [first, second], mode: mode)
      }
      #expect(failure?.message.contains("another program") == true)
    }
  }

  @Test("Whoever stands open while the schema is renewed can read on, but not write")
  func overtaken() throws {
    let old = try open([first], .createIfMissing)
    let new = try open([first, second])
    guard case .refused(let reason) = failure(of: { try old.write { try $0.run("DELETE FROM a") } })
    else {
      Issue.record("an overtaken program wrote")
      return
    }
    #expect(reason.contains("start it again"))
    #expect(try old.read { try $0.rows("SELECT id FROM a") { $0.int(0) } } == [1])
    try new.write { try $0.run("DELETE FROM a") }
    #expect(try old.read { try $0.rows("SELECT id FROM a") { $0.int(0) } } == [])
  }

  @Test("Two who make the same office at once make one")
  func race() async throws {
    let migrations = [first, second]
    let opened = try await withThrowingTaskGroup(of: OfficeDatabase.self) { group in
      for _ in 0..<6 {
        group.addTask {
          try OfficeDatabase(path: scratch.path, migrations: migrations, mode: .createIfMissing)
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(opened.count == 6)
    #expect(try opened[0].read { try $0.rows("SELECT id FROM a") { $0.int(0) } } == [1])
  }
}
