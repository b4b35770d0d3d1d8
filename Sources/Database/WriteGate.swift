import Dispatch
import Foundation
import Synchronization

/// The one fair door for every writer of one database file, on the whole machine.
///
/// Two lock files beside the database. To write: lock `next`, lock `hold`, unlock `next`, write,
/// unlock `hold`. Whoever has waited longest holds `next` and so is served next, and an importer
/// that writes in a loop cannot step in front of it. The kernel frees both locks when a process
/// dies. Without the gate, several processes on one write-ahead log can meet the WAL-reset race of
/// SQLite before 3.51.3 and damage the file.
struct WriteGate: Sendable {
  /// The database file the gate belongs to.
  let database: String
  /// How long to wait before giving up, in milliseconds.
  var patience = 30_000

  private var nextPath: String { database + "-gate-next" }
  private var holdPath: String { database + "-gate-hold" }

  /// Does the body while nobody else writes.
  ///
  /// - Throws: `busy` with who holds the gate, when patience ends; `cannotOpen` when a lock file is
  ///   not one; what `body` throws.
  func whileHeld<T>(_ body: () throws -> T) throws -> T {
    let hold = try enter()
    defer { hold.unlock() }
    return try body()
  }

  /// Waits for the gate; it is held until the lock is given back.
  func enter() throws(DatabaseFailure) -> LockFile {
    if let hold = try attempt(waiting: false) { return hold }
    // The kernel's wait knows no time limit, so a thread of its own does the waiting. When patience
    // ends first, that thread gives back at once what it gets.
    let waiter = Waiter()
    let gate = self
    Thread.detachNewThread {
      do throws(DatabaseFailure) {
        waiter.arrive(.success(try gate.attempt(waiting: true)))
      } catch {
        waiter.arrive(.failure(error))
      }
    }
    guard let hold = try waiter.wait(milliseconds: patience) else {
      throw .busy(reason: holderInWords())
    }
    return hold
  }

  /// Goes through both locks.
  ///
  /// Without waiting, nil means that somebody is there.
  private func attempt(waiting: Bool) throws(DatabaseFailure) -> LockFile? {
    while true {
      let next = try LockFile(nextPath)
      guard next.lock(waiting: waiting) else { return nil }
      defer { next.unlock() }
      let hold = try LockFile(holdPath)
      guard hold.lock(waiting: waiting) else { return nil }
      if next.isLinked, hold.isLinked { return hold }
      hold.unlock()
    }
  }

  /// Says which process holds the gate.
  private func holderInWords() -> String {
    let waited = "waited \(patience / 1000) seconds to write"
    guard let process = LockFile.holder(of: holdPath) else {
      return "\(waited); another program writes all the time. Try again"
    }
    return "\(waited); process \(process) is writing and does not finish. "
      + "If it was stopped, let it go on (kill -CONT \(process)) or end it (kill \(process))"
  }
}

/// Where a thread that waits for the gate meets the one that asked it to.
private final class Waiter: Sendable {
  typealias Arrival = Result<LockFile?, DatabaseFailure>
  private enum State {
    case waiting, leftAlone
    case arrived(Arrival)
  }
  private let state = Mutex(State.waiting)
  private let bell = DispatchSemaphore(value: 0)

  /// Hands over what was got, or gives it back when nobody waits any more.
  func arrive(_ arrival: Arrival) {
    let isWanted = state.withLock { state in
      if case .leftAlone = state { return false }
      state = .arrived(arrival)
      return true
    }
    if isWanted {
      bell.signal()
    } else if case .success(let hold?) = arrival {
      hold.unlock()
    }
  }

  /// What was got, or nil when time ran out.
  func wait(milliseconds: Int) throws(DatabaseFailure) -> LockFile? {
    _ = bell.wait(timeout: .now() + .milliseconds(milliseconds))
    let arrival: Arrival? = state.withLock { state in
      if case .arrived(let arrival) = state { return arrival }
      state = .leftAlone
      return nil
    }
    return try arrival?.get() ?? nil
  }
}
