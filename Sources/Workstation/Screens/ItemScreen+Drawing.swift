// One item: its heading, and one or two panes that scroll.

import Billing
import Cells
import Desk

extension ItemScreen {
  /// From so many columns on, an item has two panes.
  private static let twoPanesFrom = 120
  /// Rows above the panes.
  private static let headingRows = 4

  func draw(on canvas: inout Canvas, in rect: Rect) {
    guard let detail else {
      if canvas.shell.isWaiting(for: .lease) || canvas.shell.isWaiting(for: .page) { return }
      canvas.writeEmpty(["This item could not be read.", "F5 tries again, q goes back."], in: rect)
      return
    }
    drawHeading(detail, on: &canvas, in: rect)
    let panes = Self.panes(in: canvas.frame.size)
    let contents = content(detail, in: panes, canvas.shell)
    for (index, rect) in panes.enumerated() {
      canvas.draw(
        contents[index].lines, scrolled: scrolled[index], in: rect,
        style: panes.count > 1 && index == self.pane ? .accent : .muted)
    }
    if panes.count > 1 {
      let edge = Rect(
        column: panes[1].column - 2, row: panes[0].row, columns: 1, rows: panes[0].rows)
      canvas.frame.fill(edge, style: .border, with: canvas.glyphs.vertical)
    }
    if canvas.isFocused {
      canvas.frame.cursor = panes[min(pane, panes.count - 1)].origin
    }
  }

  private func drawHeading(
    _ detail: ItemDetail, on canvas: inout Canvas, in rect: Rect
  ) {
    let area = rect.inset(columns: 1)
    let standing = page(detail, width: area.columns, canvas.shell)
      .standing(now: canvas.shell.now)
    let left = page(
      detail, width: area.columns - max(standing.money.columns, standing.due.columns) - 3,
      canvas.shell)
    let lines = left.heading()
    canvas.write(left: lines.first ?? "", right: standing.money, in: area.line(0))
    canvas.write(
      left: lines.count > 1 ? lines[1] : "", right: standing.due, in: area.line(1))
    canvas.write(
      left: lines.count > 2 ? lines[2] : "", right: standing.hands, in: area.line(2))
  }

  private func page(
    _ detail: ItemDetail, width: Int, _ shell: Shell
  ) -> ItemPage {
    ItemPage(
      detail: detail, settings: shell.settings, privacy: shell.privacy, glyphs: shell.glyphs,
      access: access, width: width,
      openKey: shell.keymap.sequences(of: .open).first == [.enter]
        ? shell.glyphs.enterText : shell.label(of: .open),
      resolveKey: shell.label(of: .resolve))
  }

  /// The rectangles of the panes, left first.
  private static func panes(in size: Size) -> [Rect] {
    let body = Terminal.body(of: size)
    let top = body.row + Self.headingRows
    let height = body.rows - Self.headingRows
    let inner = size.columns - 2
    guard size.columns >= Self.twoPanesFrom else {
      return [Rect(column: 1, row: top, columns: inner, rows: height)]
    }
    let right = min(80, inner * 42 / 100)
    let left = inner - right - 3
    return [
      Rect(column: 1, row: top, columns: left, rows: height),
      Rect(column: 1 + left + 3, row: top, columns: right, rows: height),
    ]
  }

  private func content(
    _ detail: ItemDetail, in panes: [Rect], _ shell: Shell
  ) -> [(lines: [StyledText], starts: [Int])] {
    if panes.count == 1 {
      return [
        page(detail, width: panes[0].columns, shell).lines(ItemPage.single)
      ]
    }
    return [
      page(detail, width: panes[0].columns, shell).lines(ItemPage.facts),
      page(detail, width: panes[1].columns, shell).lines(ItemPage.work),
    ]
  }

  // MARK: Scrolling

  mutating func move(_ step: ListMove, _ shell: inout Shell) {
    guard let detail else { return }
    let panes = Self.panes(in: shell.terminal.size)
    let contents = content(detail, in: panes, shell)
    let pane = min(pane, panes.count - 1)
    scrolled[pane] = step.scrolled(
      from: scrolled[pane], height: panes[pane].rows, rows: contents[pane].lines.count)
  }

  /// To the next section where there is one pane, to the other pane where there are two.
  mutating func changePane(by step: Int, _ shell: inout Shell) {
    guard let detail else { return }
    let panes = Self.panes(in: shell.terminal.size)
    guard panes.count == 1 else {
      pane = (pane + step + panes.count) % panes.count
      return
    }
    let (lines, sections) = content(detail, in: panes, shell)[0]
    let most = max(0, lines.count - panes[0].rows)
    let starts = sections.map { min($0, most) }
    let now = scrolled[0]
    let next = step > 0 ? starts.first { $0 > now } : starts.last { $0 < now }
    scrolled[0] = next ?? (step > 0 ? 0 : most)
  }
}
