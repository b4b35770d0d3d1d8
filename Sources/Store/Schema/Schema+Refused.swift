import Database

extension Schema {
  /// Remittance sets that could not be read, whose payments may be in the bank all the same.
  static let refused = Migration(
    id: "0026-refused",
    sql: """
      CREATE TABLE refused_set (
        id INTEGER PRIMARY KEY,
        -- Its file by name and bytes: a file of which nothing is kept has no row of its own.
        file_name TEXT NOT NULL,
        content_hash TEXT NOT NULL,
        -- The place of the set in the file, from 0.
        position INTEGER NOT NULL,
        control_number TEXT NOT NULL,
        -- TRN02 and TRN03, empty where they cannot be read.
        trace_number TEXT NOT NULL,
        trace_key TEXT NOT NULL,
        originator TEXT NOT NULL,
        payer_id INTEGER REFERENCES payer (id),
        -- BPR02, NULL where it cannot be read.
        amount_cents INTEGER,
        payment_day INTEGER,
        -- Why it was refused, and where.
        problem TEXT NOT NULL,
        segment INTEGER NOT NULL,
        byte INTEGER NOT NULL,
        element TEXT NOT NULL,
        -- The business day on which Docket recorded it.
        known_on INTEGER NOT NULL,
        UNIQUE (content_hash, position)
      ) STRICT;
      CREATE INDEX refused_set_trace ON refused_set (trace_key) WHERE trace_key <> '';
      """
        + WordGuards.renewal(of: ["activity", "work_item", "approval"], step: 26))
}
