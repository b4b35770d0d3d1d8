import Billing
import Cells

/// What the program said: the line on the screen, and everything before it.
struct MessageLog: Equatable, Sendable {
  struct Entry: Equatable, Sendable {
    var kind: MessageLine.Kind
    /// May hold text of the office; let in at the door, and covered when names are.
    var text: SafeText
    var at: Timestamp
  }

  /// Newest last; the oldest go when there are too many.
  private(set) var entries: [Entry] = []
  private(set) var isShown = false
  private var keyPressed = false
  private static let capacity = 500
  /// A message stays this long even when a key is pressed, in milliseconds.
  static let shortest: Int64 = 3000
  /// And so long, in milliseconds, when no key is pressed; what went wrong stays longer.
  static func longest(_ kind: MessageLine.Kind) -> Int64 {
    switch kind {
    case .info, .good: 15_000
    case .warning, .error: 30_000
    }
  }

  var current: Entry? { isShown ? entries.last : nil }

  mutating func say(_ kind: MessageLine.Kind, _ text: SafeText, at now: Timestamp) {
    entries.append(Entry(kind: kind, text: text, at: now))
    if entries.count > MessageLog.capacity { entries.removeFirst() }
    (isShown, keyPressed) = (true, false)
  }

  /// A key was pressed: the line goes when it has been there long enough.
  mutating func keyWasPressed(at now: Timestamp) {
    keyPressed = true
    expire(at: now)
  }

  mutating func expire(at now: Timestamp) {
    if let due = goesAt, now >= due { isShown = false }
  }

  /// When the line goes, unless a key is pressed before; nil where none is shown.
  var goesAt: Timestamp? {
    guard let entry = current else { return nil }
    return entry.at.later(
      by: keyPressed ? MessageLog.shortest : MessageLog.longest(entry.kind))
  }
}
