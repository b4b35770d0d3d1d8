import Database

extension Schema {
  /// How the office came to each business day.
  static let days = Migration(
    id: "0014-days",
    sql: """
      CREATE TABLE day_turn (
        id INTEGER PRIMARY KEY,
        -- The machine's clock, in milliseconds since 1970.
        at INTEGER NOT NULL,
        -- NULL for the first day.
        from_day INTEGER,
        to_day INTEGER NOT NULL,
        cause TEXT NOT NULL,
        user TEXT NOT NULL,
        -- What the new day made and moved.
        charges INTEGER NOT NULL,
        items INTEGER NOT NULL,
        -- Hash over the line before and this one.
        chain TEXT NOT NULL
      ) STRICT;
      CREATE TRIGGER day_turn_is_kept BEFORE UPDATE ON day_turn
        BEGIN SELECT RAISE (ABORT, 'turns of the day are never changed'); END;
      CREATE TRIGGER day_turn_is_not_removed BEFORE DELETE ON day_turn
        BEGIN SELECT RAISE (ABORT, 'turns of the day are never removed'); END;

      -- 1 where the day that made the charge was taken back: the calendar makes it again.
      ALTER TABLE charge ADD COLUMN is_day_taken_back INTEGER NOT NULL DEFAULT 0;
      """ + WordGuards.renewal(of: ["day_turn", "charge"], step: 14))
}
