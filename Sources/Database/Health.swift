import CSQLite
import Glibc
import Synchronization

/// What is watched while a database is open: its log, and whether it is closed.
final class Health: Sendable {
  private struct State {
    var isClosed = false
    var commits: Int64 = 0
    var checkpointTrouble: String?
    var warnedAt: Int64 = 0
  }
  private let state = Mutex(State())
  private let log: String?
  private let warn: @Sendable (DatabaseWarning) -> Void
  private let longLog: Int64

  init(log: String?, longLog: Int64, warn: @escaping @Sendable (DatabaseWarning) -> Void) {
    self.log = log
    self.longLog = longLog
    self.warn = warn
  }

  /// Marks the database closed; false when it was already.
  func close() -> Bool {
    state.withLock { state in
      defer { state.isClosed = true }
      return !state.isClosed
    }
  }

  /// How many writing transactions this process has ended well.
  var commits: Int64 { state.withLock { $0.commits } }

  /// What the last checkpoint complained about.
  var checkpointTrouble: String? { state.withLock { $0.checkpointTrouble } }

  /// The size of the log; 0 when there is none.
  var logBytes: Int64 {
    var found = stat()
    guard let log, unsafe lstat(log, &found) == 0 else { return 0 }
    return Int64(found.st_size)
  }

  /// Moves a log that has grown into the file, and speaks up when that does not work.
  func afterCommit(on connection: Connection, hasLog: Bool) {
    state.withLock { $0.commits += 1 }
    guard hasLog, connection.logPages >= Checkpoint.threshold else { return }
    var trouble: String?
    do {
      try unsafe Checkpoint.run(on: connection.handle)
    } catch {
      trouble = error.cause
    }
    let bytes = logBytes
    let warnings = state.withLock { state in
      var warnings: [DatabaseWarning] = []
      if let trouble, state.checkpointTrouble == nil {
        warnings.append(.checkpointFailed(reason: trouble))
      }
      state.checkpointTrouble = trouble
      if bytes < longLog {
        state.warnedAt = 0
      } else if bytes >= 2 * state.warnedAt {
        // Once at every doubling, not at every commit.
        state.warnedAt = bytes
        warnings.append(.logIsLong(bytes: bytes))
      }
      return warnings
    }
    for warning in warnings { warn(warning) }
  }
}
