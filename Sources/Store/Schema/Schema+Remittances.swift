import Database

extension Schema {
  /// What payers said of claims, and the money that came with it.
  static let remittances = Migration(
    id: "0004-remittances",
    sql: """
      CREATE TABLE remittance (
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
        UNIQUE (originator, trace_number, payment_cents, payment_day)
      ) STRICT;
      CREATE INDEX remittance_day ON remittance (payment_day, id);

      CREATE TABLE remit_claim (
        id INTEGER PRIMARY KEY,
        remittance_id INTEGER NOT NULL REFERENCES remittance (id),
        position INTEGER NOT NULL,
        control_number TEXT NOT NULL,
        status TEXT NOT NULL,
        charge_cents INTEGER NOT NULL,
        paid_cents INTEGER NOT NULL,
        patient_share_cents INTEGER NOT NULL,
        filing_indicator TEXT NOT NULL,
        payer_control TEXT NOT NULL,
        frequency TEXT NOT NULL,
        last_name TEXT NOT NULL,
        first_name TEXT NOT NULL,
        member_id TEXT NOT NULL,
        corrected_member_id TEXT NOT NULL,
        crossover TEXT NOT NULL,
        remarks TEXT NOT NULL,
        from_day INTEGER,
        through_day INTEGER,
        original_reference TEXT NOT NULL,
        -- Differences of balance, all zero when it balances.
        differences TEXT NOT NULL,
        claim_id INTEGER REFERENCES claim (id),
        state TEXT NOT NULL
          CHECK (state = 'posted' OR state = 'staged' OR state = 'held' OR state = 'reversed'
            OR state = 'noted'),
        staging TEXT NOT NULL,
        posted_at INTEGER,
        UNIQUE (remittance_id, position)
      ) STRICT;
      CREATE INDEX remit_claim_claim ON remit_claim (claim_id) WHERE claim_id IS NOT NULL;

      CREATE TABLE remit_line (
        remit_claim_id INTEGER NOT NULL REFERENCES remit_claim (id),
        number INTEGER NOT NULL,
        code TEXT NOT NULL,
        modifiers TEXT NOT NULL,
        submitted_code TEXT NOT NULL,
        charge_cents INTEGER NOT NULL,
        paid_cents INTEGER NOT NULL,
        units INTEGER NOT NULL,
        from_day INTEGER,
        through_day INTEGER,
        control_number TEXT NOT NULL,
        remarks TEXT NOT NULL,
        allowed_cents INTEGER,
        difference_cents INTEGER NOT NULL,
        PRIMARY KEY (remit_claim_id, number)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE adjustment (
        remit_claim_id INTEGER NOT NULL REFERENCES remit_claim (id),
        -- Line number, 0 for the claim level.
        line INTEGER NOT NULL,
        position INTEGER NOT NULL,
        group_code TEXT NOT NULL,
        reason TEXT NOT NULL,
        amount_cents INTEGER NOT NULL,
        -- 1 where it is work for a person: denied or paid short.
        is_denial INTEGER NOT NULL DEFAULT 0,
        PRIMARY KEY (remit_claim_id, line, position)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE provider_adjustment (
        remittance_id INTEGER NOT NULL REFERENCES remittance (id),
        position INTEGER NOT NULL,
        reason TEXT NOT NULL,
        reference TEXT NOT NULL,
        amount_cents INTEGER NOT NULL,
        PRIMARY KEY (remittance_id, position)
      ) STRICT, WITHOUT ROWID;
      """)
}
