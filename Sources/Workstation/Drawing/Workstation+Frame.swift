// The whole screen: what surrounds every screen, and which of them is shown.

import Billing
package import Cells
import Desk
import WorkEngine

extension Workstation {
  /// The smallest screen on which everything is shown.
  package static let smallest = Size(columns: 80, rows: 24)

  /// What the terminal should show; changes nothing.
  package func frame(_ size: Size) -> Frame {
    var canvas = Canvas(
      frame: Frame(size: size, repertoire: glyphs.repertoire), glyphs: glyphs,
      privacy: privacy, isPlain: settings.isPlain,
      today: settings.today)
    guard size.holds(Workstation.smallest) else {
      drawTooSmall(on: &canvas)
      return canvas.frame
    }
    guard !isLocked else {
      drawCovered(on: &canvas)
      return canvas.frame
    }
    let all = canvas.frame.bounds
    drawTop(on: &canvas, in: all.line(0))
    drawScreen(on: &canvas, in: body(of: size))
    drawMessage(on: &canvas, in: all.line(size.rows - 2))
    drawHints(on: &canvas, in: all.line(size.rows - 1))
    drawPressed(on: &canvas)
    for overlay in overlays { draw(overlay, on: &canvas) }
    return canvas.frame
  }

  /// The room between the top line and the message line.
  func body(of size: Size) -> Rect {
    Rect(column: 0, row: 1, columns: size.columns, rows: size.rows - 3)
  }

  /// The rows of that room on the present screen.
  var bodyHeight: Int { max(1, size.rows - 3) }

  private func drawScreen(on canvas: inout Canvas, in rect: Rect) {
    switch screens.top.screen {
    case .home(let screen): draw(screen, on: &canvas, in: rect)
    case .queue(let screen): draw(screen, on: &canvas, in: rect)
    case .item(let screen): draw(screen, on: &canvas, in: rect)
    case .remittances(let screen): draw(screen, on: &canvas, in: rect)
    case .remittance(let screen): draw(screen, on: &canvas, in: rect)
    case .imports(let screen): draw(screen, on: &canvas, in: rect)
    case .activity(let screen): draw(screen, on: &canvas, in: rect)
    case .messages(let screen): draw(screen, on: &canvas, in: rect)
    case .orders(let screen): draw(screen, on: &canvas, in: rect)
    case .order(let screen): draw(screen, on: &canvas, in: rect)
    case .transmission(let screen): draw(screen, on: &canvas, in: rect)
    case .calendar(let screen): draw(screen, on: &canvas, in: rect)
    case .holdsReport(let screen): draw(screen, on: &canvas, in: rect)
    case .orderProblems(let screen): draw(screen, on: &canvas, in: rect)
    case .search(let screen): draw(screen, on: &canvas, in: rect)
    case .claim(let screen): draw(screen, on: &canvas, in: rect)
    }
  }

  /// How many rows of a list the present screen shows.
  func listHeight(of screen: Screen) -> Int {
    let height = bodyHeight
    return switch screen {
    case .queue: max(1, height - 3)
    case .remittances: max(1, height - 2)
    case .remittance: max(1, height - RemittanceLayout.summaryRows - 1)
    case .imports: max(1, importsListRows(height: height) - 1)
    case .activity: max(1, height - 2)
    case .orders, .holdsReport: max(1, height - 3)
    case .orderProblems: max(1, height - 2)
    case .search: max(1, height - 2 - Workstation.foundRows)
    case .transmission(let screen):
      transmissionListRows(height: height, groups: screen.board?.groups.count ?? 0)
    case .home, .item, .messages, .order, .calendar, .claim: 1
    }
  }

  private func drawTooSmall(on canvas: inout Canvas) {
    let size = canvas.frame.size
    let need = Workstation.smallest
    let text: SafeText =
      "This window is \(size.columns)x\(size.rows); Docket needs \(need.columns)x\(need.rows)."
    let short: SafeText = "Needs \(need.columns)x\(need.rows)"
    canvas.write(
      text.columns <= size.columns ? text : short,
      in: canvas.frame.bounds.line(max(0, (size.rows - 1) / 2)), align: .center)
  }

  private func drawCovered(on canvas: inout Canvas) {
    let bounds = canvas.frame.bounds
    let middle = bounds.rows / 2
    canvas.write("Covered", in: bounds.line(middle - 1), style: .title, align: .center)
    canvas.write(
      "Press any key to see your work again. Nothing was lost.", in: bounds.line(middle),
      style: .muted, align: .center)
  }

