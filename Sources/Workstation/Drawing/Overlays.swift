// What lies over a screen: help, palette, menus, dialogs, lines being typed.

import Billing
import Cells
import Desk

extension Workstation {
  func draw(_ overlay: Overlay, on canvas: inout Canvas) {
    let isTop = overlays.last == overlay
    switch overlay {
    case .help(let help): draw(help, on: &canvas)
    case .palette(let palette): draw(palette, on: &canvas)
    case .commandLine(let line): draw(line, on: &canvas)
    case .filter(let line): drawCompletions(of: line, on: &canvas)
    case .menu(let menu): draw(menu, on: &canvas)
    case .decide(let menu): draw(menu, on: &canvas)
    case .form(let form):
      // The preview says what the form said.
      if case .preview = overlays.last { break }
      draw(form, isTop: isTop, on: &canvas)
    case .preview(let dialog): draw(dialog, on: &canvas)
    case .entry(let entry): draw(entry, on: &canvas)
    case .send(let form): draw(form, on: &canvas)
    case .quit: drawQuit(on: &canvas)
    case .text(let title, let text):
      canvas.draw(
        Dialog(title: title, body: SafeText.lines(foreign: text).map { StyledText($0) }),
        in: canvas.frame.bounds)
    }
  }

  /// The keys that work in an overlay.
  func overlayHints(_ overlay: Overlay) -> [HintLine.Hint] {
    let enter = shell.glyphs.enterText
    func hint(_ key: SafeText, _ label: SafeText) -> HintLine.Hint { HintLine.Hint(key, label) }
    return switch overlay {
    case .help: [hint(enter, "run"), hint("type", "to search"), hint("Esc", "close")]
    case .palette: [hint(enter, "run"), hint("type", "to find"), hint("Esc", "close")]
    case .commandLine:
      [hint(enter, "give"), hint("Tab", "complete"), hint("↑", "earlier"), hint("Esc", "close")]
    case .filter:
      [
        hint(enter, "keep"), hint("Esc", "clear"), hint("Tab", "complete"), hint("↓", "look"),
      ]
    case .menu: [hint(enter, "choose"), hint("j k", "move"), hint("Esc", "close")]
    case .decide:
      [
        hint(enter, "take it"), hint("type", "to narrow"), hint("↓", "move"),
        hint("Esc", "close"),
      ]
    case .form(let form):
      form.isSaving
        ? [hint("", "Saving")]
        : [hint(enter, "do it"), hint("Tab", "next field"), hint("Esc", "leave it")]
    case .preview(let dialog):
      dialog.mustType
        ? [hint("type", "the number"), hint(enter, "do it"), hint("Esc", "stay")]
        : [hint(enter, "do it"), hint("Esc", "stay")]
    case .entry(let entry):
      entry.isSaving
        ? [hint("", "Saving")]
        : [
          hint(enter, "save"), hint("Tab", "next field"), hint("PgDn", "next section"),
          hint("Ctrl-n", "add a line"), hint("Ctrl-r", "take it out"), hint("Esc", "leave it"),
        ]
    case .send(let form):
      form.isSaving
        ? [hint("", "Sending")]
        : [hint("type", "count and total"), hint(enter, "send"), hint("Esc", "stay")]
    case .quit: [hint(enter, "quit"), hint("Esc", "stay")]
    case .text: [hint("Esc", "close")]
    }
  }

  // MARK: Menus

  private func draw(_ menu: Menu, on canvas: inout Canvas) {
    let items = menu.entries.map { entry in
      ListMenu.Item(
        entry.isPrivate && shell.isMasked ? canvas.privacy.cover : entry.title,
        key: entry.key.map { SafeText(foreign: String($0)) } ?? "", detail: entry.detail,
        disabledReason: entry.refusal)
    }
    let list = ListMenu(items, selected: menu.selected)
    let inner = drawBox(
      menu.title, room: list.idealSize, on: &canvas)
    canvas.draw(list, in: inner)
  }

