import Database

extension Schema {
  /// By what a whole batch is answered, under which NPI claims went out, and refusals of interchanges
  /// that are read before the interchange.
  ///
  /// Older sendings get theirs from the bytes that were kept of them.
  static let incoming = Migration(
    id: "0016-incoming",
    sql: """
      -- BHT03 of the set, which a 277CA names.
      ALTER TABLE batch ADD COLUMN reference TEXT NOT NULL DEFAULT '';
      -- NM109 of loop 2010AA; empty where it was not kept.
      ALTER TABLE submission ADD COLUMN billing_npi TEXT NOT NULL DEFAULT '';
      UPDATE submission SET billing_npi = coalesce((
        SELECT CASE WHEN instr(named, '*XX*') = 0 THEN ''
          ELSE substr(named, instr(named, '*XX*') + 4, 10) END
        FROM (SELECT substr(words, instr(words, 'NM1*85*'),
            instr(substr(words, instr(words, 'NM1*85*')), '~')) AS named
          FROM (SELECT CAST(image AS TEXT) AS words FROM submission_image
            WHERE submission_id = submission.id)
          WHERE instr(words, 'NM1*85*') > 0)), '');
      UPDATE batch SET reference = coalesce((
        SELECT substr(rest, 1, instr(rest, '*') - 1)
        FROM (SELECT substr(words, instr(words, 'BHT*') + 12) AS rest
          FROM (SELECT CAST(image AS TEXT) AS words FROM submission_image
            JOIN submission ON submission.id = submission_image.submission_id
            WHERE submission.batch_id = batch.id AND batch.file_id IS NOT NULL LIMIT 1)
          WHERE instr(words, 'BHT*0019*') > 0)), '');
      UPDATE batch SET reference = 'B' || interchange_control
        WHERE outbox_name IS NOT NULL AND receiver <> '';
      CREATE INDEX remit_claim_payee ON remit_claim (id)
        WHERE state = 'staged' AND instr(staging, 'other-payee ') > 0;
      CREATE INDEX batch_reference ON batch (reference);
      CREATE INDEX submission_billing_npi ON submission (billing_npi);

      -- TA1 that refuses an interchange: its claims may be read after it.
      CREATE TABLE interchange_answer (
        file_id INTEGER NOT NULL REFERENCES file (id),
        position INTEGER NOT NULL,
        interchange_control TEXT NOT NULL,
        -- TA102, the day of the interchange that is refused.
        interchange_day INTEGER NOT NULL,
        -- TA105.
        note TEXT NOT NULL,
        -- The business day on which Docket recorded it.
        known_on INTEGER NOT NULL,
        PRIMARY KEY (file_id, position)
      ) STRICT;
      CREATE INDEX interchange_answer_control ON interchange_answer (interchange_control);
      """)
}
