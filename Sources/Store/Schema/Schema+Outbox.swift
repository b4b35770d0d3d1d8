import Database

extension Schema {
  /// The outbox is a ledger of its own: every file that was written to be picked up, of any kind.
  ///
  /// Files of before have neither hash nor bytes: nobody can say any more what was in them.
  static let outbox = Migration(
    id: "0015-outbox",
    sql: """
      CREATE TABLE outgoing_file (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL,
        -- SHA-256 and size; NULL in rows from before they were kept.
        content_hash TEXT,
        byte_count INTEGER CHECK (byte_count IS NULL OR byte_count >= 0),
        interchange_control TEXT NOT NULL,
        state TEXT NOT NULL,
        -- The business day on which it was first seen to be gone.
        gone_on INTEGER,
        -- The decision that sent it; NULL for questions that are asked all at once.
        activity_id INTEGER REFERENCES activity (id),
        -- The business day on which it was written, and Docket recorded it.
        known_on INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX outgoing_file_control ON outgoing_file (interchange_control);
      CREATE INDEX outgoing_file_lying ON outgoing_file (id)
        WHERE state = 'pending' OR state = 'written';

      -- What was sent, byte for byte, so that a lost file can be written again as itself.
      CREATE TABLE outgoing_content (
        file_id INTEGER PRIMARY KEY REFERENCES outgoing_file (id),
        bytes BLOB NOT NULL
      ) STRICT;

      CREATE INDEX batch_outbox_name ON batch (outbox_name) WHERE outbox_name IS NOT NULL;

      INSERT OR IGNORE INTO outgoing_file (name, kind, interchange_control, state, activity_id,
        known_on)
      SELECT batch.outbox_name, iif(batch.receiver = '', 'claim', 'batch'),
        batch.interchange_control,
        iif(EXISTS (SELECT 1 FROM submission
            WHERE submission.batch_id = batch.id AND submission.answer <> 'withdrawn'),
          'written', 'withdrawn'),
        coalesce(
          (SELECT max(submission.activity_id) FROM submission
            WHERE submission.batch_id = batch.id),
          (SELECT max(activity.id) FROM activity
            WHERE activity.verb = 'transmit' AND activity.subject_kind = 'batch'
              AND activity.subject_key = batch.id)),
        batch.sent_day
      FROM batch WHERE batch.outbox_name IS NOT NULL ORDER BY batch.id;

      -- The number of a file of questions stands in its name only: 270-700000001.x12.
      INSERT OR IGNORE INTO outgoing_file (name, kind, interchange_control, state, activity_id,
        known_on)
      SELECT file_name, 'eligibility', substr(file_name, 5, 9),
        iif(min(is_withdrawn) = 1, 'withdrawn', 'written'), max(activity_id), min(asked_day)
      FROM eligibility WHERE file_name <> '' GROUP BY file_name ORDER BY min(id);
      """ + WordGuards.renewal(of: ["outgoing_file"], step: 15))
}
