import CTerminal
package import Cells

/// The door for `main`: takes the terminal, runs the application on it, and always gives it back.
package enum TerminalSession {
  /// Runs the application until it stops, the terminal goes away or a signal ends it.
  ///
  /// The terminal is given back on return, on a thrown error, after a trap or another fault, after
  /// TERM and HUP, and while suspended. Call from the main thread; threads that exist before must
  /// block the signals that the loop reads (those of Dispatch, which run tasks, do).
  ///
  /// - Parameters:
  ///   - wishes: What the person decided about the screen.
  ///   - environment: The environment variables.
  ///   - inbox: Where other threads' messages arrive.
  ///   - deadline: When ``TerminalEvent/deadline(_:)`` is wanted next.
  ///   - opened: Called once with the open screen, for its glyphs, size and colours.
  ///   - handle: Takes one event.
  ///   - frame: What to show at a size.
  /// - Returns: why it ended.
  /// - Throws: what is wrong with the terminal and what to do; nothing was shown then.
  @MainActor
  package static func run<Message: Sendable>(
    _ wishes: CursesScreen.Wishes, environment: [String: String], inbox: Inbox<Message>,
    deadline: @escaping () -> ContinuousClock.Instant? = { nil },
    opened: (inout CursesScreen) -> Void = { _ in },
    handle: @escaping (TerminalEvent<Message>, inout CursesScreen) -> LoopVerdict,
    frame: @escaping (Size) -> Frame
  ) throws(TerminalRefusal) -> LoopEnd {
    let signals = cterm_signals_open()
    defer { cterm_signals_close(signals) }
    guard signals >= 0, inbox.bell >= 0 else {
      throw .systemRefused("no descriptors are left to wait on")
    }
    var screen = try CursesScreen(wishes, environment: environment)
    opened(&screen)
    var loop = TerminalLoop(
      screen: screen, altKeys: wishes.altKeys, signals: signals, inbox: inbox,
      deadline: deadline, handle: handle, frame: frame)
    let end = loop.run(&screen)
    screen.close()
    return end
  }
}
