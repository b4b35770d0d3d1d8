// The first screen: what will be lost this week, the queues, the money, the day.

import Billing
import Cells
import Desk

extension HomeScreen {
  func draw(on canvas: inout Canvas, in rect: Rect) {
    guard let overview = canvas.shell.overview else {
      canvas.writeEmpty(
        [
          canvas.shell.isWaiting(for: .overview)
            ? "" : "The queues could not be read. F5 tries again."
        ], in: rect
      )
      return
    }
    guard
      overview.claims > 0 || overview.files > 0 || overview.queues.contains(where: { $0.open > 0 })
    else {
      canvas.writeEmpty(
        [
          "No orders and no claims yet.",
          "Read your first files with :import PATH:",
          "837P, 999, 277CA, 835, 271, or a CSV of delivered orders.",
          "The queues build themselves from them.",
        ], in: rect)
      return
    }
    let area = rect.inset(columns: 1)
    let isWide = rect.columns >= 150
    for (index, line) in headlines(overview, canvas).enumerated() {
      canvas.write(line, in: area.line(1 + index))
    }
    let row = Self.rowsAboveQueues
    let table = queueTable(overview, canvas)
    let tableRows = QueueName.inOrder.count + 1
    let left = Rect(
      column: rect.column, row: 0, columns: isWide ? 90 : min(rect.columns, 100), rows: 0)
    canvas.draw(
      table,
      in: Rect(column: rect.column, row: rect.row + row, columns: left.columns, rows: tableRows))
    let lanesRow = row + tableRows + 1
    canvas.write(lanes(overview, canvas), in: narrowed(area, to: left).line(lanesRow))
    if isWide {
      let right = Rect(
        column: rect.column + 96, row: rect.row + row, columns: rect.columns - 98,
        rows: rect.rows - row)
      drawFigures(overview, on: &canvas, in: right, spaced: true)
    } else {
      let below = Rect(
        column: area.column, row: rect.row + lanesRow + 2, columns: area.columns,
        rows: rect.rows - lanesRow - 2)
      if below.rows < 7 {
        drawShortFigures(overview, on: &canvas, in: below)
      } else {
        drawFigures(overview, on: &canvas, in: below, spaced: rect.rows >= 30)
      }
    }
  }

  private func narrowed(_ area: Rect, to left: Rect) -> Rect {
    var result = area
    result.columns = min(area.columns, left.columns)
    return result
  }

  /// What the eye meets first.
  private func headlines(_ overview: Overview, _ canvas: Canvas) -> [StyledText] {
    let due = overview.queues.reduce(0) { $0 + $1.dueThisWeek }
    let toLose = overview.queues.map(\.toLose).total()
    let toChase = overview.queues.map(\.toChase).total()
    let open = overview.queues.reduce(0) { $0 + $1.open }
    var parts: [StyledText] = []
    if due > 0 {
      parts.append(StyledText("\(Wording.count(due, "item")) this week", Style.danger.bold))
    }
    if toLose > .zero {
      parts.append(
        StyledText("\(Wording.money(toLose)) to lose", Style.warning.bold)
          + StyledText(" within 30 days"))
    }
    if parts.isEmpty {
      parts.append(
        StyledText(
          open == 0 ? "Every queue is clear." : "Nothing is lost within 30 days.", Style.good.bold))
    }
    if toChase > .zero {
      parts.append(
        StyledText("\(Wording.money(toChase))", Style.text.bold) + StyledText(" to chase"))
    }
    return [
      parts.joined(separator: StyledText(canvas.separator, .muted)),
      StyledText(nextDate(overview, canvas), .muted),
    ]
  }

  private func nextDate(_ overview: Overview, _ canvas: Canvas) -> SafeText {
    let next = overview.queues.compactMap { summary in
      summary.nextDue.map { (day: $0, queue: summary.queue) }
    }.min { $0.day < $1.day }
    guard let next else { return "No open item has a deadline." }
    let left = next.day - canvas.today
    let title = SafeText(foreign: next.queue.title)
    return left < 0
      ? "The earliest date has passed: \(Wording.longDate(next.day, today: canvas.today)), in \(title)."
      : "The next date is \(Wording.longDate(next.day, today: canvas.today)), \(Wording.distance(left)), in \(title)."
  }

