// The form of a decision, and the preview of one about many items.

import Billing
import Cells
import Desk
import WorkEngine

extension Workstation {
  private static let labelWidth = 18

  func draw(_ form: DecisionForm, isTop: Bool, on canvas: inout Canvas) {
    let bounds = Shell.body(of: canvas.frame.size)
    let width = min(78, bounds.columns - 2)
    let inside = width - 6
    let effect = FormEffect(form: form, settings: shell.settings, privacy: canvas.privacy)
    let effectLines = Paragraph(effect.lines(), hanging: 2).wrapped(width: inside)
    let help = helpLines(form, width: inside)
    let fixed = 2 + effectLines.count + 1 + 1 + help.count
    let fieldRows = max(1, min(form.shown.count, bounds.rows - fixed))
    let rect = bounds.centred(Size(columns: width, rows: fixed + fieldRows))
    canvas.frame.fill(rect)
    let about: SafeText =
      form.reference.isEmpty ? "" : "  \(canvas.privacy.identifier(form.reference))"
    canvas.draw(
      Box(title: StyledText("\(form.title)\(about)", .title)), in: rect)
    let inner = Box.inner(of: rect).inset(columns: 2)
    for (index, line) in effectLines.enumerated() { canvas.write(line, in: inner.line(index)) }
    let top = effectLines.count + 1
    drawFields(
      form, isTop: isTop, on: &canvas,
      in: Rect(
        column: inner.column, row: inner.row + top, columns: inner.columns, rows: fieldRows))
    for (index, line) in help.enumerated() {
      canvas.write(line, in: inner.line(top + fieldRows + 1 + index))
    }
  }

  private func helpLines(_ form: DecisionForm, width: Int) -> [StyledText] {
    var lines: [StyledText] = []
    if let error = form.error {
      lines += Paragraph([StyledText("!! \(error)", .danger)], hanging: 3).wrapped(width: width)
    }
    if form.isSaving {
      lines.append(StyledText("Saving\(SafeText(glyph: shell.glyphs.ellipsis))", .muted))
    } else if form.fields.indices.contains(form.focus) {
      let field = form.fields[form.focus]
      let text =
        field.error.map { StyledText("! \($0)", .danger) } ?? StyledText(field.help, .muted)
      lines += Paragraph([text], hanging: 2).wrapped(width: width)
    }
    return lines
  }

  private func drawFields(
    _ form: DecisionForm, isTop: Bool, on canvas: inout Canvas, in rect: Rect
  ) {
    let shown = form.shown
    let place = shown.firstIndex(of: form.focus) ?? 0
    let first = max(0, min(place - rect.rows + 1, shown.count - rect.rows))
    for (line, index) in shown.dropFirst(first).prefix(rect.rows).enumerated() {
      let field = form.fields[index]
      let row = rect.line(line)
      let isFocused = index == form.focus
      var label = row
      label.columns = Workstation.labelWidth
      let style: Style =
        field.error != nil ? .danger : isFocused ? Style.text.bold : .muted
      let changed: SafeText = field.isChanged && !field.isChoice && field.name != .note ? "*" : ""
      canvas.write("\(field.label)\(changed)", in: label, style: style)
      var value = row
      value.column += Workstation.labelWidth + 1
      value.columns -= Workstation.labelWidth + 1
      draw(field, isFocused: isFocused && isTop && !form.isSaving, on: &canvas, in: value)
    }
    if shown.count > first + rect.rows {
      canvas.write(
        " \(SafeText(glyph: canvas.glyphs.down)) \(shown.count - first - rect.rows) more ",
        in: rect.line(rect.rows - 1), style: .muted, align: .trailing)
    }
  }

  private func draw(
    _ field: FormField, isFocused: Bool, on canvas: inout Canvas, in rect: Rect
  ) {
    if field.isChoice {
      let style: Style = isFocused ? .input : .text
      if isFocused { canvas.frame.fill(rect, style: .input) }
      let title = field.choice.map { SafeText(foreign: $0.title) } ?? field.unchosen
      canvas.write(
        field.isPrivate ? canvas.privacy.sentence(title) : title, in: rect,
        style: field.chosen == nil && !isFocused ? .muted : style)
      drawPlace(
        field.chosen, of: field.choices.count, isFocused: isFocused, on: &canvas, in: rect)
      if isFocused { canvas.frame.cursor = rect.origin }
      return
    }
    let style: Style = field.error != nil ? Style(.errorField) : .input
    if field.isPrivate, shell.isMasked, !field.field.isEmpty {
      canvas.frame.fill(rect, style: style)
      canvas.write(canvas.privacy.cover, in: rect, style: style)
      if isFocused { canvas.frame.cursor = rect.origin }
      return
    }
    field.field.draw(
      into: &canvas.frame, rect: rect, glyphs: canvas.glyphs, isFocused: isFocused, style: style)
    if let suggested = field.suggested {
      drawPlace(
        suggested, of: field.asked.suggestions.count, isFocused: true, on: &canvas, in: rect)
    }
    guard field.name == .followUp,
      let day = TypedDay.parse(field.trimmed, today: shell.settings.today)
    else { return }
    canvas.write(
      "\(Wording.longDate(day, today: shell.settings.today)), \(Wording.distance(day - shell.settings.today))",
      in: rect, style: .muted, align: .trailing)
  }

