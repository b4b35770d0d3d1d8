import Database
import Testing

@Suite("What the writer did")
struct EffortTests {
  @Test("statements, rows and kept transactions are counted")
  func counts() throws {
    let scratch = try Scratch()
    let office = try scratch.open()
    let before = try office.effort()
    try office.write { connection in
      for trace in ["T1", "T2"] {
        try connection.run("INSERT INTO payment (trace, cents) VALUES (?1, 1)", .text(trace))
      }
      _ = try connection.rows("SELECT trace FROM payment") { $0.text(0) }
    }
    struct ChangedMind: Error {}
    try? office.write { _ in throw ChangedMind() }
    let after = try office.effort()
    #expect(after.rows - before.rows == 2)
    #expect(after.statements - before.statements >= 3)
    #expect(after.commits - before.commits == 1)
  }
}
