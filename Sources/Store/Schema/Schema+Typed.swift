import Database

extension Schema {
  /// Remittances that a poster typed from paper: that they were, how their money came, and who typed.
  static let typed = Migration(
    id: "0031-typed",
    sql: """
      CREATE TABLE typed_remittance (
        remittance_id INTEGER PRIMARY KEY REFERENCES remittance (id),
        kind TEXT NOT NULL,
        user TEXT NOT NULL,
        -- The business day on which Docket recorded it.
        known_on INTEGER NOT NULL
      ) STRICT;
      """ + WordGuards.renewal(of: ["activity", "typed_remittance"], step: 31))
}