  /// The pictures in use; none for screen readers.
  var glyphs: Glyphs { settings.isPlain ? .plain : settings.glyphs }

  var privacy: Privacy { Privacy(isMasked: isMasked, glyphs: settings.glyphs) }

  // MARK: The top line

  private func drawTop(on canvas: inout Canvas, in rect: Rect) {
    canvas.frame.fill(rect, style: .header)
    canvas.draw(
      TopLine(crumbs: crumbs(privacy: canvas.privacy), facts: facts(canvas)),
      in: rect.inset(columns: 1))
  }

  private func crumbs(privacy: Privacy) -> [SafeText] {
    screens.all.map { entry in
      switch entry.screen {
      case .home: "Docket"
      case .queue(let screen):
        screen.viewName.map { "\(foreign: screen.queue.title): \(foreign: $0)" as SafeText }
          ?? SafeText(foreign: screen.queue.title)
      case .item(let screen):
        screen.detail.map { privacy.identifier($0.row.reference) } ?? "item"
      case .remittances: "Remittances"
      case .remittance(let screen):
        screen.detail.map { privacy.identifier($0.row.traceNumber) } ?? "remittance"
      case .imports: "Imports"
      case .activity: "Activity"
      case .messages: "Messages"
      case .orders: "Orders"
      case .order(let screen): privacy.identifier(screen.number)
      case .transmission: "Transmission"
      case .calendar: "Calendar"
      case .holdsReport: "Holds report"
      case .orderProblems: "Order problems"
      case .search(let screen):
        switch screen.query {
        case .text: "Search"
        case .patient: privacy.person(screen.title)
        }
      case .claim(let screen): privacy.identifier(screen.number)
      }
    }
  }

  private func facts(_ canvas: Canvas) -> [TopLine.Fact] {
    var facts: [TopLine.Fact] = []
    let role: SafeText = settings.isSupervisor ? " (supervisor)" : ""
    facts.append(TopLine.Fact(StyledText("\(foreign: settings.user)\(role)", .header), priority: 1))
    if isMasked { facts.append(TopLine.Fact(StyledText("covered", .notice))) }
    if let overview {
      let goal: SafeText = settings.dailyGoal > 0 ? " of \(settings.dailyGoal)" : ""
      var pace = StyledText("\(overview.doneToday)\(goal) today", .header)
      if !canvas.isPlain, !overview.pace.isEmpty {
        pace += StyledText(" \(sparkline(overview.pace.suffix(7), glyphs: canvas.glyphs))", .muted)
      }
      facts.append(TopLine.Fact(pace, priority: 2))
    }
    facts.append(TopLine.Fact(StyledText(clock, .header), priority: 3))
    return facts
  }

  /// `Nov 21 19:50`: the business day, and the time when the data was read.
  private var clock: SafeText {
    let day = Wording.date(settings.today, today: settings.today)
    guard let readAt, readAt.rawValue > 0 else { return day }
    return "\(day) \(foreign: local(readAt).hourAndMinute)"
  }

  /// A moment as the local clock shows it.
  func local(_ moment: Timestamp) -> Timestamp {
    moment.later(by: Int64(settings.minutesFromUTC) * 60_000)
  }

  /// Numbers as heights; a day off is a dot, not zero.
  func sparkline(_ values: some Collection<Int?>, glyphs: Glyphs) -> SafeText {
    let most = max(1, values.compactMap { $0 }.max() ?? 1)
    return values.map { value -> SafeText in
      guard let value else { return SafeText(glyph: glyphs.dot) }
      let step = (max(0, value) * (glyphs.heights.count - 1) + most / 2) / most
      return SafeText(glyph: glyphs.heights[min(step, glyphs.heights.count - 1)])
    }.joined(separator: "")
  }

  // MARK: The message line

  private func drawMessage(on canvas: inout Canvas, in rect: Rect) {
    let area = rect.inset(columns: 1)
    let work = workInBackground
    if let entry = log.current {
      var left = area
      if let work, entry.text.columns + work.columns + 6 <= area.columns {
        canvas.write(work, in: area, style: .muted, align: .trailing)
        left.columns -= work.columns + 2
      }
      canvas.draw(MessageLine(entry.kind, canvas.privacy.sentence(entry.text)), in: left)
    } else if let work {
      canvas.write(work, in: area, style: .muted)
    }
  }

