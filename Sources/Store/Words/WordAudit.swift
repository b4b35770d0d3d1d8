package import Database

/// What `docket check` asks first: whether any row holds a word that nobody knows.
package enum WordAudit {
  /// The faults of all columns, at most a few of each.
  package static func faults(in connection: Connection) throws -> [RowFault] {
    try Words.places.flatMap { place in
      try connection.rows(place.faults + " LIMIT 20") { row in
        RowFault(table: row.text(0), column: row.text(1), row: row.text(2), found: row.text(3))
      }
    }
  }
}
