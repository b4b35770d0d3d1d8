import Database
import Foundation
import Synchronization
import Testing

@testable import struct Database.WriteGate

@Suite("The write gate")
struct WriteGateTests {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
  }

  /// Runs one body on each of some threads, and waits for all.
  private func onThreads(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) async {
    await withTaskGroup(of: Void.self) { group in
      for number in 0..<count {
        group.addTask {
          await withCheckedContinuation { continuation in
            Thread.detachNewThread {
              body(number)
              continuation.resume()
            }
          }
        }
      }
    }
  }

  /// What threads write down together.
  private final class Ledger: Sendable {
    let inside = Atomic<Int>(0)
    let overlaps = Atomic<Int>(0)
    let turns = Mutex<[Int]>([])
    let failures = Mutex<[String]>([])

    func takeTurn(_ number: Int) {
      if inside.add(1, ordering: .sequentiallyConsistent).oldValue != 0 {
        overlaps.add(1, ordering: .sequentiallyConsistent)
      }
      turns.withLock { $0.append(number) }
      inside.subtract(1, ordering: .sequentiallyConsistent)
    }

    var count: Int { turns.withLock { $0.count } }
  }

  @Test("Only one is ever inside, each with lock files of its own")
  func exclusion() async throws {
    let gate = WriteGate(database: scratch.path)
    let ledger = Ledger()
    await onThreads(8) { number in
      do {
        for _ in 0..<50 { try gate.whileHeld { ledger.takeTurn(number) } }
      } catch {
        ledger.failures.withLock { $0.append("\(error)") }
      }
    }
    #expect(ledger.failures.withLock { $0 } == [])
    #expect(ledger.overlaps.load(ordering: .sequentiallyConsistent) == 0)
    #expect(ledger.count == 400)
  }

  @Test("Nobody is left waiting by an importer that comes back at once")
  func fairness() async throws {
    do { _ = try scratch.open() }
    let ledger = Ledger()
    let started = Atomic<Int>(0)
    let scratch = scratch
    await onThreads(4) { number in
      do {
        let office = try scratch.open(.readWrite)
        started.add(1, ordering: .sequentiallyConsistent)
        while started.load(ordering: .sequentiallyConsistent) < 4 {}
        while ledger.count < 400 {
          try office.write { connection in
            for row in 0..<(number == 0 ? 200 : 1) {
              try connection.run(
                "INSERT INTO payment (trace, cents) VALUES (?1, 1)",
                .text("\(number) \(ledger.count) \(row)"))
            }
            ledger.takeTurn(number)
          }
        }
      } catch {
        ledger.failures.withLock { $0.append("\(error)") }
      }
    }
    #expect(ledger.failures.withLock { $0 } == [])
    let turns = ledger.turns.withLock { $0 }
    for number in 0..<4 {
      // An even share is 100.
      #expect(turns.count { $0 == number } >= 10, "\(number)")
    }
  }

  @Test("Several who write through offices of their own lose no change")
  func offices() async throws {
    do { try scratch.open().pay("counter", cents: 0) }
    let ledger = Ledger()
    let scratch = scratch
    await onThreads(6) { _ in
      do {
        let office = try scratch.open(.readWrite)
        for _ in 0..<20 {
          try office.write { connection in
            let cents = try connection.first("SELECT cents FROM payment") { $0.int(0) } ?? -1
            try connection.run("UPDATE payment SET cents = ?1", .integer(cents + 1))
          }
        }
      } catch {
        ledger.failures.withLock { $0.append("\(error)") }
      }
    }
    #expect(ledger.failures.withLock { $0 } == [])
    let office = try scratch.open(.readWrite)
    #expect(try office.read { try $0.first("SELECT cents FROM payment") { $0.int(0) } } == 120)
    #expect(try office.damages() == [])
  }

  @Test("Whoever runs out of patience is told which process holds the gate, and what to do")
  func patience() throws {
    let office = try scratch.open()
    let hasty = try OfficeDatabase(
      path: scratch.path, migrations: Scratch.schema, mode: .readWrite, patience: 1)
    try office.write { connection in
      try connection.run("INSERT INTO payment (trace, cents) VALUES ('slow', 1)")
      guard case .busy(let reason) = failure(of: { try hasty.pay("fast") }) else {
        Issue.record("it went past the gate")
        return
      }
      #expect(reason.contains("process \(getpid())"))
    }
    try office.pay("afterwards")
    #expect(try office.traces() == ["slow", "afterwards"])
  }

  @Test("A lock file that was deleted keeps nobody in")
  func deletedLock() throws {
    let gate = WriteGate(database: scratch.path)
    try gate.whileHeld {
      try FileManager.default.removeItem(atPath: scratch.path + "-gate-hold")
    }
    var turns = 0
    try gate.whileHeld { turns += 1 }
    #expect(turns == 1)
    #expect(scratch.has(scratch.path + "-gate-hold"))
  }
}
