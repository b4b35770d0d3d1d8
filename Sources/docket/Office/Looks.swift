import ArgumentParser
import Billing
import Cells
import Database
import Desk
import Foundation
import Operations
import Synchronization

/// Keeps beside an office what a person saw of people's data.
///
/// A look is never stopped by it: where the journal cannot be written that is said, once, and what
/// was seen is kept until it can be.
final class Looks: Sendable {
  private struct State {
    var waiting: [LookJournal.Waiting] = []
    /// The last look, since a page that is only drawn anew was not opened again.
    var last: (look: Look, day: Day)?
    var hasComplained = false
  }

  private let journal: LookJournal
  private let user: String
  private let warn: @Sendable (String) -> Void
  private let state = Mutex(State())
  /// What is kept at most while nothing can be written.
  private static let most = 10_000

  init(_ paths: OfficePaths, user: String, warn: @escaping @Sendable (String) -> Void) {
    journal = LookJournal(paths.audit, beside: paths.database)
    self.user = user
    self.warn = warn
  }

  /// What the journal says.
  ///
  /// - Throws: `Refusal` where it cannot be read.
  func read(anchor: String? = nil) throws(Refusal) -> LookReport {
    try journal.read(anchor: anchor)
  }

  /// Notes a look; it is written by ``flush()``.
  ///
  /// - Parameters:
  ///   - look: What was seen.
  ///   - day: The day on which the office was seen.
  /// - Returns: Whether there is something new to be written.
  @discardableResult
  func keep(_ look: Look, on day: Day) -> Bool {
    state.withLock { state in
      if let last = state.last, last.look == look, last.day == day { return false }
      state.last = (look, day)
      if state.waiting.count >= Self.most { state.waiting.removeFirst() }
      state.waiting.append(
        LookJournal.Waiting(
          at: Timestamp(rawValue: MachineClock.milliseconds()), on: day, user: user,
          program: RunningVerb.name, look: look))
      return true
    }
  }

  /// Writes what waits; to be called off the thread that draws.
  func flush() {
    let waiting = state.withLock { state in
      defer { state.waiting = [] }
      return state.waiting
    }
    do throws(Refusal) {
      if let mended = try journal.add(waiting) { warn(mended) }
      state.withLock { $0.hasComplained = false }
    } catch {
      let isFirst = state.withLock { state in
        state.waiting = waiting + state.waiting
        defer { state.hasComplained = true }
        return !state.hasComplained
      }
      if isFirst { warn("what is looked at cannot be kept: \(error.message)") }
    }
  }
}

/// What the program was asked to do, without what a person typed: `order show (4711)`.
enum RunningVerb {
  static let name: String = {
    var words: [String] = []
    var level = DocketCommand.configuration.subcommands
    for argument in CommandLine.arguments.dropFirst() {
      guard let verb = level.first(where: { $0.configuration.commandName == argument }) else {
        break
      }
      words.append(argument)
      level = verb.configuration.subcommands
    }
    return (words.isEmpty ? "workstation" : words.joined(separator: " ")) + " (\(getpid()))"
  }()
}

extension OpenOffice {
  /// Keeps that a verb showed people's data, as text or for another program.
  func saw(_ look: Look, asJSON: Bool) {
    var look = look
    if asJSON { look.kind = .exported }
    looks.keep(look, on: office.today)
    looks.flush()
  }

  /// Keeps that a verb listed so many rows.
  func saw(_ what: String, rows: Int, asJSON: Bool) {
    saw(Look(.listed, what, rows: rows), asJSON: asJSON)
  }
}
