import Database
import Foundation
import Testing

@testable import Store

/// A database that Store can stand on: whatever gives an empty office passes the suites that take one.
///
/// A second driver is one more line in ``all``.
struct Driver: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let empty: @Sendable () throws -> EmptyOffice

  static let all = [
    Driver(testDescription: "in memory") {
      EmptyOffice(try OfficeDatabase.inMemory(migrations: Schema.migrations), folder: nil)
    },
    Driver(testDescription: "in a file") {
      let folder = NSTemporaryDirectory() + "docket-driver-" + UUID().uuidString
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      return EmptyOffice(
        try OfficeDatabase(
          path: folder + "/test.office", migrations: Schema.migrations, mode: .createIfMissing),
        folder: folder)
    },
  ]
}

/// An office without a row, gone with its folder afterwards.
final class EmptyOffice: Sendable {
  let database: OfficeDatabase
  private let folder: String?

  init(_ database: OfficeDatabase, folder: String?) {
    self.database = database
    self.folder = folder
  }

  deinit {
    try? database.close()
    if let folder { try? FileManager.default.removeItem(atPath: folder) }
  }
}
