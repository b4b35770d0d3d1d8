// The order entry form: sections of fields, each with what is wrong beside it, and the lines.

import Billing
import Cells
import Desk

extension OrderEntry {
  private static let entryLabel = 20

  /// A row of the form that scrolls.
  private enum EntryRow: Equatable {
    case title(SafeText)
    case field(Int)
    case lineTitles
    case line(Int)
    case blank
  }

  private func entryRows() -> [EntryRow] {
    var rows: [EntryRow] = []
    for (index, field) in headFields.enumerated() {
      if index == 0 || headFields[index - 1].section != field.section {
        if !rows.isEmpty { rows.append(.blank) }
        rows.append(.title(SafeText(foreign: field.section.title)))
      }
      rows.append(.field(index))
    }
    rows.append(.blank)
    rows.append(.title("Lines"))
    rows.append(.lineTitles)
    rows += lines.indices.map { .line($0) }
    return rows
  }

  func draw(on canvas: inout Canvas, over workstation: Workstation) {
    let bounds = Terminal.body(of: canvas.frame.size)
    canvas.frame.fill(bounds)
    let area = bounds.inset(columns: 1)
    let title: SafeText = order == nil ? "Enter an order" : "Change the order"
    let errors = problems.filter(\.isError).count
    let state: StyledText =
      isSaving
      ? StyledText("Saving\(SafeText(glyph: canvas.glyphs.ellipsis))", .muted)
      : checked == nil
        ? StyledText()
        : errors > 0
          ? StyledText("\(Wording.count(errors, "problem")) to put right", .warning)
          : StyledText("\(SafeText(glyph: canvas.glyphs.check)) it can be saved", .good)
    canvas.write(left: StyledText(title, .title), right: state, in: area.line(0))
    let foot = footLines(width: area.columns, canvas)
    let room = Rect(
      column: area.column, row: area.row + 1, columns: area.columns,
      rows: max(1, area.rows - 1 - foot.count))
    drawEntryRows(on: &canvas, in: room)
    for (index, line) in foot.enumerated() {
      canvas.write(line, in: area.line(area.rows - foot.count + index))
    }
  }

  /// What is wrong with the field in focus, else what belongs in it; and what the check found.
  private func footLines(width: Int, _ canvas: Canvas) -> [StyledText] {
    var lines: [StyledText] = []
    if let error {
      lines += Paragraph([StyledText("!! \(error)", .danger)], hanging: 3).wrapped(width: width)
    }
    for problem in generalProblems.prefix(2) {
      lines += Paragraph(
        [StyledText("! \(canvas.privacy.free(problem.sentence.string))", .danger)], hanging: 2
      ).wrapped(width: width)
    }
    for finding in findings.prefix(2) {
      let line: SafeText = finding.line.map { "line \($0): " } ?? ""
      lines += Paragraph(
        [
          StyledText(finding.isBlocking ? "! " : "- ", finding.isBlocking ? .warning : .muted)
            + StyledText(
              "\(line)\(canvas.privacy.sentence(SafeText(foreign: finding.message)))", .muted)
        ], hanging: 2
      ).wrapped(width: width).prefix(2)
    }
    if let field = focusedField, field.error == nil, let other = otherErrorOfLine {
      lines += Paragraph([StyledText("! \(other)", .danger)], hanging: 2).wrapped(width: width)
        .prefix(2)
    }
    if let field = focusedField {
      let text =
        field.error.map { StyledText("! \($0)", .danger) } ?? StyledText(field.help, .muted)
      lines += Paragraph([text], hanging: 2).wrapped(width: width).prefix(2)
    }
    return lines
  }

  private func drawEntryRows(on canvas: inout Canvas, in rect: Rect) {
    let rows = entryRows()
    let focused: EntryRow =
      switch focus {
      case .head(let index): .field(index)
      case .line(let line, _): .line(line)
      }
    let place = rows.firstIndex(of: focused) ?? 0
    // The titles of the section stay in sight above its first field.
    let top = max(0, min(place - rect.rows / 2, rows.count - rect.rows))
    for (index, row) in rows.dropFirst(top).prefix(rect.rows).enumerated() {
      let line = rect.line(index)
      switch row {
      case .blank: break
      case .title(let title): canvas.write(title, in: line, style: .title)
      case .field(let index): drawEntryField(index, on: &canvas, in: line)
      case .lineTitles: drawLineTitles(on: &canvas, in: line)
      case .line(let index): drawEntryLine(index, on: &canvas, in: line)
      }
    }
    let below = rows.count - top - rect.rows
    if below > 0 {
      canvas.write(
        canvas.more(below), in: rect.line(rect.rows - 1), style: .muted, align: .trailing)
    }
  }

