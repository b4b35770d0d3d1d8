package import Billing
package import Database

/// Remittance sets that could not be read, one row a set.
package enum RefusedSets {
  /// A remittance stands for a refused set where trace and payer agree; where the payer could not be
  /// read, the amount must.
  private static let replaces = """
    remittance.trace_key = refused_set.trace_key AND remittance.standing = 'standing'
      AND (remittance.payer_id = refused_set.payer_id
        OR remittance.originator = refused_set.originator
        OR (refused_set.payer_id IS NULL AND refused_set.originator = ''
          AND remittance.payment_cents = refused_set.amount_cents))
    """

  /// Keeps a refused set; nil where the same bytes were refused before.
  package static func insert(
    _ facts: RefusedSet.Facts, payer: PayerID?, fileName: String, hash: String, position: Int,
    known: Day, in connection: Connection
  ) throws -> RefusedSetID? {
    let isKnown = try connection.first(
      "SELECT 1 FROM refused_set WHERE content_hash = ?1 AND position = ?2",
      [.text(hash), SQLValue(position)]
    ) { _ in true }
    guard isKnown == nil else { return nil }
    let place = facts.problem.place
    return RefusedSetID(
      try connection.insert(
        Statement(
          """
          INSERT INTO refused_set (file_name, content_hash, position, control_number, trace_number,
            trace_key, originator, payer_id, amount_cents, payment_day, problem, segment, byte,
            element, known_on)
          VALUES (?1, ?2, ?3, ?4, ?5, ?15, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
          """), .text(fileName), .text(hash), SQLValue(position), .text(facts.controlNumber),
        .text(facts.traceNumber), .text(facts.originator), SQLValue(payer),
        facts.amount.map { SQLValue($0) } ?? .null, SQLValue(facts.day),
        .text(facts.problem.message), SQLValue(place.segment), SQLValue(place.byte),
        .text(place.element), SQLValue(known), .text(TraceNumber.folded(facts.traceNumber))))
  }

  /// A refused set; nil where there is none.
  package static func find(
    _ id: RefusedSetID, payer: (PayerID) throws -> Payer, in connection: Connection
  ) throws -> RefusedSet? {
    let found = try connection.first(
      """
      SELECT file_name, position, control_number, trace_number, originator, payer_id, amount_cents,
        payment_day, problem, segment, byte, element, known_on
      FROM refused_set WHERE id = ?1
      """, [SQLValue(id)]
    ) { row in
      (
        set: RefusedSet(
          id: id,
          facts: RefusedSet.Facts(
            controlNumber: row.text(2), traceNumber: row.text(3), originator: row.text(4),
            payer: nil, amount: row.isNull(6) ? nil : row.cents(6), day: row.dayOrNil(7),
            problem: FileProblem(
              isError: true,
              at: FilePlace(
                segment: Int(row.int(9)), byte: Int(row.int(10)), element: row.text(11)),
              message: row.text(8))),
          payer: nil, file: row.text(0), position: Int(row.int(1)), readOn: row.day(12)),
        payer: row.idOrNil(5, of: Payer.self)
      )
    }
    guard var refused = found?.set else { return nil }
    refused.payer = try found?.payer.map { try payer($0) }
    refused.replacedBy = try replacement(of: id, in: connection)
    return refused
  }

  /// The remittance that was read in place of a refused set.
  private static func replacement(
    of id: RefusedSetID, in connection: Connection
  ) throws -> RefusedSet.Replacement? {
    try connection.first(
      """
      SELECT remittance.id, file.name FROM refused_set JOIN remittance ON \(replaces)
      JOIN file ON file.id = remittance.file_id
      WHERE refused_set.id = ?1 AND refused_set.trace_key <> '' ORDER BY remittance.id LIMIT 1
      """, [SQLValue(id)]
    ) { RefusedSet.Replacement(remittance: RemittanceID($0.int(0)), file: $0.text(1)) }
  }

  /// The refused sets under the trace number of a remittance, for which it may stand.
  package static func sharing(
    traceOf remittance: RemittanceID, in connection: Connection
  ) throws -> [RefusedSetID] {
    try connection.rows(
      """
      SELECT refused_set.id FROM remittance
      JOIN refused_set ON refused_set.trace_key = remittance.trace_key
      WHERE remittance.id = ?1 AND refused_set.trace_key <> '' ORDER BY refused_set.id
      """, [SQLValue(remittance)]
    ) { RefusedSetID($0.int(0)) }
  }

  /// All of them, oldest first.
  package static func all(in connection: Connection) throws -> [RefusedSetID] {
    try connection.rows("SELECT id FROM refused_set ORDER BY id") { RefusedSetID($0.int(0)) }
  }
}
