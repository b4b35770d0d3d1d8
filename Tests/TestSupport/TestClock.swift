import Synchronization

/// A clock that a test moves by hand; it goes on one second whenever it is read, so that no two
/// transactions have the same time.
final class TestClock: Sendable {
  private let milliseconds: Mutex<Int64>

  /// Begins at noon UTC on 2026-01-20.
  init() { milliseconds = Mutex(1_768_910_400_000) }

  func read() -> Int64 {
    milliseconds.withLock { now in
      now += 1000
      return now
    }
  }

  func advance(minutes: Int64) { milliseconds.withLock { $0 += minutes * 60_000 } }
}
