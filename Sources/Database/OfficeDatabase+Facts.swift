import CSQLite
import Glibc

extension OfficeDatabase {
  /// A number that changes whenever anybody, in this process or another, has committed a change.
  ///
  /// It is read on a connection of its own and costs some microseconds; compare it with the one
  /// before. It says nothing about what changed.
  ///
  /// - Throws: Any failure of the file.
  package var dataVersion: Int64 {
    get throws {
      guard file != nil else { return health.commits }
      return try connections.watching.lend { connection in
        try connection.transaction(for: .reading) {
          try connection.first(Self.readDataVersion) { $0.int(0) } ?? 0
        }
      }
    }
  }

  /// What is true of this database now.
  ///
  /// - Throws: Any failure of the file.
  package func facts() throws -> DatabaseFacts {
    let writer = try connections.writing.lend { connection in
      (
        synchronous: try unsafe Settings.pragma("synchronous", on: connection.handle) ?? "",
        mapped: try unsafe Settings.pragma("mmap_size", on: connection.handle) ?? "0"
      )
    }
    return try read { connection in
      func pragma(_ name: String) throws -> String {
        try unsafe Settings.pragma(name, on: connection.handle) ?? ""
      }
      let floor = try connection.first("SELECT milliseconds FROM clock_floor") { $0.int(0) } ?? 0
      let status = try file?.status(file?.path ?? "")
      let folder = try file?.folderStatus()
      return DatabaseFacts(
        path: file?.path ?? ":memory:",
        sqliteVersion: unsafe String(cString: sqlite3_libversion()),
        hasWALResetRace: DatabaseFacts.hasWALResetRace(version: sqlite3_libversion_number()),
        journalMode: try pragma("journal_mode"),
        synchronous: DatabaseFacts.word(forSynchronous: writer.synchronous),
        memoryMapBytes: max(Int64(writer.mapped) ?? 0, Int64(try pragma("mmap_size")) ?? 0),
        foreignKeysAreChecked: try pragma("foreign_keys") == "1",
        pageSize: Int64(try pragma("page_size")) ?? 0,
        pageCount: Int64(try pragma("page_count")) ?? 0,
        freePageCount: Int64(try pragma("freelist_count")) ?? 0,
        fileBytes: status.map { Int64($0.st_size) } ?? 0,
        walBytes: health.logBytes,
        fileMode: status.map { Int($0.st_mode & 0o7777) } ?? 0,
        folderMode: folder.map { Int($0.st_mode & 0o7777) } ?? 0,
        owner: status.map { Int($0.st_uid) } ?? Int(geteuid()),
        migrations: try Schema.applied(in: connection),
        clockAheadMilliseconds: max(0, floor - connection.clock()),
        checkpointTrouble: health.checkpointTrouble)
    }
  }

  private static let readDataVersion = Statement("PRAGMA data_version")
}

extension DatabaseFacts {
  /// Whether a version (3040001 for 3.40.1) has the WAL-reset race: 3.7.0 to 3.51.2, save 3.44.6
  /// and 3.50.7, into which the repair was carried back.
  static func hasWALResetRace(version: CInt) -> Bool {
    switch version {
    case ..<3_007_000, 3_051_003...: false
    case 3_044_006..<3_045_000, 3_050_007..<3_051_000: false
    default: true
    }
  }

  /// SQLite's number for `PRAGMA synchronous` as its word.
  static func word(forSynchronous number: String) -> String {
    switch number {
    case "0": "OFF"
    case "1": "NORMAL"
    case "2": "FULL"
    case "3": "EXTRA"
    default: number
    }
  }
}
