import Dispatch
import Synchronization
import Testing

@testable import Database

@Suite("Readings that are given up", .timeLimit(.minutes(2)))
struct ReadingTests {
  let scratch: Scratch
  let office: OfficeDatabase

  init() throws {
    scratch = try Scratch()
    office = try scratch.open()
  }

  /// Takes hours where nothing stops it.
  private static let endless = """
    WITH RECURSIVE step (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM step WHERE n < 1000000000000)
    SELECT count(*) FROM step
    """
  /// Some sixty thousand steps.
  private static let short = """
    WITH RECURSIVE step (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM step WHERE n < 5000)
    SELECT count(*) FROM step
    """

  private func count(_ sql: String, _ connection: Connection) throws -> Int64? {
    try connection.first(sql) { $0.int(0) }
  }

  @Test("a statement that runs stops soon after nobody wants it any more")
  func stopping() throws {
    let isUnwanted = Atomic(false)
    DispatchQueue.global().asyncAfter(deadline: .now() + 0.2) {
      isUnwanted.store(true, ordering: .relaxed)
    }
    let failed = failure {
      try Reading.stopping(when: { isUnwanted.load(ordering: .relaxed) }) {
        try office.read { try count(Self.endless, $0) }
      }
    }
    #expect(failed == .interrupted)
    // The connection is as good as ever, and nobody asks any more.
    #expect(try office.read { try count(Self.short, $0) } == 5000)
  }

  @Test("what nobody wants from the start is not begun")
  func beforehand() throws {
    var began = false
    let failed = failure {
      try Reading.stopping(when: { true }) { try office.read { _ in began = true } }
    }
    #expect(failed == .interrupted)
    #expect(!began)
  }

  @Test("what writes is never stopped")
  func writing() throws {
    let count = try Reading.stopping(when: { true }) {
      try office.write { connection in
        try connection.run("INSERT INTO payment (trace, cents) VALUES ('T1', 1)")
        return try self.count(Self.short, connection)
      }
    }
    #expect(count == 5000)
    #expect(try office.traces() == ["T1"])
  }

  @Test("a reading that would cost more than its share gives nothing, and the snapshot stays")
  func share() throws {
    try office.pay("T1")
    try office.read { connection in
      #expect(try connection.rows("SELECT trace FROM payment") { $0.text(0) } == ["T1"])
      #expect(try connection.within(steps: 100_000) { try count(Self.endless, connection) } == nil)
      #expect(
        try connection.within(steps: 10_000_000) { try count(Self.short, connection) } == 5000)
      try office.pay("T2")
      #expect(try connection.rows("SELECT trace FROM payment") { $0.text(0) } == ["T1"])
    }
  }

  @Test("a share of work does not hide that nobody wants the reading")
  func both() throws {
    let asked = Atomic(0)
    let failed = failure {
      try Reading.stopping(when: { asked.add(1, ordering: .relaxed).newValue > 3 }) {
        try office.read { connection in
          _ = try connection.within(steps: 1_000_000_000) { try count(Self.endless, connection) }
        }
      }
    }
    #expect(failed == .interrupted)
  }
}
