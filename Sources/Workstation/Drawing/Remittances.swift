// What payers sent, and one remittance with its balance at every level.

import Billing
import Cells
import Desk

/// Rows of the remittance screen.
enum RemittanceLayout {
  /// Rows above the list of claims, its titles not counted.
  static let summaryRows = 7
}

extension Workstation {
  func draw(_ screen: RemittancesScreen, on canvas: inout Canvas, in rect: Rect) {
    let list = screen.list
    guard list.isLoaded else { return }
    canvas.write(
      "\(Wording.count(list.count, "remittance")), newest first",
      in: rect.line(0).inset(columns: 1), style: .muted)
    guard list.count > 0 else {
      canvas.writeEmpty(
        ["No remittances yet.", "Read 835 files with :import PATH."], in: rect)
      return
    }
    let rows = list.visible.map { index -> Table.Row in
      guard let row = list.row(at: index) else { return Table.Row([]) }
      return remittanceRow(row, canvas)
    }
    var table = Table(
      columns: [
        Table.Column("Date", width: .fixed(Wording.listDateColumns)),
        Table.Column("Trace", width: .flexible(minimum: 12, weight: 1)),
        Table.Column("Payer", width: .flexible(minimum: 16, weight: 2), keepsEnd: true),
        Table.Column("Paid", width: .fixed(11), align: .trailing),
        Table.Column("Posted", width: .fixed(12), align: .trailing, priority: 2),
        Table.Column("Suspense", width: .fixed(11), align: .trailing),
        Table.Column("Claims", width: .fixed(6), align: .trailing, priority: 1),
        Table.Column("Staged", width: .fixed(6), align: .trailing),
        Table.Column("How", width: .fixed(5), priority: 3),
      ], rows: rows,
      selected: list.visible.contains(list.cursorIndex) ? list.cursorIndex - list.top : nil)
    table.scrolled = screen.scrolled
    table.isFocused = overlays.isEmpty
    canvas.draw(
      table,
      in: Rect(column: rect.column, row: rect.row + 1, columns: rect.columns, rows: rect.rows - 1))
  }

  private func remittanceRow(_ row: RemittanceRow, _ canvas: Canvas) -> Table.Row {
    Table.Row(
      [
        Table.Cell(Wording.listDate(row.paymentDate, today: settings.today)),
        Table.Cell(canvas.privacy.identifier(row.traceNumber)),
        Table.Cell(SafeText(foreign: row.payer)),
        Table.Cell(Wording.money(row.payment)),
        Table.Cell(Wording.money(row.posted), .muted),
        Table.Cell(
          row.suspense == .zero ? "-" : Wording.money(row.suspense),
          row.suspense == .zero ? .muted : .warning),
        Table.Cell(MoneyText.count(row.claims)),
        Table.Cell(
          row.staged == 0 ? "-" : MoneyText.count(row.staged), row.staged == 0 ? .muted : .warning),
        Table.Cell(SafeText(foreign: row.method), .muted),
      ], sign: row.staged > 0 ? "!" : nil)
  }

  // MARK: One remittance

  func draw(_ screen: RemittanceScreen, on canvas: inout Canvas, in rect: Rect) {
    guard let detail = screen.detail else { return }
    let area = rect.inset(columns: 1)
    for (index, line) in balance(detail, canvas).enumerated() {
      canvas.write(line, in: area.line(index))
    }
    let list = screen.list
    let rows = list.visible.compactMap { list.row(at: $0) }.map { claimRow($0, canvas) }
    var table = Table(
      columns: [
        Table.Column("Claim", width: .fixed(12)),
        Table.Column("Patient", width: .flexible(minimum: 10, weight: 2)),
        Table.Column("Charge", width: .fixed(10), align: .trailing),
        Table.Column("Paid", width: .fixed(10), align: .trailing),
        Table.Column("Adjusted", width: .fixed(10), align: .trailing, priority: 2),
        Table.Column("Patient's", width: .fixed(10), align: .trailing, priority: 3),
        Table.Column("Denied", width: .fixed(10), align: .trailing, priority: 1),
        Table.Column("", width: .flexible(minimum: 13, weight: 3)),
      ], rows: rows,
      selected: list.count > 0 && list.visible.contains(list.cursorIndex)
        ? list.cursorIndex - list.top : nil)
    table.scrolled = screen.scrolled
    table.isFocused = overlays.isEmpty
    let top = RemittanceLayout.summaryRows
    canvas.draw(
      table,
      in: Rect(
        column: rect.column, row: rect.row + top, columns: rect.columns, rows: rect.rows - top))
  }

