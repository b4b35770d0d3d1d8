// What a search found, and a claim that is only read.

import Billing
import Cells
import Desk

extension Workstation {
  /// Rows below a list of found things that tell the one under the cursor.
  static let foundRows = 3

  func draw(_ screen: SearchScreen, on canvas: inout Canvas, in rect: Rect) {
    let line = rect.line(0).inset(columns: 1)
    let title: SafeText =
      switch screen.query {
      case .text: canvas.privacy.free(screen.title)
      case .patient: canvas.privacy.person(screen.title)
      }
    canvas.write(StyledText("/ ", .key) + StyledText(title, .accent), in: line)
    let list = screen.list
    guard list.isLoaded else { return }
    let more: SafeText = screen.isCut ? ", and more: type more of it" : ""
    canvas.write(
      "\(MoneyText.count(list.count)) found\(more)", in: line, style: .muted, align: .trailing)
    guard list.count > 0 else {
      canvas.writeEmpty(
        [
          "Nothing begins with that.", "A claim's, payer's or member's number, an order, a trace",
          "number, or a name: DOE, DOE, J or JANE DOE. / searches again.",
        ], in: rect)
      return
    }
    let rows = list.visible.map { index -> Table.Row in
      list.row(at: index).map { foundRow($0, canvas) } ?? Table.Row([])
    }
    var table = Table(
      columns: [
        Table.Column("Number", width: .flexible(minimum: 12, weight: 1), keepsEnd: true),
        Table.Column("Patient", width: .flexible(minimum: 12, weight: 2)),
        Table.Column("Payer", width: .flexible(minimum: 12, weight: 2), keepsEnd: true),
        Table.Column("Day", width: .fixed(Wording.listDateColumns), priority: 1),
        Table.Column("How it stands", width: .flexible(minimum: 20, weight: 3)),
        Table.Column("Open", width: .fixed(11), align: .trailing),
      ], rows: rows,
      selected: list.visible.contains(list.cursorIndex) ? list.cursorIndex - list.top : nil)
    table.scrolled = screen.scrolled
    table.isFocused = overlays.isEmpty
    canvas.draw(
      table,
      in: Rect(
        column: rect.column, row: rect.row + 1, columns: rect.columns,
        rows: rect.rows - 1 - Workstation.foundRows))
    guard let row = list.cursorRow else { return }
    for (index, text) in foundWords(row, canvas, width: line.columns).enumerated() {
      canvas.write(
        text, in: rect.line(rect.rows - Workstation.foundRows + 1 + index).inset(columns: 1))
    }
  }

  private func foundRow(_ row: SearchRow, _ canvas: Canvas) -> Table.Row {
    let isWork = row.item != nil
    return Table.Row([
      Table.Cell(canvas.privacy.identifier(row.reference)),
      Table.Cell(canvas.privacy.person(row.patient)),
      Table.Cell(SafeText(foreign: row.payer)),
      Table.Cell(row.on.map { Wording.listDate($0, today: settings.today) } ?? ""),
      Table.Cell(SafeText(foreign: row.state), isWork ? .accent : .text),
      Table.Cell(Wording.money(row.open), row.open == .zero ? .muted : .text),
    ])
  }

  /// All of the row under the cursor, and what Enter opens.
  private func foundWords(_ row: SearchRow, _ canvas: Canvas, width: Int) -> [StyledText] {
    var parts: [SafeText] = []
    if !row.payer.isEmpty { parts.append(SafeText(foreign: row.payer)) }
    if !row.memberID.isEmpty { parts.append("member \(canvas.privacy.identifier(row.memberID))") }
    if let day = row.on { parts.append(Wording.longDate(day, today: settings.today)) }
    let opens: SafeText =
      if row.item != nil {
        "the work"
      } else {
        switch row.subject {
        case .patient: "all of this patient"
        case .work(.claim): "the claim, to read; no work is left on it"
        case .work(.order): "the order, to read"
        case .work(.remittance): "the remittance"
        case .work: "nothing"
        }
      }
    return [
      StyledText(parts.joined(separator: canvas.separator), .muted),
      StyledText("\(Wording.money(row.open)) open", Style.text.bold)
        + StyledText("  \(foreign: row.state)")
        + StyledText("  \(canvas.glyphs.enterText) ", .key) + StyledText(opens, .muted),
    ].map { $0.cut(to: width, glyphs: canvas.glyphs) }
  }

  // MARK: A claim that is read

  /// Rows of the page of a claim, its heading not counted.
  var claimPageHeight: Int { max(1, bodyHeight - 3) }

  func claimLines(_ screen: ClaimScreen, width: Int) -> [StyledText] {
    guard let page = screen.page else { return [] }
    let facts = ClaimFacts(
      claim: page.claim, nextPayer: page.nextPayer, owner: nil, submissions: page.submissions,
      adjudications: page.adjudications, proof: page.filingProof, contacts: page.contacts,
      privacy: privacy, glyphs: glyphs, today: settings.today, width: width)
    let sections: [(SafeText, [StyledText])] = [
      ("Lines", facts.lines()), ("Claim", facts.facts()), ("Sent", facts.sendings()),
      ("The payer's answers", facts.answers()), ("Proof of timely filing", facts.proofLines()),
      (
        "History, newest first",
        HistoryLines(
          entries: page.timeline, privacy: privacy, today: settings.today, width: width
        ).lines()
      ),
    ]
    var result: [StyledText] = []
    for (title, body) in sections where !body.isEmpty {
      if !result.isEmpty { result.append(StyledText()) }
      result.append(StyledText(title, .title))
      result += body
    }
    return result
  }

  func draw(_ screen: ClaimScreen, on canvas: inout Canvas, in rect: Rect) {
    guard let page = screen.page else { return }
    let area = rect.inset(columns: 1)
    let head =
      StyledText(canvas.privacy.person(page.claim.patient.listName), .title)
      + StyledText("  \(foreign: page.claim.payer.name)")
    canvas.write(
      left: head, right: StyledText("\(Wording.money(page.open)) open", Style.text.bold),
      in: area.line(0))
    canvas.write(
      left: StyledText(SafeText(foreign: page.state.capitalizedFirst), .accent),
      right: page.item == nil
        ? StyledText("to read: no work is left on it", .muted)
        : StyledText("\(canvas.glyphs.enterText) opens the work", .muted), in: area.line(1))
    let lines = claimLines(screen, width: area.columns)
    let room = Rect(
      column: area.column, row: area.row + 3, columns: area.columns, rows: area.rows - 3)
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
