// A list of work.

import Billing
import Cells
import Desk

extension QueueScreen {
  /// Columns that what is typed as a filter keeps beside the totals.
  private static let filterRoom = 34

  func draw(on canvas: inout Canvas, in rect: Rect) {
    drawLanes(on: &canvas, in: rect.line(0).inset(columns: 1))
    drawFilter(on: &canvas, in: rect.line(1).inset(columns: 1))
    let below = rect.below(Self.rowsAboveList)
    guard hasSidePane(canvas.shell), canvas.frame.size.columns >= Self.sidePaneFrom else {
      drawRows(on: &canvas, in: below)
      return
    }
    let left = Rect(
      column: below.column, row: below.row, columns: Self.listColumns(of: below.columns),
      rows: below.rows)
    drawRows(on: &canvas, in: left)
    let edge = Rect(column: left.endColumn, row: below.row, columns: 1, rows: below.rows)
    canvas.frame.fill(edge, style: .border, with: canvas.glyphs.vertical)
    drawSidePane(
      on: &canvas,
      in: Rect(
        column: edge.endColumn + 1, row: below.row,
        columns: below.columns - left.columns - 3, rows: below.rows))
  }

  private func drawLanes(on canvas: inout Canvas, in rect: Rect) {
    let summary = canvas.shell.overview?.queues.first { $0.queue == queue }
    let titles = Lane.inOrder.map { lane -> SafeText in
      let title = SafeText(foreign: lane.title.capitalizedFirst)
      guard let count = summary?.count(in: lane) else { return title }
      return "\(title) \(MoneyText.count(count))"
    }
    let tabs = Tabs(titles, selected: Lane.inOrder.firstIndex(of: lane) ?? 0)
    canvas.draw(tabs, in: rect)
    let order: SafeText =
      "by \(foreign: order.title)\(isReversed ? ", reversed" : "")"
    // It never covers a count.
    let taken = tabs.placements(in: rect.columns).last?.place.upperBound ?? 0
    guard taken + 2 + order.columns <= rect.columns else { return }
    canvas.write(order, in: rect, style: .muted, align: .trailing)
  }

  private func drawFilter(on canvas: inout Canvas, in rect: Rect) {
    var left = StyledText()
    if canvas.filterLine != nil {
      left = StyledText(SafeText(glyph: " ", count: Self.filterRoom))
    } else if !filterText.isEmpty {
      let text = canvas.privacy.sentence(SafeText(foreign: filterText))
      left = StyledText("/ ", .key) + StyledText(text, .accent)
    } else if let name = viewName {
      left = StyledText("view \(foreign: name)", .muted)
    } else if rangeStart != nil {
      left = StyledText("marking a range", Style(.mark))
    }
    let totals = self.totals(
      canvas,
      room: rect.columns - min(left.columns, Self.filterRoom) - (left.columns > 0 ? 2 : 0))
    canvas.write(totals, in: rect, align: .trailing)
    var room = rect
    room.columns = rect.columns - totals.columns - 2
    if let line = canvas.filterLine {
      drawFilterLine(line, on: &canvas, in: room)
    } else {
      canvas.write(left, in: room)
    }
  }

