// Files, activities and messages: what was read, done and said.

import Billing
import Cells
import Desk
import WorkEngine

extension Workstation {
  // MARK: Imports

  /// Rows of the list of files, its titles counted; the reports of the last import stand below.
  func importsListRows(height: Int) -> Int {
    importReports.isEmpty ? height - 1 : max(5, height / 3)
  }

  func draw(_ screen: ImportsScreen, on canvas: inout Canvas, in rect: Rect) {
    let list = screen.list
    guard list.isLoaded else { return }
    canvas.write(
      "\(Wording.count(list.count, "file")) read, newest first",
      in: rect.line(0).inset(columns: 1), style: .muted)
    if list.count == 0, importReports.isEmpty {
      canvas.writeEmpty(
        [
          "No files yet.",
          "Read files or folders with :import PATH: 837P, 999, 277CA, 835 or CSV.",
          "A file that was read before does nothing, and says so.",
        ], in: rect)
      return
    }
    let tableRows = importsListRows(height: rect.rows)
    drawFiles(
      screen, on: &canvas,
      in: Rect(
        column: rect.column, row: rect.row + 1, columns: rect.columns, rows: tableRows))
    guard !importReports.isEmpty else { return }
    let below = Rect(
      column: 1, row: rect.row + 1 + tableRows + 1, columns: rect.columns - 2,
      rows: rect.rows - tableRows - 2)
    let lines = reportLines(width: below.columns, canvas)
    let top = max(0, min(screen.problemsScrolled, lines.count - below.rows))
    for (index, line) in lines.dropFirst(top).prefix(below.rows).enumerated() {
      canvas.write(line, in: below.line(index))
    }
    let rest = lines.count - top - below.rows
    if rest > 0 {
      canvas.write(
        " PgDn \(SafeText(glyph: canvas.glyphs.down)) \(rest) more ",
        in: below.line(below.rows - 1), style: .muted, align: .trailing)
    }
  }

  private func drawFiles(_ screen: ImportsScreen, on canvas: inout Canvas, in rect: Rect) {
    let list = screen.list
    let rows = list.visible.map { index -> Table.Row in
      guard let row = list.row(at: index) else { return Table.Row([]) }
      let moment = local(row.importedAt)
      return Table.Row(
        [
          Table.Cell(
            "\(Wording.date(moment.day, today: settings.today)) \(foreign: moment.hourAndMinute)"),
          Table.Cell(SafeText(foreign: row.name.lastPathPart)),
          Table.Cell(Wording.bytes(row.byteCount), .muted),
          Table.Cell(SafeText(foreign: row.summary), row.isComplete ? .text : .warning),
        ], sign: row.isComplete ? nil : "!")
    }
    var table = Table(
      columns: [
        Table.Column("Read", width: .fixed(12)),
        Table.Column("File", width: .flexible(minimum: 20, weight: 1)),
        Table.Column("Size", width: .fixed(7), align: .trailing, priority: 1),
        Table.Column("What it did", width: .flexible(minimum: 24, weight: 2)),
      ], rows: rows,
      selected: list.count > 0 && list.visible.contains(list.cursorIndex)
        ? list.cursorIndex - list.top : nil)
    table.isFocused = overlays.isEmpty
    canvas.draw(table, in: rect)
  }

  private func reportLines(width: Int, _ canvas: Canvas) -> [StyledText] {
    var lines = [StyledText("The last import", .title)]
    for report in importReports {
      var head = StyledText(SafeText(foreign: report.path.lastPathPart), Style.text.bold)
      head += StyledText("  \(report.outcome.title)", report.outcome.style)
      head += StyledText("  \(report.summary)", .muted)
      lines += Paragraph([head], hanging: 2).wrapped(width: width)
      for problem in report.problems {
        let place = problem.place
        var line = StyledText(
          problem.isError ? "  ! " : "  - ", problem.isError ? .danger : .warning)
        if !place.isEmpty { line += StyledText("\(place)  ", .accent) }
        line += StyledText(canvas.privacy.free(problem.message))
        lines += Paragraph([line], hanging: 4).wrapped(width: width)
      }
    }
    return lines
  }

  // MARK: Activity

  func draw(_ screen: ActivityScreen, on canvas: inout Canvas, in rect: Rect) {
    var about = StyledText(
      screen.user.map { "By \(foreign: $0)" as SafeText } ?? "By everyone", .accent)
    about += StyledText(
      screen.on.map { ", on \(Wording.longDate($0, today: settings.today))" as SafeText }
        ?? ", on all days", .muted)
    canvas.write(
      left: about, right: StyledText("newest first; / narrows to a biller or a day", .muted),
      in: rect.line(0).inset(columns: 1))
    let list = screen.list
    guard list.isLoaded else { return }
    guard list.count > 0 else {
      canvas.writeEmpty(
        ["Nothing was done here.", ":activity shows everyone, :activity me today only you today."],
        in: rect)
      return
    }
    let rows = list.visible.compactMap { list.row(at: $0) }.map { activityRow($0, canvas) }
    var table = Table(
      columns: [
        Table.Column("When", width: .fixed(12)),
        Table.Column("Who", width: .fixed(8)),
        Table.Column("What", width: .flexible(minimum: 20, weight: 1)),
        Table.Column("Claim", width: .flexible(minimum: 12, weight: 1)),
        Table.Column("Details", width: .flexible(minimum: 20, weight: 3)),
        Table.Column("Queue", width: .fixed(13), priority: 2),
        Table.Column("Back", width: .fixed(Wording.listDateColumns), priority: 1),
      ], rows: rows,
      selected: list.visible.contains(list.cursorIndex) ? list.cursorIndex - list.top : nil)
    table.scrolled = screen.scrolled
    table.isFocused = overlays.isEmpty
    canvas.draw(
      table,
      in: Rect(column: rect.column, row: rect.row + 1, columns: rect.columns, rows: rect.rows - 1))
  }

