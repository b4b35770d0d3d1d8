import Database

extension Schema {
  /// Settings, payers with their spellings, patients and their coverage.
  static let parties = Migration(
    id: "0001-parties",
    sql: """
      CREATE TABLE setting (
        name TEXT PRIMARY KEY,
        value TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE payer (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        identifier TEXT NOT NULL,
        family TEXT NOT NULL,
        rule_key TEXT,
        state TEXT
      ) STRICT;

      -- Payers are named in many ways; every spelling met leads to one payer.
      CREATE TABLE payer_alias (
        alias TEXT PRIMARY KEY,
        payer_id INTEGER NOT NULL REFERENCES payer (id)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE patient (
        id INTEGER PRIMARY KEY,
        last_name TEXT NOT NULL,
        first_name TEXT NOT NULL,
        birth_day INTEGER,
        sex TEXT NOT NULL,
        -- Upper-case name and birth day: the same person in another file.
        identity TEXT NOT NULL UNIQUE
      ) STRICT;

      CREATE TABLE coverage (
        patient_id INTEGER NOT NULL REFERENCES patient (id),
        payer_id INTEGER NOT NULL REFERENCES payer (id),
        member_id TEXT NOT NULL,
        sequence TEXT NOT NULL CHECK (sequence = 'P' OR sequence = 'S' OR sequence = 'T'),
        PRIMARY KEY (patient_id, payer_id, member_id)
      ) STRICT, WITHOUT ROWID;
      """)
}
