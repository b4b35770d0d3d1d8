package import Database

/// The whole schema of an office file, as steps that are applied once.
///
/// Checks of three values and more are written with OR: for IN with a list SQLite builds a table at
/// every row, which costs as much as the row.
package enum Schema {
  package static let migrations = [
    Migration(id: "0001-parties", sql: parties),
    Migration(id: "0002-files", sql: files),
    Migration(id: "0003-claims", sql: claims),
    Migration(id: "0004-remittances", sql: remittances),
    Migration(id: "0005-ledger", sql: ledger),
    Migration(id: "0006-work", sql: work),
    Migration(id: "0007-orders", sql: orders),
    Migration(id: "0008-decisions", sql: decisions),
    strictRows,
    sendings,
    requests,
    filters,
    bills,
    outbox,
  ]

  /// What was decided, as data; lines from before have none and stay byte for byte as they are.
  private static let decisions = """
    ALTER TABLE activity ADD COLUMN decision TEXT;
    """

  private static let parties = """
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
    """

  private static let files = """
    CREATE TABLE file (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL,
      content_hash TEXT NOT NULL UNIQUE,
      byte_count INTEGER NOT NULL CHECK (byte_count >= 0),
      imported_at INTEGER NOT NULL,
      imported_by TEXT NOT NULL,
      summary TEXT NOT NULL,
      is_complete INTEGER NOT NULL CHECK (is_complete IN (0, 1))
    ) STRICT;

    -- How far each transaction set was applied; what makes an import resumable.
    CREATE TABLE file_set (
      file_id INTEGER NOT NULL REFERENCES file (id),
      position INTEGER NOT NULL,
      kind TEXT NOT NULL,
      control TEXT NOT NULL,
      applied INTEGER NOT NULL CHECK (applied >= 0),
      is_complete INTEGER NOT NULL CHECK (is_complete IN (0, 1)),
      PRIMARY KEY (file_id, position)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE file_problem (
      file_id INTEGER NOT NULL REFERENCES file (id),
      position INTEGER NOT NULL,
      is_error INTEGER NOT NULL,
      segment INTEGER NOT NULL,
      byte INTEGER NOT NULL,
      element TEXT NOT NULL,
      message TEXT NOT NULL,
      PRIMARY KEY (file_id, position)
    ) STRICT, WITHOUT ROWID;
    """

  private static let claims = """
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
    """

  private static let remittances = """
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
    """

  private static let ledger = """
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
    """

  private static let work = """
    CREATE TABLE activity (
      id INTEGER PRIMARY KEY,
      at INTEGER NOT NULL,
      on_day INTEGER NOT NULL,
      user TEXT NOT NULL,
      session TEXT NOT NULL,
      verb TEXT NOT NULL,
      result_code TEXT NOT NULL,
      subject_kind TEXT NOT NULL,
      subject_key INTEGER NOT NULL,
      queue TEXT,
      note TEXT NOT NULL,
      detail TEXT NOT NULL,
      follow_up_day INTEGER,
      appeal_level INTEGER,
      appeal_outcome TEXT,
      -- Date of the payer's letter: the next level's clock runs from it.
      notice_day INTEGER,
      -- What the payer said on the phone or its portal shows.
      payer_status TEXT NOT NULL,
      -- The user an item was handed to.
      assignee TEXT,
      -- The claim that was matched, made or sent by it.
      target_claim INTEGER,
      is_productive INTEGER NOT NULL,
      -- What made many activities at once; one undo takes back all of it.
      bulk INTEGER,
      -- The activity that this one takes back; at most one can.
      undoes INTEGER REFERENCES activity (id),
      -- Hash over the one before and this row: shows what was altered or cut away.
      chain TEXT NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX activity_undoes ON activity (undoes) WHERE undoes IS NOT NULL;
    CREATE INDEX activity_subject ON activity (subject_kind, subject_key);
    CREATE INDEX activity_day ON activity (on_day, user);
    CREATE INDEX activity_user ON activity (user, id);
    CREATE INDEX activity_bulk ON activity (bulk) WHERE bulk IS NOT NULL;

    CREATE TRIGGER activity_is_kept BEFORE UPDATE ON activity
    BEGIN SELECT RAISE (ABORT, 'activities are never changed'); END;
    CREATE TRIGGER activity_stays BEFORE DELETE ON activity
    BEGIN SELECT RAISE (ABORT, 'activities are never deleted'); END;

    -- The index of placements. Lane 9 is closed: the row stays for its fence and version.
    CREATE TABLE work_item (
      id INTEGER PRIMARY KEY,
      subject_kind TEXT NOT NULL,
      subject_key INTEGER NOT NULL,
      queue TEXT NOT NULL,
      lane INTEGER NOT NULL CHECK (lane = 0 OR lane = 1 OR lane = 2 OR lane = 3 OR lane = 9),
      tier INTEGER NOT NULL CHECK (tier BETWEEN 0 AND 7),
      safe_day INTEGER,
      legal_day INTEGER,
      balance_cents INTEGER NOT NULL,
      expected_cents INTEGER NOT NULL,
      reason_code TEXT NOT NULL,
      reason TEXT NOT NULL,
      deadline_reason TEXT NOT NULL,
      follow_up_day INTEGER,
      -- The first day on which the date alone moves it to another tier or lane.
      rolls_on INTEGER,
      -- Copies for a row of a list and for filters.
      reference TEXT NOT NULL,
      patient_name TEXT NOT NULL,
      payer_id INTEGER NOT NULL,
      procedure TEXT NOT NULL,
      service_day INTEGER,
      owner TEXT,
      is_pinned INTEGER NOT NULL DEFAULT 0,
      is_escalated INTEGER NOT NULL DEFAULT 0,
      touched_day INTEGER,
      lease_user TEXT,
      lease_session TEXT,
      lease_expires INTEGER,
      fence INTEGER NOT NULL DEFAULT 0,
      row_version INTEGER NOT NULL DEFAULT 1,
      UNIQUE (subject_kind, subject_key)
    ) STRICT;
    -- What is closed, the most by far, stands in none of these; queries must say so in these words.
    CREATE INDEX work_item_rank ON work_item (queue, lane, tier, expected_cents DESC, id)
      WHERE lane <> 9;
    CREATE INDEX work_item_due ON work_item (queue, lane, safe_day) WHERE lane <> 9;
    CREATE INDEX work_item_age ON work_item (queue, lane, service_day) WHERE lane <> 9;
    CREATE INDEX work_item_roll ON work_item (rolls_on) WHERE rolls_on IS NOT NULL;
    CREATE INDEX work_item_lease ON work_item (lease_session) WHERE lease_session IS NOT NULL;

    -- Counts and sums by rank, kept by the triggers below, so that the first screen needs no scan.
    CREATE TABLE queue_total (
      queue TEXT NOT NULL,
      lane INTEGER NOT NULL,
      tier INTEGER NOT NULL,
      items INTEGER NOT NULL,
      expected_cents INTEGER NOT NULL,
      PRIMARY KEY (queue, lane, tier)
    ) STRICT, WITHOUT ROWID;

    CREATE TRIGGER work_item_counted AFTER INSERT ON work_item
    BEGIN
      INSERT INTO queue_total VALUES (new.queue, new.lane, new.tier, 1, new.expected_cents)
      ON CONFLICT (queue, lane, tier) DO UPDATE SET
        items = items + 1, expected_cents = queue_total.expected_cents + excluded.expected_cents;
    END;
    CREATE TRIGGER work_item_recounted
    AFTER UPDATE OF queue, lane, tier, expected_cents ON work_item
    WHEN old.queue <> new.queue OR old.lane <> new.lane OR old.tier <> new.tier
      OR old.expected_cents <> new.expected_cents
    BEGIN
      UPDATE queue_total SET items = items - 1, expected_cents = expected_cents - old.expected_cents
      WHERE queue = old.queue AND lane = old.lane AND tier = old.tier;
      INSERT INTO queue_total VALUES (new.queue, new.lane, new.tier, 1, new.expected_cents)
      ON CONFLICT (queue, lane, tier) DO UPDATE SET
        items = items + 1, expected_cents = queue_total.expected_cents + excluded.expected_cents;
    END;
    """
}
