import Database
import Synchronization
import Testing

@Suite("The write-ahead log")
struct LogTests {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
  }

  /// Warnings that came, in their order.
  private final class Heard: Sendable {
    private let all = Mutex<[DatabaseWarning]>([])

    func hear(_ warning: DatabaseWarning) {
      all.withLock { $0.append(warning) }
    }

    var warnings: [DatabaseWarning] { all.withLock { $0 } }
  }

  private func fill(_ office: OfficeDatabase, megabytes: Int) throws {
    for _ in 0..<megabytes {
      try office.write { connection in
        try connection.run(
          "INSERT INTO payment (trace, cents, image) "
            + "VALUES (hex(randomblob(16)), 1, zeroblob(1048576))")
      }
    }
  }

  @Test("The writer moves it into the file by itself, and says nothing while that works")
  func checkpoints() throws {
    let heard = Heard()
    let office = try OfficeDatabase(
      path: scratch.path, migrations: Scratch.schema, mode: .createIfMissing,
      longLog: 12 * 1_048_576, warn: { heard.hear($0) })
    try fill(office, megabytes: 30)
    let facts = try office.facts()
    #expect(facts.fileBytes > 20 * 1_048_576)
    #expect(facts.walBytes < 12 * 1_048_576)
    #expect(facts.checkpointTrouble == nil)
    #expect(heard.warnings.isEmpty)
  }

  @Test("A reader that stays makes it grow: said once at every doubling, and it shrinks later")
  func growing() throws {
    let heard = Heard()
    let office = try OfficeDatabase(
      path: scratch.path, migrations: Scratch.schema, mode: .createIfMissing,
      longLog: 8 * 1_048_576, warn: { heard.hear($0) })
    try office.pay("first")
    let reader = try scratch.open(.readWrite)
    try reader.read { connection in
      _ = try connection.first("SELECT count(*) FROM payment") { $0.int(0) }
      try fill(office, megabytes: 40)
    }
    let sizes = heard.warnings.compactMap { warning -> Int64? in
      if case .logIsLong(let bytes) = warning { return bytes }
      return nil
    }
    #expect(sizes.count == heard.warnings.count)
    #expect(sizes.count == 3)
    #expect(zip(sizes, sizes.dropFirst()).allSatisfy { $1 >= 2 * $0 })
    #expect(heard.warnings.allSatisfy { $0.message.contains("log has grown to") })
    let before = try office.facts().walBytes
    // The reader is gone: one commit moves it all, the next one starts the log again.
    for number in 0..<3 { try office.pay("\(number)") }
    #expect(try office.facts().walBytes < before)
  }
}
