import CTerminal
import Cells
import Glibc

/// The thread that owns the terminal: waits, hands over everything that happened, draws once.
///
/// It waits in the kernel for keys, messages, signals and at most one deadline, so it costs nothing
/// while nothing happens. It blocks its thread: tasks that other code starts from the main actor do
/// not run meanwhile unless they are detached.
@MainActor
struct TerminalLoop<Message: Sendable> {
  /// The most that is read before something is drawn, in bytes: a flood of keys must not hide the
  /// screen.
  private static var mostPerTurn: Int { 262_144 }

  /// The least time between two drawings for messages alone.
  ///
  /// No eye sees more, and a flood of progress messages would otherwise keep a processor busy. A
  /// first message after quiet is drawn at once.
  private static var leastBetweenDrawings: Duration { .milliseconds(16) }

  /// Whether the screen is behind, and how soon it must catch up.
  private enum Drawing: Int {
    case done, soon, now
  }

  private let inbox: Inbox<Message>
  private let signals: Int32
  private let deadline: () -> ContinuousClock.Instant?
  private let handle: (TerminalEvent<Message>, inout CursesScreen) -> LoopVerdict
  private let frame: (Size) -> Frame

  private var decoder: InputDecoder
  private var clicks = ClickCounter()
  private var lastInput = ContinuousClock.now
  private var end: LoopEnd?
  private var drawing = Drawing.now
  private var lastDrawingForMessages: ContinuousClock.Instant?
  private var isTerminalFull = false
  private var chunk = [UInt8](repeating: 0, count: 65_536)

  /// Prepares a loop.
  ///
  /// - Parameters:
  ///   - screen: The screen, for the keys of its terminal.
  ///   - altKeys: The characters that are bound with Alt.
  ///   - signals: The descriptor of the signals to read, or -1.
  ///   - inbox: Where other threads' messages arrive.
  ///   - deadline: When ``TerminalEvent/deadline(_:)`` is wanted next; asked after every turn.
  ///   - handle: Takes one event; may copy, ring or change the theme through the screen.
  ///   - frame: What to show at a size; asked once a turn, never for a window that is too small.
  init(
    screen: borrowing CursesScreen, altKeys: Set<Character>, signals: Int32,
    inbox: Inbox<Message>,
    deadline: @escaping () -> ContinuousClock.Instant?,
    handle: @escaping (TerminalEvent<Message>, inout CursesScreen) -> LoopVerdict,
    frame: @escaping (Size) -> Frame
  ) {
    self.inbox = inbox
    self.signals = signals
    self.deadline = deadline
    self.handle = handle
    self.frame = frame
    decoder = InputDecoder(screen.sequences, altKeys: altKeys)
  }

  /// Runs until the application stops it, the terminal goes away or a signal ends it.
  mutating func run(_ screen: inout CursesScreen) -> LoopEnd {
    while true {
      draw(&screen)
      let found = cterm_wait(
        STDIN_FILENO, inbox.bell, signals, STDOUT_FILENO, isTerminalFull, timeToWait())
      // Signals first: the size must be right before keys are understood.
      if found & Int32(CTERM_SIGNAL) != 0 { takeSignals(&screen) }
      if found & Int32(CTERM_INPUT | CTERM_HANGUP) != 0 { takeInput(&screen) }
      if found & Int32(CTERM_OUTPUT_LOST) != 0 { end = end ?? .hungUp }
      if found & Int32(CTERM_BELL) != 0 {
        for message in inbox.drain() { tell(.message(message), &screen) }
      }
      takeTime(&screen)
      if let end {
        if end != .stopped { _ = handle(.closing(end), &screen) }
        return end
      }
    }
  }

  private mutating func draw(_ screen: inout CursesScreen) {
    if let due = drawingDue, due > .now { return }
    guard drawing != .done else { return }
    // A terminal that takes nothing now gets the newest frame later, and keys are still heard.
    isTerminalFull = cterm_wait(-1, -1, -1, STDOUT_FILENO, true, 0) == 0
    if isTerminalFull { return }
    if drawing == .soon { lastDrawingForMessages = .now }
    drawing = .done
    let isLargeEnough = screen.size.holds(SmallWindowNotice.needed)
    screen.draw(
      isLargeEnough
        ? frame(screen.size)
        : SmallWindowNotice.frame(screen.size, repertoire: screen.glyphs.repertoire))
  }

