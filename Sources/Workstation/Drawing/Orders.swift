// Delivered orders as a list, and one that waits in no queue.

import Billing
import Cells
import Desk

extension Workstation {
  func draw(_ screen: OrdersScreen, on canvas: inout Canvas, in rect: Rect) {
    let tabs = OrdersScreen.standings.map { $0?.title.capitalizedFirst ?? "All" as SafeText }
    canvas.draw(
      Tabs(tabs, selected: OrdersScreen.standings.firstIndex(of: screen.standing) ?? 0),
      in: rect.line(0).inset(columns: 1))
    let list = screen.list
    let line = rect.line(1).inset(columns: 1)
    if !screen.text.isEmpty {
      canvas.write(
        StyledText("/ ", .key) + StyledText(canvas.privacy.free(screen.text), .accent), in: line)
    }
    guard list.isLoaded else { return }
    canvas.write(
      "\(Wording.count(list.count, "order")), newest first", in: line, style: .muted,
      align: .trailing)
    guard list.count > 0 else {
      canvas.writeEmpty(emptyOrders(screen), in: rect)
      return
    }
    let rows = list.visible.map { index -> Table.Row in
      guard let row = list.row(at: index) else { return Table.Row([]) }
      return orderRow(row, canvas)
    }
    var table = Table(
      columns: [
        Table.Column("Order", width: .flexible(minimum: 9, weight: 1)),
        Table.Column("Patient", width: .flexible(minimum: 12, weight: 2)),
        Table.Column("Payer", width: .flexible(minimum: 13, weight: 2), keepsEnd: true),
        Table.Column("Procedure", width: .flexible(minimum: 12, weight: 1), priority: 1),
        Table.Column("Served", width: .fixed(Wording.listDateColumns)),
        Table.Column("Charge", width: .fixed(11), align: .trailing),
        Table.Column("Standing", width: .fixed(11)),
      ], rows: rows,
      selected: list.visible.contains(list.cursorIndex) ? list.cursorIndex - list.top : nil)
    table.scrolled = screen.scrolled
    table.isFocused = overlays.isEmpty
    canvas.draw(
      table,
      in: Rect(column: rect.column, row: rect.row + 2, columns: rect.columns, rows: rect.rows - 2))
  }

  private func orderRow(_ row: OrderRow, _ canvas: Canvas) -> Table.Row {
    Table.Row(
      [
        Table.Cell(canvas.privacy.identifier(row.number)),
        Table.Cell(canvas.privacy.person(row.patient)),
        Table.Cell(SafeText(foreign: row.payer)),
        Table.Cell(SafeText(foreign: row.procedure)),
        Table.Cell(
          row.servedOn.map { Wording.listDate($0, today: settings.today) } ?? "-"),
        Table.Cell(Wording.money(row.charge)),
        Table.Cell(row.standing.title, row.standing.style),
      ], sign: row.standing == .returned ? "!" : nil)
  }

  private func emptyOrders(_ screen: OrdersScreen) -> [SafeText] {
    if !screen.text.isEmpty {
      return ["No order begins with that.", "Esc clears the search, / changes it."]
    }
    let enter = keymap.label(of: .newOrder) ?? ":new-order"
    guard let standing = screen.standing else {
      return [
        "No orders yet.", "Read a CSV of delivered orders with :import PATH,",
        "or enter one: \(enter). docket order template shows the columns.",
      ]
    }
    return ["No order is \(standing.title).", "Tab shows the other orders."]
  }

  // MARK: One order

  /// Rows of the page of an order, its heading not counted.
  var orderPageHeight: Int { max(1, bodyHeight - 2) }

  func orderLines(_ screen: OrderScreen, width: Int) -> [StyledText] {
    guard let detail = screen.detail else { return [] }
    let page = SubjectPage(
      detail: .order(detail), privacy: privacy, glyphs: glyphs, today: settings.today, width: width)
    let sections: [(ItemPage.Section, SafeText)] = [
      (.findings, "What the check found"), (.orderLines, "Lines"),
      (.coverages, "Coverages, in the order of payment"), (.documents, "Documents"),
      (.order, "Order"), (.charges, "Charges made of it"),
    ]
    var result: [StyledText] = []
    for (section, title) in sections {
      // What is confirmed or cancelled was checked long ago.
      let isPast = [.confirmed, .cancelled].contains(detail.order.standing)
      if section == .findings, isPast { continue }
      let body = page.body(of: section)
      guard !body.isEmpty else { continue }
      if !result.isEmpty { result.append(StyledText()) }
      result.append(StyledText(title, .title))
      result += body
    }
    return result
  }

  func draw(_ screen: OrderScreen, on canvas: inout Canvas, in rect: Rect) {
    guard let detail = screen.detail else { return }
    let area = rect.inset(columns: 1)
    let order = detail.order
    let head =
      StyledText(canvas.privacy.person(order.patient.listName), .title)
      + StyledText("  \(foreign: order.primary?.payer.name ?? "")")
    canvas.write(
      left: head, right: StyledText(order.standing.title, order.standing.style), in: area.line(0))
    let lines = orderLines(screen, width: area.columns)
    let room = Rect(
      column: area.column, row: area.row + 2, columns: area.columns, rows: area.rows - 2)
    let top = max(0, min(screen.scrolled, lines.count - room.rows))
    for (index, line) in lines.dropFirst(top).prefix(room.rows).enumerated() {
      canvas.write(line, in: room.line(index))
    }
    let below = lines.count - top - room.rows
    if below > 0 {
      canvas.write(
        " \(SafeText(glyph: canvas.glyphs.down)) \(below) more ", in: room.line(room.rows - 1),
        style: .muted, align: .trailing)
    }
    if overlays.isEmpty { canvas.frame.cursor = room.origin }
  }
}

extension SafeText {
  /// With a capital at its beginning.
  var capitalizedFirst: SafeText { SafeText(foreign: string.capitalizedFirst) }
}
