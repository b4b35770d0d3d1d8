import Cells

/// A screen with a heading and below it a text that scrolls.
protocol TextScreen: Screen {
  /// Rows of the heading.
  static var headingRows: Int { get }
  /// Rows scrolled out at the top.
  var scrolled: Int { get set }
  /// The whole text.
  func lines(_ shell: Shell, width: Int) -> [StyledText]
}

extension TextScreen {
  mutating func move(_ step: ListMove, _ shell: inout Shell) {
    scrolled = step.scrolled(
      from: scrolled, height: max(1, shell.terminal.bodyHeight - Self.headingRows),
      rows: lines(shell, width: shell.terminal.size.columns - 2).count)
  }

  /// Draws the text below the heading.
  func drawText(on canvas: inout Canvas, in area: Rect) {
    let room = area.below(Self.headingRows)
    canvas.draw(lines(canvas.shell, width: area.columns), scrolled: scrolled, in: room)
    if canvas.isFocused { canvas.frame.cursor = room.origin }
  }

  /// Titles with what stands below each, and a blank line between; what is empty is left out.
  func text(of sections: [(title: SafeText, body: [StyledText])]) -> [StyledText] {
    let parts = sections.filter { !$0.body.isEmpty }
    return Array(
      parts.map { [StyledText($0.title, .title)] + $0.body }.joined(separator: [StyledText()]))
  }
}
