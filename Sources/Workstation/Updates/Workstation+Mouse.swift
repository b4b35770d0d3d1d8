// The mouse: hints and rows are clicked, lists are scrolled.

import Billing
import Cells

extension Workstation {
  mutating func press(mouse action: Key.MouseAction, at point: Point) {
    guard overlays.isEmpty else { return }
    switch action {
    case .wheelDown: move(.by(3))
    case .wheelUp: move(.by(-3))
    case .press: click(point)
    case .release, .doubleClick: break
    }
  }

  private mutating func click(_ point: Point) {
    guard shell.terminal.size.holds(Workstation.smallest) else { return }
    if point.row == shell.terminal.size.rows - 1 {
      if let command = hint(at: point.column) { run(command) }
      return
    }
    let body = Terminal.body(of: shell.terminal.size)
    guard body.contains(point) else { return }
    let inside = Point(column: point.column - body.column, row: point.row - body.row)
    withTop { $0.click(inside, &$1) }
  }

  /// The command whose hint stands there; what is folded away is in the help.
  private func hint(at column: Int) -> CommandName? {
    let commands = hintedCommands
    let area = Rect(column: 0, row: 0, columns: shell.terminal.size.columns, rows: 1).inset(
      columns: 1)
    let place = hintLine(commands).placements(in: area.columns).first {
      $0.place.contains(column - area.column)
    }
    guard let place else { return nil }
    return place.hint.map { commands[$0].name } ?? .help
  }
}
