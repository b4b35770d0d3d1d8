import Dispatch
import Glibc
import Synchronization

/// A few connections of one kind, each lent to one thread at a time and opened at its first use.
///
/// Who asks first is served first: a thread that writes in a loop cannot step in front of another.
final class ConnectionPool: Sendable {
  /// A connection is in the hands of one thread or lies here, so that it may go between threads.
  fileprivate struct Lendable: @unchecked Sendable {
    let connection: Connection
  }
  fileprivate struct State {
    /// How many more may be lent now.
    var turns: Int
    /// Opened, and lent to nobody.
    var idle: [Lendable] = []
    /// Threads that have a connection or wait for one.
    var callers: [pthread_t] = []
    /// Rings for each thread that waits, the first one first.
    var line: [DispatchSemaphore] = []
    var isClosed = false
  }
  private let state: Mutex<State>
  private let limit: Int
  private let open: @Sendable () throws(DatabaseFailure) -> Connection

  init(limit: Int, open: @escaping @Sendable () throws(DatabaseFailure) -> Connection) {
    self.limit = limit
    self.open = open
    state = Mutex(State(turns: limit))
  }

  /// How many threads wait for a connection.
  var waiting: Int { state.withLock { $0.line.count } }

  /// Does the body with a connection that nobody else has, waiting for one if need be.
  ///
  /// - Throws: `refused` when the pool is closed, or when this thread has one of its connections
  ///   already and would wait for itself; any failure to open; what `body` throws.
  func lend<T>(_ body: (Connection) throws -> T) throws -> T {
    let bell = try state.withLock { state throws(DatabaseFailure) in
      if state.isClosed { throw .refused(reason: "the database was closed") }
      return try state.join()
    }
    bell?.wait()
    defer { giveBack() }
    let lent = try state.withLock { $0.idle.popLast() } ?? Lendable(connection: open())
    defer { state.withLock { $0.idle.append(lent) } }
    return try body(lent.connection)
  }

  /// Lends no more, and returns once those who have or wait for a connection are done.
  ///
  /// - Throws: `refused` when this thread has one of the connections.
  func drain() throws(DatabaseFailure) {
    let isFirst = try state.withLock { state throws(DatabaseFailure) in
      try state.checkCaller()
      defer { state.isClosed = true }
      return !state.isClosed
    }
    guard isFirst else { return }
    // Turns that are never given back.
    for _ in 0..<limit {
      try state.withLock { state throws(DatabaseFailure) in try state.join() }?.wait()
      state.withLock { $0.leave() }
    }
  }

  /// Closes the connections of a drained pool.
  ///
  /// - Throws: What SQLite says of the first that it cannot close; the others are closed.
  func close() throws(DatabaseFailure) {
    let all = state.withLock { state in
      defer { state.idle.removeAll() }
      return state.idle
    }
    var failure: DatabaseFailure?
    for each in all {
      do throws(DatabaseFailure) {
        try each.connection.close()
      } catch {
        failure = failure ?? error
      }
    }
    if let failure { throw failure }
  }

  /// Ends this thread's turn and lets the next one in line have it.
  private func giveBack() {
    state.withLock { state in
      state.leave()
      if state.line.isEmpty { state.turns += 1 } else { state.line.removeFirst().signal() }
    }
  }
}

extension ConnectionPool.State {
  /// Takes a turn if one is free, or a place in the line: what rings when the turn comes.
  fileprivate mutating func join() throws(DatabaseFailure) -> DispatchSemaphore? {
    try checkCaller()
    callers.append(pthread_self())
    if turns > 0 {
      turns -= 1
      return nil
    }
    let bell = DispatchSemaphore(value: 0)
    line.append(bell)
    return bell
  }

  /// Refuses a thread that has a connection: it would wait for itself.
  fileprivate func checkCaller() throws(DatabaseFailure) {
    guard !callers.contains(pthread_self()) else {
      throw .refused(reason: "the database was used from inside a use of it")
    }
  }

  /// Forgets this thread.
  fileprivate mutating func leave() {
    let me = pthread_self()
    callers.removeAll { $0 == me }
  }
}
