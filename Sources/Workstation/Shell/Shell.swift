import Billing
import Cells
import Desk

/// What a screen sees of what stands around it: who works, the clock, what is awaited, what is held.
///
/// A screen is handed the shell with every call. It asks and speaks through it, and says where to
/// go; the workstation goes there once the screen has returned.
struct Shell: Equatable, Sendable {
  var settings: WorkstationSettings
  var keymap: Keymap
  var terminal: Terminal
  var now = Timestamp(rawValue: 0)
  var log = MessageLog()
  var tickets = Tickets()
  var leases = Leases()
  var drafts = Drafts()
  var imports = ImportWatch()
  /// The numbers of the first screen and the top line.
  var overview: Overview?
  /// The cursor rested from then on: the side pane follows.
  var sidePaneDue: Timestamp?

  /// The screen that is being called.
  var caller = Caller(number: 0, isOnTop: true)
  /// Where screens want to go; empty between messages.
  var wishes = Wishes()
  /// Effects of the message being handled; empty between messages.
  var effects: [Effect] = []

  /// Which screen is being called: what it asks is answered to it.
  struct Caller: Equatable, Sendable {
    var number: Int
    var isOnTop: Bool
  }

  init(settings: WorkstationSettings) {
    self.settings = settings
    keymap = Keymap(overrides: settings.keys)
    terminal = Terminal(isMasked: settings.isMasked)
  }

  // MARK: Asking

  /// Asks the office; an older question of the same purpose is no longer waited for.
  mutating func ask<Question: DeskQuestion>(
    _ question: Question, for purpose: Purpose, offset: Int? = nil,
    refused: @escaping Reply.Refused = { $0.shell.say(.error, SafeText(foreign: $1.message)) },
    then take: @escaping @Sendable (inout Workstation, Question.Answer) -> Void
  ) {
    let ticket = tickets.take(for: purpose, job: question.job, offset: offset, at: now)
    effects.append(.ask(Errand(question, ticket: ticket, refused: refused, then: take)))
  }

  /// Asks the office for the screen that is being called; where that has gone when the answer comes,
  /// the answer is for nobody.
  ///
  /// A refusal is said, unless it is quiet or the screen takes it itself.
  mutating func ask<Question: DeskQuestion, Asker: Screen>(
    _ question: Question, for part: Purpose.Part, offset: Int? = nil, isQuiet: Bool = false,
    refused: (@Sendable (inout Asker, DeskRefusal, inout Shell) -> Void)? = nil,
    then take: @escaping @Sendable (inout Asker, Question.Answer, inout Shell) -> Void
  ) {
    let number = caller.number
    ask(
      question, for: .shown(part, screen: number), offset: offset,
      refused: { workstation, refusal in
        if let refused, workstation.screens[number] is Asker {
          workstation.change(number, as: Asker.self) { refused(&$0, refusal, &$1) }
        } else if !isQuiet {
          workstation.shell.say(.error, SafeText(foreign: refusal.message))
        }
      },
      then: { workstation, answer in
        workstation.change(number, as: Asker.self) { take(&$0, answer, &$1) }
      })
  }

  func isWaiting(for purpose: Purpose) -> Bool { tickets[purpose] != nil }

  /// Whether the screen that is being called waits for a part of it.
  func isWaiting(for part: Purpose.Part) -> Bool {
    isWaiting(for: .shown(part, screen: caller.number))
  }

  /// The rows that must be asked for, unless they already are.
  func missing(
    _ wanted: (offset: Int, limit: Int)?, for part: Purpose.Part = .rows
  ) -> (offset: Int, limit: Int)? {
    guard let wanted else { return nil }
    if let wait = tickets[.shown(part, screen: caller.number)], wait.offset == wanted.offset {
      return nil
    }
    return wanted
  }

  /// Reads the numbers of the first screen and the top line.
  mutating func askOverview() {
    ask(ReadOverview(), for: .overview) { $0.shell.overview = $1 }
  }

  // MARK: Speaking

  mutating func say(_ kind: MessageLine.Kind, _ text: SafeText) {
    log.say(kind, text, at: now)
  }

  /// A key of a command as people read it, or its name for the `:` line.
  func label(of command: CommandName) -> SafeText {
    keymap.label(of: command) ?? ":\(foreign: command.rawValue)"
  }

  /// The pictures in use; none for screen readers.
  var glyphs: Glyphs { settings.isPlain ? .plain : settings.glyphs }

  var privacy: Privacy { Privacy(isMasked: terminal.isMasked, glyphs: settings.glyphs) }

  /// A moment as the local clock shows it.
  func local(_ moment: Timestamp) -> Timestamp {
    moment.later(by: Int64(settings.minutesFromUTC) * 60_000)
  }

  // MARK: Resting

  /// The cursor moved: what follows it waits until it rests.
  mutating func cursorMoved() {
    sidePaneDue = now.later(by: Workstation.restDelay)
  }
}
