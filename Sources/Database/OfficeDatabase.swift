import Synchronization

/// One open office file: many readers at once, and one writer at a time on the whole machine.
///
/// `read` and `write` block the thread that calls them and must not be nested in one another: what
/// would wait for itself is refused. They are safe from any thread.
package final class OfficeDatabase: Sendable {
  /// How an office file is opened.
  package enum Mode: Sendable {
    /// It must be there.
    case readWrite
    /// It must be there; nothing in it is changed, and `write` is refused.
    case readOnly
    /// It is made when it is not there, and its folder too.
    case createIfMissing
  }

  let connections: Connections
  let gate: WriteGate?
  let mode: Mode
  let file: OfficeFile?
  let schema: Schema
  let health: Health
  /// Why nothing in it may be changed any more; nil as long as it may.
  private let sealed = Mutex<String?>(nil)
  private let afterwards = Mutex<(@Sendable () -> Void)?>(nil)

  /// Opens an office file and brings its schema up to date, all pending steps in one transaction.
  ///
  /// - Parameters:
  ///   - path: The file. A relative one starts at the current folder.
  ///   - migrations: The schema, oldest step first.
  ///   - mode: Whether it may be made and changed.
  ///   - patience: How many milliseconds to wait for another writer before giving up.
  ///   - longLog: From how many bytes on a write-ahead log is warned of: sixteen times what a
  ///     checkpoint waits for, unless a test wants less.
  ///   - clock: Milliseconds since 1970; the machine's clock unless a test brings its own.
  ///   - warn: Told of what works still but will not for ever, on any thread.
  /// - Throws: `cannotOpen` or `refused` with the reason and what to do; `notDurable` when a
  ///   setting that money depends on does not hold; `busy` when another program writes without end.
  package init(
    path: String, migrations: [Migration], mode: Mode, patience: Int = 30_000,
    longLog: Int64 = 64 * 1_048_576,
    clock: @escaping @Sendable () -> Int64 = MachineClock.milliseconds,
    warn: @escaping @Sendable (DatabaseWarning) -> Void = { _ in }
  ) throws(DatabaseFailure) {
    let file = OfficeFile(path)
    let schema = Schema(migrations)
    self.file = file
    self.schema = schema
    self.mode = mode
    health = Health(log: file.path + "-wal", longLog: longLog, warn: warn)
    gate = mode == .readOnly ? nil : WriteGate(database: file.path, patience: patience)
    do {
      if mode == .createIfMissing { try file.checkOrCreateFolder() } else { try file.check() }
      guard let gate else {
        connections = try Opening.readOnly(file, schema, clock: clock)
        return
      }
      // Opening makes the log, mends it and applies migrations, so this too is a writer's turn.
      connections = try gate.whileHeld {
        if mode == .createIfMissing { try file.createIfMissing() }
        return try Opening.readWrite(file, schema, clock: clock)
      }
    } catch {
      throw DatabaseFailure(error)
    }
  }

  /// A database that is gone when it is let go: for tests and screenplays.
  ///
  /// - Throws: Any failure of the migrations.
  package static func inMemory(
    migrations: [Migration], clock: @escaping @Sendable () -> Int64 = MachineClock.milliseconds
  ) throws(DatabaseFailure) -> OfficeDatabase {
    let schema = Schema(migrations)
    do {
      return OfficeDatabase(
        inMemoryWith: schema, connections: try Opening.inMemory(schema, clock: clock))
    } catch {
      throw DatabaseFailure(error)
    }
  }

  /// A database without a file, whose connections have the schema.
  init(inMemoryWith schema: Schema, connections: Connections) {
    self.schema = schema
    self.connections = connections
    mode = .readWrite
    file = nil
    gate = nil
    health = Health(log: nil, longLog: .max, warn: { _ in })
  }

  deinit {
    try? close()
    afterwards.withLock { $0 }?()
  }

  /// Reads from one unchanging snapshot, beside other readers and the writer.
  ///
  /// - Throws: `refused` when the body tries to change something; `interrupted` when nobody wants it
  ///   any more (``Reading``); any failure of a statement; what the body throws.
  package func read<T>(_ body: (Connection) throws -> T) throws -> T {
    try connections.reading.lend { connection in
      try connection.transaction(for: .reading) {
        try connection.whileWanted { try body(connection) }
      }
    }
  }

  /// Changes the office in one transaction.
  ///
  /// All of it is kept once this returns, and none of it when this throws, save `unknownCommit`.
  ///
  /// - Throws: `unknownCommit` when it cannot be said whether the change was kept; `busy` when
  ///   another writer holds the gate for too long; any failure of a statement; what the body
  ///   throws.
  @discardableResult
  package func write<T>(_ body: (Connection) throws -> T) throws -> T {
    guard mode != .readOnly else {
      throw DatabaseFailure.refused(reason: "the office is open for reading only")
    }
    if let reason = sealed.withLock({ $0 }) { throw DatabaseFailure.refused(reason: reason) }
    return try connections.writing.lend { connection in
      let hold = try gate?.enter()
      defer { hold?.unlock() }
      let value = try connection.transaction(for: .writing) {
        try schema.checkStillCurrent(in: connection)
        return try body(connection)
      }
      health.afterCommit(on: connection, hasLog: gate != nil)
      return value
    }
  }

  /// Whether every change is refused.
  package var isSealed: Bool { sealed.withLock { $0 != nil } }

  /// Does something once it is closed and let go, such as removing a copy.
  package func whenGone(_ work: @escaping @Sendable () -> Void) {
    afterwards.withLock { $0 = work }
  }

  /// Refuses every change from now on, with the reason.
  package func seal(_ reason: String) { sealed.withLock { $0 = reason } }

  /// Closes the file in a writer's turn, once nobody uses it here: the last one to close moves the log
  /// into the file.
  ///
  /// When the gate cannot be had, the connections stay open until the process ends, which closes
  /// the file without touching the log.
  ///
  /// - Throws: `busy` when the gate cannot be had; `refused` from inside a `read` or `write`; what
  ///   SQLite says when it cannot close.
  package func close() throws {
    guard health.close() else { return }
    // First the connections and then the gate, as in `write`: the other way about, a thread that has
    // the writer and this one would wait for each other.
    try connections.drain()
    var gate = gate
    gate?.patience = 2_000
    let hold = try gate?.enter()
    defer { hold?.unlock() }
    try connections.close()
  }
}