  private func queueTable(_ overview: Overview, _ canvas: Canvas) -> Table {
    let columns = [
      Table.Column("Queue", width: .flexible(minimum: 18, weight: 1)),
      Table.Column("open", width: .fixed(5), align: .trailing),
      Table.Column("this week", width: .fixed(9), align: .trailing),
      Table.Column("to lose", width: .fixed(11), align: .trailing),
      Table.Column("to chase", width: .fixed(11), align: .trailing),
      Table.Column("next date", width: .fixed(11), align: .trailing),
      Table.Column("age", width: .fixed(5), align: .trailing, priority: 1),
      Table.Column("done", width: .fixed(4), align: .trailing, priority: 2),
    ]
    let rows = QueueName.inOrder.map { name -> Table.Row in
      guard let summary = overview.queues.first(where: { $0.queue == name }) else {
        return Table.Row([Table.Cell(SafeText(foreign: name.title))])
      }
      return queueRow(summary, canvas)
    }
    let selected = QueueName.inOrder.firstIndex(of: queue)
    return Table(columns: columns, rows: rows, selected: selected)
  }

  private func queueRow(_ summary: QueueSummary, _ canvas: Canvas) -> Table.Row {
    let quiet: Style = summary.open == 0 ? .muted : .text
    let overdue = summary.nextDue.map { $0 < canvas.today } ?? false
    return Table.Row(
      [
        Table.Cell(SafeText(foreign: summary.queue.title), quiet),
        Table.Cell(MoneyText.count(summary.open), quiet),
        Table.Cell(
          summary.dueThisWeek == 0 ? "-" : MoneyText.count(summary.dueThisWeek),
          summary.dueThisWeek > 0 ? Style.danger.bold : .muted),
        Table.Cell(
          summary.toLose == .zero ? "-" : Wording.money(summary.toLose),
          summary.toLose > .zero ? .warning : .muted),
        Table.Cell(
          summary.toChase == .zero ? "-" : Wording.money(summary.toChase),
          summary.toChase > .zero ? .text : .muted),
        Table.Cell(
          summary.nextDue.map { Wording.date($0, today: canvas.today) } ?? "-",
          overdue ? .danger : quiet),
        Table.Cell(summary.oldestDays.map { "\($0)d" } ?? "-", quiet),
        Table.Cell("\(summary.doneToday)", summary.doneToday > 0 ? .good : .muted),
      ], sign: overdue ? "!" : nil, signStyle: .danger)
  }

  private func lanes(_ overview: Overview, _ canvas: Canvas) -> StyledText {
    let waiting = overview.queues.reduce(0) { $0 + $1.waiting }
    let lead = overview.queues.reduce(0) { $0 + $1.withLead }
    let expired = overview.queues.reduce(0) { $0 + $1.expired }
    let lost = overview.queues.map(\.expiredCents).total()
    var line = StyledText(
      "    \(MoneyText.count(waiting)) waiting\(canvas.separator)\(MoneyText.count(lead)) with a lead",
      .muted)
    if expired > 0 {
      line += StyledText(
        "\(canvas.separator)\(MoneyText.count(expired)) expired (\(Wording.money(lost)))", .muted)
    }
    return line
  }

  private func drawFigures(
    _ overview: Overview, on canvas: inout Canvas, in rect: Rect,
    spaced: Bool
  ) {
    var lines: [StyledText] = []
    lines += money(overview, canvas)
    lines.append(StyledText())
    if spaced { lines.append(StyledText()) }
    lines += day(overview, canvas)
    if spaced { lines.append(StyledText()) }
    lines.append(files(overview, canvas))
    for (index, line) in lines.enumerated() where index < rect.rows {
      canvas.write(line, in: rect.line(index))
    }
  }

  /// The figures where there is room for three lines only.
  private func drawShortFigures(
    _ overview: Overview, on canvas: inout Canvas, in rect: Rect
  ) {
    var money = StyledText("Money  ", .title)
    money += StyledText("\(Wording.money(overview.payment)) paid")
    money += StyledText(
      "\(canvas.separator)\(Wording.money(overview.posted)) posted \(percent(overview.posted, of: overview.payment))%",
      .muted)
    money += StyledText(canvas.separator, .muted)
    money += StyledText(
      "\(Wording.money(overview.suspense)) in suspense",
      overview.suspense > .zero ? .warning : .muted)
    let lines = [money] + day(overview, canvas) + [files(overview, canvas)]
    for (index, line) in lines.enumerated() where index < rect.rows {
      canvas.write(line, in: rect.line(index))
    }
  }

