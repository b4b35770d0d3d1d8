package import Billing
package import Cells
import Desk

/// The whole application as a value: the shell, the screens one is in, and what lies over them.
///
/// ``receive(_:)`` is the only place where it changes; ``frame(_:)`` draws it and changes nothing.
/// It does no input or output and reads no clock: what it wants done it returns as ``Effect``.
package struct Workstation: Equatable, Sendable {
  var shell: Shell
  var screens = ScreenStack(HomeScreen())
  var overlays: [any Overlay] = []
  var typing = Typing()
  var seat = Seat()
  var sequel = Sequel()
  var recall = Recall()
  /// The items whose leases are to run on, as last said outside.
  private var keptLeases: Set<WorkItemID> = []
  /// When the last asked-for wake-up rings.
  private var wakeAt: Timestamp?

  package init(settings: WorkstationSettings) { shell = Shell(settings: settings) }

  package var settings: WorkstationSettings { shell.settings }

  /// Begins: asks for the first screen.
  package mutating func start(at moment: Timestamp, size: Size) -> [Effect] {
    shell.now = moment
    seat.isThere(at: moment)
    shell.terminal.size = size
    for problem in shell.keymap.problems { shell.say(.warning, SafeText(foreign: problem)) }
    if !(shell.settings.lastPlace.map { goBack(to: $0) } ?? false) { reloadVisible() }
    return finish()
  }

  /// Takes in something that happened; the only place where anything changes.
  ///
  /// - Returns: what must be done outside, in this order.
  package mutating func receive(_ message: Message) -> [Effect] {
    switch message {
    case .key(.resize(let size)), .resized(let size): resize(to: size)
    case .key(let key): press(key)
    case .reply(let reply):
      take(reply)
      replayTypedAhead()
    case .progress(let progress): shell.imports.progress = progress
    case .tick(let moment): advance(to: moment)
    case .dataChanged: reloadVisible()
    case .refusedByTerminal(let reason): takeRefusal(ofTerminal: reason)
    case .cancelled(let job): forget(job)
    case .themeLoaded(let name):
      shell.settings.themeName = name
      shell.say(.info, "Theme \(foreign: name).")
    case .dayChanged(let day):
      shell.settings.today = day
      reloadVisible()
    }
    return finish()
  }

  package static func == (left: Workstation, right: Workstation) -> Bool {
    left.shell == right.shell && left.screens == right.screens
      && left.typing == right.typing && left.seat == right.seat
      && left.sequel == right.sequel && left.recall == right.recall
      && left.keptLeases == right.keptLeases && left.wakeAt == right.wakeAt
      && left.overlays.elementsEqual(right.overlays) { $0.isSame(as: $1) }
  }

  // MARK: Calling screens

  /// Calls the screen on top, then does what it wishes.
  mutating func withTop(_ body: (inout any Screen, inout Shell) -> Void) {
    shell.caller = Shell.Caller(number: screens.top.number, isOnTop: true)
    body(&screens.top.screen, &shell)
    carryOutWishes()
  }

  /// Calls the screen of that number where it is still there, then does what it wishes.
  mutating func change<S: Screen>(
    _ number: Int, as type: S.Type, _ body: (inout S, inout Shell) -> Void
  ) {
    guard var screen = screens[number] as? S else { return }
    shell.caller = Shell.Caller(number: number, isOnTop: number == screens.top.number)
    body(&screen, &shell)
    screens[number] = screen
    carryOutWishes()
  }

  /// Calls the screen on top where it is of this kind.
  mutating func changeTop<S: Screen>(as type: S.Type, _ body: (inout S, inout Shell) -> Void) {
    change(screens.top.number, as: type, body)
  }

  mutating func carryOutWishes() {
    while let wish = shell.wishes.popFirst() { wish(&self) }
  }

  // MARK: Outside

  /// A copy that the terminal does not take is shown, to be selected by hand.
  private mutating func takeRefusal(ofTerminal reason: String) {
    shell.say(.warning, SafeText(foreign: reason))
    guard let text = seat.lastCopied, !shell.terminal.isMasked, overlays.isEmpty else { return }
    seat.lastCopied = nil
    overlays.append(TextDialog(title: "Copy by hand", text: text))
  }

  private mutating func forget(_ job: JobName) {
    shell.tickets.forget(job)
    if job == .importing { shell.imports.progress = nil }
    if !awaitsAnswer { typing.dropAhead() }
    shell.say(.warning, "Stopped: \(foreign: job.title.lowercased()).")
  }

  /// Everything that was said since the start, oldest first.
  package var everythingSaid: [MessageLine] {
    shell.log.entries.map { MessageLine($0.kind, $0.text) }
  }

  // MARK: Time

  private mutating func advance(to moment: Timestamp) {
    shell.now = moment
    if let due = wakeAt, due <= moment { wakeAt = nil }
    shell.log.expire(at: moment)
    seat.lockIfIdle(forMinutes: shell.settings.idleMinutes, at: moment)
    if let due = shell.sidePaneDue, due <= moment {
      shell.sidePaneDue = nil
      withTop { $0.rested(&$1) }
    }
    if let due = looksAgainAt, due <= moment {
      changeTop(as: ItemScreen.self) { $0.lookAgain(&$1) }
    }
  }

  /// When the item on top is looked at again; nil while nobody looks.
  private var looksAgainAt: Timestamp? {
    seat.isLocked ? nil : (screens.top.screen as? ItemScreen)?.looksAgainAt
  }

  /// Ends the handling of a message: lays out, asks for what the screen lacks, sets the alarm.
  private mutating func finish() -> [Effect] {
    settle()
    let kept = leasesInSight
    if kept != keptLeases, shell.effects.last != .exit {
      keptLeases = kept
      shell.effects.append(.keepLeases(kept))
    }
    setAlarm()
    let result = shell.effects
    shell.effects = []
    return result
  }

  private mutating func setAlarm() {
    let now = shell.now
    var due: [Timestamp] = []
    if let moment = shell.log.goesAt { due.append(moment) }
    if let moment = shell.sidePaneDue { due.append(moment) }
    if let moment = looksAgainAt { due.append(moment) }
    if !typing.pressed.isEmpty {
      due.append(typing.pressedAt.later(by: Workstation.sequenceDelay))
    }
    due += shell.tickets.waiting.map { $0.since.later(by: Workstation.spinnerDelay) }
    if !seat.isLocked, let moment = seat.locksAt(afterMinutes: shell.settings.idleMinutes) {
      due.append(moment)
    }
    guard let first = due.filter({ $0 > now }).min() else { return }
    if let set = wakeAt, set > now, set <= first { return }
    wakeAt = first
    shell.effects.append(.wake(afterMilliseconds: Int(first.rawValue - now.rawValue)))
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
