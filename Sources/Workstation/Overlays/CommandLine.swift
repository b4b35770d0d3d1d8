import Cells

/// A command being typed by its name.
struct CommandLine: Overlay {
  var field = TextField(limit: 400)
  /// Lines given before, newest last, and which of them is shown.
  private var historyIndex: Int?
  /// What was typed before the history was looked through.
  private var typed = ""
  /// Completions on offer and the one filled in.
  private var completions: [SafeText] = []
  private var completion: Int?

  init(_ text: String = "") {
    if !text.isEmpty { field.setText(text) }
  }

  func hints(_ shell: Shell) -> [HintLine.Hint] {
    [
      HintLine.Hint(shell.glyphs.enterText, "give"), HintLine.Hint("Tab", "complete"),
      HintLine.Hint("↑", "earlier"), HintLine.Hint("Esc", "close"),
    ]
  }

  mutating func press(_ key: Key, over workstation: inout Workstation) -> OverlayStep {
    switch key {
    case .escape:
      return .closes
    case .backspace where field.isEmpty:
      return .closes
    case .enter:
      let text = field.text
      workstation.shell.wishes.append { $0.give(text) }
      return .closes
    case .up: lookBack(by: -1, workstation.recall.commands)
    case .down: lookBack(by: 1, workstation.recall.commands)
    case .tab: complete(by: 1, workstation)
    case .backTab: complete(by: -1, workstation)
    default:
      guard field.handle(key) else { return .stays }
      (completions, completion, historyIndex) = ([], nil, nil)
    }
    return .stays
  }

  private mutating func lookBack(by step: Int, _ history: [String]) {
    guard !history.isEmpty else { return }
    if historyIndex == nil {
      guard step < 0 else { return }
      typed = field.text
    }
    let index = (historyIndex ?? history.count) + step
    if index >= history.count {
      historyIndex = nil
      field.setText(typed)
    } else {
      historyIndex = max(0, index)
      field.setText(history[max(0, index)])
    }
  }

  private mutating func complete(by step: Int, _ workstation: Workstation) {
    if completions.isEmpty {
      typed = field.text
      completions = workstation.completions(of: typed)
      completion = nil
    }
    guard !completions.isEmpty else { return }
    let count = completions.count
    let next = completion.map { ($0 + step + count) % count } ?? (step > 0 ? 0 : count - 1)
    completion = next
    let name = typed.prefix { $0 != " " }
    let value = completions[next].string
    field.setText(typed.contains(" ") ? name + " " + value : value + " ")
  }

  // MARK: Drawing

  func draw(on canvas: inout Canvas, over workstation: Workstation) {
    let size = canvas.frame.size
    let row = Rect(column: 0, row: size.rows - 2, columns: size.columns, rows: 1)
    canvas.frame.fill(row)
    let inner = row.inset(columns: 1)
    canvas.write(":", in: inner, style: .key)
    var room = inner
    room.column += 1
    room.columns -= 1
    field.draw(into: &canvas.frame, rect: room, glyphs: canvas.glyphs, isFocused: true)
    drawOffers(workstation, on: &canvas, above: row.row)
  }

  /// What the line could become, above it: commands with their arguments and titles.
  private func drawOffers(
    _ workstation: Workstation, on canvas: inout Canvas, above row: Int
  ) {
    let offers = completions.isEmpty ? workstation.completions(of: field.text) : completions
    guard !offers.isEmpty, !(field.isEmpty && completions.isEmpty) else { return }
    let shown = Array(offers.prefix(8))
    let items = shown.map { offer -> ListMenu.Item in
      let command = CommandName(rawValue: offer.string).map(CommandCatalogue.entry)
      let isName = !field.text.trimmed.contains(" ") || completions.isEmpty
      return ListMenu.Item(
        command == nil || !isName ? offer : "\(offer) \(command?.argument ?? "")",
        detail: command?.title ?? "")
    }
    var menu = ListMenu(items, selected: completion)
    menu.isFocused = false
    let width = min(menu.idealSize.columns + 4, canvas.frame.size.columns - 2)
    let rect = Rect(
      column: 0, row: row - items.count - 2, columns: width, rows: items.count + 2)
    canvas.frame.fill(rect)
    canvas.draw(Box(), in: rect)
    canvas.draw(menu, in: Box.inner(of: rect).inset(columns: 1))
  }
}
