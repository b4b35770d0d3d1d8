package import Database
import Store

extension Office {
  /// Marks an office as a sample: nobody and nothing in it exists, and any day may be practised in it.
  ///
  /// - Throws: Any failure of the database.
  package func markAsSample() throws {
    try database.write { try Settings.set(Self.sampleSetting, to: "yes", in: $0) }
  }

  /// Whether it is a sample.
  ///
  /// - Throws: Any failure of the database.
  package func isSample() throws -> Bool { try Self.isSample(database) }

  /// Whether the office in a database is a sample.
  ///
  /// - Throws: Any failure of the database.
  package static func isSample(_ database: OfficeDatabase) throws -> Bool {
    try database.read { try Settings.value(sampleSetting, in: $0) == "yes" }
  }

  private static let sampleSetting = "sample"
}
