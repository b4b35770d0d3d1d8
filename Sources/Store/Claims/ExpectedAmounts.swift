package import Billing
package import Database

/// What lines of claims are expected to bring, and how that changed.
package enum ExpectedAmounts {
  /// What is expected of one line, in cents, before and after.
  package struct Change: Equatable, Sendable {
    package var line: ClaimLineID
    package var before: Cents
    package var after: Cents

    package init(_ line: ClaimLineID, before: Cents, after: Cents) {
      self.line = line
      self.before = before
      self.after = after
    }
  }

  /// Changes what lines are expected to bring and keeps what was expected before; `activity` is the
  /// decision, nil for a file, `known` the business day.
  package static func apply(
    _ changes: [Change], activity: ActivityID?, known: Day, in connection: Connection
  ) throws {
    for change in changes where change.before != change.after {
      try set(change.after, of: change.line, in: connection)
      try connection.run(
        """
        INSERT INTO expected_change (line_id, activity_id, before_cents, after_cents, known_on)
        VALUES (?1, ?2, ?3, ?4, ?5)
        """, SQLValue(change.line), SQLValue(activity), SQLValue(change.before),
        SQLValue(change.after), SQLValue(known))
    }
  }

  /// What was expected before a decision is expected again, or what it made of that once more.
  package static func toggle(
    _ activity: ActivityID, isUndo: Bool, in connection: Connection
  ) throws {
    let side = isUndo ? "before_cents" : "after_cents"
    try connection.run(
      """
      UPDATE claim_line SET expected_cents = (SELECT \(side) FROM expected_change
        WHERE activity_id = ?1 AND line_id = claim_line.id)
      WHERE id IN (SELECT line_id FROM expected_change WHERE activity_id = ?1)
      """, SQLValue(activity))
  }

  private static func set(
    _ expected: Cents, of line: ClaimLineID, in connection: Connection
  ) throws {
    try connection.run(
      "UPDATE claim_line SET expected_cents = ?2 WHERE id = ?1", SQLValue(line),
      SQLValue(expected))
  }
}
