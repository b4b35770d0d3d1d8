// One item: its heading, and one or two panes that scroll.

import Billing
import Cells
import Desk

extension Workstation {
  /// From so many columns on, an item has two panes.
  private static let twoPanesFrom = 120
  /// Rows above the panes.
  private static let headingRows = 4

  private func page(
    _ screen: ItemScreen, _ detail: ItemDetail, width: Int, privacy: Privacy
  ) -> ItemPage {
    ItemPage(
      detail: detail, settings: settings, privacy: privacy, glyphs: glyphs,
      access: screen.access, width: width,
      openKey: keymap.sequences(of: .open).first == [.enter]
        ? glyphs.enterText : keymap.label(of: .open) ?? ":open",
      resolveKey: keymap.label(of: .resolve) ?? ":resolve")
  }

  /// The rectangles of the panes, left first.
  private func panes(in size: Size) -> [Rect] {
    let body = self.body(of: size)
    let top = body.row + Workstation.headingRows
    let height = body.rows - Workstation.headingRows
    let inner = size.columns - 2
    guard size.columns >= Workstation.twoPanesFrom else {
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
    _ screen: ItemScreen, _ detail: ItemDetail, in size: Size, privacy: Privacy
  ) -> [(lines: [StyledText], starts: [Int])] {
    let panes = self.panes(in: size)
    if panes.count == 1 {
      return [
        page(screen, detail, width: panes[0].columns, privacy: privacy).lines(ItemPage.single)
      ]
    }
    return [
      page(screen, detail, width: panes[0].columns, privacy: privacy).lines(ItemPage.facts),
      page(screen, detail, width: panes[1].columns, privacy: privacy).lines(ItemPage.work),
    ]
  }

  func draw(_ screen: ItemScreen, on canvas: inout Canvas, in rect: Rect) {
    guard let detail = screen.detail else {
      if isWaiting(for: .take(screen: screens.top.number))
        || isWaiting(for: .item(screen: screens.top.number))
      {
        return
      }
      canvas.writeEmpty(["This item could not be read.", "F5 tries again, q goes back."], in: rect)
      return
    }
    drawHeading(screen, detail, on: &canvas, in: rect)
    let size = canvas.frame.size
    let contents = content(screen, detail, in: size, privacy: canvas.privacy)
    let panes = self.panes(in: size)
    for (index, pane) in panes.enumerated() {
      let isFocused = panes.count > 1 && index == screen.pane
      drawPane(
        contents[index].lines, scrolled: screen.scrolled[index], isFocused: isFocused,
        on: &canvas, in: pane)
    }
    if panes.count > 1 {
      let edge = Rect(
        column: panes[1].column - 2, row: panes[0].row, columns: 1, rows: panes[0].rows)
      canvas.frame.fill(edge, style: .border, with: canvas.glyphs.vertical)
    }
    if overlays.isEmpty {
      canvas.frame.cursor = panes[min(screen.pane, panes.count - 1)].origin
    }
  }

  private func drawHeading(
    _ screen: ItemScreen, _ detail: ItemDetail, on canvas: inout Canvas, in rect: Rect
  ) {
    let area = rect.inset(columns: 1)
    let standing = page(screen, detail, width: area.columns, privacy: canvas.privacy)
      .standing(now: now)
    let left = page(
      screen, detail, width: area.columns - max(standing.money.columns, standing.due.columns) - 3,
      privacy: canvas.privacy)
    let lines = left.heading()
    canvas.write(left: lines.first ?? "", right: standing.money, in: area.line(0))
    canvas.write(
      left: lines.count > 1 ? lines[1] : "", right: standing.due, in: area.line(1))
    canvas.write(
      left: lines.count > 2 ? lines[2] : "", right: standing.hands, in: area.line(2))
  }

  private func drawPane(
    _ lines: [StyledText], scrolled: Int, isFocused: Bool, on canvas: inout Canvas, in rect: Rect
  ) {
    let top = max(0, min(scrolled, lines.count - rect.rows))
    for (index, line) in lines.dropFirst(top).prefix(rect.rows).enumerated() {
      canvas.write(line, in: rect.line(index))
    }
    let below = lines.count - top - rect.rows
    if below > 0 {
      let text: SafeText = " \(SafeText(glyph: canvas.glyphs.down)) \(below) more "
      canvas.write(
        text, in: rect.line(rect.rows - 1), style: isFocused ? .accent : .muted, align: .trailing)
    }
  }

  // MARK: Scrolling

  mutating func scrollItem(_ step: ListMove) {
    guard case .item(var screen) = screens.top.screen, let detail = screen.detail else { return }
    let (contents, panes) = itemContents(screen, detail)
    let pane = min(screen.pane, panes.count - 1)
    screen.scrolled[pane] = step.scrolled(
      from: screen.scrolled[pane], height: panes[pane].rows, rows: contents[pane].lines.count)
    screens.top.screen = .item(screen)
  }

  private func itemContents(
    _ screen: ItemScreen, _ detail: ItemDetail
  ) -> ([(lines: [StyledText], starts: [Int])], [Rect]) {
    (content(screen, detail, in: size, privacy: privacy), panes(in: size))
  }

  /// To the next section where there is one pane, to the other pane where there are two.
  mutating func movePane(by step: Int) {
    if case .calendar(var screen) = screens.top.screen {
      screen.pane = screen.rows.isEmpty ? 0 : (screen.pane + step + 2) % 2
      screens.top.screen = .calendar(screen)
      return
    }
    guard case .item(var screen) = screens.top.screen, let detail = screen.detail else { return }
    let (contents, panes) = itemContents(screen, detail)
    if panes.count > 1 {
      screen.pane = (screen.pane + step + panes.count) % panes.count
    } else {
      let most = max(0, contents[0].lines.count - panes[0].rows)
      let starts = contents[0].starts.map { min($0, most) }
      let now = screen.scrolled[0]
      let next = step > 0 ? starts.first { $0 > now } : starts.last { $0 < now }
      screen.scrolled[0] = next ?? (step > 0 ? 0 : most)
    }
    screens.top.screen = .item(screen)
  }
}
