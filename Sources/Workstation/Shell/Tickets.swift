import Billing
import Desk

/// Questions that have not been answered: of each purpose the newest alone.
struct Tickets: Equatable, Sendable {
  private var open: [Purpose: Waiting] = [:]
  private var next = 1

  /// All that is waited for.
  var waiting: some Collection<Waiting> { open.values }

  /// Whether something is waited for that changes what lies under the keys.
  var holdKeys: Bool { open.keys.contains(where: \.holdsKeys) }

  /// The ticket of a new question; an older one of the same purpose is no longer waited for, but
  /// counts as the beginning of the wait.
  mutating func take(
    for purpose: Purpose, job: JobName, offset: Int?, at now: Timestamp
  ) -> Int {
    let ticket = next
    next += 1
    let since = open[purpose]?.since ?? now
    open[purpose] = Waiting(ticket: ticket, job: job, since: since, offset: offset)
    return ticket
  }

  subscript(purpose: Purpose) -> Waiting? { open[purpose] }

  /// An answer came: whether it is still waited for, which it is no longer then.
  mutating func settle(_ ticket: Int) -> Bool {
    guard let purpose = open.first(where: { $0.value.ticket == ticket })?.key else { return false }
    open[purpose] = nil
    return true
  }

  /// What was given up is no longer waited for.
  mutating func forget(_ job: JobName) { open = open.filter { $0.value.job != job } }

  /// What runs and may be stopped, in the order of their names; the numbers of the top line come by
  /// themselves and are not spoken of.
  var stoppable: [JobName] {
    let jobs = open.filter { $0.key != .overview && $0.value.job.isStoppable }.values.map(\.job)
    return Set(jobs).sorted { $0.rawValue < $1.rawValue }
  }

  /// The longest wait of those that have lasted so many milliseconds.
  func longest(at now: Timestamp, atLeast milliseconds: Int64) -> Waiting? {
    open.values.filter { now.rawValue - $0.since.rawValue >= milliseconds }
      .min { ($0.since, $0.ticket) < ($1.since, $1.ticket) }
  }
}

extension JobName {
  /// Whether stopping it is harmless.
  fileprivate var isStoppable: Bool {
    switch self {
    case .decision, .lease: false
    default: true
    }
  }
}
