import Database

extension Schema {
  /// Indexes by which filters, orders and totals of a queue are answered without its rows.
  ///
  /// They are made from rows that are there and change none. What the ranking index holds must be
  /// all that a filter may ask of a row: a column that is missing there costs a look into the table
  /// for every item of the queue.
  static let filters = Migration(
    id: "0012-filters",
    sql: """
      DROP INDEX work_item_rank;
      -- Columns of a few bytes come first: what stands behind a text is reached by reading past it.
      CREATE INDEX work_item_rank ON work_item (queue, lane, tier, expected_cents DESC, id,
          is_closed, payer_id, balance_cents, service_day, safe_day, follow_up_day, touched_day, owner,
          lease_user, reason_code, procedure, patient_name, reference, reason)
        WHERE is_closed = 0;
      -- Neither names a queue, so that an item that moves from one to another leaves them alone.
      CREATE INDEX work_item_reference ON work_item (reference COLLATE NOCASE)
        WHERE is_closed = 0;
      -- The first screen counts claims without those that were taken back: a few among all sendings.
      CREATE INDEX submission_withdrawn ON submission (claim_id) WHERE answer = 'withdrawn';
      CREATE INDEX work_item_owner ON work_item (owner COLLATE NOCASE) WHERE owner IS NOT NULL;
      """)
}
