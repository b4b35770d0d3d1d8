import Database

extension Schema {
  /// Remittances that look like another one: the same check, its correction or another payment, as a
  /// person says.
  ///
  /// The table is copied, since SQLite cannot let go of a unique key otherwise: payer, trace number,
  /// amount and day may agree in two files whose claims do not.
  static let lookAlikes = Migration(
    id: "0028-look-alikes", copiesReferencedTables: true,
    sql: """
      CREATE TABLE remittance_new (
        id INTEGER PRIMARY KEY,
        file_id INTEGER NOT NULL REFERENCES file (id),
        set_position INTEGER NOT NULL,
        payer_id INTEGER NOT NULL REFERENCES payer (id),
        originator TEXT NOT NULL,
        trace_number TEXT NOT NULL,
        payment_cents INTEGER NOT NULL CHECK (abs(payment_cents) <= 100000000000),
        method TEXT NOT NULL,
        payment_day INTEGER NOT NULL,
        notice_day INTEGER NOT NULL,
        payee TEXT NOT NULL,
        control_numbers TEXT NOT NULL,
        -- The remittance's own totals, asserted here and checked again by `docket check`.
        claim_count INTEGER NOT NULL,
        claims_paid_cents INTEGER NOT NULL,
        provider_adjusted_cents INTEGER NOT NULL,
        difference_cents INTEGER NOT NULL,
        known_on INTEGER,
        -- The trace number without blanks and zeros before it.
        trace_key TEXT NOT NULL,
        -- Over CLP and PLB; empty where it was not kept.
        claims_hash TEXT NOT NULL,
        standing TEXT NOT NULL CHECK (standing = 'standing' OR standing = 'asked'
          OR standing = 'same' OR standing = 'replaced' OR standing = 'voided'),
        -- The first remittance that it looks like.
        looks_like INTEGER
      ) STRICT;
      INSERT INTO remittance_new SELECT id, file_id, set_position, payer_id, originator,
        trace_number, payment_cents, method, payment_day, notice_day, payee, control_numbers,
        claim_count, claims_paid_cents, provider_adjusted_cents, difference_cents, known_on,
        ltrim(upper(replace(trace_number, ' ', '')), '0'), '', 'standing', NULL
      FROM remittance;
      DROP TABLE remittance;
      ALTER TABLE remittance_new RENAME TO remittance;
      CREATE INDEX remittance_day ON remittance (payment_day, id);
      CREATE INDEX remittance_trace_key ON remittance (trace_key);
      CREATE INDEX remittance_number ON remittance (trace_number);
      CREATE INDEX remittance_look ON remittance (looks_like) WHERE looks_like IS NOT NULL;

      -- A remittance before a decision and after it.
      CREATE TABLE remittance_change (
        id INTEGER PRIMARY KEY,
        activity_id INTEGER NOT NULL REFERENCES activity (id),
        remittance_id INTEGER NOT NULL REFERENCES remittance (id),
        before_standing TEXT NOT NULL,
        after_standing TEXT NOT NULL,
        known_on INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX remittance_change_activity ON remittance_change (activity_id);
      """ + WordGuards.renewal(of: ["activity", "remittance_change"], step: 28))
}
