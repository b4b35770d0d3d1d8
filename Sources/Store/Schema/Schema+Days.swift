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
      CREATE TRIGGER day_turn_no_update BEFORE UPDATE ON day_turn
        BEGIN SELECT RAISE (ABORT, 'turns of the day are never changed'); END;
      CREATE TRIGGER day_turn_no_delete BEFORE DELETE ON day_turn
        BEGIN SELECT RAISE (ABORT, 'turns of the day are never removed'); END;
      """ + WordGuards.renewal(of: ["day_turn"], step: 14))
}
