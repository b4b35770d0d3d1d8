import Database
import Testing

@Suite("Statements and rows")
struct ConnectionTests {
  let office: OfficeDatabase

  init() throws {
    office = try OfficeDatabase.inMemory(
      migrations: [
        Migration(
          id: "0001",
          sql: "CREATE TABLE thing (id INTEGER PRIMARY KEY, a INTEGER, b TEXT, c BLOB) STRICT")
      ])
  }

  @Test(
    "Every value comes back as it went in",
    arguments: [
      (Int64?.some(0), String?.some(""), [UInt8]?.some([])),
      (.some(.min), .some("O’Connor-Łukasz 名前 👩‍🦽"), .some([0xFF, 0xFE, 0x00, 0xC3, 0x28])),
      (.some(.max), .some("before\0after\0"), .some([0])),
      (.some(-1), .some("\u{1B}[31m\r\n\u{202E}00.001$"), .some(Array(0...255))),
      (.some(1), .some("'; DROP TABLE thing; --"), .some([0x27])),
      (nil, nil, nil),
    ])
  func roundTrip(_ integer: Int64?, _ text: String?, _ blob: [UInt8]?) throws {
    try office.write { connection in
      let id = try #require(
        try connection.first(
          "INSERT INTO thing (a, b, c) VALUES (?1, ?2, ?3) RETURNING id",
          [SQLValue(integer), SQLValue(text), blob.map(SQLValue.blob) ?? .null]
        ) { $0.int(0) })
      let matches = try connection.first(
        "SELECT a, b, c FROM thing WHERE id = ?1", [.integer(id)]
      ) { row in
        row.count == 3 && row.intOrNil(0) == integer && row.textOrNil(1) == text
          && row.blobOrNil(2) == blob && row.isNull(0) == (integer == nil)
      }
      #expect(matches == true)
    }
    #expect(try office.read { try $0.rows("SELECT id FROM thing") { $0.int(0) } }.count == 1)
  }

  @Test("A truth value is one or zero, and any other number makes the query fail")
  func truthValues() throws {
    #expect(
      try office.read { try $0.rows("VALUES (0), (1)") { $0.bool(0) } } == [false, true])
    for value in [-1, 2, Int64.max] {
      #expect(throws: DatabaseFailure.self, "\(value)") {
        try office.read { try $0.first("SELECT ?1", [.integer(value)]) { $0.bool(0) } }
      }
    }
  }

  @Test("A change of which the first row is asked breaks no rule in silence")
  func firstRowOfChange() throws {
    try office.write { connection in
      try connection.runScript(
        "CREATE TABLE part (id INTEGER PRIMARY KEY, of INTEGER REFERENCES thing (id)) STRICT")
    }
    #expect(throws: DatabaseFailure.self) {
      try office.write { connection in
        try connection.first("INSERT INTO part (of) VALUES (77) RETURNING id") { $0.int(0) }
      }
    }
  }

  @Test("A long text keeps its length")
  func longText() throws {
    let text = String(repeating: "remittance ", count: 100_000)
    try office.write { try $0.run("INSERT INTO thing (b) VALUES (?1)", .text(text)) }
    #expect(try office.read { try $0.first("SELECT b FROM thing") { $0.text(0) } } == text)
  }

  @Test("Bytes that are not UTF-8 in a text come out marked, not lost")
  func brokenText() throws {
    try office.write {
      try $0.run("INSERT INTO thing (b) VALUES (CAST(?1 AS TEXT))", .blob([0x41, 0xFF, 0x42]))
    }
    #expect(try office.read { try $0.first("SELECT b FROM thing") { $0.text(0) } } == "A\u{FFFD}B")
  }

  @Test("Numbered arguments may be used twice and in any order")
  func numberedArguments() throws {
    let found = try office.read {
      try $0.first("SELECT ?2 || ?1 || ?2", ["a", "b"]) { $0.text(0) }
    }
    #expect(found == "bab")
  }

  @Test("run says how many rows it changed")
  func changes() throws {
    try office.write { (connection) throws in
      #expect(try connection.run("INSERT INTO thing (a) VALUES (1), (2), (3)") == 3)
      #expect(try connection.run("UPDATE thing SET b = ?1 WHERE a >= ?2", "x", 2) == 2)
      #expect(try connection.run("UPDATE thing SET b = 'y' WHERE a = 99") == 0)
      #expect(try connection.run("CREATE TABLE other (id INTEGER)") == 0)
      #expect(try connection.run("DELETE FROM thing", []) == 3)
    }
  }

  @Test("RETURNING gives rows from a change")
  func returning() throws {
    let ids = try office.write {
      try $0.rows("INSERT INTO thing (a) VALUES (?1), (?2) RETURNING id", [7, 8]) { $0.int(0) }
    }
    #expect(ids == [1, 2])
  }

  @Test("A statement may run again inside its own rows")
  func recursion() throws {
    try office.write { try $0.run("INSERT INTO thing (a) VALUES (1), (2)") }
    let pairs = try office.read { connection in
      try connection.rows("SELECT a FROM thing ORDER BY a") { outer in
        try connection.rows("SELECT a FROM thing ORDER BY a") { $0.int(0) + outer.int(0) * 10 }
      }
    }
    #expect(pairs == [[11, 12], [21, 22]])
  }

  @Test("A kept statement and its text are the same statement")
  func keptStatements() throws {
    let insert = Statement("INSERT INTO thing (a, b) VALUES (?1, ?2)")
    let select = Statement("SELECT a FROM thing WHERE b = ?1 ORDER BY a")
    try office.write { connection in
      for number in 0..<100 {
        #expect(try connection.run(insert, .integer(Int64(number)), "even") == 1)
      }
      try connection.run("UPDATE thing SET b = 'odd' WHERE a % 2 = 1")
      #expect(
        try connection.rows(select, ["odd"]) { $0.int(0) } == Array(stride(from: 1, to: 100, by: 2))
      )
      #expect(try connection.first(select, ["even"]) { $0.int(0) } == 0)
      #expect(try connection.first(select, ["none"]) { $0.int(0) } == nil)
    }
  }

  @Test("More different texts than the cache keeps still run")
  func cacheOverflow() throws {
    let sum = try office.read { connection in
      try (0..<1_000).reduce(Int64(0)) { sum, number in
        try sum + (connection.first("SELECT \(number)") { $0.int(0) } ?? 0)
      }
    }
    #expect(sum == 499_500)
  }

  @Test("forEach stops where its body throws, and the connection stays of use")
  func throwingVisit() throws {
    struct Enough: Error {}
    try office.write { try $0.run("INSERT INTO thing (a) VALUES (1), (2), (3)") }
    var seen: [Int64] = []
    #expect(throws: Enough.self) {
      try office.read { connection in
        try connection.forEach("SELECT a FROM thing ORDER BY a") { row in
          seen.append(row.int(0))
          if seen.count == 2 { throw Enough() }
        }
      }
    }
    #expect(seen == [1, 2])
    #expect(try office.read { try $0.rows("SELECT a FROM thing") { $0.int(0) } }.count == 3)
  }

  @Test(
    "A column of another type fails the query instead of standing for zero",
    arguments: ["SELECT NULL", "SELECT 'x'", "SELECT x'00'", "SELECT 1.5"])
  func wrongType(_ sql: String) throws {
    let failure = failure { _ = try office.read { try $0.rows(sql) { $0.int(0) } } }
    guard case .corrupt(let detail) = failure else {
      Issue.record("no failure: \(String(describing: failure))")
      return
    }
    #expect(detail.contains("column 0"))
  }

  @Test("A column that is not there fails the query")
  func missingColumn() throws {
    #expect(failure { _ = try office.read { try $0.first("SELECT 1") { $0.text(5) } } } != nil)
  }

  @Test(
    "A wrong statement is the program's fault and says so",
    arguments: [
      ("SELEC 1", [SQLValue]()), ("SELECT 1; SELECT 2", []), ("", []), ("-- nothing", []),
      ("SELECT ?1", []), ("SELECT ?1", [1, 2]), ("SELECT * FROM nowhere", []),
    ])
  func wrongStatement(_ sql: String, _ arguments: [SQLValue]) throws {
    let failure = failure { _ = try office.read { try $0.rows(sql, arguments) { _ in } } }
    guard case .sql = failure else {
      Issue.record("not an SQL failure: \(String(describing: failure))")
      return
    }
  }

  @Test("A connection is of no use after its transaction")
  func escapedConnection() throws {
    var kept: Connection?
    try office.read { kept = $0 }
    let connection = try #require(kept)
    guard case .refused = failure(of: { _ = try connection.run("SELECT 1") }) else {
      Issue.record("an ended connection was usable")
      return
    }
  }
}
