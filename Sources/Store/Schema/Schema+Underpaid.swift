import Database

extension Schema {
  /// What payers allowed less than expected, and their last answers by which that is told.
  static let underpaid = Migration(
    id: "0027-underpaid",
    sql: """
      -- The last answers of the payer for the code, newest first: day:cents,day:cents.
      ALTER TABLE allowed_amount ADD COLUMN answers TEXT NOT NULL DEFAULT '';

      -- A line of a posted answer that allows less than expected; it stands while its answer does.
      CREATE TABLE underpayment (
        id INTEGER PRIMARY KEY,
        remit_claim_id INTEGER NOT NULL REFERENCES remit_claim (id),
        claim_id INTEGER NOT NULL REFERENCES claim (id),
        -- The number of the line of the claim.
        line INTEGER NOT NULL,
        allowed_cents INTEGER NOT NULL,
        expected_cents INTEGER NOT NULL,
        source TEXT NOT NULL,
        -- The business day on which Docket recorded it.
        known_on INTEGER NOT NULL,
        UNIQUE (remit_claim_id, line)
      ) STRICT;
      CREATE INDEX underpayment_claim ON underpayment (claim_id);
      """ + WordGuards.renewal(of: ["activity", "work_item", "underpayment"], step: 27))
}
