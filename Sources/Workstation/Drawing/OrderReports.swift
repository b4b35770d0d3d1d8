// Open holds by team, type, payer and prescriber; why orders were returned.

import Billing
import Cells
import Desk

extension HoldsReportScreen.Column {
  var title: SafeText {
    switch self {
    case .team: "By team"
    case .type: "By type"
    case .payer: "By payer"
    case .prescriber: "By prescriber"
    }
  }

  var noun: SafeText {
    switch self {
    case .team: "Team"
    case .type: "Type"
    case .payer: "Payer"
    case .prescriber: "Prescriber"
    }
  }
}

extension Workstation {
  func draw(_ screen: HoldsReportScreen, on canvas: inout Canvas, in rect: Rect) {
    let all = HoldsReportScreen.Column.allCases
    canvas.draw(
      Tabs(all.map(\.title), selected: all.firstIndex(of: screen.column) ?? 0),
      in: rect.line(0).inset(columns: 1))
    guard let report = screen.report else { return }
    canvas.write(
      StyledText("\(Wording.count(report.holds, "open hold"))", Style.text.bold)
        + StyledText(
          " on \(Wording.count(report.charges, "charge"))\(canvas.separator)\(Wording.money(report.expected)) kept back"
        ), in: rect.line(1).inset(columns: 1))
    let list = screen.list
    guard list.count > 0 else {
      canvas.writeEmpty(["Nothing is on hold.", "Every confirmed charge is on its way."], in: rect)
      return
    }
    let most = max(1, list.visible.compactMap { list.row(at: $0)?.expected.rawValue }.max() ?? 1)
    let isWide = rect.columns >= 110 && !canvas.isPlain
    let rows = list.visible.compactMap { list.row(at: $0) }.map { row -> Table.Row in
      let share = Int(max(0, row.expected.rawValue.multipliedCapped(by: 24) / most))
      return Table.Row([
        Table.Cell(SafeText(foreign: row.name)),
        Table.Cell(MoneyText.count(row.holds)),
        Table.Cell(MoneyText.count(row.charges), .muted),
        Table.Cell(Wording.money(row.expected)),
        Table.Cell("\(row.meanDays)d", Style.age(row.meanDays)),
        Table.Cell("\(row.longestDays)d", Style.age(row.longestDays)),
        Table.Cell(
          isWide ? SafeText(glyph: canvas.glyphs.gaugeFull, count: min(24, share)) : "", .accent),
      ])
    }
    var table = Table(
      columns: [
        Table.Column(screen.column.noun, width: .flexible(minimum: 20, weight: 1)),
        Table.Column("Holds", width: .fixed(7), align: .trailing),
        Table.Column("Charges", width: .fixed(8), align: .trailing, priority: 1),
        Table.Column("Expected", width: .fixed(12), align: .trailing),
        Table.Column("Mean", width: .fixed(6), align: .trailing),
        Table.Column("Longest", width: .fixed(7), align: .trailing),
        Table.Column("", width: .fixed(24), priority: 2),
      ], rows: rows,
      selected: list.visible.contains(list.cursorIndex) ? list.cursorIndex - list.top : nil)
    table.isFocused = overlays.isEmpty
    canvas.draw(
      table,
      in: Rect(column: rect.column, row: rect.row + 2, columns: rect.columns, rows: rect.rows - 2))
  }

  func draw(_ screen: OrderProblemsScreen, on canvas: inout Canvas, in rect: Rect) {
    let from = Wording.longDate(screen.from, today: settings.today)
    let through = Wording.longDate(screen.through, today: settings.today)
    canvas.write(
      left: StyledText("\(from) to \(through)", .accent),
      right: StyledText(":order-problems 90 looks further back", .muted),
      in: rect.line(0).inset(columns: 1))
    guard screen.report != nil else { return }
    let list = screen.list
    guard list.count > 0 else {
      canvas.writeEmpty(["No order was returned or found wrong.", "Keep it so."], in: rect)
      return
    }
    let rows = list.visible.compactMap { list.row(at: $0) }.map { row in
      Table.Row([
        Table.Cell(SafeText(foreign: row.cause.title)),
        Table.Cell(SafeText(foreign: row.team.title), .accent),
        Table.Cell(
          row.returned == 0 ? "-" : MoneyText.count(row.returned),
          row.returned == 0 ? .muted : .warning),
        Table.Cell(MoneyText.count(row.found)),
        Table.Cell(canvas.privacy.free(row.examples.joined(separator: "; ")), .muted),
      ])
    }
    var table = Table(
      columns: [
        Table.Column("Cause", width: .flexible(minimum: 24, weight: 1)),
        Table.Column("Who can prevent it", width: .fixed(18)),
        Table.Column("Returned", width: .fixed(8), align: .trailing),
        Table.Column("Found", width: .fixed(6), align: .trailing),
        Table.Column("Examples", width: .flexible(minimum: 12, weight: 2), priority: 1),
      ], rows: rows,
      selected: list.visible.contains(list.cursorIndex) ? list.cursorIndex - list.top : nil)
    table.isFocused = overlays.isEmpty
    canvas.draw(
      table,
      in: Rect(column: rect.column, row: rect.row + 1, columns: rect.columns, rows: rect.rows - 1))
  }
}
