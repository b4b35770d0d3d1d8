import Database

extension Schema {
  /// The journal of decisions, and the index of placements with its counts.
  static let work = Migration(
    id: "0006-work",
    sql: """
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
      """)
}
