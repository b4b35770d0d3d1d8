package import Billing
package import Database

/// Moves what the date alone moves: tiers whose bound was crossed.
///
/// The arithmetic is that of `Tier.of(safe:legal:today:)`, said again in SQL so that a million
/// items need no loop; a test holds the two together. Items that wake or whose last legal day has
/// passed are only named here: their reasons may change, so they are placed again one by one.
package enum DayCrossings {
  /// Moves every item whose tier bound was crossed; gives how many moved.
  package static func move(to today: Day, in connection: Connection) throws -> Int {
    try connection.run(
      """
      UPDATE work_item SET tier = \(tier), rolls_on = \(nextRoll),
        row_version = row_version + 1
      WHERE rolls_on <= ?1 AND is_closed = 0 AND NOT (\(needsPlacing))
      """, SQLValue(today))
  }

  /// Items that wake today or expired since they were placed: the next few, by key.
  package static func subjectsToPlace(
    on today: Day, limit: Int, in connection: Connection
  ) throws -> [WorkSubject] {
    try connection.rows(
      """
      SELECT subject_kind, subject_key, id FROM work_item
      WHERE rolls_on <= ?1 AND is_closed = 0 AND (\(needsPlacing)) LIMIT ?2
      """, [SQLValue(today), SQLValue(limit)]
    ) { WorkSubject(try $0.word(0, Words.itemSubject, key: 2), key: $0.int(1)) }
  }

  private static let needsPlacing = """
    (lane = 3 AND follow_up_day <= ?1) OR (legal_day IS NOT NULL AND legal_day < ?1)
    """

  /// Days only bring a limit nearer: where an item ranks higher than its safe day says, because a
  /// limit is not on file, it keeps that rank.
  private static let tier = """
    CASE WHEN is_pinned = 1 THEN 0
      WHEN safe_day IS NULL THEN tier
      WHEN safe_day - ?1 <= 7 THEN 1
      WHEN safe_day - ?1 <= 14 THEN 2
      WHEN safe_day - ?1 <= 30 THEN 3
      WHEN tier <= 3 THEN tier
      WHEN safe_day - ?1 <= 60 THEN 4
      ELSE 5 END
    """

  /// The first later day on which a bound is crossed, the item wakes or the legal day has passed.
  private static let nextRoll: String = {
    let days = [
      "CASE WHEN lane = 3 AND follow_up_day > ?1 THEN follow_up_day END",
      "CASE WHEN safe_day - 60 > ?1 THEN safe_day - 60 END",
      "CASE WHEN safe_day - 30 > ?1 THEN safe_day - 30 END",
      "CASE WHEN safe_day - 14 > ?1 THEN safe_day - 14 END",
      "CASE WHEN safe_day - 7 > ?1 THEN safe_day - 7 END",
      "CASE WHEN legal_day + 1 > ?1 THEN legal_day + 1 END",
    ]
    // The subquery takes the least that is not NULL.
    return "(SELECT min(day) FROM (SELECT " + days.joined(separator: " AS day UNION ALL SELECT ")
      + " AS day) AS days)"
  }()
}
