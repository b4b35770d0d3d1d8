import Database

extension Schema {
  /// What is asked of payers and by them, step by step; and questions about coverage that were
  /// taken back.
  static let requests = Migration(
    id: "0011-requests",
    sql: """
      CREATE TABLE request (
        id INTEGER PRIMARY KEY,
        kind TEXT NOT NULL,
        claim_id INTEGER REFERENCES claim (id),
        charge_id INTEGER REFERENCES charge (id),
        -- Who asks for records; NULL for an authorization, which the office asks for.
        contractor TEXT,
        reference TEXT NOT NULL,
        asked_for TEXT NOT NULL,
        -- The day of the question or the letter; NULL where only its result is known.
        asked_day INTEGER,
        due_day INTEGER,
        -- Numbers of the claim's lines; empty for all.
        lines TEXT NOT NULL,
        state TEXT NOT NULL,
        sent_day INTEGER,
        sent_by TEXT NOT NULL DEFAULT '',
        result_day INTEGER,
        -- Number of the letter or the call in which the result came.
        result_reference TEXT NOT NULL DEFAULT '',
        -- What was authorized.
        number TEXT NOT NULL DEFAULT '',
        codes TEXT NOT NULL DEFAULT '',
        valid_from INTEGER,
        valid_through INTEGER,
        units INTEGER CHECK (units IS NULL OR units > 0),
        -- The decisions of each step.
        opened_activity INTEGER NOT NULL REFERENCES activity (id),
        sent_activity INTEGER REFERENCES activity (id),
        closed_activity INTEGER REFERENCES activity (id),
        is_withdrawn INTEGER NOT NULL DEFAULT 0,
        -- The business days on which Docket recorded it, and what came to it later.
        known_on INTEGER NOT NULL,
        sent_known_on INTEGER,
        result_known_on INTEGER,
        CHECK ((claim_id IS NULL) <> (charge_id IS NULL)),
        CHECK (kind <> 'documents' OR contractor IS NOT NULL)
      ) STRICT;
      CREATE INDEX request_claim ON request (claim_id) WHERE claim_id IS NOT NULL;
      CREATE INDEX request_charge ON request (charge_id) WHERE charge_id IS NOT NULL;

      -- The decision that asked; NULL for what is asked for all at once.
      ALTER TABLE eligibility ADD COLUMN activity_id INTEGER REFERENCES activity (id);
      ALTER TABLE eligibility ADD COLUMN is_withdrawn INTEGER NOT NULL DEFAULT 0;
      CREATE INDEX eligibility_activity ON eligibility (activity_id)
        WHERE activity_id IS NOT NULL;
      """ + WordGuards.renewal(of: ["request", "eligibility"], step: 11))
}
