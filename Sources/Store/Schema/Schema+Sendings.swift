import Database

extension Schema {
  /// Which payer a sending went to, which decision made it, and how a claim changed its payer.
  static let sendings = Migration(
    id: "0010-sendings",
    sql: """
      -- The payer that it went to; NULL where that is the one that the claim is with.
      ALTER TABLE submission ADD COLUMN payer_id INTEGER REFERENCES payer (id);
      -- The decision that sent it; NULL for what came in a file or went out in a batch.
      ALTER TABLE submission ADD COLUMN activity_id INTEGER REFERENCES activity (id);
      CREATE INDEX submission_activity ON submission (activity_id) WHERE activity_id IS NOT NULL;

      -- Who paid a claim before it changed its payer, and after.
      CREATE TABLE payer_change (
        id INTEGER PRIMARY KEY,
        claim_id INTEGER NOT NULL REFERENCES claim (id),
        -- The decision; NULL where a file brought the claim to another payer.
        activity_id INTEGER UNIQUE REFERENCES activity (id),
        before_payer INTEGER NOT NULL REFERENCES payer (id),
        before_sequence TEXT NOT NULL,
        before_member TEXT NOT NULL,
        before_control TEXT NOT NULL,
        before_next INTEGER REFERENCES payer (id),
        after_payer INTEGER NOT NULL REFERENCES payer (id),
        after_sequence TEXT NOT NULL,
        after_member TEXT NOT NULL,
        after_control TEXT NOT NULL,
        after_next INTEGER REFERENCES payer (id),
        -- The business day on which Docket recorded it.
        known_on INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX payer_change_claim ON payer_change (claim_id);
      """ + WordGuards.renewal(of: ["payer_change"], step: 10))
}
