package import Billing
package import Database

/// Moves what the date alone moves: tiers whose bound was crossed, waiting items that wake.
///
/// The arithmetic is that of `Tier.of(safe:legal:today:)` and of the lanes, said again in SQL so
/// that a million items need no loop; a test holds the two together.
package enum DayRoll {
  /// Rolls every item that is due; gives how many moved.
  package static func roll(to today: Day, in connection: Connection) throws -> Int {
    try connection.run(
      """
      UPDATE work_item SET (tier, lane, rolls_on) = (
        SELECT moved.tier, moved.lane,
          CASE WHEN moved.lane = 2 THEN NULL ELSE \(nextRoll("moved.lane")) END
        FROM (SELECT \(tier) AS tier, \(lane) AS lane) AS moved),
        row_version = row_version + 1
      WHERE rolls_on <= ?1 AND lane <> 9
      """, SQLValue(today))
  }

  private static let tier = """
    CASE WHEN safe_day IS NOT NULL AND legal_day IS NOT NULL AND ?1 > legal_day THEN 7
      WHEN is_pinned = 1 THEN 0
      WHEN safe_day IS NULL THEN 6
      WHEN safe_day - ?1 <= 7 THEN 1
      WHEN safe_day - ?1 <= 14 THEN 2
      WHEN safe_day - ?1 <= 30 THEN 3
      WHEN safe_day - ?1 <= 60 THEN 4
      ELSE 5 END
    """

  private static let lane = """
    CASE WHEN legal_day IS NOT NULL AND safe_day IS NOT NULL AND ?1 > legal_day THEN 2
      WHEN follow_up_day > ?1 THEN 3
      WHEN is_escalated = 1 THEN 1
      ELSE 0 END
    """

  /// The first later day on which a bound is crossed or the item wakes.
  private static func nextRoll(_ lane: String) -> String {
    let days = [
      "CASE WHEN \(lane) = 3 AND follow_up_day > ?1 THEN follow_up_day END",
      "CASE WHEN safe_day - 60 > ?1 THEN safe_day - 60 END",
      "CASE WHEN safe_day - 30 > ?1 THEN safe_day - 30 END",
      "CASE WHEN safe_day - 14 > ?1 THEN safe_day - 14 END",
      "CASE WHEN safe_day - 7 > ?1 THEN safe_day - 7 END",
      "CASE WHEN legal_day + 1 > ?1 THEN legal_day + 1 END",
    ]
    // The subquery takes the least that is not NULL.
    return "(SELECT min(day) FROM (SELECT " + days.joined(separator: " AS day UNION ALL SELECT ")
      + " AS day))"
  }
}