  private func drawEntryField(
    _ index: Int, on canvas: inout Canvas, in rect: Rect
  ) {
    let field = head[index]
    let isFocused = focus == .head(index)
    var label = rect
    label.column += 2
    label.columns = Self.entryLabel
    canvas.write(
      field.label, in: label,
      style: field.error != nil ? .danger : isFocused ? Style.text.bold : .muted)
    let start = label.endColumn + 1
    let width = min(34, max(20, (rect.columns - start) * 2 / 5))
    let value = Rect(column: start, row: rect.row, columns: width, rows: 1)
    drawEntryValue(field, isFocused: isFocused && !isSaving, on: &canvas, in: value)
    let beside = Rect(
      column: value.endColumn + 2, row: rect.row, columns: rect.endColumn - value.endColumn - 2,
      rows: 1)
    if let error = field.error {
      canvas.write("! \(error)", in: beside, style: .danger)
    } else if let day = entryDay(field, isFocused: isFocused, canvas) {
      canvas.write(
        Wording.longDate(day, today: canvas.shell.settings.today), in: beside, style: .muted)
    }
  }

  /// What a date reads as, while it is typed.
  private func entryDay(_ field: FormField, isFocused: Bool, _ canvas: Canvas) -> Day? {
    guard isFocused, !field.isPrivate, OrderFieldList.days.contains(field.name.rawValue)
    else { return nil }
    return TypedDay.near(field.trimmed, today: canvas.shell.settings.today)
  }

  private func drawEntryValue(
    _ field: FormField, isFocused: Bool, on canvas: inout Canvas, in rect: Rect
  ) {
    let style: Style = field.error != nil ? Style(.errorField) : .input
    if field.isChoice {
      let title = field.choice?.title ?? ""
      if isFocused { canvas.frame.fill(rect, style: style) }
      let text =
        field.isPrivate && canvas.shell.terminal.isMasked
        ? canvas.privacy.cover : SafeText(foreign: title)
      canvas.write(text, in: rect, style: isFocused ? style : field.error != nil ? style : .text)
      if isFocused {
        let arrows =
          "\(SafeText(glyph: canvas.glyphs.left))\(SafeText(glyph: canvas.glyphs.right))"
          as SafeText
        if rect.columns > text.columns + 3 {
          canvas.write(arrows, in: rect, style: style, align: .trailing)
        }
        canvas.frame.cursor = rect.origin
      }
      return
    }
    if field.isPrivate, canvas.shell.terminal.isMasked, !field.field.isEmpty {
      canvas.frame.fill(rect, style: style)
      canvas.write(canvas.privacy.cover, in: rect, style: style)
      if isFocused { canvas.frame.cursor = rect.origin }
      return
    }
    field.field.draw(
      into: &canvas.frame, rect: rect, glyphs: canvas.glyphs, isFocused: isFocused, style: style)
  }

  // MARK: Lines

  /// The first column of the lines that is shown, so that the one in focus is in sight, and where
  /// each column stands.
  private func lineColumns(
    width: Int
  ) -> [(column: Int, start: Int, width: Int)] {
    let focused: Int = if case .line(_, let column) = focus { column } else { 0 }
    var first = 0
    func room(_ from: Int) -> [(column: Int, start: Int, width: Int)] {
      var result: [(column: Int, start: Int, width: Int)] = []
      var start = 5
      for column in from..<lineFields.count {
        let wide = max(lineFields[column].width, lineFields[column].title.count)
        guard start + wide <= width else { break }
        result.append((column, start, wide))
        start += wide + 1
      }
      return result
    }
    var columns = room(first)
    while first < focused, !columns.contains(where: { $0.column == focused }) {
      first += 1
      columns = room(first)
    }
    return columns
  }

  private func drawLineTitles(on canvas: inout Canvas, in rect: Rect) {
    let columns = lineColumns(width: rect.columns)
    for (column, start, width) in columns {
      canvas.write(
        SafeText(foreign: lineFields[column].title),
        in: Rect(column: rect.column + start, row: rect.row, columns: width, rows: 1),
        style: .muted)
    }
    if let last = columns.last, last.column + 1 < lineFields.count {
      canvas.write(
        SafeText(glyph: canvas.glyphs.right), in: rect, style: .accent, align: .trailing)
    }
  }

  private func drawEntryLine(
    _ line: Int, on canvas: inout Canvas, in rect: Rect
  ) {
    let hasError = lines[line].contains { $0.error != nil }
    canvas.write(
      "\(hasError ? "!" : " ") \(line + 1)", in: rect, style: hasError ? .danger : .muted)
    for (column, start, width) in lineColumns(width: rect.columns) {
      drawEntryValue(
        lines[line][column],
        isFocused: focus == .line(line, column: column) && !isSaving, on: &canvas,
        in: Rect(column: rect.column + start, row: rect.row, columns: width, rows: 1))
    }
  }
}
