import Foundation
import Synchronization
import Testing

@testable import Database

@Suite("Connections")
struct ConnectionPoolTests {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
  }

  /// A body on a thread of its own, and how it ended.
  private final class Side: Sendable {
    private let end = DispatchSemaphore(value: 0)
    private let trouble = Mutex<(any Error)?>(nil)

    init(_ body: @escaping @Sendable () throws -> Void) {
      Thread.detachNewThread {
        do { try body() } catch { self.trouble.withLock { $0 = error } }
        self.end.signal()
      }
    }

    func join() throws {
      end.wait()
      if let error = trouble.withLock({ $0 }) { throw error }
    }
  }

  /// Waits until so many threads stand in line.
  private func wait(for count: Int, in pool: ConnectionPool) {
    while pool.waiting < count { Thread.sleep(forTimeInterval: 0.001) }
  }

  /// How many descriptors of this process lead to the scratch folder.
  private func openDescriptors() throws -> Int {
    let files = FileManager.default
    return try files.contentsOfDirectory(atPath: "/proc/self/fd").count { name in
      let target = try? files.destinationOfSymbolicLink(atPath: "/proc/self/fd/" + name)
      return target?.hasPrefix(scratch.folder) == true
    }
  }

  private func count(_ connection: Connection) throws -> Int64? {
    try connection.first("SELECT count(*) FROM payment") { $0.int(0) }
  }

  @Test("A reader keeps its snapshot while this office's own writer commits")
  func snapshot() throws {
    let office = try scratch.open()
    try office.pay("first")
    let counts = try office.read { connection in
      let before = try count(connection)
      try Side { try office.pay("second") }.join()
      return [before, try count(connection)]
    }
    #expect(counts == [1, 1])
    #expect(try office.read { try count($0) } == 2)
  }

  @Test("A writer sees its own changes, and readers see none of them before it is done")
  func isolation() throws {
    let office = try scratch.open()
    try office.write { connection in
      try connection.run("INSERT INTO payment (trace, cents) VALUES ('T', 1)")
      #expect(try count(connection) == 1)
      try Side {
        let seen = try office.traces()
        #expect(seen == [])
      }.join()
    }
    #expect(try office.traces() == ["T"])
  }

  @Test("Three read at once, and a fourth waits until one of them is done")
  func parallelReaders() throws {
    let office = try scratch.open()
    try office.pay("T")
    let pool = office.connections.reading
    let inside = Atomic<Int>(0)
    let leave = DispatchSemaphore(value: 0)
    let readers = (0..<3).map { _ in
      Side {
        try office.read { connection in
          _ = try connection.first("SELECT cents FROM payment") { $0.int(0) }
          inside.add(1, ordering: .sequentiallyConsistent)
          leave.wait()
        }
      }
    }
    // Readers that took turns would stand in line.
    while inside.load(ordering: .sequentiallyConsistent) + pool.waiting < 3 {
      Thread.sleep(forTimeInterval: 0.001)
    }
    #expect(inside.load(ordering: .sequentiallyConsistent) == 3)
    let fourth = Side {
      let seen = try office.traces()
      #expect(seen == ["T"])
    }
    wait(for: 1, in: pool)
    #expect(inside.load(ordering: .sequentiallyConsistent) == 3)
    for _ in 0..<3 { leave.signal() }
    for reader in readers + [fourth] { try reader.join() }
  }

  @Test("Who waits for the writer is served in the order of asking")
  func order() throws {
    let office = try scratch.open()
    let pool = office.connections.writing
    var waiting: [Side] = []
    try office.write { connection in
      for number in 0..<5 {
        waiting.append(Side { try office.pay("\(number)") })
        wait(for: number + 1, in: pool)
      }
      try connection.run("INSERT INTO payment (trace, cents) VALUES ('first', 1)")
    }
    // Comes back at once and still stands behind all of them.
    try office.pay("last")
    for side in waiting { try side.join() }
    #expect(try office.traces() == ["first", "0", "1", "2", "3", "4", "last"])
  }

  @Test("Threads of one office lose no change", arguments: [false, true])
  func counting(inMemory: Bool) throws {
    let office =
      inMemory ? try OfficeDatabase.inMemory(migrations: Scratch.schema) : try scratch.open()
    try office.pay("counter", cents: 0)
    let sides = (0..<6).map { _ in
      Side {
        for _ in 0..<20 {
          try office.write { connection in
            let cents = try connection.first("SELECT cents FROM payment") { $0.int(0) } ?? -1
            try connection.run("UPDATE payment SET cents = ?1", .integer(cents + 1))
          }
          _ = try office.traces()
        }
      }
    }
    for side in sides { try side.join() }
    #expect(try office.read { try $0.first("SELECT cents FROM payment") { $0.int(0) } } == 120)
  }

  @Test("In memory who reads waits for who writes")
  func serialized() throws {
    let office = try OfficeDatabase.inMemory(migrations: Scratch.schema)
    var reader: Side?
    try office.write { connection in
      try connection.run("INSERT INTO payment (trace, cents) VALUES ('half', 1)")
      reader = Side {
        let seen = try office.traces()
        #expect(seen == ["half", "whole"])
      }
      wait(for: 1, in: office.connections.reading)
      try connection.run("INSERT INTO payment (trace, cents) VALUES ('whole', 1)")
    }
    try reader?.join()
  }

  @Test("A use that would wait for itself is refused and undone, and the office goes on")
  func nesting() throws {
    let file = try scratch.open()
    let memory = try OfficeDatabase.inMemory(migrations: Scratch.schema)
    let uses: [(String, () throws -> Void)] = [
      ("write in write", { try file.write { _ in try file.pay("inner") } }),
      ("read in read", { try file.read { _ in _ = try file.traces() } }),
      ("close in read", { try memory.read { _ in try memory.connections.drain() } }),
      ("write in write in memory", { try memory.write { _ in try memory.pay("inner") } }),
      ("read in write in memory", { try memory.write { _ in _ = try memory.traces() } }),
    ]
    for (name, use) in uses {
      guard case .refused(let reason) = failure(of: use) else {
        Issue.record("\(name) was not refused")
        continue
      }
      #expect(reason.contains("from inside"), "\(name)")
    }
    for office in [file, memory] {
      try office.pay("T")
      #expect(try office.traces() == ["T"])
    }
  }

  @Test("Closing waits for those at work, serves those in line, and refuses who comes later")
  func closing() throws {
    let office = try scratch.open()
    let writer = office.connections.writing
    let isIn = DispatchSemaphore(value: 0)
    let leave = DispatchSemaphore(value: 0)
    let first = Side {
      try office.write { connection in
        isIn.signal()
        leave.wait()
        try connection.run("INSERT INTO payment (trace, cents) VALUES ('at work', 1)")
      }
    }
    isIn.wait()
    let second = Side { try office.pay("in line") }
    wait(for: 1, in: writer)
    let closer = Side { try office.close() }
    wait(for: 2, in: writer)
    for use in [{ try office.pay("late") }, { _ = try office.traces() }] {
      #expect(failure(of: use) == .refused(reason: "the database was closed"))
    }
    leave.signal()
    for side in [first, second, closer] { try side.join() }
    #expect(try openDescriptors() == 0)
    #expect(!scratch.has(scratch.path + "-wal"))
    #expect(try scratch.open(.readWrite).traces() == ["at work", "in line"])
  }

  @Test("A refused opening leaves nothing open")
  func refusedOpening() throws {
    let newer = Scratch.schema + [Migration(id: "0002", sql: "CREATE TABLE b (id INTEGER) STRICT")]
    do { _ = try scratch.open(.createIfMissing, migrations: newer) }
    for mode in [OfficeDatabase.Mode.readOnly, .readWrite] {
      #expect(failure { _ = try scratch.open(mode) }?.message.contains("newer Docket") == true)
      #expect(try openDescriptors() == 0)
    }
    #expect(!scratch.has(scratch.path + "-wal"))
    try FileManager.default.removeItem(atPath: scratch.path)
    try Data(repeating: 0x41, count: 4_096).write(to: URL(fileURLWithPath: scratch.path))
    for mode in [OfficeDatabase.Mode.readWrite, .readOnly, .createIfMissing] {
      #expect(failure { _ = try scratch.open(mode) } != nil)
      #expect(try openDescriptors() == 0)
    }
  }

  @Test("Text in double quotes is never taken for a value", arguments: [false, true])
  func doubleQuotes(reading: Bool) throws {
    let office = try scratch.open()
    let sql = "SELECT count(*) FROM payment WHERE trace = \"no such column\""
    let failure = failure {
      _ =
        try reading
        ? office.read { try $0.first(sql) { $0.int(0) } }
        : office.write { try $0.first(sql) { $0.int(0) } }
    }
    guard case .sql(let message, _) = failure else {
      Issue.record("not a fault of the statement: \(String(describing: failure))")
      return
    }
    #expect(message.contains("no such column"))
  }
}
