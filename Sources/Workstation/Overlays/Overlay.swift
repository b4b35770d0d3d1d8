import Billing
import Cells
import Desk

/// Something over the screen that takes the keys.
enum Overlay: Equatable, Sendable {
  case help(HelpOverlay)
  case palette(PaletteOverlay)
  case commandLine(CommandLine)
  case filter(FilterLine)
  case menu(Menu)
  /// The decisions that may be taken.
  case decide(DecideMenu)
  case form(DecisionForm)
  case preview(PreviewDialog)
  /// An order being typed.
  case entry(OrderEntry)
  /// A group about to be sent.
  case send(SendForm)
  case quit
  /// Text that could not be put on the clipboard, to be copied by hand.
  case text(title: SafeText, text: String)
}

/// All keys and commands, narrowed by what is typed.
struct HelpOverlay: Equatable, Sendable {
  var query = TextField(placeholder: "type a word or a key")
  var selected = 0
}

/// Any command by a few letters.
struct PaletteOverlay: Equatable, Sendable {
  var query = TextField(placeholder: "type a few letters of a command")
  var selected = 0
}

/// A command being typed by its name.
struct CommandLine: Equatable, Sendable {
  var field = TextField(limit: 400)
  /// Lines given before, newest last, and which of them is shown.
  var historyIndex: Int?
  /// What was typed before the history was looked through.
  var typed = ""
  /// Completions on offer and the one filled in.
  var completions: [SafeText] = []
  var completion: Int?
}

/// The filter of a list being typed; the list follows it.
struct FilterLine: Equatable, Sendable {
  var screen: Int
  var field: TextField
  var error: FilterError?
  /// Values with counts for the word under the caret, and the one filled in.
  var completions: [Completion] = []
  var completion: Int?
  /// Characters of the text that a completion replaces.
  var completed: Range<Int> = 0..<0
  /// Whether a Tab waits for the values that were asked for.
  var awaitsCompletions = false
}

/// A short list to choose from.
struct Menu: Equatable, Sendable {
  enum Action: Equatable, Sendable {
    case command(CommandName)
    case order(WorkOrder)
    case openItem(WorkItemID, QueueName)
    case askEligibility
  }

  struct Entry: Equatable, Sendable {
    var title: SafeText
    var detail: SafeText = .empty
    var key: Character?
    /// Why it cannot be chosen.
    var refusal: SafeText?
    var action: Action
    /// Holds names or identifiers, so that it is covered when they are.
    var isPrivate = false
  }

  var title: SafeText
  var entries: [Entry]
  var selected = 0

  /// Puts the cursor on the next entry that can be chosen; stays where there is none.
  mutating func move(by step: Int) {
    guard !entries.isEmpty else { return }
    selected = max(0, min(selected + step, entries.count - 1))
  }
}

/// What a decision about many items would do, before it is done.
struct PreviewDialog: Equatable, Sendable {
  var preview: BulkPreview
  /// What will be done, in one sentence.
  var effect: SafeText
  /// Those of the marked that the filter hides.
  var hidden: Set<WorkItemID>
  /// The screen whose marks these are.
  var screen: Int
  var typed = TextField(limit: 9)
  var isSaving = false
  var error: SafeText?

  /// More items than this ask for their number to be typed.
  static let typedAbove = 100

  var mustType: Bool { preview.items.count > PreviewDialog.typedAbove }
}
