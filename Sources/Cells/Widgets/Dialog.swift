/// A box over the screen that asks or tells something.
package struct Dialog: Drawable, Hashable {
  /// What is asked.
  package var title: SafeText
  /// The text, a paragraph each.
  package var body: [StyledText]
  /// The keys that answer.
  package var hints: [HintLine.Hint]
  /// The role of the title: `.danger` where something cannot be taken back.
  package var tone: Role
  /// Rows below the text for something else to be drawn into.
  package var roomBelow: Size

  /// A dialog; room below its text is for a form or a list.
  package init(
    title: SafeText, body: [StyledText] = [], hints: [HintLine.Hint] = [], tone: Role = .title,
    roomBelow: Size = .zero
  ) {
    self.title = title
    self.body = body
    self.hints = hints
    self.tone = tone
    self.roomBelow = roomBelow
  }

  /// Lines longer than this are wrapped.
  private static let widest = 76
  private static let margin = 2

  /// Where it stands in a frame: in the middle, never larger than the frame.
  package func rect(in bounds: Rect) -> Rect {
    let content = contentSize(in: bounds)
    let hintRows = hints.isEmpty ? 0 : 2
    return bounds.centred(
      Size(
        columns: content.columns + 2 * Dialog.margin + 2,
        rows: content.rows + hintRows + 2))
  }

  /// The room below the text, inside a dialog drawn in `bounds`.
  package func belowText(in bounds: Rect) -> Rect {
    let inner = self.inner(rect(in: bounds))
    let used = min(textRows(width: inner.columns), inner.rows)
    return Rect(
      column: inner.column, row: inner.row + used, columns: inner.columns,
      rows: min(roomBelow.rows, inner.rows - used))
  }

  private func inner(_ rect: Rect) -> Rect {
    var inner = Box.inner(of: rect).inset(columns: Dialog.margin)
    if !hints.isEmpty { inner.rows = max(0, inner.rows - 2) }
    return inner
  }

  private func textRows(width: Int) -> Int {
    body.isEmpty ? 0 : Paragraph(body).rows(width: width) + (roomBelow.rows > 0 ? 1 : 0)
  }

  private func contentSize(in bounds: Rect) -> Size {
    let room = max(0, min(Dialog.widest, bounds.columns - 2 - 2 * Dialog.margin))
    let widest = max(
      title.columns + 2, body.map(\.columns).max() ?? 0, roomBelow.columns,
      HintLine(hints).idealWidth)
    let width = min(max(widest, 24), room)
    return Size(columns: width, rows: textRows(width: width) + roomBelow.rows)
  }

  /// Draws it centred in `rect`, which is usually the whole frame.
  package func draw(into frame: inout Frame, rect bounds: Rect, glyphs: Glyphs) {
    let bounds = bounds.intersection(frame.bounds)
    let area = rect(in: bounds)
    guard !area.isEmpty else { return }
    frame.fill(area)
    let color = Style(tone)
    Box(title: StyledText(title, color.bold), style: tone == .danger ? color : .border)
      .draw(into: &frame, rect: area, glyphs: glyphs)
    let inner = self.inner(area)
    Paragraph(body).draw(into: &frame, rect: inner, glyphs: glyphs)
    if !hints.isEmpty, area.rows > 2 {
      let line = Rect(
        column: area.column + 1 + Dialog.margin, row: area.endRow - 2,
        columns: area.columns - 2 - 2 * Dialog.margin, rows: 1)
      HintLine(hints).draw(into: &frame, rect: line, glyphs: glyphs)
    }
  }
}
