// What is coming, by week and kind, and the first rows of the week under the cursor.

import Billing
import Cells
import Desk

extension CalendarScreen {
  func draw(on canvas: inout Canvas, in rect: Rect) {
    guard let board else { return }
    let area = rect.inset(columns: 1)
    let entries = board.weeks.flatMap(\.entries)
    guard entries.contains(where: { $0.count > 0 }) else {
      canvas.writeEmpty(
        [
          "Nothing is coming in the next \(board.weeks.count) weeks.",
          "Rentals, resupplies and renewals come here from confirmed orders.",
        ], in: rect)
      return
    }
    let count = entries.reduce(0) { $0 + $1.count }
    canvas.write(
      StyledText("The next \(board.weeks.count) weeks  ", .title)
        + StyledText("\(Wording.count(count, "thing")) due", Style.text.bold)
        + StyledText(
          "\(canvas.separator)\(Wording.money(entries.map(\.expected).total())) expected"),
      in: area.line(0))
    let weekRows = board.weeks.count + 1
    drawWeeks(
      board, on: &canvas,
      in: Rect(column: rect.column, row: rect.row + 1, columns: rect.columns, rows: weekRows))
    drawWeek(
      on: &canvas,
      in: Rect(
        column: rect.column, row: rect.row + weekRows + 2, columns: rect.columns,
        rows: rect.rows - weekRows - 2))
  }

  /// Kinds that occur, rental months first.
  private func kinds(_ board: CalendarBoard) -> [SpecialKind?] {
    let all: [SpecialKind?] = [nil] + SpecialKind.allCases
    return all.filter { kind in
      board.weeks.contains { $0.entries.contains { $0.kind == kind && $0.count > 0 } }
    }
  }

  private func drawWeeks(
    _ board: CalendarBoard, on canvas: inout Canvas, in rect: Rect
  ) {
    let kinds = kinds(board)
    let rows = board.weeks.map { week -> Table.Row in
      let count = week.entries.reduce(0) { $0 + $1.count }
      let isThis = week.monday <= board.today && board.today < week.monday.adding(days: 7)
      let quiet: Style = count == 0 ? .muted : .text
      return Table.Row(
        [
          Table.Cell(
            isThis ? "this week" : Wording.date(week.monday, today: canvas.today),
            isThis ? .accent : quiet),
          Table.Cell(count == 0 ? "-" : MoneyText.count(count), quiet),
          Table.Cell(
            count == 0 ? "-" : Wording.money(week.entries.map(\.expected).total()), quiet),
        ]
          + kinds.map { kind in
            let number = week.entries.filter { $0.kind == kind }.reduce(0) { $0 + $1.count }
            return Table.Cell(
              number == 0 ? "-" : MoneyText.count(number), number == 0 ? .muted : .text)
          })
    }
    var table = Table(
      columns: [
        Table.Column("Week of", width: .fixed(11)),
        Table.Column("All", width: .fixed(5), align: .trailing),
        Table.Column("Expected", width: .fixed(11), align: .trailing),
      ]
        + kinds.enumerated().map { index, kind in
          let title = CalendarWording.short(kind)
          return Table.Column(
            title, width: .fixed(max(5, title.columns)), align: .trailing, priority: index + 1)
        }, rows: rows, selected: weekIndex)
    table.isFocused = canvas.isFocused && pane == 0
    canvas.draw(table, in: rect)
  }

  private func drawWeek(on canvas: inout Canvas, in rect: Rect) {
    guard let week, rect.rows > 3 else { return }
    let area = rect.inset(columns: 1)
    let last = week.monday.adding(days: 6)
    canvas.write(
      StyledText(
        "\(Wording.longDate(week.monday, today: canvas.today)) to \(Wording.longDate(last, today: canvas.today))",
        .title), in: area.line(0))
    let parts = week.entries.filter { $0.count > 0 }.map { entry -> SafeText in
      let title = entry.kind.map { SafeText(foreign: $0.title) } ?? "Rental months"
      return "\(title) \(MoneyText.count(entry.count)) \(Wording.money(entry.expected))"
    }
    guard !parts.isEmpty else {
      canvas.write("Nothing is due in this week.", in: area.line(1), style: .muted)
      return
    }
    let kinds = Paragraph([StyledText(parts.joined(separator: canvas.separator), .muted)])
      .wrapped(width: area.columns)
      .cut(toRows: 2, width: area.columns, glyphs: canvas.glyphs)
    for (index, line) in kinds.enumerated() { canvas.write(line, in: area.line(1 + index)) }
    let used = 1 + kinds.count
    let room = Rect(
      column: rect.column, row: rect.row + used, columns: rect.columns, rows: rect.rows - used)
    drawRows(on: &canvas, in: room)
  }

  private func drawRows(on canvas: inout Canvas, in rect: Rect) {
    let all = rows
    guard !all.isEmpty, rect.rows > 1 else { return }
    let height = rect.rows - 1
    let top = max(0, min(row - height + 1, all.count - height))
    let shown = all.dropFirst(top).prefix(height)
    var table = Table(
      columns: [
        Table.Column("On", width: .fixed(Wording.listDateColumns)),
        Table.Column("Kind", width: .fixed(21), priority: 3),
        Table.Column("Patient", width: .flexible(minimum: 12, weight: 1)),
        Table.Column("Procedure", width: .fixed(11), priority: 2),
        Table.Column("Why", width: .flexible(minimum: 16, weight: 2), priority: 1),
        Table.Column("Expected", width: .fixed(10), align: .trailing),
        Table.Column("", width: .fixed(5)),
      ],
      rows: shown.map { kind, row in
        Table.Row([
          Table.Cell(Wording.listDate(row.on, today: canvas.today)),
          Table.Cell(kind.map { SafeText(foreign: $0.title) } ?? "Rental month", .muted),
          Table.Cell(canvas.privacy.person(row.patient)),
          Table.Cell(SafeText(foreign: row.procedure)),
          Table.Cell(canvas.privacy.sentence(SafeText(foreign: row.reason)), .muted),
          Table.Cell(Wording.money(row.expected)),
          row.isOpen
            ? Table.Cell("open", .accent) : Table.Cell(row.item == nil ? "" : "waits", .muted),
        ])
      }, selected: pane == 1 ? row - top : nil)
    table.isFocused = canvas.isFocused && pane == 1
    canvas.draw(table, in: rect)
  }
}

/// What the kinds of work are called where there is little room.
enum CalendarWording {
  static func short(_ kind: SpecialKind?) -> SafeText {
    switch kind {
    case nil: "Rent"
    case .resupply: "Supply"
    case .oxygenContents: "O2"
    case .usefulLifetime: "RUL"
    case .maintenance: "Maint."
    case .papTrial: "PAP"
    case .capConversion: "Cap"
    case .repair: "Repair"
    case .authorizationRenewal: "Auth."
    case .eligibilityCheck: "Elig."
    }
  }
}
