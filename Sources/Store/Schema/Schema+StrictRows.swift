import Database

extension Schema {
  /// Rows that say nothing but words of ours, the business day on which each fact was recorded, and
  /// no payer that is none.
  static let strictRows = Migration(
    id: "0009-strict-rows", faults: strictRowsFaults,
    sql: [knownDayColumns, openWork, noPayer, WordGuards.creation(step: 9)].joined(separator: "\n"))

  /// Words that no earlier step guarded: none may be unknown, or the guards would be a lie.
  private static let strictRowsFaults =
    Words.places.filter { $0.step <= 9 && $0 != Words.itemClosed.place }.map { place in
      // Closed work stood in a lane of its own until this step.
      place == Words.itemLane.place ? place.faults + " AND lane <> 9" : place.faults
    }.map { $0 + " LIMIT 1" }

  /// The business day of the office on which Docket recorded a fact.
  ///
  /// It is not the clock of the machine and not the day of the event, and never changes; NULL for
  /// what was recorded before this step.
  private static let knownDayColumns =
    [
      "file", "claim", "submission", "acknowledgment", "remittance", "remit_claim",
      "journal_entry", "sales_order", "document", "rental", "charge", "charge_revision", "hold",
      "eligibility", "special_work",
    ].map { "ALTER TABLE \($0) ADD COLUMN known_on INTEGER;" }.joined(separator: "\n") + """

      -- Facts that come to a row later have a day of their own.
      ALTER TABLE sales_order ADD COLUMN revised_on INTEGER;
      ALTER TABLE hold ADD COLUMN release_known_on INTEGER;
      ALTER TABLE eligibility ADD COLUMN answer_known_on INTEGER;
      """

  /// The index of placements anew: what is done is closed and no longer in a lane that is none, and
  /// work without a payer has none.
  ///
  /// It is copied, since SQLite cannot let a column be NULL otherwise: nothing refers to these rows,
  /// and all of them follow from facts.
  private static let openWork = """
    CREATE TABLE work_item_new (
      id INTEGER PRIMARY KEY,
      subject_kind TEXT NOT NULL,
      subject_key INTEGER NOT NULL,
      queue TEXT NOT NULL,
      -- Where it stands while it is open, and where it stood last once it is closed.
      lane INTEGER NOT NULL,
      tier INTEGER NOT NULL,
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
      payer_id INTEGER,
      procedure TEXT NOT NULL,
      service_day INTEGER,
      owner TEXT,
      is_pinned INTEGER NOT NULL DEFAULT 0 CHECK (is_pinned = 0 OR is_pinned = 1),
      is_escalated INTEGER NOT NULL DEFAULT 0 CHECK (is_escalated = 0 OR is_escalated = 1),
      touched_day INTEGER,
      lease_user TEXT,
      lease_session TEXT,
      lease_expires INTEGER,
      fence INTEGER NOT NULL DEFAULT 0,
      row_version INTEGER NOT NULL DEFAULT 1,
      -- Nothing is left to work; the row stays for its fence and version.
      is_closed INTEGER NOT NULL DEFAULT 0 CHECK (is_closed = 0 OR is_closed = 1),
      UNIQUE (subject_kind, subject_key)
    ) STRICT;
    INSERT INTO work_item_new SELECT id, subject_kind, subject_key, queue,
      CASE WHEN lane = 9 THEN 0 ELSE lane END, tier, safe_day, legal_day, balance_cents,
      expected_cents, reason_code, reason, deadline_reason, follow_up_day, rolls_on, reference,
      patient_name, CASE WHEN payer_id <> 0 THEN payer_id END, procedure, service_day, owner,
      is_pinned, is_escalated, touched_day, lease_user, lease_session, lease_expires, fence,
      row_version, CASE WHEN lane = 9 THEN 1 ELSE 0 END
    FROM work_item;
    DROP TABLE work_item;
    ALTER TABLE work_item_new RENAME TO work_item;

    -- What is closed, the most by far, stands in none of these; queries must say so in these words.
    CREATE INDEX work_item_rank ON work_item (queue, lane, tier, expected_cents DESC, id)
      WHERE is_closed = 0;
    CREATE INDEX work_item_due ON work_item (queue, lane, safe_day) WHERE is_closed = 0;
    CREATE INDEX work_item_age ON work_item (queue, lane, service_day) WHERE is_closed = 0;
    CREATE INDEX work_item_roll ON work_item (rolls_on) WHERE rolls_on IS NOT NULL;
    CREATE INDEX work_item_lease ON work_item (lease_session) WHERE lease_session IS NOT NULL;

    -- The totals count what is open.
    DELETE FROM queue_total;
    INSERT INTO queue_total
      SELECT queue, lane, tier, count(*), sum(expected_cents) FROM work_item
      WHERE is_closed = 0 GROUP BY queue, lane, tier;
    CREATE TRIGGER work_item_counted AFTER INSERT ON work_item WHEN new.is_closed = 0
    BEGIN
      INSERT INTO queue_total VALUES (new.queue, new.lane, new.tier, 1, new.expected_cents)
      ON CONFLICT (queue, lane, tier) DO UPDATE SET
        items = items + 1, expected_cents = queue_total.expected_cents + excluded.expected_cents;
    END;
    CREATE TRIGGER work_item_recounted
    AFTER UPDATE OF queue, lane, tier, expected_cents, is_closed ON work_item
    WHEN old.queue <> new.queue OR old.lane <> new.lane OR old.tier <> new.tier
      OR old.expected_cents <> new.expected_cents OR old.is_closed <> new.is_closed
    BEGIN
      UPDATE queue_total SET items = items - 1, expected_cents = expected_cents - old.expected_cents
      WHERE queue = old.queue AND lane = old.lane AND tier = old.tier AND old.is_closed = 0;
      INSERT INTO queue_total
        SELECT new.queue, new.lane, new.tier, 1, new.expected_cents WHERE new.is_closed = 0
      ON CONFLICT (queue, lane, tier) DO UPDATE SET
        items = items + 1, expected_cents = queue_total.expected_cents + excluded.expected_cents;
    END;
    """

  /// Who has no payer has none: the row that stood for it goes.
  private static let noPayer = """
    UPDATE special_work SET payer_id = NULL WHERE payer_id = 0;
    DELETE FROM payer WHERE id = 0;
    """
}
