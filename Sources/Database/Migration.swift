/// One step of the schema, applied once and never changed afterwards.
package struct Migration: Sendable, Equatable {
  /// A name that stays for ever, such as `0001-parties`; recorded in the file.
  package let id: String
  /// One or more SQL statements.
  package let sql: String

  /// A step named `id`.
  package init(id: String, sql: String) {
    self.id = id
    self.sql = sql
  }
}
