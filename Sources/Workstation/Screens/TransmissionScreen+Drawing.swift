// What is ready to go out, and the batches that went.

import Billing
import Cells
import Desk

extension TransmissionScreen {
  func draw(on canvas: inout Canvas, in rect: Rect) {
    guard let board else { return }
    let area = rect.inset(columns: 1)
    drawSummary(board, on: &canvas, in: area.line(0))
    if let refusal = board.refusal {
      canvas.write(StyledText("! \(foreign: refusal)", .danger), in: area.line(1))
    }
    let listRows = Self.listRows(height: rect.rows, groups: board.groups.count)
    let top = Rect(
      column: rect.column, row: rect.row + 2, columns: rect.columns, rows: listRows + 1)
    if board.groups.isEmpty {
      canvas.write("    Nothing is ready to go out.", in: top.line(0))
      canvas.write(
        "    Confirmed orders without open holds come here by themselves.", in: top.line(1),
        style: .muted)
    } else {
      canvas.draw(list, columns: Self.columns, in: top) { cells(of: $1, $2) }
    }
    let below = Rect(
      column: area.column, row: top.endRow + 1, columns: area.columns,
      rows: rect.endRow - top.endRow - 1)
    drawBatches(board, on: &canvas, in: below)
  }

  private func drawSummary(
    _ board: TransmissionBoard, on canvas: inout Canvas, in rect: Rect
  ) {
    let claims = board.groups.reduce(0) { $0 + $1.claims }
    let total = board.groups.map(\.total).total()
    var left = StyledText("Ready  ", .title)
    left += StyledText("\(Wording.count(claims, "claim"))", Style.text.bold)
    left += StyledText("\(canvas.separator)\(Wording.money(total))")
    let right =
      board.alarms > 0
      ? StyledText(
        "! \(Wording.count(board.alarms, "batch", plural: "batches")) without an answer",
        Style.danger.bold)
      : StyledText("every batch is answered", .muted)
    canvas.write(left: left, right: board.batches.isEmpty ? "" : right, in: rect)
  }

  private static let columns = [
    Table.Column("Payer", width: .flexible(minimum: 16, weight: 2), keepsEnd: true),
    Table.Column("Through", width: .flexible(minimum: 10, weight: 1), priority: 3),
    Table.Column("Claims", width: .fixed(6), align: .trailing),
    Table.Column("2nd", width: .fixed(4), align: .trailing, priority: 2),
    Table.Column("Lines", width: .fixed(6), align: .trailing, priority: 4),
    Table.Column("Total", width: .fixed(13), align: .trailing),
    Table.Column("Next due", width: .fixed(11)),
    Table.Column("Warn", width: .fixed(4), align: .trailing, priority: 1),
  ]

  private func cells(of group: SendingGroup, _ canvas: Canvas) -> Table.Row {
    let left = group.nextDue.map { $0 - canvas.today }
    let style = Style.deadline(daysLeft: left, isExpired: false)
    return Table.Row(
      [
        Table.Cell(SafeText(foreign: group.payerName)),
        Table.Cell(SafeText(foreign: group.clearinghouse), .muted),
        Table.Cell(MoneyText.count(group.claims)),
        Table.Cell(
          group.secondary == 0 ? "-" : MoneyText.count(group.secondary),
          group.secondary == 0 ? .muted : .text),
        Table.Cell(MoneyText.count(group.lines), .muted),
        Table.Cell(Wording.money(group.total)),
        Table.Cell(group.nextDue.map { Wording.date($0, today: canvas.today) } ?? "-", style),
        Table.Cell(
          group.warnings == 0 ? "-" : MoneyText.count(group.warnings),
          group.warnings == 0 ? .muted : .warning),
      ], sign: left.map { $0 < 0 } ?? false ? "!" : nil, signStyle: .danger)
  }

  private func drawBatches(_ board: TransmissionBoard, on canvas: inout Canvas, in rect: Rect) {
    canvas.write("Batches, those without an answer first", in: rect.line(0), style: .title)
    guard !board.batches.isEmpty else {
      canvas.write("  No batch was sent yet.", in: rect.line(1), style: .muted)
      return
    }
    let isWide = rect.columns >= 100
    var grid = TextGrid(
      [.leading, .leading, .trailing, .trailing, .leading], indent: 2, flexible: 1)
    for batch in board.batches.prefix(max(0, rect.rows - 1)) {
      let isLate = batch.unanswered > 0 && canvas.today - batch.sentOn > 1
      let name =
        isWide ? "\(batch.receiver)  \(batch.fileName.lastPathPart)" : batch.fileName.lastPathPart
      grid.add([
        StyledText(isLate ? "! " : "  ", .danger)
          + StyledText(Wording.date(batch.sentOn, today: canvas.today), .muted),
        StyledText(SafeText(foreign: name)), StyledText(Wording.count(batch.claims, "claim")),
        StyledText(Wording.money(batch.total)), answers(of: batch, isLate: isLate),
      ])
    }
    let lines = grid.lines(width: rect.columns, glyphs: canvas.glyphs)
    for (index, line) in lines.enumerated() where index + 1 < rect.rows {
      canvas.write(line, in: rect.line(index + 1))
    }
  }

  private func answers(of batch: Batch, isLate: Bool) -> StyledText {
    if batch.unanswered == batch.claims {
      return StyledText("no answer yet", isLate ? .danger : .muted)
    }
    var line = StyledText()
    func add(_ number: Int, _ word: SafeText, _ style: Style) {
      guard number > 0 else { return }
      if line.columns > 0 { line += StyledText(", ", .muted) }
      line += StyledText("\(MoneyText.count(number)) \(word)", style)
    }
    add(batch.rejected, "rejected", .danger)
    add(batch.unanswered, "waiting", isLate ? .danger : .muted)
    add(batch.received, "received", .muted)
    add(batch.accepted, "accepted", .good)
    return line
  }
}

extension Wording {
  /// `1 batch`, `3 batches`.
  static func count(_ number: Int, _ noun: SafeText, plural: SafeText) -> SafeText {
    "\(MoneyText.count(number)) \(number == 1 ? noun : plural)"
  }
}
