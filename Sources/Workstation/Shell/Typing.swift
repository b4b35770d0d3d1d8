import Billing
import Cells

/// Keys on their way: of a sequence that is not complete, and those that wait for an answer.
struct Typing: Equatable, Sendable {
  /// Keys of a sequence that is not complete.
  private(set) var pressed: [Key] = []
  /// When the last of them was pressed.
  private(set) var pressedAt = Timestamp(rawValue: 0)
  /// Keys pressed while an answer is awaited; they follow once it is there.
  private(set) var ahead: [Key] = []
  /// The item on top opened by itself, and keys typed before it are still to follow.
  private(set) var isUnseen = false
  /// Cancelling again offers to quit.
  var cancelWasPressed = false

  /// The most keys that are kept.
  private static let mostAhead = 64

  // MARK: A sequence

  mutating func press(_ sequence: [Key], at now: Timestamp) {
    (pressed, pressedAt) = (sequence, now)
  }

  /// What was pressed stands for nothing any more.
  mutating func dropPressed() { pressed = [] }

  /// Whether the keys pressed so far have stood for so many milliseconds.
  func hasStood(_ milliseconds: Int64, at now: Timestamp) -> Bool {
    !pressed.isEmpty && now.rawValue - pressedAt.rawValue >= milliseconds
  }

  // MARK: Ahead of an answer

  mutating func keep(_ key: Key) {
    if ahead.count < Typing.mostAhead { ahead.append(key) }
  }

  mutating func takeAhead() -> Key? { ahead.isEmpty ? nil : ahead.removeFirst() }

  mutating func dropAhead() { ahead = [] }

  /// An item opens by itself: what is already typed was typed for another one.
  mutating func meetUnseen() { isUnseen = !ahead.isEmpty }

  mutating func wasSeen() { isUnseen = false }
}
