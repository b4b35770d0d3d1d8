import Database
import Store

extension Office {
  /// How many facts of each table nobody knows the day of on which they were recorded.
  ///
  /// - Throws: Any failure of the database.
  package func unknownDays() throws -> [(table: String, count: Int)] {
    try database.read { try UnknownDays.counts(in: $0) }
  }
}
