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
  /// Whether it copies a table that others refer to and lets the old one go.
  ///
  /// SQLite would take that for deleting every row: such a step is applied without its look at
  /// references, which are all looked at once it is done.
  package let copiesReferencedTables: Bool

  /// A step named `id`.
  package init(
    id: String, copiesReferencedTables: Bool = false, faults: [String] = [], sql: String
  ) {
    self.id = id
    self.copiesReferencedTables = copiesReferencedTables
    self.faults = faults
    self.sql = sql
  }
}
