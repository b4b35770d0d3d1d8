// The form that sends a group.

import Billing
import Cells
import Desk

extension Workstation {
  func draw(_ form: SendForm, on canvas: inout Canvas) {
    let bounds = Shell.body(of: canvas.frame.size)
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
