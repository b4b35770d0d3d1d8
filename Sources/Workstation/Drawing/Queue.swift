// A list of work.

import Billing
import Cells
import Desk

extension Workstation {
  func draw(_ screen: QueueScreen, on canvas: inout Canvas, in rect: Rect) {
    drawLanes(screen, on: &canvas, in: rect.line(0).inset(columns: 1))
    drawFilter(screen, on: &canvas, in: rect.line(1).inset(columns: 1))
    var below = rect
    below.row += 2
    below.rows -= 2
    guard showsSidePane, canvas.frame.size.columns >= Workstation.sidePaneFrom else {
      drawRows(screen, on: &canvas, in: below)
      return
    }
    // The list keeps what it shows on the smallest screen.
    let list = Rect(
      column: below.column, row: below.row, columns: max(80, below.columns * 62 / 100),
      rows: below.rows)
    drawRows(screen, on: &canvas, in: list)
    let edge = Rect(column: list.endColumn, row: below.row, columns: 1, rows: below.rows)
    canvas.frame.fill(edge, style: .border, with: canvas.glyphs.vertical)
    drawSidePane(
      screen, on: &canvas,
      in: Rect(
        column: edge.endColumn + 1, row: below.row,
        columns: below.columns - list.columns - 3, rows: below.rows))
  }

  private func drawLanes(_ screen: QueueScreen, on canvas: inout Canvas, in rect: Rect) {
    let summary = overview?.queues.first { $0.queue == screen.queue }
    let titles = Lane.inOrder.map { lane -> SafeText in
      let title = SafeText(foreign: lane.title.capitalizedFirst)
      guard let count = summary?.count(in: lane) else { return title }
      return "\(title) \(MoneyText.count(count))"
    }
    let tabs = Tabs(titles, selected: Lane.inOrder.firstIndex(of: screen.lane) ?? 0)
    canvas.draw(tabs, in: rect)
    let order: SafeText =
      "by \(foreign: screen.order.title)\(screen.isReversed ? ", reversed" : "")"
    // It never covers a count.
    let taken = tabs.placements(in: rect.columns).last?.place.upperBound ?? 0
    guard taken + 2 + order.columns <= rect.columns else { return }
    canvas.write(order, in: rect, style: .muted, align: .trailing)
  }

  private func drawFilter(_ screen: QueueScreen, on canvas: inout Canvas, in rect: Rect) {
    var left = StyledText()
    if case .filter = overlays.last {
      left = StyledText(SafeText(glyph: " ", count: Workstation.filterRoom))
    } else if !screen.filterText.isEmpty {
      let text = canvas.privacy.sentence(SafeText(foreign: screen.filterText))
      left = StyledText("/ ", .key) + StyledText(text, .accent)
    } else if let name = screen.viewName {
      left = StyledText("view \(foreign: name)", .muted)
    } else if screen.rangeStart != nil {
      left = StyledText("marking a range", Style(.mark))
    }
    let totals = self.totals(
      screen, canvas,
      room: rect.columns - min(left.columns, Workstation.filterRoom) - (left.columns > 0 ? 2 : 0))
    canvas.write(totals, in: rect, align: .trailing)
    var room = rect
    room.columns = rect.columns - totals.columns - 2
    if case .filter(let line) = overlays.last {
      drawFilterLine(line, on: &canvas, in: room)
    } else {
      canvas.write(left, in: room)
    }
  }

  /// Columns that what is typed as a filter keeps beside the totals.
  private static let filterRoom = 34

  /// How many items, their money, and how many are marked: as much of it as there is room for.
  private func totals(_ screen: QueueScreen, _ canvas: Canvas, room: Int) -> StyledText {
    var marks = StyledText()
    if !screen.marks.isEmpty {
      let hidden = screen.marks.hidden.count
      let note: SafeText = hidden > 0 ? " (\(MoneyText.count(hidden)) hidden)" : ""
      marks = StyledText(
        "\(canvas.separator)\(MoneyText.count(screen.marks.count)) marked\(note)", Style(.mark))
    }
    guard screen.list.isLoaded else { return marks }
    guard screen.areTotalsKnown else {
      return StyledText("at least \(Wording.count(screen.list.count, "item"))", .muted) + marks
    }
    let count = StyledText(Wording.count(screen.list.count, "item"))
    let expected = StyledText("\(canvas.separator)\(Wording.money(screen.expected)) expected")
    var stakes = StyledText()
    if screen.toLose > .zero {
      stakes += StyledText(canvas.separator)
      stakes += StyledText("\(Wording.money(screen.toLose)) to lose", .warning)
    }
    if screen.toChase > .zero {
      stakes += StyledText("\(canvas.separator)\(Wording.money(screen.toChase)) to chase")
    }
    let wishes = [count + expected + stakes + marks, count + stakes + marks]
    return wishes.first { stakes.columns > 0 && $0.columns <= room } ?? count + expected + marks
  }

