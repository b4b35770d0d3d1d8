package import Billing
package import Cells
import Desk

/// The whole application as a value.
///
/// ``receive(_:)`` is the only place where it changes; ``frame(_:)`` draws it and changes nothing.
/// It does no input or output and reads no clock: what it wants done it returns as ``Effect``.
package struct Workstation: Equatable, Sendable {
  package private(set) var settings: WorkstationSettings
  var screens = ScreenStack(.home(HomeScreen()))
  var overlays: [Overlay] = []
  var log = MessageLog()
  var keymap: Keymap
  /// Keys of a sequence that is not complete, and since when.
  var pressed: [Key] = []
  var pressedAt = Timestamp(rawValue: 0)
  var waiting: [Purpose: Waiting] = [:]
  private var nextTicket = 1
  /// Effects of the message being handled; empty between messages.
  var effects: [Effect] = []

  var now = Timestamp(rawValue: 0)
  /// When the data on the screen was read.
  var readAt: Timestamp?
  var lastKeyAt = Timestamp(rawValue: 0)
  var size = Size(columns: 80, rows: 24)
  var isMasked: Bool
  /// Patient data is covered until a key.
  var isLocked = false
  /// Cancelling again offers to quit.
  var cancelWasPressed = false
  /// Keys pressed while an answer is awaited; they follow once it is there.
  var typedAhead: [Key] = []
  /// The item on top opened by itself, and keys typed before it are still to follow.
  var isUnseen = false
  /// What was said of the decision after which the next item is being taken.
  var decidedBefore: SafeText?

  var overview: Overview?
  var billers: [String] = []
  /// Leases we hold, by item, with their fences.
  var leases: [WorkItemID: Int64] = [:]
  /// The items whose leases are to run on, as last said outside.
  private var keptLeases: Set<WorkItemID> = []
  /// Decisions of this item are asked for as soon as it is open.
  var afterOpening: AfterOpening?
  /// The form whose fields the office is asked for.
  var formAsked: FormStart?
  var lastDecision: DecisionEntry?
  /// What was put on the clipboard by the last key, in case the terminal takes no copies.
  var lastCopied: String?
  var drafts: [DraftKey: [FormField]] = [:]
  /// An order that was left half typed.
  var orderDraft: OrderEntry?
  var commandHistory: [String] = []
  /// How often each command was given, for the order of the palette.
  var usage: [CommandName: Int] = [:]
  var importProgress: ImportProgress?
  var importReports: [ImportReport] = []
  /// The cursor rested from then on: the side pane follows.
  var sidePaneDue: Timestamp?
  /// When the last asked-for wake-up rings.
  private var wakeAt: Timestamp?

  enum AfterOpening: Equatable, Sendable {
    case menu
    case form(FormStart)
  }

  package init(settings: WorkstationSettings) {
    self.settings = settings
    keymap = Keymap(overrides: settings.keys)
    isMasked = settings.isMasked
  }

  /// Begins: asks for the first screen.
  package mutating func start(at moment: Timestamp, size: Size) -> [Effect] {
    now = moment
    lastKeyAt = moment
    self.size = size
    for problem in keymap.problems { say(.warning, SafeText(foreign: problem)) }
    reloadVisible()
    return finish()
  }

  /// Takes in something that happened; the only place where anything changes.
  ///
  /// - Returns: what must be done outside, in this order.
  package mutating func receive(_ message: Message) -> [Effect] {
    switch message {
    case .key(.resize(let size)), .resized(let size): resize(to: size)
    case .key(let key): press(key)
    case .reply(let reply, let ticket):
      take(reply, ticket: ticket)
      replayTypedAhead()
    case .progress(let progress): importProgress = progress
    case .tick(let moment): advance(to: moment)
    case .dataChanged: reloadVisible()
    case .refusedByTerminal(let reason): takeRefusal(ofTerminal: reason)
    case .cancelled(let job): forget(job)
    case .themeLoaded(let name):
      settings.themeName = name
      say(.info, "Theme \(foreign: name).")
    case .dayChanged(let day):
      settings.today = day
      reloadVisible()
    }
    return finish()
  }

  // MARK: Asking

  /// Asks the office; an older question of the same purpose is no longer waited for.
  mutating func ask(_ request: DeskRequest, for purpose: Purpose, offset: Int? = nil) {
    let ticket = nextTicket
    nextTicket += 1
    let since = waiting[purpose]?.since ?? now
    waiting[purpose] = Waiting(ticket: ticket, job: request.job, since: since, offset: offset)
    effects.append(.ask(request, ticket: ticket))
  }

  func isWaiting(for purpose: Purpose) -> Bool { waiting[purpose] != nil }

  mutating func say(_ kind: MessageLine.Kind, _ text: SafeText) {
    log.say(kind, text, at: now)
  }

  mutating func saveView(_ view: SavedView) {
    settings.views.removeAll {
      $0.name == view.name || ($0.number == view.number && view.number > 0)
    }
    settings.views.append(view)
    settings.views.sort { ($0.number == 0 ? 10 : $0.number) < ($1.number == 0 ? 10 : $1.number) }
    effects.append(.saveView(view))
  }

  /// A copy that the terminal does not take is shown, to be selected by hand.
  private mutating func takeRefusal(ofTerminal reason: String) {
    say(.warning, SafeText(foreign: reason))
    guard let text = lastCopied, !isMasked, overlays.isEmpty else { return }
    lastCopied = nil
    overlays.append(.text(title: "Copy by hand", text: text))
  }

  private mutating func forget(_ job: JobName) {
    for (purpose, wait) in waiting where wait.job == job { waiting[purpose] = nil }
    if job == .importing { importProgress = nil }
    if !awaitsAnswer { typedAhead = [] }
    say(.warning, "Stopped: \(foreign: job.title.lowercased()).")
  }

  /// Everything that was said since the start, oldest first.
  package var everythingSaid: [MessageLine] {
    log.entries.map { MessageLine($0.kind, $0.text) }
  }

  // MARK: Time

  private mutating func advance(to moment: Timestamp) {
    now = moment
    if let due = wakeAt, due <= moment { wakeAt = nil }
    log.expire(at: moment)
    if settings.idleMinutes > 0,
      moment.rawValue - lastKeyAt.rawValue >= Int64(settings.idleMinutes) * 60_000
    {
      isLocked = true
    }
    if let due = sidePaneDue, due <= moment {
      sidePaneDue = nil
      askSidePane()
    }
  }

  /// Ends the handling of a message: lays out, asks for what the screen lacks, sets the alarm.
  private mutating func finish() -> [Effect] {
    settle()
    let kept = leasesInSight
    if kept != keptLeases, effects.last != .exit {
      keptLeases = kept
      effects.append(.keepLeases(kept))
    }
    setAlarm()
    let result = effects
    effects = []
    return result
  }

  private mutating func setAlarm() {
    var due: [Timestamp] = []
    if let moment = log.goesAt { due.append(moment) }
    if let moment = sidePaneDue { due.append(moment) }
    if !pressed.isEmpty { due.append(pressedAt.later(by: Workstation.sequenceDelay)) }
    due += waiting.values.map { $0.since.later(by: Workstation.spinnerDelay) }
    if settings.idleMinutes > 0, !isLocked {
      due.append(lastKeyAt.later(by: Int64(settings.idleMinutes) * 60_000))
    }
    guard let first = due.filter({ $0 > now }).min() else { return }
    if let set = wakeAt, set > now, set <= first { return }
    wakeAt = first
    effects.append(.wake(afterMilliseconds: Int(first.rawValue - now.rawValue)))
  }

  /// Milliseconds until work in the background is spoken of.
  static let spinnerDelay: Int64 = 100
  /// Milliseconds until a half-typed sequence shows what may follow.
  static let sequenceDelay: Int64 = 400
  /// Milliseconds for which the cursor rests before the side pane follows.
  static let restDelay: Int64 = 80
}

extension Timestamp {
  func later(by milliseconds: Int64) -> Timestamp {
    Timestamp(rawValue: rawValue + milliseconds)
  }
}
