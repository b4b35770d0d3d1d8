import Cells

/// All keys and commands, narrowed by what is typed.
struct HelpOverlay: Overlay {
  var query = TextField(placeholder: "type a word or a key")
  var selected = 0

  func hints(_ shell: Shell) -> [HintLine.Hint] {
    [
      HintLine.Hint(shell.glyphs.enterText, "run"), HintLine.Hint("type", "to search"),
      HintLine.Hint("Esc", "close"),
    ]
  }

  /// The entries of the help that fit what is typed, in the order shown.
  private func groups(_ workstation: Workstation) -> [HelpGroup] {
    let words = query.text.lowercased().split(separator: " ")
    func fits(_ command: Command) -> Bool {
      guard !words.isEmpty else { return true }
      let keys = workstation.shell.keymap.sequences(of: command.name).map {
        Keymap.label($0).string
      }
      if keys.contains(query.text.trimmed) { return true }
      let text =
        ([command.name.rawValue, command.title.string, command.help.string] + command.synonyms
        + keys).joined(separator: " ").lowercased()
      return words.allSatisfy { text.contains($0) }
    }
    let context = workstation.context
    let here = CommandCatalogue.all.filter {
      $0.contexts.contains(context) && !$0.isEverywhere
        && !workstation.shell.keymap.sequences(of: $0.name).isEmpty
    }
    .sorted { $0.helpOrder < $1.helpOrder }
    let everywhere = CommandCatalogue.all.filter {
      $0.isEverywhere && !workstation.shell.keymap.sequences(of: $0.name).isEmpty
    }
    let named = CommandCatalogue.all.filter {
      workstation.shell.keymap.sequences(of: $0.name).isEmpty && $0.contexts.contains(context)
    }
    let elsewhere =
      words.isEmpty
      ? []
      : CommandCatalogue.all.filter { !$0.contexts.contains(context) }
    return [
      HelpGroup(title: "On this screen", commands: here.filter(fits)),
      HelpGroup(title: "Everywhere", commands: everywhere.filter(fits)),
      HelpGroup(title: "By name, after :", commands: named.filter(fits)),
      HelpGroup(title: "On other screens", commands: elsewhere.filter(fits)),
    ].filter { !$0.commands.isEmpty }
  }

  mutating func press(_ key: Key, over workstation: inout Workstation) -> OverlayStep {
    let count = groups(workstation).reduce(0) { $0 + $1.commands.count }
    switch key {
    case .escape, .function(1):
      if key == .escape, !query.isEmpty {
        query.setText("")
        selected = 0
        break
      }
      return .closes
    case .character("?") where query.isEmpty, .character("q") where query.isEmpty:
      return .closes
    case .enter:
      let all = groups(workstation).flatMap(\.commands)
      guard all.indices.contains(selected) else { return .stays }
      workstation.shell.run(fromList: all[selected])
      return .closes
    case .down, .tab, .control("n"): selected += 1
    case .up, .backTab, .control("p"): selected -= 1
    case .pageDown, .control("d"): selected += 10
    case .pageUp, .control("u"): selected -= 10
    case .home where query.isEmpty: selected = 0
    case .end where query.isEmpty: selected = count - 1
    default:
      guard query.handle(key) else { return .stays }
      selected = 0
    }
    let now = groups(workstation).reduce(0) { $0 + $1.commands.count }
    selected = max(0, min(selected, now - 1))
    return .stays
  }

  // MARK: Drawing

  func draw(on canvas: inout Canvas, over workstation: Workstation) {
    let area = Terminal.body(of: canvas.frame.size)
    canvas.frame.fill(area)
    let inner = area.inset(columns: 1)
    canvas.write("Help: \(CommandCatalogue.entry(.help).help)", in: inner.line(0), style: .muted)
    canvas.write("/", in: inner.line(1), style: .key)
    var field = inner.line(1)
    field.column += 2
    field.columns = min(40, field.columns - 2)
    query.draw(into: &canvas.frame, rect: field, glyphs: canvas.glyphs, isFocused: true)
    let groups = groups(workstation)
    guard !groups.isEmpty else {
      canvas.writeEmpty(["Nothing fits. Esc clears the search."], in: area)
      return
    }
    let room = Rect(
      column: inner.column, row: inner.row + 3, columns: inner.columns, rows: inner.rows - 6)
    drawHelpColumns(groups, selected: selected, on: &canvas, in: room)
    let all = groups.flatMap(\.commands)
    if all.indices.contains(selected) {
      let command = all[selected]
      let argument: SafeText = command.argument.isEmpty ? "" : " \(command.argument)"
      let about =
        StyledText(":\(foreign: command.name.rawValue)\(argument)  ", .accent)
        + StyledText(command.help)
      let lines = Paragraph([about], hanging: 2).wrapped(width: inner.columns).prefix(2)
      for (index, line) in lines.enumerated() {
        canvas.write(line, in: inner.line(inner.rows - 2 + index))
      }
    }
  }

  private func drawHelpColumns(
    _ groups: [HelpGroup], selected: Int, on canvas: inout Canvas, in rect: Rect
  ) {
    // The third column holds names only, which are shorter than keys with titles.
    let weights = groups.count < 3 ? Array(repeating: 1, count: groups.count) : [5, 5, 4]
    let columns = rect.columns(weights: weights, gap: 2)
    var first = 0
    for (index, group) in groups.enumerated() {
      defer { first += group.commands.count }
      guard index < columns.count else { continue }
      let pane = columns[index]
      let isEverywhereElse = index == columns.count - 1 && groups.count > columns.count
      var items = [ListMenu.Item(group.title, isHeading: true)]
      items += group.commands.map { helpItem($0, canvas.shell) }
      var chosen =
        selected >= first && selected < first + group.commands.count
        ? selected - first + 1 : nil
      if isEverywhereElse {
        let rest = groups[columns.count]
        items.append(ListMenu.Item(rest.title, isHeading: true))
        if chosen == nil, selected >= first + group.commands.count {
          chosen = items.count + selected - first - group.commands.count
        }
        items += rest.commands.map { helpItem($0, canvas.shell) }
      }
      drawHelpColumn(items, selected: chosen, on: &canvas, in: pane)
    }
  }

  /// A column that keeps its chosen entry in sight and says what is below.
  private func drawHelpColumn(
    _ items: [ListMenu.Item], selected: Int?, on canvas: inout Canvas, in rect: Rect
  ) {
    guard items.count > rect.rows else {
      canvas.draw(ListMenu(items, selected: selected), in: rect)
      return
    }
    let height = rect.rows - 1
    let top = max(0, min((selected ?? 0) - height + 1, items.count - height))
    canvas.draw(
      ListMenu(items, selected: selected, top: top),
      in: Rect(column: rect.column, row: rect.row, columns: rect.columns, rows: height))
    let below = items.count - top - height
    if below > 0 {
      canvas.write(
        "\(SafeText(glyph: canvas.glyphs.down)) \(below) more", in: rect.line(height),
        style: .muted, align: .center)
    }
  }

  private func helpItem(_ command: Command, _ shell: Shell) -> ListMenu.Item {
    let most = shell.terminal.size.columns < 110 ? 1 : 2
    let keys = shell.keymap.sequences(of: command.name).prefix(most).map(Keymap.label)
    if keys.isEmpty { return ListMenu.Item(SafeText(foreign: command.name.rawValue)) }
    return ListMenu.Item(
      command.title, key: command.name == .view ? "1-9" : keys.joined(separator: " "))
  }
}

/// Commands of one column of the help.
private struct HelpGroup {
  var title: SafeText
  var commands: [Command]
}
