import Database
import Foundation
import Glibc

/// A folder of its own for one test, gone afterwards.
final class Scratch: Sendable {
  let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "docket-database-" + UUID().uuidString
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }

  deinit {
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// The office file in it.
  var path: String { folder + "/test.office" }

  /// Opens the office with one small table.
  func open(
    _ mode: OfficeDatabase.Mode = .createIfMissing, migrations: [Migration] = Scratch.schema
  ) throws -> OfficeDatabase {
    try OfficeDatabase(path: path, migrations: migrations, mode: mode)
  }

  /// A table of payments and one of lines that belong to them.
  static let schema = [
    Migration(
      id: "0001-payments",
      sql: """
        CREATE TABLE payment (
          id INTEGER PRIMARY KEY,
          trace TEXT NOT NULL UNIQUE,
          cents INTEGER NOT NULL CHECK (cents >= 0),
          image BLOB
        ) STRICT;
        CREATE TABLE line (
          id INTEGER PRIMARY KEY,
          payment_id INTEGER NOT NULL REFERENCES payment (id) DEFERRABLE INITIALLY DEFERRED
        ) STRICT;
        CREATE TRIGGER line_stays BEFORE DELETE ON line
        BEGIN SELECT RAISE (ABORT, 'lines stay'); END;
        """)
  ]

  /// The permission bits of a file.
  func mode(of name: String) -> mode_t {
    var found = stat()
    guard unsafe lstat(name, &found) == 0 else { return 0 }
    return found.st_mode & 0o7777
  }

  /// Whether a file is there.
  func has(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: name)
  }
}

extension OfficeDatabase {
  /// A payment of 100 cents.
  func pay(_ trace: String, cents: Int64 = 100) throws {
    try write { connection in
      _ = try connection.run(
        "INSERT INTO payment (trace, cents) VALUES (?1, ?2)", .text(trace), .integer(cents))
    }
  }

  /// The traces of all payments.
  func traces() throws -> [String] {
    try read { try $0.rows("SELECT trace FROM payment ORDER BY id") { $0.text(0) } }
  }
}

/// The failure that a body throws, if it throws one of this room.
func failure<T>(of body: () throws -> T) -> DatabaseFailure? {
  do {
    _ = try body()
    return nil
  } catch {
    return error as? DatabaseFailure
  }
}
