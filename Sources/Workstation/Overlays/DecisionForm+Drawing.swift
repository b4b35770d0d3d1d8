// The form of a decision.

import Billing
import Cells
import Desk
import WorkEngine

extension DecisionForm {
  private static let labelWidth = 18

  func draw(on canvas: inout Canvas, over workstation: Workstation) {
    // The preview says what the form said.
    if workstation.overlays.last is PreviewDialog { return }
    let isTop = workstation.overlays.last is DecisionForm
    let bounds = Terminal.body(of: canvas.frame.size)
    let width = min(78, bounds.columns - 2)
    let inside = width - 6
    let effect = FormEffect(form: self, settings: canvas.shell.settings, privacy: canvas.privacy)
    let effectLines = Paragraph(effect.lines(), hanging: 2).wrapped(width: inside)
    let help = helpLines(width: inside, canvas)
    let fixed = 2 + effectLines.count + 1 + 1 + help.count
    let fieldRows = max(1, min(shown.count, bounds.rows - fixed))
    let rect = bounds.centred(Size(columns: width, rows: fixed + fieldRows))
    canvas.frame.fill(rect)
    let about: SafeText =
      reference.isEmpty ? "" : "  \(canvas.privacy.identifier(reference))"
    canvas.draw(
      Box(title: StyledText("\(title)\(about)", .title)), in: rect)
    let inner = Box.inner(of: rect).inset(columns: 2)
    for (index, line) in effectLines.enumerated() { canvas.write(line, in: inner.line(index)) }
    let top = effectLines.count + 1
    drawFields(
      isTop: isTop, on: &canvas,
      in: Rect(
        column: inner.column, row: inner.row + top, columns: inner.columns, rows: fieldRows))
    for (index, line) in help.enumerated() {
      canvas.write(line, in: inner.line(top + fieldRows + 1 + index))
    }
  }

  private func helpLines(width: Int, _ canvas: Canvas) -> [StyledText] {
    var lines: [StyledText] = []
    if let error {
      lines += Paragraph([StyledText("!! \(error)", .danger)], hanging: 3).wrapped(width: width)
    }
    if let unseenChange {
      let key = canvas.glyphs.enterText
      lines += Paragraph(
        [
          StyledText(
            "! \(unseenChange) \(key) says that you saw it; the next does this.", .warning)
        ], hanging: 2
      ).wrapped(width: width)
    }
    if isSaving {
      lines.append(StyledText("Saving\(SafeText(glyph: canvas.glyphs.ellipsis))", .muted))
    } else if fields.indices.contains(focus) {
      let field = fields[focus]
      let text =
        field.error.map { StyledText("! \($0)", .danger) } ?? StyledText(field.help, .muted)
      lines += Paragraph([text], hanging: 2).wrapped(width: width)
    }
    return lines
  }

  private func drawFields(
    isTop: Bool, on canvas: inout Canvas, in rect: Rect
  ) {
    let shown = shown
    let place = shown.firstIndex(of: focus) ?? 0
    let first = max(0, min(place - rect.rows + 1, shown.count - rect.rows))
    for (line, index) in shown.dropFirst(first).prefix(rect.rows).enumerated() {
      let field = fields[index]
      let row = rect.line(line)
      let isFocused = index == focus
      var label = row
      label.columns = Self.labelWidth
      let style: Style =
        field.error != nil ? .danger : isFocused ? Style.text.bold : .muted
      let changed: SafeText = field.isChanged && !field.isChoice && field.name != .note ? "*" : ""
      canvas.write("\(field.label)\(changed)", in: label, style: style)
      var value = row
      value.column += Self.labelWidth + 1
      value.columns -= Self.labelWidth + 1
      field.draw(isFocused: isFocused && isTop && !isSaving, on: &canvas, in: value)
    }
    if shown.count > first + rect.rows {
      canvas.write(
        canvas.more(shown.count - first - rect.rows), in: rect.line(rect.rows - 1), style: .muted,
        align: .trailing)
    }
  }
}