  /// `◂ 2/5 ▸` at the end of a field whose values are stepped through.
  private func drawPlace(
    _ place: Int?, of count: Int, isFocused: Bool, on canvas: inout Canvas, in rect: Rect
  ) {
    guard count > 1 else { return }
    let number: SafeText = place.map { "\($0 + 1)" } ?? "-"
    canvas.write(
      "\(SafeText(glyph: canvas.glyphs.left)) \(number)/\(count) \(SafeText(glyph: canvas.glyphs.right))",
      in: rect, style: isFocused ? .input : .muted, align: .trailing)
  }

  // MARK: Many items

  func draw(_ dialog: PreviewDialog, on canvas: inout Canvas) {
    let preview = dialog.preview
    let count = preview.items.count
    let width = min(76, canvas.frame.size.columns - 8)
    var body: [StyledText] = [
      StyledText(dialog.effect),
      StyledText(
        "\(Wording.count(count, "item")), \(Wording.money(preview.expected)) expected.",
        Style.text.bold), StyledText(),
    ]
    var grid = TextGrid([.leading, .leading, .trailing, .leading], indent: 2, flexible: 1)
    for row in preview.first.prefix(3) {
      grid.add([
        StyledText(canvas.privacy.identifier(row.reference)),
        StyledText(canvas.privacy.person(row.patient)),
        StyledText(Wording.money(row.item.expected)),
        dialog.hidden.contains(row.item.id)
          ? StyledText("hidden by the filter", .warning)
          : StyledText(SafeText(foreign: row.item.reasonCode), .muted),
      ])
    }
    body += grid.lines(width: width, glyphs: canvas.glyphs)
    if count > min(3, preview.first.count) {
      body.append(
        StyledText("  and \(Wording.count(count - min(3, preview.first.count), "other"))", .muted))
    }
    let hiddenCount = preview.items.filter { dialog.hidden.contains($0) }.count
    if hiddenCount > 0 {
      body.append(
        StyledText(
          "! \(Wording.count(hiddenCount, "item")) of these \(hiddenCount == 1 ? "is" : "are") hidden by the filter.",
          .warning))
    }
    body += refusals(dialog, canvas)
    if dialog.mustType {
      body.append(StyledText())
      body.append(
        StyledText("More than \(PreviewDialog.typedAbove): type \(count) and press Enter."))
    }
    if let error = dialog.error { body.append(StyledText("!! \(error)", .danger)) }
    if dialog.isSaving {
      body.append(StyledText("Saving\(SafeText(glyph: canvas.glyphs.ellipsis))", .muted))
    }
    let box = Dialog(
      title: "\(foreign: preview.entry.verb.title)?", body: body,
      hints: overlayHints(.preview(dialog)),
      roomBelow: dialog.mustType ? Size(columns: 12, rows: 1) : .zero)
    canvas.draw(box, in: canvas.frame.bounds)
    if dialog.mustType {
      var field = box.belowText(in: canvas.frame.bounds).line(0)
      field.columns = min(12, field.columns)
      dialog.typed.draw(
        into: &canvas.frame, rect: field, glyphs: canvas.glyphs, isFocused: !dialog.isSaving)
    }
  }

  private func refusals(_ dialog: PreviewDialog, _ canvas: Canvas) -> [StyledText] {
    let refused = dialog.preview.refused
    guard !refused.isEmpty else { return [] }
    var lines = [
      StyledText(), StyledText("\(Wording.count(refused.count, "item")) left alone:", .warning),
    ]
    for refusal in refused.prefix(3) {
      let line =
        StyledText("  \(canvas.privacy.identifier(refusal.reference))  ", .text)
        + StyledText(SafeText(foreign: refusal.reason), .muted)
      lines.append(line.cut(to: min(72, canvas.frame.size.columns - 8), glyphs: canvas.glyphs))
    }
    if refused.count > 3 {
      lines.append(StyledText("  and \(Wording.count(refused.count - 3, "other"))", .muted))
    }
    return lines
  }
}
