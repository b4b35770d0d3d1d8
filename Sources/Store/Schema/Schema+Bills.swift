import Database

extension Schema {
  /// Which sendings may be of one bill and what a person said, and how what a line is expected to
  /// bring changed.
  static let bills = Migration(
    id: "0013-bills",
    sql: """
      -- A claim that may be another sending of an earlier one.
      CREATE TABLE bill_question (
        claim_id INTEGER PRIMARY KEY REFERENCES claim (id),
        earlier_id INTEGER NOT NULL REFERENCES claim (id),
        -- The business day on which Docket recorded it.
        known_on INTEGER NOT NULL
      ) STRICT;

      -- A sending that a decision gave to another claim. It stands as long as the sending is there.
      CREATE TABLE sending_move (
        submission_id INTEGER NOT NULL REFERENCES submission (id),
        from_claim INTEGER NOT NULL REFERENCES claim (id),
        to_claim INTEGER NOT NULL REFERENCES claim (id),
        activity_id INTEGER NOT NULL REFERENCES activity (id),
        known_on INTEGER NOT NULL,
        PRIMARY KEY (activity_id, submission_id)
      ) STRICT;
      CREATE INDEX sending_move_from ON sending_move (from_claim);

      -- What a line was expected to bring before a decision or a file, and after.
      CREATE TABLE expected_change (
        id INTEGER PRIMARY KEY,
        line_id INTEGER NOT NULL REFERENCES claim_line (id),
        -- The decision; NULL where a file changed it.
        activity_id INTEGER REFERENCES activity (id),
        before_cents INTEGER NOT NULL,
        after_cents INTEGER NOT NULL,
        known_on INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX expected_change_activity ON expected_change (activity_id)
        WHERE activity_id IS NOT NULL;
      """ + WordGuards.renewal(of: ["activity"], step: 13))
}
