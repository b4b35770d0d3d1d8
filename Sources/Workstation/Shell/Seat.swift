import Billing

/// Who sits before the terminal: when they last did something, and whether the data is covered.
struct Seat: Equatable, Sendable {
  /// Patient data is covered until a key.
  var isLocked = false
  /// What was put on the clipboard by the last key, in case the terminal takes no copies.
  var lastCopied: String?
  private(set) var lastKeyAt = Timestamp(rawValue: 0)
  /// When the data on the screen was read.
  private(set) var readAt: Timestamp?

  mutating func isThere(at now: Timestamp) { lastKeyAt = now }

  mutating func sees(dataOf now: Timestamp) { readAt = now }

  /// When the data is covered unless a key is pressed before; nil where nobody asks for that.
  func locksAt(afterMinutes minutes: Int) -> Timestamp? {
    minutes > 0 ? lastKeyAt.later(by: Int64(minutes) * 60_000) : nil
  }

  /// Covers the data when nobody has pressed a key for so long.
  mutating func lockIfIdle(forMinutes minutes: Int, at now: Timestamp) {
    if let due = locksAt(afterMinutes: minutes), now >= due { isLocked = true }
  }
}
