import Database

extension Schema {
  /// What people gave up is found by its claim: a sheet asks for it, and no other index leads there.
  static let writeOffs = Migration(
    id: "0030-write-offs",
    sql: """
      CREATE INDEX posting_write_off ON posting (claim_id) WHERE account = 'write-off';
      """)
}