  private func drawFilterLine(_ line: FilterLine, on canvas: inout Canvas, in rect: Rect) {
    canvas.write("/", in: rect, style: .key)
    var field = rect
    field.column += 2
    field.columns -= 2
    line.field.draw(into: &canvas.frame, rect: field, glyphs: canvas.glyphs, isFocused: true)
    if let error = line.error, error.offset < field.columns {
      let wrong = Rect(
        column: field.column + error.offset, row: field.row,
        columns: max(1, min(error.length, field.columns - error.offset)), rows: 1)
      canvas.frame.restyle(wrong) { _ in Style(.errorField) }
    }
  }

  // MARK: Rows

  private func drawRows(_ screen: QueueScreen, on canvas: inout Canvas, in rect: Rect) {
    let list = screen.list
    guard list.isLoaded else { return }
    guard list.count > 0 else {
      canvas.writeEmpty(emptyText(screen), in: rect)
      return
    }
    let range = rangeBeingMarked(screen)
    let rows = list.visible.map { index -> Table.Row in
      guard let row = list.row(at: index) else {
        return Table.Row([Table.Cell(SafeText(glyph: canvas.glyphs.ellipsis), .muted)])
      }
      return tableRow(row, screen, isInRange: range?.contains(index) ?? false, canvas)
    }
    var table = Table(
      columns: queueColumns(screen), rows: rows,
      selected: list.visible.contains(list.cursorIndex) ? list.cursorIndex - list.top : nil,
      sort: sortColumn(screen))
    table.scrolled = screen.scrolled
    table.isFocused = overlays.isEmpty
    canvas.draw(table, in: rect)
  }

  private func rangeBeingMarked(_ screen: QueueScreen) -> ClosedRange<Int>? {
    guard let start = screen.rangeStart.flatMap({ screen.list.index(of: $0) }) else { return nil }
    let end = screen.list.cursorIndex
    return min(start, end)...max(start, end)
  }

  private func queueColumns(_ screen: QueueScreen) -> [Table.Column] {
    let waits = screen.lane == .waiting
    return [
      Table.Column(
        screen.queue.referenceTitle,
        width: .flexible(minimum: 12, weight: 1), keepsEnd: true),
      Table.Column("Patient", width: .flexible(minimum: 10, weight: 2)),
      Table.Column("Payer", width: .flexible(minimum: 12, weight: 2), keepsEnd: true),
      Table.Column("Procedure", width: .fixed(13), priority: 6),
      Table.Column(
        "Reason", width: .flexible(minimum: screen.queue.hasLongReasons ? 13 : 11, weight: 1)),
      Table.Column("Expected", width: .fixed(11), align: .trailing),
      Table.Column("Open", width: .fixed(11), align: .trailing, priority: 8),
      Table.Column("Age", width: .fixed(5), align: .trailing, priority: 7),
      Table.Column(waits ? "Back" : "Due", width: .fixed(Wording.listDateColumns)),
      Table.Column("Left", width: .fixed(5), align: .trailing, priority: waits ? 4 : 3),
      Table.Column("Who", width: .fixed(6), priority: waits ? 3 : 4),
      Table.Column("Why here", width: .flexible(minimum: 34, weight: 2), priority: 9),
    ]
  }

  private func sortColumn(_ screen: QueueScreen) -> Table.Sort? {
    let (column, descends): (Int?, Bool) =
      switch screen.order {
      case .rank: (nil, false)
      case .balance: (6, true)
      case .due: (8, false)
      case .age: (7, true)
      case .payer: (2, false)
      case .patient: (1, false)
      }
    return column.map { Table.Sort(column: $0, isDescending: descends != screen.isReversed) }
  }

  private func tableRow(
    _ row: QueueRow, _ screen: QueueScreen, isInRange: Bool, _ canvas: Canvas
  ) -> Table.Row {
    let item = row.item
    let privacy = canvas.privacy
    let dueDay = screen.lane == .waiting ? item.followUpOn : item.safe
    let due = dueDay.map { Wording.listDate($0, today: settings.today) } ?? ""
    let dueStyle = Style.deadline(daysLeft: row.daysLeft, isExpired: item.tier == .expired)
    let cells: [Table.Cell] = [
      Table.Cell(privacy.identifier(row.reference)),
      Table.Cell(privacy.person(row.patient)),
      Table.Cell(SafeText(foreign: row.payer)),
      Table.Cell(SafeText(foreign: row.procedure)),
      Table.Cell(SafeText(foreign: item.reasonCode)),
      Table.Cell(
        Wording.money(item.expected), item.expected < .zero ? Style(.moneyNegative) : .text),
      Table.Cell(Wording.money(item.balance), item.balance < .zero ? Style(.moneyNegative) : .text),
      Table.Cell("\(row.age)d", Style.age(row.age)),
      Table.Cell(due, screen.lane == .waiting ? .text : dueStyle),
      Table.Cell(row.daysLeft.map { Wording.daysLeft($0) } ?? "", dueStyle),
      who(item),
      Table.Cell(SafeText(foreign: row.explanation), .muted),
    ]
    return Table.Row(
      cells, isMarked: screen.marks.contains(item.id) || isInRange, sign: sign(of: row),
      signStyle: item.isPinned ? .accent : .danger)
  }

