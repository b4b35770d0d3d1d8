/// What a reading may be stopped by: somebody who no longer wants it, or the work it may cost.
///
/// SQLite asks every ten thousand steps of its machine, which is every few tenths of a millisecond.
/// What writes is never stopped: half a change would have to be taken back.
package enum Reading {
  /// Steps of SQLite's machine between two looks.
  static let stride: Int32 = 10_000

  /// Whether what this thread reads is no longer wanted; nil where nobody can say so.
  @TaskLocal static var isUnwanted: (@Sendable () -> Bool)?

  /// Does the body; every `read` in it fails as `interrupted` soon after it is no longer wanted.
  ///
  /// - Throws: What the body throws.
  package static func stopping<T>(
    when isUnwanted: @escaping @Sendable () -> Bool, _ body: () throws -> T
  ) rethrows -> T {
    try $isUnwanted.withValue(isUnwanted, operation: body)
  }
}

/// What SQLite asks while it reads; it outlives the reading by being the connection's own.
final class ReadingWatch {
  /// Whether the whole reading is no longer wanted.
  var isUnwanted: (@Sendable () -> Bool)?
  /// Looks that what runs now may still cost; nil for as many as it takes.
  var looksLeft: Int?

  /// Whether SQLite is to stop what it does.
  func isOver() -> Bool {
    if let isUnwanted, isUnwanted() { return true }
    guard let left = looksLeft else { return false }
    looksLeft = left - 1
    return left <= 0
  }
}
