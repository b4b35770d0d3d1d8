/// The open connections of one office, by what they are for.
struct Connections: Sendable {
  /// The one that changes the office.
  let writing: ConnectionPool
  /// Those that read beside the writer, each from its own snapshot.
  let reading: ConnectionPool
  /// The one that only notices commits: `data_version` means something on one connection alone.
  let watching: ConnectionPool

  /// How many may read at once.
  static let readers = 3

  /// Connections to a file; nothing is opened yet.
  ///
  /// Of a file that is only read, the readers stand in for the writer.
  init(file: String, isReadOnly: Bool, clock: @escaping @Sendable () -> Int64) {
    func pool(_ limit: Int, _ kind: Connection.Kind) -> ConnectionPool {
      ConnectionPool(limit: limit) { () throws(DatabaseFailure) in
        try Connection.open(file, kind, clock: clock)
      }
    }
    reading = pool(Connections.readers, .reader)
    writing = isReadOnly ? reading : pool(1, .writer)
    watching = pool(1, .reader)
  }

  /// The one connection to a database without a file: who reads waits for who writes.
  init(inMemory clock: @escaping @Sendable () -> Int64) {
    writing = ConnectionPool(limit: 1) { () throws(DatabaseFailure) in
      try Connection.open(":memory:", .memory, clock: clock)
    }
    reading = writing
    watching = writing
  }

  /// Lends no connection any more, and returns once those that were lent are back.
  ///
  /// - Throws: `refused` when this thread has one of them.
  func drain() throws(DatabaseFailure) {
    for pool in [watching, reading, writing] { try pool.drain() }
  }

  /// Closes all after they were drained, the writer last: only it can put the log into the file, and
  /// only when nobody else has the file open.
  ///
  /// - Throws: What SQLite says when it cannot close one.
  func close() throws(DatabaseFailure) {
    for pool in [watching, reading, writing] { try pool.close() }
  }
}
