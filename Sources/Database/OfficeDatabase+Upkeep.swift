import Glibc

extension OfficeDatabase {
  /// Writes a consistent copy of the office into a new file, while others go on working.
  ///
  /// It holds all that was committed before this began, and is on the disk once this returns.
  ///
  /// Never copy the file itself: what was committed last lies in the log beside it.
  ///
  /// - Parameter destination: A file that is not there yet, in a folder that is. It is made for
  ///   this account alone (0600).
  /// - Throws: `cannotOpen` when it is there already or cannot be made; `diskFull`, `io`.
  package func copy(to destination: String) throws {
    let target = OfficeFile(destination)
    try target.createForCopy()
    do {
      try connections.reading.lend { try $0.copy(to: target.path) }
      try target.synchronize()
    } catch {
      _ = unsafe unlink(target.path)
      throw error
    }
  }

  /// What SQLite finds wrong with the file and its references, a line each; nothing in a sound one.
  ///
  /// It reads the whole file.
  ///
  /// - Throws: Any failure of the file.
  package func damages() throws -> [String] {
    try read { connection in
      let damages = try connection.rows("PRAGMA integrity_check(100)") { $0.text(0) }
      let dangling = try connection.rows("PRAGMA foreign_key_check") { row in
        "table \(row.text(0)), row \(row.intOrNil(1) ?? 0): "
          + "what it refers to in \(row.text(2)) is not there"
      }
      return damages.filter { $0 != "ok" } + dangling
    }
  }
}

extension Connection {
  /// `VACUUM INTO`, which begins its own reading transaction.
  fileprivate func copy(to path: String) throws(DatabaseFailure) {
    let statement = try unsafe PreparedStatement("VACUUM INTO ?1", on: handle)
    try statement.bind([.text(path)])
    defer { statement.reset() }
    while try statement.step() {}
  }
}
