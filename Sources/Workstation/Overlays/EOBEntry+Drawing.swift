// A paper EOB: its money above, its claims with their lines, what is left to be accounted for.

import Billing
import Cells
import Desk

extension EOBEntry {
  private static let labelWidth = 9
  private static let valueWidth = 24

  /// A row of the part that scrolls.
  private enum EntryRow: Equatable {
    case claim(Int)
    case line(claim: Int, line: Int)
    case number
  }

  func draw(on canvas: inout Canvas, over workstation: Workstation) {
    let bounds = Terminal.body(of: canvas.frame.size)
    canvas.frame.fill(bounds)
    let area = bounds.inset(columns: 1)
    canvas.write(
      left: StyledText("Type a paper EOB", .title), right: balance(canvas), in: area.line(0))
    for (index, field) in head.enumerated() {
      draw(field, index, on: &canvas, in: area.line(1 + index / 2))
    }
    let headRows = (head.count + 1) / 2
    drawTitles(on: &canvas, in: area.line(headRows + 2))
    let foot = footLines(width: area.columns)
    let room = Rect(
      column: area.column, row: area.row + headRows + 3, columns: area.columns,
      rows: max(1, area.rows - headRows - 3 - foot.count))
    drawRows(on: &canvas, in: room)
    for (index, line) in foot.enumerated() {
      canvas.write(line, in: area.line(area.rows - foot.count + index))
    }
  }

  /// What is left of the total, always in sight.
  private func balance(_ canvas: Canvas) -> StyledText {
    if isPosting { return StyledText("Posting\(SafeText(glyph: canvas.glyphs.ellipsis))", .muted) }
    guard let total, let left else { return StyledText("no total yet", .muted) }
    let typed = StyledText("\(Wording.money(paid + interest)) of \(Wording.money(total))  ", .muted)
    return typed
      + (left == .zero
        ? StyledText("\(SafeText(glyph: canvas.glyphs.check)) nothing left", .good)
        : StyledText("\(Wording.money(left)) left", .warning))
  }

  private func footLines(width: Int) -> [StyledText] {
    if let error {
      return Paragraph([StyledText("!! \(error)", .danger)], hanging: 3).wrapped(width: width)
    }
    guard let field = focusedField else { return [] }
    let text =
      field.error.map { StyledText("! \($0)", .danger) } ?? StyledText(field.help, .muted)
    return Array(Paragraph([text], hanging: 2).wrapped(width: width).prefix(2))
  }

  private func draw(_ field: FormField, _ index: Int, on canvas: inout Canvas, in rect: Rect) {
    let isFocused = focus == .head(index) && !isSaving
    var label = rect
    label.column += (index % 2) * (Self.labelWidth + Self.valueWidth + 4)
    label.columns = Self.labelWidth
    canvas.write(
      field.label, in: label,
      style: field.error != nil ? .danger : isFocused ? Style.text.bold : .muted)
    field.draw(
      isFocused: isFocused, on: &canvas,
      in: Rect(
        column: label.endColumn + 1, row: rect.row, columns: Self.valueWidth, rows: 1))
  }

  // MARK: Claims and lines

  private var rows: [EntryRow] {
    claims.indices.flatMap { claim in
      [.claim(claim)] + claims[claim].lines.indices.map { .line(claim: claim, line: $0) }
    } + [.number]
  }

  private func drawRows(on canvas: inout Canvas, in rect: Rect) {
    let rows = rows
    let focused: EntryRow =
      switch focus {
      case .line(let claim, let line, _): .line(claim: claim, line: line)
      case .number: .number
      case .head: rows[0]
      }
    let place = rows.firstIndex(of: focused) ?? 0
    let top = max(0, min(place - rect.rows / 2, rows.count - rect.rows))
    for (index, row) in rows.dropFirst(top).prefix(rect.rows).enumerated() {
      let line = rect.line(index)
      switch row {
      case .claim(let claim): drawClaim(claim, on: &canvas, in: line)
      case .line(let claim, let number): drawLine(claim, number, on: &canvas, in: line)
      case .number: drawNumber(on: &canvas, in: line)
      }
    }
    let below = rows.count - top - rect.rows
    if below > 0 {
      canvas.write(
        canvas.more(below), in: rect.line(rect.rows - 1), style: .muted, align: .trailing)
    }
  }

  private func drawClaim(_ index: Int, on canvas: inout Canvas, in rect: Rect) {
    let found = claims[index].found
    let who = canvas.privacy.person(found.claim.patient.listName)
    let day = Wording.listDate(found.claim.serviceFrom, today: canvas.today)
    canvas.write(
      left: StyledText(canvas.privacy.identifier(claims[index].number), .accent)
        + StyledText("  ") + StyledText(who, Style.text.bold) + StyledText("  \(day)", .muted),
      right: StyledText(SafeText(foreign: found.payer.name), .muted), in: rect)
  }

  private func drawNumber(on canvas: inout Canvas, in rect: Rect) {
    let isFocused = focus == .number && !isSaving
    var label = rect
    label.columns = Self.labelWidth
    canvas.write(number.label, in: label, style: isFocused ? Style.text.bold : .muted)
    number.draw(
      isFocused: isFocused, on: &canvas,
      in: Rect(
        column: label.endColumn + 1, row: rect.row, columns: Self.valueWidth, rows: 1))
  }

  /// Where the columns of a line stand.
  private struct Layout {
    let procedure, charge: Rect
    let fields: [Rect]
    let contractual: Rect

    init(_ rect: Rect) {
      var column = rect.column + 3
      func take(_ width: Int) -> Rect {
        defer { column += width + 1 }
        return Rect(column: column, row: rect.row, columns: width, rows: 1)
      }
      let spare = max(0, rect.columns - 78)
      procedure = take(11 + min(spare, 8))
      charge = take(10)
      fields = [take(9), take(9), take(9), take(11 + max(0, spare - 8))]
      contractual = take(10)
    }
  }

  private func drawTitles(on canvas: inout Canvas, in rect: Rect) {
    let layout = Layout(rect)
    canvas.write("Line", in: layout.procedure, style: .muted)
    canvas.write("Charge", in: layout.charge, style: .muted, align: .trailing)
    let titles =
      ["Paid", PaperShare.coinsurance.title, PaperShare.deductible.title, "Other"]
    for (title, place) in zip(titles, layout.fields) {
      canvas.write(SafeText(foreign: title), in: place, style: .muted)
    }
    canvas.write("Contract", in: layout.contractual, style: .muted, align: .trailing)
  }

  private func drawLine(_ claim: Int, _ index: Int, on canvas: inout Canvas, in rect: Rect) {
    let line = claims[claim].found.claim.lines[index]
    let layout = Layout(rect)
    let fields = claims[claim].lines[index]
    canvas.write("\(line.number)", in: rect, style: .muted)
    canvas.write(SafeText(foreign: line.procedure.description), in: layout.procedure)
    canvas.write(Wording.money(line.charge), in: layout.charge, align: .trailing)
    for (column, place) in layout.fields.enumerated() {
      fields[column].draw(
        isFocused: focus == .line(claim: claim, line: index, column: column) && !isSaving,
        on: &canvas, in: place)
    }
    // What nothing was typed of yet is no contract's part.
    guard fields.contains(where: { !$0.trimmed.isEmpty }),
      let contractual = contractual(claim, index)
    else { return }
    canvas.write(
      Wording.money(contractual), in: layout.contractual,
      style: contractual < .zero ? .danger : .muted, align: .trailing)
  }
}
