// What is ready to go out, the batches that went, and the form that sends a group.

import Billing
import Cells
import Desk

extension Workstation {
  /// Rows of the list of groups; the batches stand below.
  func transmissionListRows(height: Int, groups: Int) -> Int {
    max(2, min(max(groups, 1), (height - 6) / 2))
  }

  func draw(_ screen: TransmissionScreen, on canvas: inout Canvas, in rect: Rect) {
    guard let board = screen.board else { return }
    let area = rect.inset(columns: 1)
    drawSummary(board, on: &canvas, in: area.line(0))
    if let refusal = board.refusal {
      canvas.write(StyledText("! \(foreign: refusal)", .danger), in: area.line(1))
    }
    let listRows = transmissionListRows(height: rect.rows, groups: board.groups.count)
    let top = Rect(
      column: rect.column, row: rect.row + 2, columns: rect.columns, rows: listRows + 1)
    if board.groups.isEmpty {
      canvas.write("    Nothing is ready to go out.", in: top.line(0))
      canvas.write(
        "    Confirmed orders without open holds come here by themselves.", in: top.line(1),
        style: .muted)
    } else {
      drawGroups(screen, on: &canvas, in: top)
    }
    let below = Rect(
      column: area.column, row: top.endRow + 1, columns: area.columns,
      rows: rect.endRow - top.endRow - 1)
    drawBatches(board, on: &canvas, in: below)
  }

  private func drawSummary(
    _ board: TransmissionBoard, on canvas: inout Canvas, in rect: Rect
  ) {
    let claims = board.groups.reduce(0) { $0 + $1.claims }
    let total = board.groups.map(\.total).total()
    var left = StyledText("Ready  ", .title)
    left += StyledText("\(Wording.count(claims, "claim"))", Style.text.bold)
    left += StyledText("\(canvas.separator)\(Wording.money(total))")
    let right =
      board.alarms > 0
      ? StyledText(
        "! \(Wording.count(board.alarms, "batch", plural: "batches")) without an answer",
        Style.danger.bold)
      : StyledText("every batch is answered", .muted)
    canvas.write(left: left, right: board.batches.isEmpty ? "" : right, in: rect)
  }

  private func drawGroups(
    _ screen: TransmissionScreen, on canvas: inout Canvas, in rect: Rect
  ) {
    let list = screen.list
    let rows = list.visible.compactMap { list.row(at: $0) }.map { group -> Table.Row in
      let left = group.nextDue.map { $0 - settings.today }
      let style = Style.deadline(daysLeft: left, isExpired: false)
      return Table.Row(
        [
          Table.Cell(SafeText(foreign: group.payerName)),
          Table.Cell(SafeText(foreign: group.clearinghouse), .muted),
          Table.Cell(MoneyText.count(group.claims)),
          Table.Cell(
            group.secondary == 0 ? "-" : MoneyText.count(group.secondary),
            group.secondary == 0 ? .muted : .text),
          Table.Cell(MoneyText.count(group.lines), .muted),
          Table.Cell(Wording.money(group.total)),
          Table.Cell(group.nextDue.map { Wording.date($0, today: settings.today) } ?? "-", style),
          Table.Cell(
            group.warnings == 0 ? "-" : MoneyText.count(group.warnings),
            group.warnings == 0 ? .muted : .warning),
        ], sign: left.map { $0 < 0 } ?? false ? "!" : nil, signStyle: .danger)
    }
    var table = Table(
      columns: [
        Table.Column("Payer", width: .flexible(minimum: 16, weight: 2), keepsEnd: true),
        Table.Column("Through", width: .flexible(minimum: 10, weight: 1), priority: 3),
        Table.Column("Claims", width: .fixed(6), align: .trailing),
        Table.Column("2nd", width: .fixed(4), align: .trailing, priority: 2),
        Table.Column("Lines", width: .fixed(6), align: .trailing, priority: 4),
        Table.Column("Total", width: .fixed(13), align: .trailing),
        Table.Column("Next due", width: .fixed(11)),
        Table.Column("Warn", width: .fixed(4), align: .trailing, priority: 1),
      ], rows: rows,
      selected: list.visible.contains(list.cursorIndex) ? list.cursorIndex - list.top : nil)
    table.isFocused = overlays.isEmpty
    canvas.draw(table, in: rect)
  }