  /// When the screen must catch up with messages; nil when it need not, or at once.
  private var drawingDue: ContinuousClock.Instant? {
    guard drawing == .soon, let last = lastDrawingForMessages else { return nil }
    return last + Self.leastBetweenDrawings
  }

  private mutating func tell(_ event: TerminalEvent<Message>, _ screen: inout CursesScreen) {
    guard end == nil else { return }
    if case .message = event, drawing != .now { drawing = .soon } else { drawing = .now }
    switch handle(event, &screen) {
    case .goOn: break
    case .stop: end = .stopped
    case .suspend: suspend(&screen)
    }
  }

  private mutating func suspend(_ screen: inout CursesScreen) {
    let before = screen.size
    screen.suspend()
    tell(.resumed, &screen)
    if screen.size != before { tell(.key(.resize(screen.size)), &screen) }
    // What continued us is waiting to be read, and has been obeyed.
    takeSignals(&screen, except: SIGCONT)
  }

  private mutating func takeSignals(_ screen: inout CursesScreen, except obeyed: Int32 = 0) {
    var arrived: Set<Int32> = []
    while case let signal = cterm_signals_next(signals), signal != 0 {
      if signal != obeyed { arrived.insert(signal) }
    }
    if arrived.contains(SIGHUP) { end = end ?? .hungUp }
    for signal in [SIGTERM, SIGQUIT] where arrived.contains(signal) {
      end = end ?? .terminated(signal: signal)
    }
    guard end == nil else { return }
    if arrived.contains(SIGTSTP) {
      suspend(&screen)
    } else if arrived.contains(SIGCONT) {
      // Somebody stopped us with SIGSTOP, or our own suspension ended: the shell had the terminal.
      screen.retake()
      tell(.key(.resize(screen.size)), &screen)
    } else if arrived.contains(SIGWINCH) {
      screen.fit()
      tell(.key(.resize(screen.size)), &screen)
    }
    if arrived.contains(SIGINT) { press(.control("c"), &screen) }
  }

  private mutating func takeInput(_ screen: inout CursesScreen) {
    var total = 0
    while total < Self.mostPerTurn, end == nil {
      let size = chunk.count
      let count = unsafe chunk.withUnsafeMutableBufferPointer {
        unsafe cterm_read(STDIN_FILENO, $0.baseAddress, size)
      }
      if count < 0 { end = end ?? .hungUp }
      if count <= 0 { return }
      total += Int(count)
      lastInput = .now
      take(decoder.feed(chunk[..<Int(count)]), &screen)
      // The descriptor blocks, so ask before reading more.
      guard cterm_wait(STDIN_FILENO, -1, -1, -1, false, 0) & Int32(CTERM_INPUT) != 0 else { return }
    }
  }

  private mutating func take(_ output: [InputDecoder.Output], _ screen: inout CursesScreen) {
    for piece in output {
      switch piece {
      case .key(let key): press(clicks.counted(key, at: lastInput), &screen)
      case .pasteCut(let lost): tell(.pasteCut(lost: lost), &screen)
      }
    }
  }

  private mutating func press(_ key: Key, _ screen: inout CursesScreen) {
    if screen.size.holds(SmallWindowNotice.needed) {
      tell(.key(key), &screen)
    } else if key == .control("c") {
      // Other keys would act on a screen that nobody sees.
      end = end ?? .leftSmallWindow
    } else if key == .control("z") {
      suspend(&screen)
    }
  }

  private mutating func takeTime(_ screen: inout CursesScreen) {
    let now = ContinuousClock.now
    if let due = inputDeadline, due <= now { take(decoder.timeOut(), &screen) }
    if let due = deadline(), due <= now { tell(.deadline(now), &screen) }
  }

  /// When an unfinished sequence of keys is given up.
  private var inputDeadline: ContinuousClock.Instant? {
    decoder.waiting.patience.map { lastInput + $0 }
  }

  /// Milliseconds until the next deadline, -1 without one.
  private func timeToWait() -> Int32 {
    guard
      let due = [inputDeadline, deadline(), isTerminalFull ? nil : drawingDue].compactMap({ $0 })
        .min()
    else { return -1 }
    let left = ContinuousClock.now.duration(to: due)
    // Rounded up, so that the deadline has come when the wait ends; a deadline that stays in the
    // past costs a thousand turns a second at most.
    let milliseconds = left / .milliseconds(1)
    return Int32(min(max(milliseconds.rounded(.up), 1), 3_600_000))
  }
}
