import Database

extension Schema {
  /// When the office's clock was set back to the machine's, after it had stood in the future; and the
  /// way from a claim's number to the answers that wait for it.
  static let clockAndWaiting = Migration(
    id: "0019-clock-and-waiting",
    sql: """
      CREATE INDEX remit_claim_waiting ON remit_claim (control_number) WHERE state = 'staged';

      CREATE TABLE clock_mend (
        id INTEGER PRIMARY KEY,
        -- What the office's clock said, and what the machine's, in milliseconds since 1970.
        from_milliseconds INTEGER NOT NULL,
        to_milliseconds INTEGER NOT NULL,
        user TEXT NOT NULL,
        note TEXT NOT NULL,
        -- The last line of the journal before it; 0 where there was none.
        after_activity INTEGER NOT NULL,
        -- The business day on which Docket recorded it.
        known_on INTEGER NOT NULL,
        -- Hash over the line before and this one.
        chain TEXT NOT NULL
      ) STRICT;
      CREATE TRIGGER clock_mend_is_kept BEFORE UPDATE ON clock_mend
        BEGIN SELECT RAISE (ABORT, 'mends of the clock are never changed'); END;
      CREATE TRIGGER clock_mend_stays BEFORE DELETE ON clock_mend
        BEGIN SELECT RAISE (ABORT, 'mends of the clock are never removed'); END;
      """)
}