  /// How many items, their money, and how many are marked: as much of it as there is room for.
  private func totals(_ canvas: Canvas, room: Int) -> StyledText {
    var marked = StyledText()
    if !marks.isEmpty {
      let hidden = marks.hidden.count
      let note: SafeText = hidden > 0 ? " (\(MoneyText.count(hidden)) hidden)" : ""
      marked = StyledText(
        "\(canvas.separator)\(MoneyText.count(marks.count)) marked\(note)", Style(.mark))
    }
    guard list.isLoaded else { return marked }
    guard areTotalsKnown else {
      return StyledText("at least \(Wording.count(list.count, "item"))", .muted) + marked
    }
    let count = StyledText(Wording.count(list.count, "item"))
    let expected = StyledText("\(canvas.separator)\(Wording.money(self.expected)) expected")
    var stakes = StyledText()
    if toLose > .zero {
      stakes += StyledText(canvas.separator)
      stakes += StyledText("\(Wording.money(toLose)) to lose", .warning)
    }
    if toChase > .zero {
      stakes += StyledText("\(canvas.separator)\(Wording.money(toChase)) to chase")
    }
    let wishes = [count + expected + stakes + marked, count + stakes + marked]
    return wishes.first { stakes.columns > 0 && $0.columns <= room } ?? count + expected + marked
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

  private func drawRows(on canvas: inout Canvas, in rect: Rect) {
    guard list.isLoaded else { return }
    guard list.count > 0 else {
      canvas.writeEmpty(emptyText(canvas), in: rect)
      return
    }
    let range = rangeBeingMarked
    canvas.draw(
      list, columns: columns, scrolled: scrolled, sort: sortColumn,
      missing: Table.Row([Table.Cell(SafeText(glyph: canvas.glyphs.ellipsis), .muted)]), in: rect
    ) { cells(of: $1, isInRange: range?.contains($0) ?? false, $2) }
  }

  private var rangeBeingMarked: ClosedRange<Int>? {
    guard let start = rangeStart.flatMap({ list.index(of: $0) }) else { return nil }
    let end = list.cursorIndex
    return min(start, end)...max(start, end)
  }

  private var columns: [Table.Column] {
    let waits = lane == .waiting
    return [
      Table.Column(
        queue.referenceTitle,
        width: .flexible(minimum: queue == .transmission ? 15 : 9, weight: 1), wholeUpTo: 20),
      Table.Column("Patient", width: .flexible(minimum: 10, weight: 2)),
      Table.Column("Payer", width: .flexible(minimum: 12, weight: 2), keepsEnd: true),
      Table.Column("Procedure", width: .fixed(13), priority: 6),
      Table.Column(
        "Reason", width: .flexible(minimum: queue.hasLongReasons ? 13 : 11, weight: 1),
        // Special work has no number: its reference is its reason.
        priority: queue == .special ? 5 : 0),
      Table.Column("Expected", width: .fixed(11), align: .trailing),
      Table.Column("Open", width: .fixed(11), align: .trailing, priority: 8),
      Table.Column("Age", width: .fixed(5), align: .trailing, priority: 7),
      Table.Column(waits ? "Back" : "Due", width: .fixed(Wording.listDateColumns)),
      Table.Column("Left", width: .fixed(5), align: .trailing, priority: waits ? 4 : 3),
      Table.Column("Who", width: .fixed(6), priority: waits ? 3 : 4),
      Table.Column("Why here", width: .flexible(minimum: 34, weight: 2), priority: 9),
    ]
  }

  private var sortColumn: Table.Sort? {
    let (column, descends): (Int?, Bool) =
      switch order {
      case .rank: (nil, false)
      case .balance: (6, true)
      case .due: (8, false)
      case .age: (7, true)
      case .payer: (2, false)
      case .patient: (1, false)
      }
    return column.map { Table.Sort(column: $0, isDescending: descends != isReversed) }
  }

  private func cells(
    of row: QueueRow, isInRange: Bool, _ canvas: Canvas
  ) -> Table.Row {
    let item = row.item
    let privacy = canvas.privacy
    let dueDay = lane == .waiting ? item.followUpOn : item.safe
    let due = dueDay.map { Wording.listDate($0, today: canvas.today) } ?? ""
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
      Table.Cell(due, lane == .waiting ? .text : dueStyle),
      Table.Cell(row.daysLeft.map { Wording.daysLeft($0) } ?? "", dueStyle),
      who(item, canvas),
      Table.Cell(SafeText(foreign: row.explanation), .muted),
    ]
    return Table.Row(
      cells, isMarked: marks.contains(item.id) || isInRange, sign: sign(of: row, canvas),
      signStyle: item.isPinned ? .accent : .danger)
  }

  private func sign(of row: QueueRow, _ canvas: Canvas) -> Unicode.Scalar? {
    if let left = row.daysLeft, left < 0 { return "!" }
    if row.item.isPinned { return "^" }
    if row.item.lane == .waiting { return "~" }
    // Where there is no room for who has it, that somebody has it.
    return row.item.lease.map { $0.user != canvas.shell.settings.user } ?? false ? "@" : nil
  }

  /// Who works on it now, or else whom it is assigned to.
  private func who(_ item: WorkItem, _ canvas: Canvas) -> Table.Cell {
    if let lease = item.lease {
      return Table.Cell(
        SafeText(foreign: lease.user), lease.user == canvas.shell.settings.user ? .accent : .warning
      )
    }
    return Table.Cell(SafeText(foreign: item.owner ?? ""), .muted)
  }

  private func emptyText(_ canvas: Canvas) -> [SafeText] {
    if filter != .everything {
      return ["Nothing passes the filter.", "Esc clears it, / changes it."]
    }
    switch lane {
    case .waiting:
      return ["Nothing is waiting.", "Deferred items come back by themselves on their day."]
    case .lead: return ["Nothing is with a lead.", "e gives an item to a lead, with a question."]
    case .expired: return ["Nothing has expired. Keep it so."]
    case .work:
      let next = "Home shows where work is left; Tab shows what is waiting." as SafeText
      switch queue {
      case .rejections:
        return ["Nothing to reject today.", "Import files with :import PATH.", next]
      case .cashPosting:
        return ["Every payment is posted.", "Import remittances with :import PATH.", next]
      case .denials: return ["No denials to work.", next]
      case .followUp: return ["No claim is waiting too long for its answer.", next]
      case .creditBalances: return ["No credit balances. Nobody is owed money."]
      case .patientBalances: return ["No patient owes anything.", next]
      case .orderConfirmation:
        return [
          "Every order is confirmed.", "Read a CSV of delivered orders with :import PATH,",
          "or enter one: \(canvas.shell.label(of: .newOrder)).",
        ]
      case .holds: return ["Nothing is on hold.", "Every confirmed charge is on its way.", next]
      case .transmission:
        return [
          "No charge has to be put right, and every batch is answered.",
          "\(canvas.shell.label(of: .transmission)) shows what is ready to go out.",
        ]
      case .special:
        return [
          "Nothing is due.",
          "\(canvas.shell.label(of: .calendar)) shows what the next weeks bring.",
        ]
      }
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
    case .patientBalances: "Patient"
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
