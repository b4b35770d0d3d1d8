import Synchronization

/// A statement that is run very often, found without its text; keep it in a `static let`.
///
/// Every connection prepares it once and finds it again by `slot`. Two values with the same text
/// share one slot.
package struct Statement: Sendable {
  /// The text, with numbered arguments `?1`, `?2`.
  package let sql: String
  let slot: Int

  /// Registers the text; compiles nothing yet.
  package init(_ sql: String) {
    self.sql = sql
    slot = Statement.slots.withLock { slots in
      if let known = slots[sql] { return known }
      let new = slots.count
      slots[sql] = new
      return new
    }
  }

  private static let slots = Mutex<[String: Int]>([:])
}
