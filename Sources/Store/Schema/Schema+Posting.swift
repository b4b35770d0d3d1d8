import Database

extension Schema {
  /// What decisions made of answers, so that each can be taken back as it was.
  static let posting = Migration(
    id: "0023-posting",
    sql: """
      -- An answer of a remittance before a decision and after it.
      CREATE TABLE answer_change (
        id INTEGER PRIMARY KEY,
        activity_id INTEGER NOT NULL REFERENCES activity (id),
        remit_claim_id INTEGER NOT NULL REFERENCES remit_claim (id),
        before_state TEXT NOT NULL,
        before_staging TEXT NOT NULL,
        before_claim INTEGER REFERENCES claim (id),
        before_posted_at INTEGER,
        after_state TEXT NOT NULL,
        after_staging TEXT NOT NULL,
        after_claim INTEGER REFERENCES claim (id),
        after_posted_at INTEGER,
        -- The payer's number of the claim before it and after it; NULL where it has none to do with it.
        before_number TEXT,
        after_number TEXT,
        -- The business day on which Docket recorded it.
        known_on INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX answer_change_activity ON answer_change (activity_id);
      CREATE INDEX answer_change_answer ON answer_change (remit_claim_id);

      -- What a payer set off against whole payments, or what stands apart from claims otherwise.
      CREATE TABLE provider_balance (
        id INTEGER PRIMARY KEY,
        account TEXT NOT NULL,
        payer_id INTEGER NOT NULL REFERENCES payer (id),
        -- By which its amounts find each other; empty where they are one balance a payer.
        reference_key TEXT NOT NULL,
        reference TEXT NOT NULL,
        amount_cents INTEGER NOT NULL,
        remittance_id INTEGER REFERENCES remittance (id),
        claim_id INTEGER REFERENCES claim (id),
        -- Date of the notice, or of the decision.
        on_day INTEGER NOT NULL,
        activity_id INTEGER REFERENCES activity (id),
        is_standing INTEGER NOT NULL DEFAULT 1 CHECK (is_standing = 0 OR is_standing = 1),
        known_on INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX provider_balance_reference
        ON provider_balance (payer_id, account, reference_key);
      CREATE INDEX provider_balance_activity ON provider_balance (activity_id)
        WHERE activity_id IS NOT NULL;
      CREATE INDEX provider_balance_remittance ON provider_balance (remittance_id)
        WHERE remittance_id IS NOT NULL;
      CREATE INDEX journal_entry_remit_claim ON journal_entry (remit_claim_id)
        WHERE remit_claim_id IS NOT NULL;
      """
        + WordGuards.renewal(
          of: [
            "posting", "journal_entry", "activity", "work_item", "answer_change",
            "provider_balance",
          ], step: 23)
          + """

          -- Credits are work of their own, beside what else is to be done about the claim.
          UPDATE work_item SET subject_kind = 'credit'
            WHERE subject_kind = 'claim' AND queue = 'credit-balances';
          """)
}
