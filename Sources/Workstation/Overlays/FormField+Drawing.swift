// A field of a form: a text, or a choice among values.

import Billing
import Cells
import Desk

extension FormField {
  func draw(
    isFocused: Bool, on canvas: inout Canvas, in rect: Rect
  ) {
    if isChoice {
      let style: Style = isFocused ? .input : .text
      if isFocused { canvas.frame.fill(rect, style: .input) }
      let title = choice.map { SafeText(foreign: $0.title) } ?? unchosen
      canvas.write(
        isPrivate ? canvas.privacy.sentence(title) : title, in: rect,
        style: chosen == nil && !isFocused ? .muted : style)
      drawPlace(
        chosen, of: choices.count, isFocused: isFocused, on: &canvas, in: rect)
      if isFocused { canvas.frame.cursor = rect.origin }
      return
    }
    let style: Style = error != nil ? Style(.errorField) : .input
    if isPrivate, canvas.shell.terminal.isMasked, !field.isEmpty {
      canvas.frame.fill(rect, style: style)
      canvas.write(canvas.privacy.cover, in: rect, style: style)
      if isFocused { canvas.frame.cursor = rect.origin }
      return
    }
    field.draw(
      into: &canvas.frame, rect: rect, glyphs: canvas.glyphs, isFocused: isFocused, style: style)
    if let suggested {
      drawPlace(
        suggested, of: asked.suggestions.count, isFocused: true, on: &canvas, in: rect)
    }
    guard name == .followUp,
      let day = TypedDay.parse(trimmed, today: canvas.shell.settings.today)
    else { return }
    canvas.write(
      "\(Wording.longDate(day, today: canvas.shell.settings.today)), \(Wording.distance(day - canvas.shell.settings.today))",
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
}