  private func sign(of row: QueueRow) -> Unicode.Scalar? {
    if let left = row.daysLeft, left < 0 { return "!" }
    if row.item.isPinned { return "^" }
    if row.item.lane == .waiting { return "~" }
    // Where there is no room for who has it, that somebody has it.
    return row.item.lease.map { $0.user != settings.user } ?? false ? "@" : nil
  }

  /// Who works on it now, or else whom it is assigned to.
  private func who(_ item: WorkItem) -> Table.Cell {
    if let lease = item.lease {
      return Table.Cell(
        SafeText(foreign: lease.user), lease.user == settings.user ? .accent : .warning)
    }
    return Table.Cell(SafeText(foreign: item.owner ?? ""), .muted)
  }

  private func emptyText(_ screen: QueueScreen) -> [SafeText] {
    if screen.filter != .everything {
      return ["Nothing passes the filter.", "Esc clears it, / changes it."]
    }
    switch screen.lane {
    case .waiting:
      return ["Nothing is waiting.", "Deferred items come back by themselves on their day."]
    case .lead: return ["Nothing is with a lead.", "e gives an item to a lead, with a question."]
    case .expired: return ["Nothing has expired. Keep it so."]
    case .work:
      let next = "Home shows where work is left; Tab shows what is waiting." as SafeText
      switch screen.queue {
      case .rejections:
        return ["Nothing to reject today.", "Import files with :import PATH.", next]
      case .cashPosting:
        return ["Every payment is posted.", "Import remittances with :import PATH.", next]
      case .denials: return ["No denials to work.", next]
      case .followUp: return ["No claim is waiting too long for its answer.", next]
      case .creditBalances: return ["No credit balances. Nobody is owed money."]
      case .orderConfirmation:
        return [
          "Every order is confirmed.", "Read a CSV of delivered orders with :import PATH,",
          "or enter one: \(keymap.label(of: .newOrder) ?? ":new-order").",
        ]
      case .holds: return ["Nothing is on hold.", "Every confirmed charge is on its way.", next]
      case .transmission:
        return [
          "No charge has to be put right, and every batch is answered.",
          "\(keymap.label(of: .transmission) ?? ":transmission") shows what is ready to go out.",
        ]
      case .special:
        return [
          "Nothing is due.",
          "\(keymap.label(of: .calendar) ?? ":calendar") shows what the next weeks bring.",
        ]
      }
    }
  }

  // MARK: The side pane

  private func drawSidePane(_ screen: QueueScreen, on canvas: inout Canvas, in rect: Rect) {
    guard let row = screen.list.cursorRow else { return }
    guard let detail = screen.sidePane, detail.item.id == row.item.id else {
      // Until the item is read, what the row knows.
      let lines =
        [
          StyledText(canvas.privacy.person(row.patient), .title),
          StyledText(SafeText(foreign: row.payer)), StyledText(),
        ] + Paragraph([StyledText(SafeText(foreign: row.item.reason))]).wrapped(width: rect.columns)
      for (index, line) in lines.enumerated() { canvas.write(line, in: rect.line(index)) }
      return
    }
    let page = ItemPage(
      detail: detail, settings: settings, privacy: canvas.privacy, glyphs: canvas.glyphs,
      access: .opening, width: rect.columns, openKey: canvas.glyphs.enterText)
    let lines = page.aside()
    for (index, line) in lines.prefix(rect.rows).enumerated() {
      canvas.write(line, in: rect.line(index))
    }
    if lines.count > rect.rows {
      canvas.write(
        "\(canvas.glyphs.enterText) shows all", in: rect.line(rect.rows - 1), style: .muted,
        align: .trailing)
    }
  }
}

extension QueueName {
  /// What the first column of its list names.
  var referenceTitle: SafeText {
    switch self {
    case .orderConfirmation: "Order"
    case .cashPosting, .holds, .transmission, .special: "Reference"
    case .rejections, .denials, .followUp, .creditBalances: "Claim"
    }
  }
}

extension QueueName {
  /// Whether its reasons are words with hyphens, not codes of payers.
  fileprivate var hasLongReasons: Bool { self == .holds || self == .orderConfirmation }
}

extension QueueSummary {
  func count(in lane: Lane) -> Int {
    switch lane {
    case .work: open
    case .waiting: waiting
    case .lead: withLead
    case .expired: expired
    }
  }
}

extension Style {
  /// How near a deadline is.
  static func deadline(daysLeft: Int?, isExpired: Bool) -> Style {
    guard let daysLeft, !isExpired else { return .muted }
    return switch daysLeft {
    case ...7: Style.danger.bold
    case 8...14: .warning
    default: .text
    }
  }

  static func age(_ days: Int) -> Style {
    switch days {
    case ...30: Style(.age0to30)
    case 31...60: Style(.age31to60)
    case 61...90: Style(.age61to90)
    default: Style(.ageOver90)
    }
  }
}

extension Glyphs {
  var enterText: SafeText { repertoire == .unicode ? "⏎" : "Enter" }
}

extension String {
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
