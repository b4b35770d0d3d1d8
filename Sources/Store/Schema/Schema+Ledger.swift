import Database

extension Schema {
  /// Journal entries and postings, which are never changed.
  static let ledger = Migration(
    id: "0005-ledger",
    sql: """
      CREATE TABLE journal_entry (
        id INTEGER PRIMARY KEY,
        cause TEXT NOT NULL,
        entry_day INTEGER NOT NULL,
        claim_id INTEGER REFERENCES claim (id),
        remittance_id INTEGER REFERENCES remittance (id),
        remit_claim_id INTEGER REFERENCES remit_claim (id),
        activity_id INTEGER,
        reverses INTEGER REFERENCES journal_entry (id)
      ) STRICT;
      CREATE UNIQUE INDEX journal_entry_reverses ON journal_entry (reverses)
        WHERE reverses IS NOT NULL;
      CREATE INDEX journal_entry_claim ON journal_entry (claim_id) WHERE claim_id IS NOT NULL;
      CREATE INDEX journal_entry_remittance ON journal_entry (remittance_id)
        WHERE remittance_id IS NOT NULL;

      CREATE TABLE posting (
        entry_id INTEGER NOT NULL REFERENCES journal_entry (id),
        position INTEGER NOT NULL,
        account TEXT NOT NULL,
        amount_cents INTEGER NOT NULL CHECK (abs(amount_cents) <= 1000000000000),
        claim_id INTEGER,
        line_id INTEGER,
        PRIMARY KEY (entry_id, position)
      ) STRICT, WITHOUT ROWID;

      -- What is in suspense now, kept by a trigger, so that the first screen needs no scan.
      CREATE TABLE ledger_total (
        account TEXT PRIMARY KEY,
        amount_cents INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      INSERT INTO ledger_total VALUES ('suspense', 0);
      CREATE TRIGGER posting_totalled AFTER INSERT ON posting WHEN new.account = 'suspense'
      BEGIN
        UPDATE ledger_total SET amount_cents = amount_cents + new.amount_cents
        WHERE account = 'suspense';
      END;

      CREATE TRIGGER posting_is_kept BEFORE UPDATE ON posting
      BEGIN SELECT RAISE (ABORT, 'postings are never changed; post a reversing entry'); END;
      CREATE TRIGGER posting_stays BEFORE DELETE ON posting
      BEGIN SELECT RAISE (ABORT, 'postings are never deleted; post a reversing entry'); END;
      CREATE TRIGGER journal_entry_is_kept BEFORE UPDATE ON journal_entry
      BEGIN SELECT RAISE (ABORT, 'journal entries are never changed'); END;
      CREATE TRIGGER journal_entry_stays BEFORE DELETE ON journal_entry
      BEGIN SELECT RAISE (ABORT, 'journal entries are never deleted'); END;
      """)
}
