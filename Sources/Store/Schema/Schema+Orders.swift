import Database

extension Schema {
  /// What is there before a claim exists: orders, documents, charges, rentals, holds, special work.
  static let orders = Migration(
    id: "0007-orders",
    sql: """
      ALTER TABLE patient ADD COLUMN street TEXT NOT NULL DEFAULT '';
      ALTER TABLE patient ADD COLUMN street2 TEXT NOT NULL DEFAULT '';
      ALTER TABLE patient ADD COLUMN city TEXT NOT NULL DEFAULT '';
      ALTER TABLE patient ADD COLUMN state TEXT NOT NULL DEFAULT '';
      ALTER TABLE patient ADD COLUMN zip TEXT NOT NULL DEFAULT '';
      ALTER TABLE patient ADD COLUMN phone TEXT NOT NULL DEFAULT '';

      -- Stands where an order names no payer, since every row of a list shows one.
      INSERT INTO payer (id, name, identifier, family) VALUES (0, 'no payer', '', 'other');
      CREATE INDEX coverage_member ON coverage (member_id, payer_id);

      CREATE TABLE prescriber (
        id INTEGER PRIMARY KEY,
        -- Number and upper-case name: without a number the name alone.
        identity TEXT NOT NULL UNIQUE,
        npi TEXT NOT NULL,
        last_name TEXT NOT NULL,
        first_name TEXT NOT NULL,
        phone TEXT NOT NULL,
        fax TEXT NOT NULL,
        is_enrolled INTEGER CHECK (is_enrolled IN (0, 1))
      ) STRICT;

      CREATE TABLE sales_order (
        id INTEGER PRIMARY KEY,
        number TEXT NOT NULL UNIQUE,
        account_number TEXT NOT NULL,
        patient_id INTEGER NOT NULL REFERENCES patient (id),
        prescriber_id INTEGER REFERENCES prescriber (id),
        diagnoses TEXT NOT NULL,
        ordered_day INTEGER,
        delivery_method TEXT NOT NULL,
        delivered_day INTEGER,
        shipped_day INTEGER,
        tracking TEXT NOT NULL,
        place_of_service TEXT NOT NULL,
        standing TEXT NOT NULL,
        received_day INTEGER NOT NULL,
        -- When it last changed: an order that was given back and came again is new work.
        revised_at INTEGER NOT NULL,
        -- Hash of the order as given: the same again changes nothing.
        content_hash TEXT NOT NULL,
        -- Copies for lists.
        served_day INTEGER,
        charge_cents INTEGER NOT NULL CHECK (abs(charge_cents) <= 100000000000),
        row_version INTEGER NOT NULL DEFAULT 1
      ) STRICT;
      CREATE INDEX sales_order_patient ON sales_order (patient_id);
      CREATE INDEX sales_order_standing ON sales_order (standing, id);

      CREATE TABLE order_coverage (
        order_id INTEGER NOT NULL REFERENCES sales_order (id),
        position INTEGER NOT NULL,
        payer_id INTEGER NOT NULL REFERENCES payer (id),
        sequence TEXT NOT NULL CHECK (sequence = 'P' OR sequence = 'S' OR sequence = 'T'),
        member_id TEXT NOT NULL,
        group_number TEXT NOT NULL,
        filing_indicator TEXT NOT NULL,
        secondary_payer_type TEXT NOT NULL,
        relationship TEXT NOT NULL,
        subscriber_last TEXT,
        subscriber_first TEXT,
        subscriber_birth INTEGER,
        subscriber_sex TEXT,
        from_day INTEGER,
        through_day INTEGER,
        PRIMARY KEY (order_id, position)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE order_line (
        order_id INTEGER NOT NULL REFERENCES sales_order (id),
        number INTEGER NOT NULL,
        kind TEXT NOT NULL,
        code TEXT NOT NULL,
        modifiers TEXT NOT NULL,
        description TEXT NOT NULL,
        prescribed_units INTEGER NOT NULL,
        delivered_units INTEGER NOT NULL,
        serial TEXT NOT NULL,
        days_supplied INTEGER,
        unit_charge_cents INTEGER NOT NULL CHECK (abs(unit_charge_cents) <= 100000000000),
        first_month INTEGER NOT NULL,
        authorization_number TEXT NOT NULL,
        narrative TEXT NOT NULL,
        pointers TEXT NOT NULL,
        PRIMARY KEY (order_id, number)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX order_line_serial ON order_line (serial) WHERE serial <> '';

      CREATE TABLE order_stay (
        order_id INTEGER NOT NULL REFERENCES sales_order (id),
        position INTEGER NOT NULL,
        kind TEXT NOT NULL,
        from_day INTEGER NOT NULL,
        through_day INTEGER,
        PRIMARY KEY (order_id, position)
      ) STRICT, WITHOUT ROWID;

      -- Why orders were found or sent back: what is fed back to the teams.
      CREATE TABLE order_problem (
        id INTEGER PRIMARY KEY,
        order_id INTEGER NOT NULL REFERENCES sales_order (id),
        on_day INTEGER NOT NULL,
        cause TEXT NOT NULL,
        team TEXT NOT NULL,
        -- 1 where a person sent the order back for it, 0 where a check found it.
        is_return INTEGER NOT NULL CHECK (is_return IN (0, 1)),
        message TEXT NOT NULL,
        UNIQUE (order_id, cause, is_return, message)
      ) STRICT;
      CREATE INDEX order_problem_day ON order_problem (on_day);

      CREATE TABLE document (
        id INTEGER PRIMARY KEY,
        patient_id INTEGER NOT NULL REFERENCES patient (id),
        order_id INTEGER REFERENCES sales_order (id),
        kind TEXT NOT NULL,
        dated_day INTEGER,
        signed_day INTEGER,
        signer TEXT NOT NULL,
        valid_from INTEGER,
        valid_through INTEGER,
        codes TEXT NOT NULL,
        number TEXT NOT NULL,
        units_granted INTEGER,
        value INTEGER,
        answers TEXT NOT NULL,
        content_hash TEXT NOT NULL,
        file_reference TEXT NOT NULL,
        received_day INTEGER NOT NULL,
        activity_id INTEGER REFERENCES activity (id),
        is_withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (is_withdrawn IN (0, 1)),
        -- The same document in the same words is one row, however often it comes.
        identity TEXT NOT NULL UNIQUE
      ) STRICT;
      CREATE INDEX document_patient ON document (patient_id);
      CREATE INDEX document_end ON document (valid_through)
        WHERE kind = 'authorization' AND valid_through IS NOT NULL;

      CREATE TABLE rental (
        id INTEGER PRIMARY KEY,
        order_id INTEGER NOT NULL REFERENCES sales_order (id),
        order_line INTEGER NOT NULL,
        -- 1 and 2 for the two sides of a rented pair, else 1.
        part INTEGER NOT NULL,
        patient_id INTEGER NOT NULL REFERENCES patient (id),
        payer_id INTEGER NOT NULL REFERENCES payer (id),
        code TEXT NOT NULL,
        modifiers TEXT NOT NULL,
        category TEXT NOT NULL,
        serial TEXT NOT NULL,
        started_day INTEGER NOT NULL,
        first_month INTEGER NOT NULL,
        cap_months INTEGER,
        monthly_cents INTEGER NOT NULL CHECK (abs(monthly_cents) <= 100000000000),
        picked_up_day INTEGER,
        is_withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (is_withdrawn IN (0, 1)),
        UNIQUE (order_id, order_line, part)
      ) STRICT;
      CREATE INDEX rental_patient ON rental (patient_id);

      CREATE TABLE rental_break (
        rental_id INTEGER NOT NULL REFERENCES rental (id),
        position INTEGER NOT NULL,
        kind TEXT NOT NULL,
        from_day INTEGER NOT NULL,
        through_day INTEGER,
        PRIMARY KEY (rental_id, position)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE charge (
        id INTEGER PRIMARY KEY,
        order_id INTEGER NOT NULL REFERENCES sales_order (id),
        order_line INTEGER NOT NULL,
        -- 1 and 2 for the two sides of a pair, else 1; a thousand for a rental and its month.
        part INTEGER NOT NULL,
        patient_id INTEGER NOT NULL REFERENCES patient (id),
        rental_id INTEGER REFERENCES rental (id),
        rental_month INTEGER,
        code TEXT NOT NULL,
        modifiers TEXT NOT NULL,
        units INTEGER NOT NULL,
        from_day INTEGER NOT NULL,
        through_day INTEGER NOT NULL,
        amount_cents INTEGER NOT NULL CHECK (abs(amount_cents) <= 100000000000),
        expected_cents INTEGER NOT NULL,
        serial TEXT NOT NULL,
        narrative TEXT NOT NULL,
        authorization_number TEXT NOT NULL,
        pointers TEXT NOT NULL,
        standing TEXT NOT NULL
          CHECK (standing = 'unbilled' OR standing = 'billed' OR standing = 'withdrawn'),
        claim_id INTEGER REFERENCES claim (id),
        claim_line_id INTEGER REFERENCES claim_line (id),
        row_version INTEGER NOT NULL DEFAULT 1,
        -- No rental month and no line is charged twice.
        UNIQUE (order_id, order_line, part),
        UNIQUE (rental_id, rental_month),
        CHECK ((standing = 'billed') = (claim_id IS NOT NULL))
      ) STRICT;
      CREATE INDEX charge_patient ON charge (patient_id, from_day);
      CREATE INDEX charge_claim ON charge (claim_id) WHERE claim_id IS NOT NULL;
      CREATE INDEX charge_unbilled ON charge (id) WHERE standing = 'unbilled';

      -- A charge as it was before a person corrected it.
      CREATE TABLE charge_revision (
        charge_id INTEGER NOT NULL REFERENCES charge (id),
        activity_id INTEGER NOT NULL REFERENCES activity (id),
        before TEXT NOT NULL,
        after TEXT NOT NULL,
        PRIMARY KEY (charge_id, activity_id)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE hold (
        id INTEGER PRIMARY KEY,
        charge_id INTEGER REFERENCES charge (id),
        rental_id INTEGER REFERENCES rental (id),
        type TEXT NOT NULL,
        reason TEXT NOT NULL,
        detail TEXT NOT NULL,
        team TEXT NOT NULL,
        owner TEXT,
        placed_day INTEGER NOT NULL,
        placed_by TEXT NOT NULL,
        -- The edit that placed it and will release it; empty where a person placed it.
        edit TEXT NOT NULL,
        review_day INTEGER,
        placed_activity INTEGER REFERENCES activity (id),
        released_day INTEGER,
        released_by TEXT,
        evidence TEXT,
        document_id INTEGER REFERENCES document (id),
        released_activity INTEGER REFERENCES activity (id),
        is_withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (is_withdrawn IN (0, 1)),
        CHECK ((charge_id IS NULL) <> (rental_id IS NULL))
      ) STRICT;
      CREATE UNIQUE INDEX hold_open_edit ON hold (charge_id, edit, reason)
        WHERE released_day IS NULL AND is_withdrawn = 0 AND edit <> '' AND charge_id IS NOT NULL;
      CREATE INDEX hold_charge ON hold (charge_id) WHERE charge_id IS NOT NULL;
      CREATE INDEX hold_rental ON hold (rental_id) WHERE rental_id IS NOT NULL;
      CREATE INDEX hold_open ON hold (type) WHERE released_day IS NULL AND is_withdrawn = 0;

      CREATE TABLE eligibility (
        id INTEGER PRIMARY KEY,
        patient_id INTEGER NOT NULL REFERENCES patient (id),
        payer_id INTEGER NOT NULL REFERENCES payer (id),
        member_id TEXT NOT NULL,
        trace TEXT NOT NULL UNIQUE,
        asked_day INTEGER NOT NULL,
        service_day INTEGER NOT NULL,
        file_name TEXT NOT NULL,
        answered_day INTEGER,
        standing TEXT,
        from_day INTEGER,
        through_day INTEGER,
        plan_name TEXT NOT NULL DEFAULT '',
        other_payers TEXT NOT NULL DEFAULT '',
        messages TEXT NOT NULL DEFAULT ''
      ) STRICT;
      CREATE INDEX eligibility_coverage ON eligibility (patient_id, payer_id, id);

      CREATE TABLE special_work (
        id INTEGER PRIMARY KEY,
        -- Kind, patient, subject and due day: the same piece of work is one row.
        identity TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL,
        patient_id INTEGER NOT NULL REFERENCES patient (id),
        rental_id INTEGER REFERENCES rental (id),
        order_id INTEGER REFERENCES sales_order (id),
        document_id INTEGER REFERENCES document (id),
        payer_id INTEGER REFERENCES payer (id),
        opens_day INTEGER NOT NULL,
        due_day INTEGER NOT NULL,
        closes_day INTEGER,
        reason TEXT NOT NULL,
        needs TEXT NOT NULL,
        -- Lapsed: the facts no longer bring it; it opens again where they do.
        standing TEXT NOT NULL CHECK (
          standing = 'open' OR standing = 'answered' OR standing = 'done' OR standing = 'declined'
          OR standing = 'lapsed'),
        answers TEXT NOT NULL DEFAULT '',
        made_order INTEGER REFERENCES sales_order (id)
      ) STRICT;
      CREATE INDEX special_work_due ON special_work (due_day);
      CREATE INDEX special_work_patient ON special_work (patient_id);

      CREATE TABLE special_item (
        special_id INTEGER NOT NULL REFERENCES special_work (id),
        position INTEGER NOT NULL,
        code TEXT NOT NULL,
        modifiers TEXT NOT NULL,
        units INTEGER NOT NULL,
        expected_cents INTEGER NOT NULL,
        PRIMARY KEY (special_id, position)
      ) STRICT, WITHOUT ROWID;

      ALTER TABLE posting ADD COLUMN charge_id INTEGER;
      INSERT INTO ledger_total VALUES ('unbilled-receivable', 0);
      CREATE TRIGGER posting_unbilled AFTER INSERT ON posting
      WHEN new.account = 'unbilled-receivable'
      BEGIN
        UPDATE ledger_total SET amount_cents = amount_cents + new.amount_cents
        WHERE account = 'unbilled-receivable';
      END;
      CREATE INDEX posting_charge ON posting (charge_id) WHERE charge_id IS NOT NULL;
      ALTER TABLE batch ADD COLUMN receiver TEXT NOT NULL DEFAULT '';
      CREATE INDEX batch_outbox ON batch (id) WHERE outbox_name IS NOT NULL;
      -- Claims of batches with their charges, for the board and for alarms.
      CREATE INDEX submission_batch ON submission (batch_id);
      """)
}