  /// What has been running for a while, and how far it is: `Importing ERA.835 (3 of 12) 41%`.
  var workInBackground: SafeText? {
    if waiting[.importing] != nil {
      guard let progress = importProgress else { return "Importing" }
      let share =
        progress.bytesTotal > 0
        ? min(100, progress.bytesDone.multipliedCapped(by: 100) / progress.bytesTotal) : 0
      return
        "Importing \(foreign: progress.file.lastPathPart) (\(progress.fileNumber) of \(progress.fileCount)) \(share)%"
    }
    let slow = waiting.values.filter {
      now.rawValue - $0.since.rawValue >= Workstation.spinnerDelay
    }
    guard let oldest = slow.min(by: { ($0.since, $0.ticket) < ($1.since, $1.ticket) }) else {
      return nil
    }
    let seconds = (now.rawValue - oldest.since.rawValue) / 1000
    let ellipsis = SafeText(glyph: glyphs.ellipsis)
    return seconds > 1
      ? "\(foreign: oldest.job.title)\(ellipsis) \(seconds) s"
      : "\(foreign: oldest.job.title)\(ellipsis)"
  }

  // MARK: Hints

  private func drawHints(on canvas: inout Canvas, in rect: Rect) {
    canvas.frame.fill(rect, style: .footer)
    let hints = overlays.last.map { overlayHints($0) } ?? screenHints
    canvas.draw(
      HintLine(hints, moreKey: keymap.label(of: .help) ?? ":help"), in: rect.inset(columns: 1))
  }

  /// What works now on this screen, most useful first.
  var screenHints: [HintLine.Hint] {
    CommandCatalogue.all
      .filter { command in
        !command.hint.isEmpty && command.contexts.contains(context)
          && keymap.label(of: command.name) != nil && command.refusal(self) == nil
          && !hidesHint(of: command.name)
      }
      .sorted { ($0.hintOrder, $0.name.rawValue) < ($1.hintOrder, $1.name.rawValue) }
      .map { HintLine.Hint(hintKey(of: $0.name), hint(of: $0)) }
  }

  private func hintKey(of name: CommandName) -> SafeText {
    keymap.sequences(of: name).first == [.enter]
      ? glyphs.enterText : keymap.label(of: name) ?? ""
  }

  private func hidesHint(of name: CommandName) -> Bool {
    switch (name, context) {
    // On the first screen and on a list there is little to undo that is not seen elsewhere.
    case (.undo, .home): true
    case (.close, .home): false
    // On a queue the work comes first; ? shows the rest.
    case (.newOrder, .home), (.newOrder, .queue): true
    case (.returnOrder, .queue), (.attachDocument, .queue): true
    // The key that sends says what it does.
    case (.open, .transmission): true
    default: false
    }
  }

  private func hint(of command: Command) -> SafeText {
    switch (command.name, screens.top.screen) {
    case (.open, .item(let screen)):
      screen.detail.map { SafeText(foreign: $0.advice.proposed.title.lowercasedFirst) }
        ?? command.hint
    case (.close, .home): "quit"
    case (.filter, .home), (.filter, .search): "search"
    case (.nextLane, .orders): "standing"
    case (.nextLane, .holdsReport): "column"
    case (.open, .holdsReport): "the queue"
    default: command.hint
    }
  }

  /// What may follow the keys pressed so far, once they have been there for a while.
  private func drawPressed(on canvas: inout Canvas) {
    guard !pressed.isEmpty, now.rawValue - pressedAt.rawValue >= Workstation.sequenceDelay else {
      return
    }
    let items = keymap.continuations(of: pressed, in: context).map {
      ListMenu.Item($0.command.title, key: SafeText(foreign: $0.key.description))
    }
    let menu = ListMenu(items)
    let size = menu.idealSize
    let bounds = canvas.frame.bounds
    let rect = Rect(
      column: bounds.columns - size.columns - 5, row: bounds.rows - 2 - size.rows - 2,
      columns: size.columns + 4, rows: size.rows + 2)
    canvas.frame.fill(rect)
    canvas.draw(Box(title: StyledText(Keymap.label(pressed), .title)), in: rect)
    canvas.draw(menu, in: Box.inner(of: rect))
  }
}

extension String {
  /// What follows the last slash of a path.
  var lastPathPart: String { split(separator: "/").last.map(String.init) ?? self }

  var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}

extension Int64 {
  /// The product, or the largest number where it would be larger.
  func multipliedCapped(by factor: Int64) -> Int64 {
    let (product, overflow) = multipliedReportingOverflow(by: factor)
    return overflow ? .max : product
  }
}
