import Billing
import Synchronization

/// The clock of a made-up office, which stands still until somebody sets it.
final class PlayClock: Sendable {
  private let milliseconds: Mutex<Int64>

  init(_ now: Timestamp) { milliseconds = Mutex(now.rawValue) }

  func read() -> Int64 { milliseconds.withLock { $0 } }

  func set(_ now: Timestamp) { milliseconds.withLock { $0 = now.rawValue } }
}
