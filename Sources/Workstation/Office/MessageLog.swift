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
    guard keyPressed, let entry = current else { return }
    if now.rawValue - entry.at.rawValue >= MessageLog.shortest { isShown = false }
  }

  /// When the line is to go, if that is already settled.
  var goesAt: Timestamp? {
    guard keyPressed, let entry = current else { return nil }
    return Timestamp(rawValue: entry.at.rawValue + MessageLog.shortest)
  }
}
