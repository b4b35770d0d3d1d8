import Database
import Synchronization
import Testing

/// A clock that a test sets.
private final class HandSetClock: Sendable {
  private let time = Atomic<Int64>(0)

  func set(_ milliseconds: Int64) {
    time.store(milliseconds, ordering: .sequentiallyConsistent)
  }

  var milliseconds: Int64 { time.load(ordering: .sequentiallyConsistent) }
}

@Suite("The office's clock")
struct ClockTests {
  private let clock = HandSetClock()
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
  }

  private func open() throws -> OfficeDatabase {
    let clock = clock
    return try OfficeDatabase(
      path: scratch.path, migrations: [], mode: .createIfMissing,
      clock: { clock.milliseconds })
  }

  @Test("It never goes back, in this process, in another, or after a new start")
  func floor() throws {
    clock.set(1_000)
    let office = try open()
    clock.set(5_000)
    #expect(try office.write { try $0.clockMilliseconds() } == 5_000)
    clock.set(3_000)
    #expect(try office.write { try $0.clockMilliseconds() } == 5_000)
    #expect(try office.read { try $0.clockMilliseconds() } == 5_000)
    #expect(try open().read { try $0.clockMilliseconds() } == 5_000)
    #expect(try office.facts().clockAheadMilliseconds == 2_000)
    try office.close()
    let again = try open()
    #expect(try again.write { try $0.clockMilliseconds() } == 5_000)
    clock.set(6_000)
    #expect(try again.read { try $0.clockMilliseconds() } == 6_000)
    #expect(try again.facts().clockAheadMilliseconds == 0)
  }

  @Test("One transaction has one time")
  func oneInstant() throws {
    let office = try open()
    clock.set(10_000)
    let times = try office.write { connection in
      let before = try connection.clockMilliseconds()
      clock.set(20_000)
      return [before, try connection.clockMilliseconds()]
    }
    #expect(times == [10_000, 10_000])
    #expect(try office.write { try $0.clockMilliseconds() } == 20_000)
  }

  @Test("A time that was rolled back does not count")
  func rolledBack() throws {
    struct ChangedMind: Error {}
    let office = try open()
    clock.set(90_000)
    #expect(throws: ChangedMind.self) {
      try office.write { connection in
        _ = try connection.clockMilliseconds()
        throw ChangedMind()
      }
    }
    clock.set(1_000)
    #expect(try office.read { try $0.clockMilliseconds() } == 1_000)
  }

  @Test("A clock that stood in the future by mistake can be set back on purpose")
  func reset() throws {
    let office = try open()
    clock.set(99_000_000)
    try office.write { _ = try $0.clockMilliseconds() }
    clock.set(2_000)
    #expect(try office.write { try $0.clockMilliseconds() } == 99_000_000)
    try office.write { try $0.resetClock() }
    #expect(try office.write { try $0.clockMilliseconds() } == 2_000)
  }

  @Test("The machine's clock counts milliseconds since 1970")
  func machine() {
    let now = MachineClock.milliseconds()
    #expect(now > 1_600_000_000_000 && now < 10_000_000_000_000)
  }
}