  private func activityRow(_ row: ActivityRow, _ canvas: Canvas) -> Table.Row {
    let activity = row.activity
    let moment = local(activity.at)
    let isUndone = activity.undoneBy != nil
    let style: Style = isUndone ? .muted : .text
    var what = SafeText(foreign: activity.verb.title)
    if let undone = activity.undoes { what = "\(what) #\(undone.rawValue)" }
    if isUndone { what += " (undone)" }
    let detail = [activity.detail, activity.note].filter { !$0.isEmpty }.joined(separator: "; ")
    return Table.Row([
      Table.Cell(
        // Of another year the day says enough.
        moment.day.year == settings.today.year
          ? "\(Wording.listDate(moment.day, today: settings.today)) \(foreign: moment.hourAndMinute)"
          : Wording.listDate(moment.day, today: settings.today), style),
      Table.Cell(SafeText(foreign: activity.user), style),
      Table.Cell(what, style),
      Table.Cell(canvas.privacy.identifier(row.reference), style),
      Table.Cell(canvas.privacy.free(detail), .muted),
      Table.Cell(SafeText(foreign: activity.queue?.title ?? ""), .muted),
      Table.Cell(
        activity.followUpOn.map { Wording.listDate($0, today: settings.today) } ?? "", .muted),
    ])
  }

  // MARK: Messages

  /// Everything that was said, newest first.
  func messageLines(width: Int) -> [StyledText] {
    log.entries.reversed().flatMap { entry -> [StyledText] in
      let time: SafeText =
        entry.at.rawValue > 0 ? SafeText(foreign: local(entry.at).hourAndMinute) : "     "
      let sign: SafeText =
        switch entry.kind {
        case .info, .good: "  "
        case .warning: "! "
        case .error: "!!"
        }
      let line =
        StyledText("\(time) ", .muted) + StyledText("\(sign) ", Style(entry.kind.role))
        + StyledText(privacy.sentence(entry.text), Style(entry.kind.role))
      return Paragraph([line], hanging: 9).wrapped(width: width)
    }
  }

  func draw(_ screen: MessagesScreen, on canvas: inout Canvas, in rect: Rect) {
    let area = rect.inset(columns: 1)
    let lines = messageLines(width: area.columns)
    guard !lines.isEmpty else {
      canvas.writeEmpty(["Nothing was said yet."], in: rect)
      return
    }
    let top = max(0, min(screen.scrolled, lines.count - area.rows))
    for (index, line) in lines.dropFirst(top).prefix(area.rows).enumerated() {
      canvas.write(line, in: area.line(index))
    }
    if overlays.isEmpty { canvas.frame.cursor = area.origin }
  }
}

extension Wording {
  /// `812 B`, `14 KB`, `3 MB`.
  static func bytes(_ count: Int64) -> SafeText {
    switch count {
    case ..<1000: "\(count) B"
    case ..<1_000_000: "\(count / 1000) KB"
    default: "\(count / 1_000_000) MB"
    }
  }
}

extension ImportReport {
  /// What the file did, in numbers.
  var summary: SafeText {
    var parts: [SafeText] = []
    func add(_ number: Int, _ noun: SafeText) {
      if number > 0 { parts.append(Wording.count(number, noun)) }
    }
    add(ordersAdded, "new order")
    if ordersUpdated > 0 { parts.append("\(MoneyText.count(ordersUpdated)) changed") }
    if ordersUnchanged > 0 { parts.append("\(MoneyText.count(ordersUnchanged)) as before") }
    add(eligibilityAnswers, "eligibility answer")
    add(claimsAdded, "claim")
    if acknowledged > 0 { parts.append("\(acknowledged) acknowledged") }
    if rejected > 0 { parts.append("\(rejected) rejected") }
    add(remittances, "remittance")
    if remittances > 0 {
      parts.append("\(Wording.money(paid)) paid, \(Wording.money(posted)) posted")
      if suspense != .zero { parts.append("\(Wording.money(suspense)) in suspense") }
    }
    if claimsPosted > 0 { parts.append("\(Wording.count(claimsPosted, "claim")) posted") }
    if claimsStaged > 0 { parts.append("\(claimsStaged) staged") }
    if denials > 0 { parts.append(Wording.count(denials, "denial")) }
    return parts.joined(separator: ", ")
  }
}

extension ImportReport.Outcome {
  var title: SafeText {
    switch self {
    case .applied: "applied"
    case .alreadyApplied: "read before, nothing done"
    case .partlyApplied: "applied in part"
    case .refused: "refused"
    }
  }

  var style: Style {
    switch self {
    case .applied: .good
    case .alreadyApplied: .muted
    case .partlyApplied: .warning
    case .refused: .danger
    }
  }
}

extension ImportProblem {
  /// `segment 412, byte 18,233, CLP03`.
  var place: SafeText {
    var parts: [SafeText] = []
    // Columns of a CSV have small letters, elements of X12 capitals.
    let isColumn = byte == 0 && element.first?.isLowercase == true
    if segment > 0 {
      parts.append("\(isColumn ? "line" : "segment") \(MoneyText.count(segment))")
    }
    if byte > 0 { parts.append("byte \(MoneyText.count(byte))") }
    if !element.isEmpty { parts.append(SafeText(foreign: element)) }
    return parts.joined(separator: ", ")
  }
}
