import Database

extension Schema {
  /// The known day of facts from before it was kept, from what is known of them.
  ///
  /// The day on which their file was read, that of the decision, that of their batch, in this order.
  /// Where none is known it stays empty, and `docket doctor` says how many there are.
  static let knownDays = Migration(
    id: "0017-known-days",
    sql: [
      fill("file", "imported_at / 86400000"),
      fill(
        "submission",
        """
        coalesce(
          (SELECT file.known_on FROM batch JOIN file ON file.id = batch.file_id
            WHERE batch.id = submission.batch_id),
          (SELECT on_day FROM activity WHERE activity.id = submission.activity_id),
          (SELECT sent_day FROM batch
            WHERE batch.id = submission.batch_id AND outbox_name IS NOT NULL))
        """),
      fill("acknowledgment", ofFile("acknowledgment")),
      fill("remittance", ofFile("remittance")),
      fill(
        "remit_claim",
        "(SELECT known_on FROM remittance WHERE remittance.id = remit_claim.remittance_id)"),
      fill(
        "claim",
        """
        CASE WHEN origin = '835'
          THEN (SELECT min(known_on) FROM remit_claim WHERE claim_id = claim.id)
          ELSE (SELECT known_on FROM submission WHERE claim_id = claim.id ORDER BY id LIMIT 1) END
        """),
      fill("sales_order", "received_day"),
      fill("document", "coalesce(\(ofActivity("document", "activity_id")), received_day)"),
      fill("rental", confirmed("rental")),
      fill("charge", "CASE WHEN rental_id IS NULL THEN \(confirmed("charge")) END"),
      fill("charge_revision", ofActivity("charge_revision", "activity_id")),
      fill("hold", "coalesce(\(ofActivity("hold", "placed_activity")), placed_day)"),
      "UPDATE hold SET release_known_on = released_day WHERE release_known_on IS NULL;",
      fill("eligibility", "asked_day"),
      "DROP TRIGGER journal_entry_is_kept;",
      fill(
        "journal_entry",
        """
        coalesce(\(ofActivity("journal_entry", "activity_id")),
          (SELECT known_on FROM remittance WHERE remittance.id = journal_entry.remittance_id),
          (SELECT known_on FROM claim WHERE claim.id = journal_entry.claim_id),
          (SELECT charge.known_on FROM posting JOIN charge ON charge.id = posting.charge_id
            WHERE posting.entry_id = journal_entry.id LIMIT 1))
        """),
      """
      CREATE TRIGGER journal_entry_is_kept BEFORE UPDATE ON journal_entry
      BEGIN SELECT RAISE (ABORT, 'journal entries are never changed'); END;
      """,
    ].joined(separator: "\n"))

  private static func fill(_ table: String, _ day: String) -> String {
    "UPDATE \(table) SET known_on = \(day) WHERE known_on IS NULL;"
  }

  private static func ofFile(_ table: String) -> String {
    "(SELECT file.known_on FROM file WHERE file.id = \(table).file_id)"
  }

  private static func ofActivity(_ table: String, _ column: String) -> String {
    "(SELECT on_day FROM activity WHERE activity.id = \(table).\(column))"
  }

  /// The day on which the order was confirmed.
  private static func confirmed(_ table: String) -> String {
    """
    (SELECT max(on_day) FROM activity WHERE subject_kind = 'order'
      AND subject_key = \(table).order_id AND verb = 'confirm')
    """
  }
}
