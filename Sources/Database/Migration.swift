/// One step of the schema, applied once and never changed afterwards.
package struct Migration: Sendable, Equatable {
  /// A name that stays for ever, such as `0001-parties`; recorded in the file.
  package let id: String
  /// One or more SQL statements.
  package let sql: String
  /// Queries for rows that stand against the step.
  ///
  /// Each gives the four texts of a ``RowFault``: table, column, key and what was found. One such
  /// row, and the step is refused by its name. A new file has none and is not asked.
  package let faults: [String]

  /// A step named `id`.
  package init(id: String, faults: [String] = [], sql: String) {
    self.id = id
    self.faults = faults
    self.sql = sql
  }
}
