import Testing

@testable import Database

@Suite("Failures")
struct DatabaseFailureTests {
  private static let samples: [DatabaseFailure] = [
    .cannotOpen(path: "/office", reason: "r"), .refused(reason: "r"), .busy(reason: "r"),
    .constraint(.unique, detail: "d"), .diskFull(detail: "d"), .io(detail: "d"),
    .unknownCommit(reason: "r"), .corrupt(detail: "d"), .notDurable(reason: "r"), .interrupted,
    .sql(message: "m", statement: "s"),
    .row(RowFault(table: "t", column: "c", row: "id 1", found: "w")),
  ]

  @Test("Every failure speaks in one line", arguments: samples)
  func messages(_ failure: DatabaseFailure) {
    #expect(!failure.message.isEmpty)
    #expect(!failure.message.contains("\n"))
    #expect("\(failure)" == failure.message)
  }

  @Test("What is no word of ours is not repeated, so that no name gets into a log")
  func unspokenWords() {
    func found(_ text: String) -> String {
      RowFault(table: "t", column: "c", row: "id 1", found: text).found
    }
    #expect(found("no-such-word") == "no-such-word")
    for text in ["DOE, JANE", "a\u{1B}[31m", "ß", String(repeating: "a", count: 41)] {
      #expect(found(text) == "", "\(text)")
    }
  }

  @Test(
    "SQLite's codes become what they mean",
    arguments: [
      (2067, "UNIQUE constraint failed: a.b", DatabaseFailure.constraint(.unique, detail: "a.b")),
      (1555, "UNIQUE constraint failed: a.id", .constraint(.unique, detail: "a.id")),
      (
        787, "FOREIGN KEY constraint failed",
        .constraint(.foreignKey, detail: "FOREIGN KEY constraint failed")
      ),
      (275, "CHECK constraint failed: cents", .constraint(.check, detail: "cents")),
      (1299, "NOT NULL constraint failed: a.b", .constraint(.notNull, detail: "a.b")),
      (1811, "postings stay", .constraint(.trigger, detail: "postings stay")),
      (13, "database or disk is full", .diskFull(detail: "database or disk is full")),
      (9, "interrupted", .interrupted),
      (778, "disk I/O error", .io(detail: "disk I/O error, code 778")),
      (26, "file is not a database", .corrupt(detail: "file is not a database, code 26")),
      (1, "near \"x\"", .sql(message: "near \"x\", code 1", statement: "S")),
    ] as [(CInt, String, DatabaseFailure)])
  func codes(_ code: CInt, _ message: String, _ expected: DatabaseFailure) {
    #expect(DatabaseFailure(code: code, message: message, sql: "S") == expected)
  }

  @Test("At COMMIT, only what is found before writing is certain", arguments: samples)
  func atCommit(_ failure: DatabaseFailure) {
    switch failure {
    case .busy, .constraint: #expect(failure.atCommit == failure)
    case .diskFull(let detail), .io(let detail):
      #expect(failure.atCommit == .unknownCommit(reason: detail))
    default: #expect(failure.atCommit == .unknownCommit(reason: failure.message))
    }
  }

  @Test(
    "The versions with the WAL-reset race are known",
    arguments: [
      (3_006_023, false), (3_007_000, true), (3_040_001, true), (3_044_005, true),
      (3_044_006, false), (3_045_000, true), (3_050_006, true), (3_050_007, false),
      (3_051_002, true), (3_051_003, false), (3_060_000, false),
    ] as [(CInt, Bool)])
  func walResetRace(_ version: CInt, _ expected: Bool) {
    #expect(DatabaseFacts.hasWALResetRace(version: version) == expected)
  }
}
