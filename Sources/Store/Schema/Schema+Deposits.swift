import Database

extension Schema {
  /// Money in the bank: what came, which remittances it is, and what was taken back of both.
  static let deposits = Migration(
    id: "0020-deposits",
    sql: """
      CREATE TABLE deposit (
        id INTEGER PRIMARY KEY,
        received_day INTEGER NOT NULL,
        form TEXT NOT NULL,
        amount_cents INTEGER NOT NULL CHECK (amount_cents > 0 AND amount_cents <= 100000000000),
        payer TEXT NOT NULL,
        reference TEXT NOT NULL,
        originator TEXT NOT NULL,
        account TEXT NOT NULL,
        memo TEXT NOT NULL,
        -- The reference as it is compared, empty where there is none.
        trace_key TEXT NOT NULL,
        -- What tells it from other lines of the day and amount, and which of several alike it is.
        line_key TEXT NOT NULL,
        occurrence INTEGER NOT NULL,
        -- NULL where it was typed.
        file_id INTEGER REFERENCES file (id),
        line INTEGER NOT NULL,
        user TEXT NOT NULL,
        known_on INTEGER NOT NULL,
        UNIQUE (received_day, amount_cents, line_key, account, occurrence)
      ) STRICT;
      CREATE INDEX deposit_trace ON deposit (trace_key) WHERE trace_key <> '';
      CREATE INDEX remittance_trace ON remittance (\(folded("trace_number")));

      -- Voided and brought back, in order; the last one counts.
      CREATE TABLE deposit_event (
        id INTEGER PRIMARY KEY,
        deposit_id INTEGER NOT NULL REFERENCES deposit (id),
        kind TEXT NOT NULL,
        activity_id INTEGER NOT NULL,
        known_on INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX deposit_event_deposit ON deposit_event (deposit_id, id);

      CREATE TABLE deposit_match (
        id INTEGER PRIMARY KEY,
        deposit_id INTEGER NOT NULL REFERENCES deposit (id),
        remittance_id INTEGER NOT NULL REFERENCES remittance (id),
        amount_cents INTEGER NOT NULL CHECK (amount_cents > 0),
        -- NULL where they matched by themselves.
        activity_id INTEGER,
        known_on INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX deposit_match_deposit ON deposit_match (deposit_id);
      CREATE INDEX deposit_match_remittance ON deposit_match (remittance_id);
      CREATE TABLE deposit_unmatch (
        match_id INTEGER PRIMARY KEY REFERENCES deposit_match (id),
        -- NULL where nobody decided it.
        activity_id INTEGER,
        known_on INTEGER NOT NULL
      ) STRICT;

      CREATE TABLE deposit_document (
        id INTEGER PRIMARY KEY,
        deposit_id INTEGER NOT NULL REFERENCES deposit (id),
        path TEXT NOT NULL,
        content_hash TEXT NOT NULL,
        byte_count INTEGER NOT NULL,
        user TEXT NOT NULL,
        known_on INTEGER NOT NULL,
        UNIQUE (deposit_id, content_hash)
      ) STRICT;

      -- The deposit whose money an entry is.
      ALTER TABLE journal_entry ADD COLUMN deposit_id INTEGER REFERENCES deposit (id);
      CREATE INDEX journal_entry_deposit ON journal_entry (deposit_id)
        WHERE deposit_id IS NOT NULL;

      \(["deposit", "deposit_event", "deposit_match", "deposit_unmatch", "deposit_document"]
        .map(kept).joined(separator: "\n"))
      """ + "\n"
        + WordGuards.renewal(
          of: ["journal_entry", "posting", "activity", "work_item", "deposit", "deposit_event"],
          step: 23))

  /// SQL of a number as `TraceNumber.folded` makes it.
  static func folded(_ column: String) -> String {
    "ltrim(replace(replace(upper(\(column)), '-', ''), ' ', ''), '0')"
  }

  /// Triggers by which rows of a table are only ever added.
  static func kept(_ table: String) -> String {
    """
    CREATE TRIGGER \(table)_is_kept BEFORE UPDATE ON \(table)
      BEGIN SELECT RAISE (ABORT, 'rows of \(table) are never changed'); END;
    CREATE TRIGGER \(table)_stays BEFORE DELETE ON \(table)
      BEGIN SELECT RAISE (ABORT, 'rows of \(table) are never deleted'); END;
    """
  }
}
