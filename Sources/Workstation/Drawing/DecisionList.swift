// The list of decisions, with what is typed to narrow it.

import Billing
import Cells
import Desk

extension Workstation {
  func draw(_ menu: DecideMenu, on canvas: inout Canvas) {
    func items(_ entries: [DecideMenu.Entry]) -> [ListMenu.Item] {
      entries.map { entry in
        ListMenu.Item(
          entry.title, key: SafeText(foreign: entry.code), detail: entry.detail,
          disabledReason: entry.refusal)
      }
    }
    // The box keeps its size while the list narrows.
    let room = ListMenu(items(menu.entries)).idealSize
    let inner = drawBox(
      menu.title, room: Size(columns: max(room.columns, 40), rows: room.rows + 2), on: &canvas)
    menu.query.draw(
      into: &canvas.frame, rect: inner.line(0), glyphs: canvas.glyphs, isFocused: true)
    let fitting = menu.fitting
    guard !fitting.isEmpty else {
      canvas.write(menu.emptyText, in: inner.line(2), style: .muted)
      return
    }
    var list = ListMenu(items(fitting), selected: menu.selected)
    list.isFocused = false
    canvas.draw(
      list,
      in: Rect(
        column: inner.column, row: inner.row + 2, columns: inner.columns, rows: inner.rows - 2))
  }
}
