import Billing
import Cells
import CursesTerminal
import Database
import Desk
import Dispatch
import Foundation
import Operations
import Synchronization
import Workstation

/// What comes to the thread that owns the terminal from the threads that work.
enum Arrival: Sendable {
  case message(Message)
  /// A theme was read, by its name.
  case theme(String, Theme)
  /// Something that had to be finished before the program may end is finished.
  case settled
}

/// Does the work that a workstation asks for, on threads of its own.
///
/// The thread that owns the terminal never touches the database. Reading, saving and importing have
/// a queue each, so that a long import delays no page and a slow count delays no cursor; within a
/// queue, order is kept. Blocking calls stay off Swift's own pool of threads, which has no more of
/// them than the machine has processors.
final class EffectRunner: Sendable {
  private struct State {
    var office: Office
    /// What is asked and not answered, by ticket.
    var asked: [Int: Errand] = [:]
    var cancelled: Set<Int> = []
    var isEnding = false
    /// The items whose leases run on.
    var kept: Set<WorkItemID> = []
  }

  private let state: Mutex<State>
  private let inbox: Inbox<Arrival>
  private let themes: ThemeLibrary
  private let views: ViewsFile
  private let pages = DispatchQueue(label: "docket.pages", qos: .userInteractive)
  private let counts = DispatchQueue(label: "docket.counts", qos: .userInitiated)
  private let writes = DispatchQueue(label: "docket.writes", qos: .userInitiated)
  private let imports = DispatchQueue(label: "docket.imports", qos: .utility)
  private let journal = DispatchQueue(label: "docket.looks", qos: .utility)
  private let looks: Looks

  init(
    office: Office, inbox: Inbox<Arrival>, themes: ThemeLibrary, views: ViewsFile, looks: Looks
  ) {
    self.looks = looks
    state = Mutex(State(office: office))
    self.inbox = inbox
    self.themes = themes
    self.views = views
  }

  /// The office as of now; the day changes at midnight.
  var office: Office { state.withLock { $0.office } }

  // MARK: Errands

  /// Runs an errand to the office, and brings the answer to the inbox.
  func run(_ errand: Errand) {
    state.withLock { $0.asked[errand.ticket] = errand }
    queue(for: errand.job).async { [self] in answer(errand) }
  }

  private func queue(for job: JobName) -> DispatchQueue {
    switch job {
    case .page, .item, .form, .remittance, .claim: pages
    case .decision, .lease: writes
    case .importing: imports
    case .overview, .preview, .identities, .remittances, .files, .activities, .completions, .find,
      .orders, .deposits:
      counts
    }
  }

  private func answer(_ errand: Errand) {
    let ticket = errand.ticket
    defer {
      state.withLock { state in
        state.asked[ticket] = nil
        state.cancelled.remove(ticket)
      }
      inbox.post(.settled)
    }
    if errand.job == .importing { return importFiles(errand) }
    // Who gave it up was told so at once, and wants no answer any more.
    guard !isCancelled(ticket) else { return }
    let office = office
    let answer = reading(errand) { errand.run(at: office, saw: { keep($0, on: office.today) }) }
    if !isCancelled(ticket) { inbox.post(.message(answer)) }
  }

  /// Keeps a look, on a thread that nobody waits for.
  private func keep(_ look: Look, on day: Day) {
    if looks.keep(look, on: day) { journal.async { [looks] in looks.flush() } }
  }

  /// An import says how far it is, and what it read when it was stopped.
  private func importFiles(_ errand: Errand) {
    let ticket = errand.ticket
    defer { if isCancelled(ticket) { inbox.post(.message(.cancelled(.importing))) } }
    guard !isCancelled(ticket) else { return }
    let answer = errand.run(at: office) { progress in
      inbox.post(.message(.progress(progress))) { waiting in
        guard case .message(.progress) = waiting else { return false }
        return true
      }
      return !isCancelled(ticket)
    }
    inbox.post(.message(answer))
  }

  /// Reads so that the database stops soon after the reading is given up; what saves is not stopped.
  private func reading<Answer>(_ errand: Errand, _ body: () -> Answer) -> Answer {
    guard errand.canBeCancelled else { return body() }
    return Reading.stopping(when: { [self] in isCancelled(errand.ticket) }, body)
  }

  private func isCancelled(_ ticket: Int) -> Bool {
    state.withLock { $0.cancelled.contains(ticket) }
  }

  /// Stops jobs of a kind where that leaves nothing half done.
  func cancel(_ job: JobName) {
    let isReading = state.withLock { state in
      let tickets = state.asked.filter { $0.value.job == job && $0.value.canBeCancelled }.keys
      state.cancelled.formUnion(tickets)
      return job != .importing && !tickets.isEmpty
    }
    // The database stops within milliseconds; nobody need wait even for that.
    if isReading { inbox.post(.message(.cancelled(job))) }
  }

  /// Whether nothing is under way that would be lost, or half told, by ending now.
  var isSettled: Bool {
    state.withLock { state in
      state.asked.values.allSatisfy { $0.canBeCancelled && $0.job != .importing }
    }
  }

  // MARK: Files

  /// Reads a theme.
  func loadTheme(_ name: String) {
    counts.async { [self] in
      do throws(CommandFailure) {
        inbox.post(.theme(name, try themes.theme(name)))
      } catch {
        inbox.post(.message(.refusedByTerminal(error.message.string)))
      }
    }
  }

  /// Keeps a view in the person's file.
  func save(_ view: SavedView) {
    writes.async { [self] in
      do throws(CommandFailure) {
        try views.save(view)
      } catch {
        inbox.post(.message(.refusedByTerminal(error.message.string)))
      }
    }
  }

  // MARK: Upkeep

  /// Puts right what a crash left, and rolls the day over if nobody has yet.
  func begin() {
    guard !office.database.isSealed else { return }
    upkeep { office in
      try office.recoverOutbox()
      try office.rollDay()
      try office.giveBackEnded()
    }
  }

  /// From now on only the leases on these items run on.
  func keep(_ items: Set<WorkItemID>) { state.withLock { $0.kept = items } }

  /// Lets the leases run on that are worked under, and frees what nobody holds any more.
  func heartbeat() {
    guard !office.database.isSealed else { return }
    upkeep { [self] office in
      try office.heartbeat(of: state.withLock { $0.kept })
      try office.giveBackEnded()
    }
  }

  /// Goes on with a new business day, where the date of the machine is believed.
  func follow(_ clock: Day, leapDays: Int) {
    upkeep { [self] office in
      let (next, standing) = try office.opened(on: clock, leapDays: leapDays)
      guard next.today != office.today else { return }
      state.withLock { $0.office = next }
      inbox.post(.message(.dayChanged(standing.day)))
    }
  }

  private func upkeep(_ work: @escaping @Sendable (Office) throws -> Void) {
    writes.async { [self] in
      guard !state.withLock({ $0.isEnding }) else { return }
      do {
        try work(office)
      } catch let failure as DatabaseFailure {
        inbox.post(.message(.refusedByTerminal(failure.message)))
      } catch {
        inbox.post(.message(.refusedByTerminal("\(error)")))
      }
    }
  }

  /// Finishes what was begun, gives our items back and closes the office.
  ///
  /// - Throws: what the database says; work that was saved before is safe.
  func end() throws {
    state.withLock { state in
      state.isEnding = true
      state.cancelled.formUnion(state.asked.filter { $0.value.canBeCancelled }.keys)
    }
    for queue in [imports, writes, counts, pages, journal] { queue.sync {} }
    try office.signOff()
    try office.database.close()
  }
}