  private func money(_ overview: Overview, _ canvas: Canvas) -> [StyledText] {
    var grid = TextGrid([.leading, .trailing, .leading])
    grid.add([
      StyledText("Paid by payers", .muted), StyledText(Wording.money(overview.payment)), "",
    ])
    let share = percent(overview.posted, of: overview.payment)
    grid.add([
      StyledText("Posted", .muted), StyledText(Wording.money(overview.posted)),
      overview.payment > .zero
        ? gauge(share, canvas) + StyledText(" \(share)%", .muted) : "",
    ])
    grid.add([
      StyledText("In suspense", .muted),
      StyledText(
        Wording.money(overview.suspense), overview.suspense > .zero ? .warning : .text),
      overview.suspense > .zero ? StyledText("to be placed in Cash posting", .muted) : "",
    ])
    if overview.unbilled > .zero {
      grid.add([
        StyledText("Not yet billed", .muted), StyledText(Wording.money(overview.unbilled)),
        StyledText(unbilledWords(overview), .muted),
      ])
    }
    return [StyledText("Money", .title)] + grid.lines(width: 78, glyphs: canvas.glyphs)
  }

  /// Where the money is that is on no claim yet.
  private func unbilledWords(_ overview: Overview) -> SafeText {
    func count(_ queue: QueueName) -> Int {
      overview.queues.first { $0.queue == queue }.map { $0.open + $0.waiting + $0.withLead } ?? 0
    }
    return
      "\(MoneyText.count(count(.holds))) on hold, \(MoneyText.count(count(.transmission))) in Transmission"
  }

  private func day(
    _ overview: Overview, _ canvas: Canvas
  ) -> [StyledText] {
    var line = StyledText("Today  ", .title)
    if canvas.shell.settings.dailyGoal > 0 {
      let share = min(100, overview.doneToday * 100 / canvas.shell.settings.dailyGoal)
      line += StyledText("\(overview.doneToday) of \(canvas.shell.settings.dailyGoal) ")
      if !showsNumbers { line += gauge(share, canvas) }
      line += StyledText(" \(share)%", .muted)
    } else {
      line += StyledText(Wording.count(overview.doneToday, "touch"))
    }
    line += StyledText("   \(overview.resolvedToday) resolved", .muted)
    guard !overview.pace.isEmpty else { return [line] }
    if showsNumbers || canvas.isPlain {
      let numbers = overview.pace.suffix(10).map { $0.map { "\($0)" as SafeText } ?? "off" }
      line += StyledText("   days: \(numbers.joined(separator: " "))", .muted)
    } else {
      let most = overview.pace.compactMap { $0 }.max() ?? 0
      line += StyledText("   ")
      line += StyledText(
        Sparkline(overview.pace).text(width: 10, glyphs: canvas.glyphs), .accent)
      line += StyledText(" best \(most)", .muted)
    }
    return [line]
  }

  private func files(_ overview: Overview, _ canvas: Canvas) -> StyledText {
    var line = StyledText("Files  ", .title)
    line += StyledText(
      "\(Wording.count(overview.files, "file")), \(Wording.count(overview.claims, "claim"))")
    if let last = overview.lastImport {
      let moment = canvas.shell.local(last)
      line += StyledText(
        "   last read \(Wording.date(moment.day, today: canvas.today)) \(foreign: moment.hourAndMinute)",
        .muted)
    }
    return line
  }

  private func percent(_ part: Cents, of whole: Cents) -> Int {
    guard whole > .zero else { return 0 }
    let share = part.rawValue.multipliedCapped(by: 100) / whole.rawValue
    return Int(max(0, min(100, share)))
  }

  /// A bar for a share of a hundred; the number stands beside it.
  private func gauge(_ share: Int, _ canvas: Canvas) -> StyledText {
    Gauge(share, of: 100).text(width: 16, glyphs: canvas.glyphs)
  }
}

extension [StyledText] {
  /// The texts one after the other.
  fileprivate func joined(separator: StyledText) -> StyledText {
    var result = StyledText()
    for (index, text) in enumerated() {
      if index > 0 { result += separator }
      result += text
    }
    return result
  }
}