  private func drawBatches(_ board: TransmissionBoard, on canvas: inout Canvas, in rect: Rect) {
    canvas.write("Batches, those without an answer first", in: rect.line(0), style: .title)
    guard !board.batches.isEmpty else {
      canvas.write("  No batch was sent yet.", in: rect.line(1), style: .muted)
      return
    }
    let isWide = rect.columns >= 100
    var grid = TextGrid(
      [.leading, .leading, .trailing, .trailing, .leading], indent: 2, flexible: 1)
    for batch in board.batches.prefix(max(0, rect.rows - 1)) {
      let isLate = batch.unanswered > 0 && settings.today - batch.sentOn > 1
      let name =
        isWide ? "\(batch.receiver)  \(batch.fileName.lastPathPart)" : batch.fileName.lastPathPart
      grid.add([
        StyledText(isLate ? "! " : "  ", .danger)
          + StyledText(Wording.date(batch.sentOn, today: settings.today), .muted),
        StyledText(SafeText(foreign: name)), StyledText(Wording.count(batch.claims, "claim")),
        StyledText(Wording.money(batch.total)), answers(of: batch, isLate: isLate),
      ])
    }
    let lines = grid.lines(width: rect.columns, glyphs: canvas.glyphs)
    for (index, line) in lines.enumerated() where index + 1 < rect.rows {
      canvas.write(line, in: rect.line(index + 1))
    }
  }

  private func answers(of batch: Batch, isLate: Bool) -> StyledText {
    if batch.unanswered == batch.claims {
      return StyledText("no answer yet", isLate ? .danger : .muted)
    }
    var line = StyledText()
    func add(_ number: Int, _ word: SafeText, _ style: Style) {
      guard number > 0 else { return }
      if line.columns > 0 { line += StyledText(", ", .muted) }
      line += StyledText("\(MoneyText.count(number)) \(word)", style)
    }
    add(batch.rejected, "rejected", .danger)
    add(batch.unanswered, "waiting", isLate ? .danger : .muted)
    add(batch.received, "received", .muted)
    add(batch.accepted, "accepted", .good)
    return line
  }

  // MARK: The form

  func draw(_ form: SendForm, on canvas: inout Canvas) {
    let bounds = body(of: canvas.frame.size)
    let width = min(70, bounds.columns - 2)
    var lines = [
      StyledText("To ", .muted)
        + StyledText(SafeText(foreign: form.group.payerName), Style.text.bold)
        + StyledText(" through \(foreign: form.group.clearinghouse)", .muted),
      StyledText(
        "\(Wording.count(form.group.claims, "claim")), \(Wording.count(form.group.lines, "line")), \(Wording.money(form.group.total))"
      ),
    ]
    if form.group.secondary > 0 {
      let claims = Wording.count(form.group.secondary, "claim")
      lines.append(
        StyledText("  \(claims) to a next payer, with the answer of the one before", .muted))
    }
    if form.group.warnings > 0 {
      lines.append(
        StyledText("! \(Wording.count(form.group.warnings, "warning")); nothing stops it", .warning)
      )
    }
    lines.append(
      StyledText("It leaves the house: type its count and its total.", .muted))
    let text = Paragraph(lines, hanging: 2).wrapped(width: width - 6)
    var help: [StyledText] = []
    if let error = form.error {
      help += Paragraph([StyledText("!! \(error)", .danger)], hanging: 3).wrapped(width: width - 6)
    } else if form.isSaving {
      help.append(StyledText("Sending\(SafeText(glyph: canvas.glyphs.ellipsis))", .muted))
    } else {
      let field = form.fields[form.focus]
      help.append(
        field.error.map { StyledText("! \($0)", .danger) } ?? StyledText(field.help, .muted))
    }
    let rect = bounds.centred(
      Size(columns: width, rows: text.count + form.fields.count + help.count + 4))
    canvas.frame.fill(rect)
    canvas.draw(Box(title: StyledText("Send the batch", .title)), in: rect)
    let inner = Box.inner(of: rect).inset(columns: 2)
    for (index, line) in text.enumerated() { canvas.write(line, in: inner.line(index)) }
    for (index, field) in form.fields.enumerated() {
      let row = inner.line(text.count + 1 + index)
      let isFocused = index == form.focus
      canvas.write(
        field.label, in: row,
        style: field.error != nil ? .danger : isFocused ? Style.text.bold : .muted)
      let value = Rect(column: row.column + 10, row: row.row, columns: 18, rows: 1)
      field.field.draw(
        into: &canvas.frame, rect: value, glyphs: canvas.glyphs,
        isFocused: isFocused && !form.isSaving,
        style: field.error != nil ? Style(.errorField) : .input)
    }
    for (index, line) in help.enumerated() {
      canvas.write(line, in: inner.line(text.count + form.fields.count + 2 + index))
    }
  }
}

extension Wording {
  /// `1 batch`, `3 batches`.
  static func count(_ number: Int, _ noun: SafeText, plural: SafeText) -> SafeText {
    "\(MoneyText.count(number)) \(number == 1 ? noun : plural)"
  }
}