  /// Draws an empty box in the middle.
  ///
  /// - Returns: the room inside.
  func drawBox(_ title: SafeText, room: Size, on canvas: inout Canvas) -> Rect {
    let bounds = Shell.body(of: canvas.frame.size)
    let rect = bounds.centred(
      Size(
        columns: min(max(room.columns, title.columns + 4) + 4, bounds.columns - 2),
        rows: min(room.rows + 2, bounds.rows)))
    canvas.frame.fill(rect)
    canvas.draw(Box(title: StyledText(title, .title)), in: rect)
    return Box.inner(of: rect).inset(columns: 1)
  }

  // MARK: Help

  private func draw(_ help: HelpOverlay, on canvas: inout Canvas) {
    let area = Shell.body(of: canvas.frame.size)
    canvas.frame.fill(area)
    let inner = area.inset(columns: 1)
    canvas.write("Help: \(CommandCatalogue.entry(.help).help)", in: inner.line(0), style: .muted)
    canvas.write("/", in: inner.line(1), style: .key)
    var query = inner.line(1)
    query.column += 2
    query.columns = min(40, query.columns - 2)
    help.query.draw(into: &canvas.frame, rect: query, glyphs: canvas.glyphs, isFocused: true)
    let groups = helpEntries(help.query.text)
    guard !groups.isEmpty else {
      canvas.writeEmpty(["Nothing fits. Esc clears the search."], in: area)
      return
    }
    let room = Rect(
      column: inner.column, row: inner.row + 3, columns: inner.columns, rows: inner.rows - 6)
    drawHelpColumns(groups, selected: help.selected, on: &canvas, in: room)
    let all = groups.flatMap(\.commands)
    if all.indices.contains(help.selected) {
      let command = all[help.selected]
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
    let extents: [Extent] =
      groups.count < 3
      ? Array(repeating: .rest, count: groups.count) : [.fill(5), .fill(5), .fill(4)]
    let columns = rect.columns(extents, gap: 2)
    var first = 0
    for (index, group) in groups.enumerated() {
      defer { first += group.commands.count }
      guard index < columns.count else { continue }
      let pane = columns[index]
      let isEverywhereElse = index == columns.count - 1 && groups.count > columns.count
      var items = [ListMenu.Item(group.title, isHeading: true)]
      items += group.commands.map(helpItem)
      var chosen =
        selected >= first && selected < first + group.commands.count
        ? selected - first + 1 : nil
      if isEverywhereElse {
        let rest = groups[columns.count]
        items.append(ListMenu.Item(rest.title, isHeading: true))
        if chosen == nil, selected >= first + group.commands.count {
          chosen = items.count + selected - first - group.commands.count
        }
        items += rest.commands.map(helpItem)
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

  private func helpItem(_ command: Command) -> ListMenu.Item {
    let most = shell.size.columns < 110 ? 1 : 2
    let keys = shell.keymap.sequences(of: command.name).prefix(most).map(Keymap.label)
    if keys.isEmpty { return ListMenu.Item(SafeText(foreign: command.name.rawValue)) }
    return ListMenu.Item(
      command.title, key: command.name == .view ? "1-9" : keys.joined(separator: " "))
  }

  // MARK: Palette

  private func draw(_ palette: PaletteOverlay, on canvas: inout Canvas) {
    let entries = paletteEntries(palette.query.text)
    let width = min(92, canvas.frame.size.columns - 8)
    let rows = min(18, canvas.frame.size.rows - 9)
    let inner = drawBox("Commands", room: Size(columns: width, rows: rows + 2), on: &canvas)
    palette.query.draw(
      into: &canvas.frame, rect: inner.line(0), glyphs: canvas.glyphs, isFocused: true)
    guard !entries.isEmpty else {
      canvas.write("No command fits.", in: inner.line(2), style: .muted)
      return
    }
    let items = entries.map { entry in
      ListMenu.Item(
        entry.command.title, key: shell.keymap.label(of: entry.command.name) ?? "",
        detail: entry.command.help, disabledReason: refusal(of: entry.command),
        highlights: entry.highlights)
    }
    var list = ListMenu(items, selected: palette.selected)
    list.isFocused = false
    canvas.draw(
      list,
      in: Rect(
        column: inner.column, row: inner.row + 2, columns: inner.columns, rows: inner.rows - 2))
  }

  // MARK: Lines

  private func draw(_ line: CommandLine, on canvas: inout Canvas) {
    let size = canvas.frame.size
    let row = Rect(column: 0, row: size.rows - 2, columns: size.columns, rows: 1)
    canvas.frame.fill(row)
    let inner = row.inset(columns: 1)
    canvas.write(":", in: inner, style: .key)
    var field = inner
    field.column += 1
    field.columns -= 1
    line.field.draw(into: &canvas.frame, rect: field, glyphs: canvas.glyphs, isFocused: true)
    drawCommandOffers(line, on: &canvas, above: row.row)
  }

  /// What the line could become, above it: commands with their arguments and titles.
  private func drawCommandOffers(_ line: CommandLine, on canvas: inout Canvas, above row: Int) {
    let offers = line.completions.isEmpty ? completions(of: line.field.text) : line.completions
    guard !offers.isEmpty, !(line.field.isEmpty && line.completions.isEmpty) else { return }
    let shown = Array(offers.prefix(8))
    let items = shown.map { offer -> ListMenu.Item in
      let command = CommandName(rawValue: offer.string).map(CommandCatalogue.entry)
      let isName = !line.field.text.trimmed.contains(" ") || line.completions.isEmpty
      return ListMenu.Item(
        command == nil || !isName ? offer : "\(offer) \(command?.argument ?? "")",
        detail: command?.title ?? "")
    }
    var menu = ListMenu(items, selected: line.completion)
    menu.isFocused = false
    let width = min(menu.idealSize.columns + 4, canvas.frame.size.columns - 2)
    let rect = Rect(
      column: 0, row: row - items.count - 2, columns: width, rows: items.count + 2)
    canvas.frame.fill(rect)
    canvas.draw(Box(), in: rect)
    canvas.draw(menu, in: Box.inner(of: rect).inset(columns: 1))
  }

  private func drawCompletions(of line: FilterLine, on canvas: inout Canvas) {
    if let error = line.error {
      let row = Rect(
        column: 0, row: canvas.frame.size.rows - 2, columns: canvas.frame.size.columns, rows: 1)
      canvas.frame.fill(row)
      canvas.draw(
        MessageLine(.error, SafeText(foreign: error.message)), in: row.inset(columns: 1))
    }
    guard !line.completions.isEmpty else { return }
    let items = line.completions.map {
      ListMenu.Item(SafeText(foreign: $0.value), detail: MoneyText.count($0.count))
    }
    var menu = ListMenu(items, selected: line.completion)
    menu.isFocused = false
    let rect = Rect(
      column: 1, row: 3, columns: min(menu.idealSize.columns + 4, canvas.frame.size.columns - 2),
      rows: items.count + 2)
    canvas.frame.fill(rect)
    canvas.draw(Box(), in: rect)
    canvas.draw(menu, in: Box.inner(of: rect).inset(columns: 1))
  }

  // MARK: Quitting

  private func drawQuit(on canvas: inout Canvas) {
    var body: [StyledText] = []
    if !shell.leases.isEmpty {
      let names = screens.all.compactMap { ($0.screen as? ItemScreen)?.detail?.row.reference }
      let list = names.map { canvas.privacy.identifier($0) }.joined(separator: ", ")
      body.append(
        StyledText(
          "\(Wording.count(shell.leases.count, "item")) \(shell.leases.count == 1 ? "is" : "are") open under your name\(list.isEmpty ? "" : ": \(list)")."
        ))
      body.append(
        StyledText("Quitting gives \(shell.leases.count == 1 ? "it" : "them") back.", .muted))
    }
    if hasTypedText {
      body.append(StyledText("What you typed into a form and did not send is lost.", .warning))
    }
    if body.isEmpty { body.append(StyledText("Everything is saved.")) }
    canvas.draw(
      Dialog(
        title: "Quit?", body: body,
        hints: [
          HintLine.Hint(shell.glyphs.enterText, "quit"), HintLine.Hint("Esc", "stay"),
        ]), in: canvas.frame.bounds)
  }
}
