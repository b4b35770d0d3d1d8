import Database

extension Schema {
  /// Claims with their lines, how they were sent, and what front ends answered.
  static let claims = Migration(
    id: "0003-claims",
    sql: """
      CREATE TABLE claim (
        id INTEGER PRIMARY KEY,
        control_number TEXT NOT NULL,
        origin TEXT NOT NULL CHECK (origin = '837' OR origin = '835' OR origin = 'docket'),
        patient_id INTEGER NOT NULL REFERENCES patient (id),
        payer_id INTEGER NOT NULL REFERENCES payer (id),
        sequence TEXT NOT NULL CHECK (sequence = 'P' OR sequence = 'S' OR sequence = 'T'),
        member_id TEXT NOT NULL,
        frequency TEXT NOT NULL,
        payer_control TEXT NOT NULL,
        place_of_service TEXT NOT NULL,
        prior_authorization TEXT NOT NULL,
        diagnoses TEXT NOT NULL,
        from_day INTEGER NOT NULL,
        through_day INTEGER NOT NULL,
        charge_cents INTEGER NOT NULL CHECK (abs(charge_cents) <= 100000000000),
        next_payer_id INTEGER REFERENCES payer (id),
        next_billed INTEGER NOT NULL DEFAULT 0 CHECK (next_billed IN (0, 1)),
        -- The claim to the payer before this one.
        prior_claim_id INTEGER REFERENCES claim (id),
        row_version INTEGER NOT NULL DEFAULT 1
      ) STRICT;
      CREATE INDEX claim_control ON claim (control_number);
      CREATE INDEX claim_payer_control ON claim (payer_control) WHERE payer_control <> '';
      CREATE INDEX claim_member ON claim (member_id, from_day);
      CREATE INDEX claim_prior ON claim (prior_claim_id) WHERE prior_claim_id IS NOT NULL;
      CREATE INDEX claim_patient ON claim (patient_id, from_day);

      CREATE TABLE claim_line (
        id INTEGER PRIMARY KEY,
        claim_id INTEGER NOT NULL REFERENCES claim (id),
        number INTEGER NOT NULL,
        control_number TEXT NOT NULL,
        code TEXT NOT NULL,
        modifiers TEXT NOT NULL,
        units INTEGER NOT NULL,
        from_day INTEGER NOT NULL,
        through_day INTEGER NOT NULL,
        charge_cents INTEGER NOT NULL CHECK (abs(charge_cents) <= 100000000000),
        expected_cents INTEGER NOT NULL,
        -- Sums of postings, kept here for speed and recomputed by `docket check`.
        payer_cents INTEGER NOT NULL DEFAULT 0,
        next_payer_cents INTEGER NOT NULL DEFAULT 0,
        patient_cents INTEGER NOT NULL DEFAULT 0,
        paid_cents INTEGER NOT NULL DEFAULT 0,
        adjusted_cents INTEGER NOT NULL DEFAULT 0,
        UNIQUE (claim_id, number)
      ) STRICT;

      -- One ST of an 837P, received as a file or written to the outbox.
      CREATE TABLE batch (
        id INTEGER PRIMARY KEY,
        file_id INTEGER REFERENCES file (id),
        outbox_name TEXT,
        sender TEXT NOT NULL,
        interchange_control TEXT NOT NULL,
        group_control TEXT NOT NULL,
        set_control TEXT NOT NULL,
        sent_day INTEGER NOT NULL,
        UNIQUE (sender, interchange_control, group_control, set_control, sent_day)
      ) STRICT;
      CREATE INDEX batch_control ON batch (group_control, set_control);
      CREATE INDEX batch_interchange ON batch (interchange_control);

      CREATE TABLE submission (
        id INTEGER PRIMARY KEY,
        claim_id INTEGER NOT NULL REFERENCES claim (id),
        control_number TEXT NOT NULL,
        frequency TEXT NOT NULL,
        sent_day INTEGER NOT NULL,
        batch_id INTEGER NOT NULL REFERENCES batch (id),
        -- Latest word from the furthest hop; the acknowledgments keep them all.
        answer TEXT NOT NULL DEFAULT 'none'
          CHECK (answer = 'none' OR answer = 'received' OR answer = 'accepted'
            OR answer = 'rejected' OR answer = 'withdrawn'),
        answer_day INTEGER,
        answer_hop INTEGER NOT NULL DEFAULT 0,
        -- One number may stand for several bills of one patient, so the number alone is no key.
        UNIQUE (batch_id, claim_id)
      ) STRICT;
      CREATE INDEX submission_claim ON submission (claim_id);
      CREATE INDEX submission_control ON submission (control_number);

      -- The claim as sent, complete enough to be sent again.
      CREATE TABLE submission_image (
        submission_id INTEGER PRIMARY KEY REFERENCES submission (id),
        image BLOB NOT NULL
      ) STRICT;

      CREATE TABLE acknowledgment (
        id INTEGER PRIMARY KEY,
        file_id INTEGER NOT NULL REFERENCES file (id),
        submission_id INTEGER NOT NULL REFERENCES submission (id),
        kind TEXT NOT NULL CHECK (kind = 'TA1' OR kind = '999' OR kind = '277CA'),
        answered_day INTEGER NOT NULL,
        verdict TEXT NOT NULL
          CHECK (verdict = 'received' OR verdict = 'accepted' OR verdict = 'rejected'),
        status_codes TEXT NOT NULL
      ) STRICT;
      CREATE INDEX acknowledgment_submission ON acknowledgment (submission_id);

      CREATE TABLE rejection_reason (
        acknowledgment_id INTEGER NOT NULL REFERENCES acknowledgment (id),
        position INTEGER NOT NULL,
        code TEXT NOT NULL,
        meaning TEXT NOT NULL,
        fix TEXT NOT NULL,
        line TEXT NOT NULL,
        payer_text TEXT NOT NULL,
        PRIMARY KEY (acknowledgment_id, position)
      ) STRICT, WITHOUT ROWID;

      -- What a payer last allowed for one unit: what the next claim may expect.
      CREATE TABLE allowed_amount (
        payer_id INTEGER NOT NULL REFERENCES payer (id),
        code TEXT NOT NULL,
        modifier TEXT NOT NULL,
        unit_cents INTEGER NOT NULL,
        seen_day INTEGER NOT NULL,
        PRIMARY KEY (payer_id, code, modifier)
      ) STRICT, WITHOUT ROWID;
      """)
}
