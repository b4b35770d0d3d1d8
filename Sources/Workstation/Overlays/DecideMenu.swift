import Billing
import Cells
import WorkEngine

/// The decisions that may be taken, narrowed by what is typed.
///
/// No letter decides by itself: letters narrow the list, and Enter takes the entry under the cursor.
/// So a word typed in haste never opens another decision than the one that is read. The two letters
/// before each entry are the same in every queue; typed in full they leave that entry alone.
struct DecideMenu: Overlay {
  struct Entry: Equatable, Sendable {
    var verb: DecisionVerb
    var title: SafeText
    /// Two letters, the same wherever the decision is listed.
    var code: String
    /// The name of its command and other words for it.
    var words: [String]
    var detail: SafeText
    /// Why it cannot be taken here.
    var refusal: SafeText?

    /// An entry in the words of the command catalogue.
    init(_ verb: DecisionVerb, detail: SafeText = .empty, refusal: SafeText? = nil) {
      let command = CommandCatalogue.entry(of: verb)
      self.verb = verb
      title = SafeText(foreign: verb.title)
      code = command?.code ?? ""
      words = [command?.name.rawValue ?? verb.rawValue] + (command?.synonyms ?? [])
      self.detail = detail
      self.refusal = refusal
    }
  }

  var title: SafeText
  var entries: [Entry]
  var query = TextField(placeholder: "type words or the two letters", limit: 60)
  /// Counted in the entries that fit.
  var selected = 0

  init(title: SafeText, entries: [Entry]) {
    self.title = title
    self.entries = entries
    selected = entries.firstIndex { $0.refusal == nil } ?? 0
  }

  /// What is typed, without the space around it, in small letters.
  private var typed: String { query.text.trimmed.lowercased() }

  /// The entries that fit what is typed, best first.
  var fitting: [Entry] {
    let typed = typed
    guard !typed.isEmpty else { return entries }
    // Two letters mean one decision and no other, also where that one is not offered.
    if DecideMenu.verb(ofCode: typed) != nil { return entries.filter { $0.code == typed } }
    return entries.enumerated()
      .compactMap { offset, entry in entry.rank(typed).map { (rank: $0, offset: offset) } }
      .sorted { ($0.rank, $0.offset) < ($1.rank, $1.offset) }
      .map { entries[$0.offset] }
  }

  var chosen: Entry? {
    let fitting = fitting
    return fitting.indices.contains(selected) ? fitting[selected] : nil
  }

  /// Why nothing fits, in words.
  var emptyText: SafeText {
    if let verb = DecideMenu.verb(ofCode: typed) {
      return "\(foreign: verb.title) is not offered here."
    }
    return "No decision here is called that."
  }

  mutating func move(by step: Int) {
    selected = max(0, min(selected + step, fitting.count - 1))
  }

  /// The first fitting entry is under the cursor again; with nothing typed the first allowed one.
  mutating func queryChanged() {
    selected = typed.isEmpty ? entries.firstIndex { $0.refusal == nil } ?? 0 : 0
  }

  func hints(_ shell: Shell) -> [HintLine.Hint] {
    [
      HintLine.Hint(shell.glyphs.enterText, "take it"), HintLine.Hint("type", "to narrow"),
      HintLine.Hint("↓", "move"), HintLine.Hint("Esc", "close"),
    ]
  }

  mutating func press(_ key: Key, over workstation: inout Workstation) -> OverlayStep {
    switch key {
    case .escape:
      return .closes
    case .enter:
      return take(&workstation.shell)
    case .down, .tab, .control("n"): move(by: 1)
    case .up, .backTab, .control("p"): move(by: -1)
    case .pageDown: move(by: 10)
    case .pageUp: move(by: -10)
    default:
      guard query.handle(key) else { return .stays }
      queryChanged()
    }
    return .stays
  }

  private func take(_ shell: inout Shell) -> OverlayStep {
    guard let entry = chosen else {
      shell.say(.warning, emptyText)
      return .stays
    }
    if let reason = entry.refusal {
      shell.say(.warning, "\(entry.title): \(reason).")
      return .stays
    }
    shell.wishes.append { $0.begin(entry.verb) }
    return .closes
  }

  private static func verb(ofCode code: String) -> DecisionVerb? {
    guard code.count == 2 else { return nil }
    return CommandCatalogue.all.first { $0.code == code }?.verb
  }

  // MARK: Drawing

  func draw(on canvas: inout Canvas, over workstation: Workstation) {
    func items(_ entries: [DecideMenu.Entry]) -> [ListMenu.Item] {
      entries.map { entry in
        ListMenu.Item(
          entry.title, key: SafeText(foreign: entry.code), detail: entry.detail,
          disabledReason: entry.refusal)
      }
    }
    // The box keeps its size while the list narrows.
    let room = ListMenu(items(entries)).idealSize
    let inner = canvas.box(title, room: Size(columns: max(room.columns, 40), rows: room.rows + 2))
    query.draw(
      into: &canvas.frame, rect: inner.line(0), glyphs: canvas.glyphs, isFocused: true)
    let fitting = fitting
    guard !fitting.isEmpty else {
      canvas.write(emptyText, in: inner.line(2), style: .muted)
      return
    }
    var list = ListMenu(items(fitting), selected: selected)
    list.isFocused = false
    canvas.draw(
      list,
      in: Rect(
        column: inner.column, row: inner.row + 2, columns: inner.columns, rows: inner.rows - 2))
  }
}

extension DecideMenu.Entry {
  /// How well the entry fits: 0 where its title begins so, 1 where words of the title do, 2 where
  /// other words for it do; nil where some word that was typed begins none of them.
  fileprivate func rank(_ typed: String) -> Int? {
    let name = title.string.lowercased()
    if name.hasPrefix(typed) { return 0 }
    let titleWords = name.split { !$0.isLetter && !$0.isNumber }
    let allWords =
      titleWords + words.flatMap { $0.lowercased().split { !$0.isLetter && !$0.isNumber } }
    let typedWords = typed.split { !$0.isLetter && !$0.isNumber }
    guard !typedWords.isEmpty else { return nil }
    func areAll(in words: [Substring]) -> Bool {
      typedWords.allSatisfy { typed in words.contains { $0.hasPrefix(typed) } }
    }
    if areAll(in: titleWords) { return 1 }
    return areAll(in: allWords) ? 2 : nil
  }
}
