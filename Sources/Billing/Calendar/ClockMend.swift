/// That a supervisor set the office's clock back to the machine's.
package struct ClockMend: Equatable, Sendable {
  /// What the office's clock said before.
  package var from: Timestamp
  /// What the machine's said.
  package var to: Timestamp
  package var user: String
  package var note: String
  /// The last line of the journal before it; 0 where there was none.
  package var afterActivity: ActivityID
  /// The business day on which Docket recorded it.
  package var known: Day

  package init(
    from: Timestamp, to: Timestamp, user: String, note: String, afterActivity: ActivityID,
    known: Day
  ) {
    self.from = from
    self.to = to
    self.user = user
    self.note = note
    self.afterActivity = afterActivity
    self.known = known
  }
}
