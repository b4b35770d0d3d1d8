package import Cells

/// Something that the loop tells the application.
package enum TerminalEvent<Message: Sendable>: Sendable {
  /// A key, a paste, a click, or a new size of the window.
  case key(Key)
  /// The paste before this was too long; so many bytes of its end are missing.
  case pasteCut(lost: Int)
  /// A message from another thread.
  case message(Message)
  /// The time that the application asked for has come; the value is the time now.
  case deadline(ContinuousClock.Instant)
  /// The person came back after a suspension. What was read before may be old.
  case resumed
  /// The loop ends after this; there is time for last words to other threads, none for questions.
  case closing(LoopEnd)
}

extension TerminalEvent: Equatable where Message: Equatable {}

/// Why the loop ended.
package enum LoopEnd: Sendable, Equatable {
  /// The application asked for it.
  case stopped
  /// The terminal is gone: closed, or the connection was lost.
  case hungUp
  /// Another program asked for it (SIGTERM, SIGQUIT).
  case terminated(signal: Int32)
  /// The person gave up in a window that is too small.
  case leftSmallWindow

  /// The exit status of the process, by the custom of shells: 128 and the signal's number.
  package var exitStatus: Int32 {
    switch self {
    case .stopped, .leftSmallWindow: 0
    case .hungUp: 128 + 1
    case .terminated(let signal): 128 + signal
    }
  }
}

/// What the application wants after an event.
package enum LoopVerdict: Sendable, Equatable {
  case goOn
  /// End the loop.
  case stop
  /// Give the terminal to the shell until the person comes back.
  case suspend
}
