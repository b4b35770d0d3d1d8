import Database

extension Schema {
  /// Periods of the books that are closed, and what one person asks and another allows.
  static let closes = Migration(
    id: "0021-closes",
    sql: """
      CREATE TABLE book_close (
        id INTEGER PRIMARY KEY,
        kind TEXT NOT NULL,
        first_day INTEGER NOT NULL,
        last_day INTEGER NOT NULL,
        -- 1 where the period was opened again, and all that were closed after it.
        is_reopening INTEGER NOT NULL,
        -- The last closed day from then on; NULL where none is.
        closed_through INTEGER,
        -- All receivables at the end of the period, as the ledger had them when it was closed.
        receivable_cents INTEGER NOT NULL,
        -- The machine's clock, in milliseconds since 1970.
        at INTEGER NOT NULL,
        user TEXT NOT NULL,
        reason TEXT NOT NULL,
        approval_id INTEGER,
        known_on INTEGER NOT NULL
      ) STRICT;

      CREATE TABLE approval (
        id INTEGER PRIMARY KEY,
        purpose TEXT NOT NULL,
        -- The period or the work that it is about.
        period_kind TEXT,
        first_day INTEGER,
        last_day INTEGER,
        subject_kind TEXT,
        subject_key INTEGER,
        amount_cents INTEGER NOT NULL CHECK (amount_cents >= 0),
        asked_by TEXT NOT NULL,
        asked_on INTEGER NOT NULL,
        reason TEXT NOT NULL,
        known_on INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX approval_subject ON approval (subject_kind, subject_key)
        WHERE subject_kind IS NOT NULL;

      -- The day that an entry is about, where that was closed and the entry is dated forward.
      ALTER TABLE journal_entry ADD COLUMN belongs_day INTEGER;
      CREATE TRIGGER journal_entry_in_open_period BEFORE INSERT ON journal_entry
      WHEN new.entry_day <= (SELECT closed_through FROM book_close ORDER BY id DESC LIMIT 1)
      BEGIN SELECT RAISE (ABORT, 'the period of this entry is closed'); END;

      \(kept("book_close"))
      \(kept("approval"))
      """ + "\n" + WordGuards.renewal(of: ["book_close", "approval"], step: 21))
}
