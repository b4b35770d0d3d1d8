import GRDB
import Synchronization

/// Finds the ``Connection`` that belongs to each of GRDB's, making it at its first use.
final class Connections: Sendable {
  /// A connection is only ever touched on the queue of the GRDB database it belongs to, so it may
  /// lie in a table that every queue looks into.
  private struct Entry: @unchecked Sendable {
    let connection: Connection
  }
  private let entries = Mutex<[ObjectIdentifier: Entry]>([:])
  private let clock: @Sendable () -> Int64

  init(clock: @escaping @Sendable () -> Int64) {
    self.clock = clock
  }

  /// The connection of a database, on that database's own queue.
  func connection(of database: Database) throws(DatabaseFailure) -> Connection {
    let key = ObjectIdentifier(database)
    if let known = entries.withLock({ $0[key] }) { return known.connection }
    guard let handle = unsafe database.sqliteConnection else {
      throw .refused(reason: "the database was closed")
    }
    let new = Entry(connection: unsafe Connection(handle: handle, clock: clock))
    entries.withLock { $0[key] = new }
    return new.connection
  }

  /// Finalizes every statement, while nobody is using a connection.
  func removeAll() {
    let all = entries.withLock { entries in
      defer { entries.removeAll() }
      return Array(entries.values)
    }
    for entry in all { entry.connection.forgetStatements() }
  }
}
