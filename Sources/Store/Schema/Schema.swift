package import Database

/// The whole schema of an office file, as steps that are applied once.
///
/// Checks of three values and more are written with OR: for IN with a list SQLite builds a table at
/// every row, which costs as much as the row.
package enum Schema {
  package static let migrations = [
    parties,
    files,
    claims,
    remittances,
    ledger,
    work,
    orders,
    decisions,
    strictRows,
    sendings,
    requests,
    filters,
    bills,
    days,
    outbox,
    incoming,
    posting,
    knownDays,
    earlierStates,
    clockAndWaiting,
    lookAlikes,
    deposits,
    closes,
    refunds,
    patientMoney,
    refused,
    underpaid,
    traceKeys,
    writeOffs,
    typed,
  ]

  /// What was decided, as data; lines from before have none and stay byte for byte as they are.
  private static let decisions = Migration(
    id: "0008-decisions",
    sql: """
      ALTER TABLE activity ADD COLUMN decision TEXT;
      """)
}
