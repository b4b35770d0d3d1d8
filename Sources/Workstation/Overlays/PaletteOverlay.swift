import Cells

/// Any command by a few letters.
struct PaletteOverlay: Overlay {
  var query = TextField(placeholder: "type a few letters of a command")
  var selected = 0

  func hints(_ shell: Shell) -> [HintLine.Hint] {
    [
      HintLine.Hint(shell.glyphs.enterText, "run"), HintLine.Hint("type", "to find"),
      HintLine.Hint("Esc", "close"),
    ]
  }

  /// The commands that fit what is typed, best first.
  private func entries(_ workstation: Workstation) -> [(command: Command, highlights: [Range<Int>])]
  {
    let all = CommandCatalogue.all.filter { !CommandName.notInPalette.contains($0.name) }
    guard !query.text.trimmed.isEmpty else {
      // Most used first, then what fits this screen.
      return all.enumerated().sorted { left, right in
        let a = rank(left.element, workstation)
        let b = rank(right.element, workstation)
        return a == b ? left.offset < right.offset : a < b
      }.map { ($0.element, []) }
    }
    return all.enumerated()
      .compactMap { offset, command in
        score(command, workstation).map { (offset: offset, command: command, score: $0) }
      }
      .sorted { ($1.score, $0.offset) < ($0.score, $1.offset) }
      .map { ($0.command, Fuzzy.match(query.text, in: $0.command.title.string)?.ranges ?? []) }
  }

  /// How well a command fits: its title and name count more than other words for it, and one that
  /// can be given here and now more than one that cannot.
  private func score(_ command: Command, _ workstation: Workstation) -> Int? {
    var scores: [Int] = []
    if let match = Fuzzy.match(query.text, in: command.title.string) {
      scores.append(match.score + 400)
    }
    if let match = Fuzzy.match(query.text, in: command.name.rawValue) {
      scores.append(match.score + 300)
    }
    scores += command.synonyms.compactMap { Fuzzy.match(query.text, in: $0)?.score }
    guard var best = scores.max() else { return nil }
    let start = query.text.trimmed.lowercased()
    let words =
      command.title.string.lowercased().split(separator: " ") + [command.name.rawValue[...]]
    if words.contains(where: { $0.hasPrefix(start) }) { best += 600 }
    return best - (workstation.refusal(of: command) == nil ? 0 : 300)
  }

  private func rank(_ command: Command, _ workstation: Workstation) -> Int {
    let used = -min(workstation.recall.uses(of: command.name), 1000) * 100
    let fits = command.contexts.contains(workstation.context) ? (command.isEverywhere ? 2 : 1) : 3
    return used + fits
  }

  mutating func press(_ key: Key, over workstation: inout Workstation) -> OverlayStep {
    switch key {
    case .escape, .control("p"):
      return .closes
    case .enter:
      let all = entries(workstation)
      guard all.indices.contains(selected) else { return .stays }
      let command = all[selected].command
      if let reason = workstation.refusal(of: command) {
        workstation.shell.say(.warning, "\(command.title): \(reason).")
        return .stays
      }
      workstation.shell.run(fromList: command)
      return .closes
    case .down, .tab, .control("n"): selected += 1
    case .up, .backTab: selected -= 1
    case .pageDown: selected += 10
    case .pageUp: selected -= 10
    default:
      guard query.handle(key) else { return .stays }
      selected = 0
    }
    let count = entries(workstation).count
    selected = max(0, min(selected, count - 1))
    return .stays
  }

  // MARK: Drawing

  func draw(on canvas: inout Canvas, over workstation: Workstation) {
    let entries = entries(workstation)
    let width = min(92, canvas.frame.size.columns - 8)
    let rows = min(18, canvas.frame.size.rows - 9)
    let inner = canvas.box("Commands", room: Size(columns: width, rows: rows + 2))
    query.draw(
      into: &canvas.frame, rect: inner.line(0), glyphs: canvas.glyphs, isFocused: true)
    guard !entries.isEmpty else {
      canvas.write("No command fits.", in: inner.line(2), style: .muted)
      return
    }
    let items = entries.map { entry in
      ListMenu.Item(
        entry.command.title, key: canvas.shell.keymap.label(of: entry.command.name) ?? "",
        detail: entry.command.help, disabledReason: workstation.refusal(of: entry.command),
        highlights: entry.highlights)
    }
    var list = ListMenu(items, selected: selected)
    list.isFocused = false
    canvas.draw(
      list,
      in: Rect(
        column: inner.column, row: inner.row + 2, columns: inner.columns, rows: inner.rows - 2))
  }
}