  private func balance(_ detail: RemittanceDetail, _ canvas: Canvas) -> [StyledText] {
    let row = detail.row
    var head = StyledText(SafeText(foreign: row.payer), .title)
    head += StyledText(
      "  \(foreign: row.method)  \(Wording.longDate(row.paymentDate, today: settings.today))  \(foreign: detail.file.lastPathPart)",
      .muted)
    var grid = TextGrid([.leading, .trailing, .leading, .leading, .trailing], flexible: 2)
    grid.gap = 2
    let isBalanced = detail.difference == .zero
    grid.add([
      StyledText("Claims paid", .muted), StyledText(Wording.money(detail.claimsPaid)), "",
      StyledText("Posted", .muted), StyledText(Wording.money(row.posted)),
    ])
    grid.add([
      StyledText("Provider adjustments", .muted),
      StyledText(Wording.money(Cents(-detail.providerAdjusted.rawValue))), "",
      StyledText("In suspense", .muted),
      StyledText(Wording.money(row.suspense), row.suspense == .zero ? .text : .warning),
    ])
    grid.add([
      StyledText("Payment", .muted), StyledText(Wording.money(row.payment), Style.text.bold),
      isBalanced
        ? StyledText("\(SafeText(glyph: canvas.glyphs.check)) balances", .good)
        : StyledText("! \(Wording.money(detail.difference)) apart", .danger),
      StyledText("Staged", .muted),
      StyledText("\(MoneyText.count(row.staged)) of \(MoneyText.count(row.claims))"),
    ])
    return [head] + grid.lines(width: canvas.frame.size.columns - 2, glyphs: canvas.glyphs)
      + providerAdjustments(detail, canvas)
  }

  private func providerAdjustments(
    _ detail: RemittanceDetail, _ canvas: Canvas
  ) -> [StyledText] {
    guard !detail.providerAdjustments.isEmpty else { return [] }
    let parts = detail.providerAdjustments.prefix(4).map { adjustment -> SafeText in
      let amount = Wording.money(Cents(-adjustment.amount.rawValue))
      return
        "PLB \(foreign: adjustment.reason) \(amount) \(canvas.privacy.identifier(adjustment.reference))"
    }
    let rest = detail.providerAdjustments.count - parts.count
    let more: SafeText = rest > 0 ? ", \(rest) more" : ""
    return [StyledText("\(parts.joined(separator: ", "))\(more)", .muted)]
  }

  private func claimRow(_ row: RemittanceClaimRow, _ canvas: Canvas) -> Table.Row {
    let state: Table.Cell =
      row.isPosted
      ? Table.Cell("posted", .good)
      : Table.Cell(
        SafeText(foreign: row.stagingReasons.map(\.code).joined(separator: ", ")), .warning)
    return Table.Row(
      [
        Table.Cell(canvas.privacy.identifier(row.controlNumber)),
        Table.Cell(canvas.privacy.person(row.patient)),
        Table.Cell(Wording.money(row.charge)),
        Table.Cell(Wording.money(row.paid), row.paid < .zero ? Style(.moneyNegative) : .text),
        Table.Cell(Wording.money(row.adjusted), .muted),
        Table.Cell(Wording.money(row.patientShare), .muted),
        Table.Cell(
          row.denied == .zero ? "-" : Wording.money(row.denied),
          row.denied == .zero ? .muted : .danger),
        state,
      ], sign: row.isPosted ? nil : "!")
  }
}
