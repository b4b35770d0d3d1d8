// The item under the cursor of a queue, beside the list where the terminal is wide.

import Billing
import Cells
import Desk

extension QueueScreen {
  /// From so many columns on, a queue shows the item under the cursor beside the list.
  static let sidePaneFrom = 120

  func hasSidePane(_ shell: Shell) -> Bool {
    shell.terminal.size.columns >= Self.sidePaneFrom && !shell.settings.isPlain
  }

  /// Columns of the list beside the pane; it keeps what it shows on the smallest screen.
  static func listColumns(of columns: Int) -> Int { max(80, columns * 62 / 100) }

  mutating func click(_ point: Point, _ shell: inout Shell) {
    if hasSidePane(shell), point.column >= Self.listColumns(of: shell.terminal.size.columns) {
      return
    }
    clickRow(at: point, &shell)
  }

  mutating func rested(_ shell: inout Shell) { readSidePane(&shell) }

  mutating func readSidePane(_ shell: inout Shell) {
    guard hasSidePane(shell), let id = list.cursorID else { return }
    sidePaneAsked = id
    shell.ask(ReadItem(id), for: .sidePane, isQuiet: true) { (screen: inout Self, detail, _) in
      screen.sidePane = detail
    }
  }

  func drawSidePane(on canvas: inout Canvas, in rect: Rect) {
    guard let row = list.cursorRow else { return }
    guard let detail = sidePane, detail.item.id == row.item.id else {
      // Until the item is read, what the row knows.
      let lines =
        [
          StyledText(canvas.privacy.person(row.patient), .title),
          StyledText(SafeText(foreign: row.payer)), StyledText(),
        ] + Paragraph([StyledText(SafeText(foreign: row.item.reason))]).wrapped(width: rect.columns)
      for (index, line) in lines.enumerated() { canvas.write(line, in: rect.line(index)) }
      return
    }
    let page = ItemPage(
      detail: detail, settings: canvas.shell.settings, privacy: canvas.privacy,
      glyphs: canvas.glyphs,
      access: .opening, width: rect.columns, openKey: canvas.glyphs.enterText)
    let lines = page.aside()
    for (index, line) in lines.prefix(rect.rows).enumerated() {
      canvas.write(line, in: rect.line(index))
    }
    if lines.count > rect.rows {
      canvas.write(
        "\(canvas.glyphs.enterText) shows all", in: rect.line(rect.rows - 1), style: .muted,
        align: .trailing)
    }
  }
}
