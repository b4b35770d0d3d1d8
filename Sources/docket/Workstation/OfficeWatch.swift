import Billing
import CursesTerminal
import Database
import Dispatch
import Operations
import Synchronization
import Workstation

/// Looks, in the background, for what other people changed, and for midnight.
final class OfficeWatch: Sendable {
  /// How soon other people's changes show.
  private static let interval = DispatchTimeInterval.milliseconds(300)
  /// How often leases are renewed: a small part of their quarter of an hour.
  private static let heartbeat = DispatchTimeInterval.seconds(60)

  private let runner: EffectRunner
  private let inbox: Inbox<Arrival>
  /// Whether the business day follows the calendar.
  private let followsCalendar: Bool
  private let leapDays: Int
  private let queue = DispatchQueue(label: "docket.watch", qos: .utility)
  private let seen = Mutex<Int64?>(nil)
  private let timers = Mutex<[any DispatchSourceTimer]>([])

  init(runner: EffectRunner, inbox: Inbox<Arrival>, followsCalendar: Bool, leapDays: Int) {
    self.runner = runner
    self.inbox = inbox
    self.followsCalendar = followsCalendar
    self.leapDays = leapDays
  }

  /// Remembers how things stand; to be called before anything is read for the screen, so that no
  /// change falls between that reading and the first look.
  func remember() {
    let version = try? runner.office.database.dataVersion
    seen.withLock { $0 = version }
  }

  func start() {
    timers.withLock { timers in
      timers = [
        timer(Self.interval, leeway: .milliseconds(50)) { $0.look() },
        timer(Self.heartbeat, leeway: .seconds(5)) { $0.beat() },
      ]
    }
  }

  private func timer(
    _ interval: DispatchTimeInterval, leeway: DispatchTimeInterval,
    _ work: @escaping @Sendable (OfficeWatch) -> Void
  ) -> sending any DispatchSourceTimer {
    let timer = DispatchSource.makeTimerSource(queue: queue)
    timer.schedule(deadline: .now() + interval, repeating: interval, leeway: leeway)
    timer.setEventHandler { [weak self] in self.map(work) }
    timer.resume()
    return timer
  }

  /// Stops looking; what is under way ends first.
  func stop() {
    timers.withLock { timers in
      for timer in timers { timer.cancel() }
      timers = []
    }
    queue.sync {}
  }

  private func look() {
    // A database that cannot be asked now is asked again soon; whoever saves hears what is wrong.
    guard let version = try? runner.office.database.dataVersion else { return }
    let changed = seen.withLock { seen in
      defer { seen = version }
      return seen.map { $0 != version } ?? false
    }
    guard changed else { return }
    inbox.post(.message(.dataChanged)) { waiting in
      guard case .message(.dataChanged) = waiting else { return false }
      return true
    }
  }

  private func beat() {
    runner.heartbeat()
    let today = LocalClock.today()
    if followsCalendar, today > runner.office.today {
      runner.follow(today, leapDays: leapDays)
    }
  }
}
