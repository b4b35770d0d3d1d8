import Database
import Testing

@Suite("Transactions")
struct TransactionTests {
  let scratch: Scratch
  let office: OfficeDatabase

  init() throws {
    scratch = try Scratch()
    office = try scratch.open()
  }

  private struct ChangedMind: Error {}

  @Test("A body that throws leaves nothing")
  func rollback() throws {
    #expect(throws: ChangedMind.self) {
      try office.write { connection in
        try connection.run("INSERT INTO payment (trace, cents) VALUES ('T1', 1)")
        throw ChangedMind()
      }
    }
    #expect(try office.traces() == [])
    try office.pay("T2")
    #expect(try office.traces() == ["T2"])
  }

  @Test("A savepoint that throws undoes only its own part, at any depth")
  func savepoints() throws {
    try office.write { connection in
      func pay(_ trace: String) throws {
        try connection.run("INSERT INTO payment (trace, cents) VALUES (?1, 1)", .text(trace))
      }
      func changeMind(_ body: () throws -> Void) throws {
        do {
          try connection.savepoint {
            try body()
            throw ChangedMind()
          }
        } catch is ChangedMind {}
      }
      try pay("kept")
      try changeMind {
        try pay("outer")
        try connection.savepoint { try pay("inner") }
      }
      try connection.savepoint {
        try pay("second")
        try changeMind { try pay("third") }
      }
    }
    #expect(try office.traces() == ["kept", "second"])
  }

  @Test(
    "A rule of the schema names itself",
    arguments: [
      (
        "INSERT INTO payment (trace, cents) VALUES ('T', 1), ('T', 2)",
        DatabaseFailure.ConstraintKind.unique, "payment.trace"
      ),
      ("INSERT INTO payment (trace, cents) VALUES ('T', -1)", .check, "cents >= 0"),
      ("INSERT INTO payment (trace) VALUES ('T')", .notNull, "payment.cents"),
      ("INSERT INTO payment (trace, cents) VALUES ('T', 'ten')", .datatype, "payment.cents"),
      ("DELETE FROM line", .trigger, "lines stay"),
    ])
  func constraints(
    _ sql: String, _ kind: DatabaseFailure.ConstraintKind, _ words: String
  ) throws {
    let failure = failure {
      try office.write { connection in
        try connection.run("INSERT INTO payment (id, trace, cents) VALUES (1, 'first', 1)")
        try connection.run("INSERT INTO line (payment_id) VALUES (1)")
        try connection.run(sql)
      }
    }
    guard case .constraint(kind, let detail) = failure else {
      Issue.record("not \(kind): \(String(describing: failure))")
      return
    }
    #expect(detail.contains(words))
    #expect(try office.traces() == [])
  }

  @Test("A reference that only COMMIT can check fails as a rule, not as an unknown outcome")
  func deferredReference() throws {
    let failure = failure {
      try office.write { try $0.run("INSERT INTO line (payment_id) VALUES (99)") }
    }
    guard case .constraint(.foreignKey, _) = failure else {
      Issue.record("not a foreign key: \(String(describing: failure))")
      return
    }
    #expect(try office.read { try $0.first("SELECT count(*) FROM line") { $0.int(0) } } == 0)
    try office.pay("goes on")
  }

  @Test("After SQLite rolled back by itself, nothing more is kept, even if the body goes on")
  func automaticRollback() throws {
    let failure = failure {
      try office.write { connection in
        try connection.run("INSERT INTO payment (trace, cents) VALUES ('T', 1)")
        _ = try? connection.run("INSERT OR ROLLBACK INTO payment (trace, cents) VALUES ('T', 2)")
        _ = try? connection.run("INSERT INTO payment (trace, cents) VALUES ('stray', 3)")
      }
    }
    guard case .constraint(.unique, _) = failure else {
      Issue.record("the early end went unnoticed: \(String(describing: failure))")
      return
    }
    #expect(try office.traces() == [])
  }

  @Test("A body cannot end the transaction by itself")
  func earlyCommit() throws {
    guard case .refused = failure(of: { try office.write { try $0.run("ROLLBACK") } }) else {
      Issue.record("an early end went unnoticed")
      return
    }
  }

  @Test("A full file is a full disk: plain words, and nothing is half done")
  func full() throws {
    try office.write { try $0.run("INSERT INTO payment (trace, cents) VALUES ('before', 1)") }
    let failure = failure {
      try office.write { connection in
        _ = try connection.first("PRAGMA max_page_count = 20") { $0.int(0) }
        for number in 0..<100 {
          try connection.run(
            "INSERT INTO payment (trace, cents, image) VALUES (?1, 1, zeroblob(20000))",
            .text("\(number)"))
        }
      }
    }
    guard case .diskFull = failure else {
      Issue.record("not full: \(String(describing: failure))")
      return
    }
    #expect(failure?.message.contains("Make space") == true)
    #expect(try office.traces() == ["before"])
    try office.write { _ = try $0.first("PRAGMA max_page_count = 1000000") { $0.int(0) } }
    try office.pay("after")
    #expect(try office.traces() == ["before", "after"])
  }

  @Test("A reading transaction cannot change anything", arguments: [true, false])
  func readingOnly(inMemory: Bool) throws {
    let office = inMemory ? try OfficeDatabase.inMemory(migrations: Scratch.schema) : self.office
    for sql in ["INSERT INTO payment (trace, cents) VALUES ('T', 1)", "DROP TABLE line"] {
      guard case .refused = failure(of: { try office.read { _ = try $0.run(sql) } }) else {
        Issue.record("a reader could \(sql)")
        return
      }
    }
  }

  @Test("A reader keeps its snapshot while others commit")
  func snapshot() throws {
    try office.pay("first")
    let other = try scratch.open(.readWrite)
    let counts = try office.read { connection in
      let before = try connection.first("SELECT count(*) FROM payment") { $0.int(0) }
      try other.pay("second")
      return [before, try connection.first("SELECT count(*) FROM payment") { $0.int(0) }]
    }
    #expect(counts == [1, 1])
    #expect(try office.traces() == ["first", "second"])
  }

  @Test(
    "dataVersion changes with every commit of anybody, and only then", arguments: [true, false])
  func dataVersion(inMemory: Bool) throws {
    let office = inMemory ? try OfficeDatabase.inMemory(migrations: Scratch.schema) : self.office
    var seen: Set<Int64> = [try office.dataVersion]
    #expect(try office.dataVersion == seen.first)
    for number in 0..<3 {
      try office.pay("\(number)")
      seen.insert(try office.dataVersion)
    }
    _ = try office.traces()
    seen.insert(try office.dataVersion)
    #expect(seen.count == 4)
    guard !inMemory else { return }
    try scratch.open(.readWrite).pay("other")
    seen.insert(try office.dataVersion)
    #expect(seen.count == 5)
  }
}
