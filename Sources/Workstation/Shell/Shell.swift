import Billing
import Cells
import Desk

/// What stands around every screen: who works, the clock, the keys, what is awaited, what is held.
///
/// A screen is handed the shell with every call. It asks and speaks through it, and says where to
/// go; the workstation goes there once the screen has returned.
struct Shell: Equatable, Sendable {
  var settings: WorkstationSettings
  var log = MessageLog()
  var keymap: Keymap
  /// Keys of a sequence that is not complete, and since when.
  var pressed: [Key] = []
  var pressedAt = Timestamp(rawValue: 0)
  var waiting: [Purpose: Waiting] = [:]
  private var nextTicket = 1
  /// Effects of the message being handled; empty between messages.
  var effects: [Effect] = []
  /// Where screens want to go; empty between messages.
  var wishes = Wishes()
  /// The screen that is being called.
  var caller = Caller(number: 0, isOnTop: true)

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

  /// Where the first of the screens was closed that were closed one after another.
  var leaving: LastPlace?

  var overview: Overview?
  var billers: [String] = []
  /// Leases we hold, by item, with their fences.
  var leases: [WorkItemID: Int64] = [:]
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

  enum AfterOpening: Equatable, Sendable {
    case menu
    case form(FormStart)
  }

  /// Which screen is being called: what it asks is answered to it.
  struct Caller: Equatable, Sendable {
    var number: Int
    var isOnTop: Bool
  }

  init(settings: WorkstationSettings) {
    self.settings = settings
    keymap = Keymap(overrides: settings.keys)
    isMasked = settings.isMasked
  }

  // MARK: Asking

  /// Asks the office; an older question of the same purpose is no longer waited for.
  mutating func ask<Question: DeskQuestion>(
    _ question: Question, for purpose: Purpose, offset: Int? = nil,
    refused: @escaping Reply.Refused = { $0.shell.say(.error, SafeText(foreign: $1.message)) },
    then take: @escaping @Sendable (inout Workstation, Question.Answer) -> Void
  ) {
    let ticket = nextTicket
    nextTicket += 1
    let since = waiting[purpose]?.since ?? now
    waiting[purpose] = Waiting(ticket: ticket, job: question.job, since: since, offset: offset)
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

  func isWaiting(for purpose: Purpose) -> Bool { waiting[purpose] != nil }

  /// Whether the screen that is being called waits for a part of it.
  func isWaiting(for part: Purpose.Part) -> Bool {
    isWaiting(for: .shown(part, screen: caller.number))
  }

  /// The rows that must be asked for, unless they already are.
  func missing(
    _ wanted: (offset: Int, limit: Int)?, for part: Purpose.Part = .rows
  ) -> (offset: Int, limit: Int)? {
    guard let wanted else { return nil }
    if let wait = waiting[.shown(part, screen: caller.number)], wait.offset == wanted.offset {
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

  var privacy: Privacy { Privacy(isMasked: isMasked, glyphs: settings.glyphs) }

  /// A moment as the local clock shows it.
  func local(_ moment: Timestamp) -> Timestamp {
    moment.later(by: Int64(settings.minutesFromUTC) * 60_000)
  }

  // MARK: Room

  /// The room between the top line and the message line.
  static func body(of size: Size) -> Rect {
    Rect(column: 0, row: 1, columns: size.columns, rows: size.rows - 3)
  }

  /// The rows of that room.
  var bodyHeight: Int { max(1, size.rows - 3) }

  /// The cursor moved: what follows it waits until it rests.
  mutating func cursorMoved() {
    sidePaneDue = now.later(by: Workstation.restDelay)
  }
}
