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
    var shown = shell
    shown.caller = Shell.Caller(number: screens.top.number, isOnTop: true)
    var canvas = Canvas(shown, under: overlays.last, size: size)
    guard size.holds(Workstation.smallest) else {
      drawTooSmall(on: &canvas)
      return canvas.frame
    }
    guard !seat.isLocked else {
      drawCovered(on: &canvas)
      return canvas.frame
    }
    let all = canvas.frame.bounds
    drawTop(on: &canvas, in: all.line(0))
    screens.top.screen.draw(on: &canvas, in: Terminal.body(of: size))
    drawMessage(on: &canvas, in: all.line(size.rows - 2))
    drawHints(on: &canvas, in: all.line(size.rows - 1))
    drawPressed(on: &canvas)
    for overlay in overlays { overlay.draw(on: &canvas, over: self) }
    return canvas.frame
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

  // MARK: The top line

  private func drawTop(on canvas: inout Canvas, in rect: Rect) {
    canvas.frame.fill(rect, style: .header)
    canvas.draw(
      TopLine(crumbs: screens.all.map { $0.screen.crumb(canvas.privacy) }, facts: facts(canvas)),
      in: rect.inset(columns: 1))
  }

  private func facts(_ canvas: Canvas) -> [TopLine.Fact] {
    var facts: [TopLine.Fact] = []
    let role: SafeText = shell.settings.isSupervisor ? " (supervisor)" : ""
    facts.append(
      TopLine.Fact(StyledText("\(foreign: shell.settings.user)\(role)", .header), priority: 1))
    if shell.terminal.isMasked { facts.append(TopLine.Fact(StyledText("covered", .notice))) }
    if let overview = shell.overview {
      let goal: SafeText = shell.settings.dailyGoal > 0 ? " of \(shell.settings.dailyGoal)" : ""
      var pace = StyledText("\(overview.doneToday)\(goal) today", .header)
      if !canvas.isPlain, !overview.pace.isEmpty {
        pace += StyledText(
          " \(Sparkline(overview.pace).text(width: 7, glyphs: canvas.glyphs))", .muted)
      }
      facts.append(TopLine.Fact(pace, priority: 2))
    }
    facts.append(TopLine.Fact(StyledText(clock, .header), priority: 3))
    return facts
  }

  /// `Nov 21 19:50`: the business day, and the time when the data was read.
  private var clock: SafeText {
    let day = Wording.date(shell.settings.today, today: shell.settings.today)
    guard let readAt = seat.readAt, readAt.rawValue > 0 else { return day }
    return "\(day) \(foreign: shell.local(readAt).hourAndMinute)"
  }

  // MARK: The message line

  private func drawMessage(on canvas: inout Canvas, in rect: Rect) {
    let area = rect.inset(columns: 1)
    let work = workInBackground
    if let entry = shell.log.current {
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
    if shell.tickets[.importing] != nil {
      guard let progress = shell.imports.progress else { return "Importing" }
      let share =
        progress.bytesTotal > 0
        ? min(100, progress.bytesDone.multipliedCapped(by: 100) / progress.bytesTotal) : 0
      return
        "Importing \(foreign: progress.file.lastPathPart) (\(progress.fileNumber) of \(progress.fileCount)) \(share)%"
    }
    guard
      let oldest = shell.tickets.longest(at: shell.now, atLeast: Workstation.spinnerDelay)
    else { return nil }
    let seconds = (shell.now.rawValue - oldest.since.rawValue) / 1000
    let ellipsis = SafeText(glyph: shell.glyphs.ellipsis)
    return seconds > 1
      ? "\(foreign: oldest.job.title)\(ellipsis) \(seconds) s"
      : "\(foreign: oldest.job.title)\(ellipsis)"
  }

  // MARK: Hints

  private func drawHints(on canvas: inout Canvas, in rect: Rect) {
    canvas.frame.fill(rect, style: .footer)
    let line =
      overlays.last.map { HintLine($0.hints(shell), moreKey: shell.label(of: .help)) }
      ?? hintLine(hintedCommands)
    canvas.draw(line, in: rect.inset(columns: 1))
  }

  /// What works now on this screen, most useful first.
  var hintedCommands: [Command] {
    let unhinted = type(of: screens.top.screen).unhinted
    return CommandCatalogue.all
      .filter { command in
        !command.hint.isEmpty && command.contexts.contains(context)
          && shell.keymap.label(of: command.name) != nil && command.refusal(self) == nil
          && !unhinted.contains(command.name)
      }
      .sorted { ($0.hintOrder, $0.name.rawValue) < ($1.hintOrder, $1.name.rawValue) }
  }

  func hintLine(_ commands: [Command]) -> HintLine {
    let screen = screens.top.screen
    return HintLine(
      commands.map { HintLine.Hint(hintKey(of: $0.name), screen.hint(of: $0.name) ?? $0.hint) },
      moreKey: shell.label(of: .help))
  }

  private func hintKey(of name: CommandName) -> SafeText {
    shell.keymap.sequences(of: name).first == [.enter]
      ? shell.glyphs.enterText : shell.keymap.label(of: name) ?? ""
  }

  /// What may follow the keys pressed so far, once they have been there for a while.
  private func drawPressed(on canvas: inout Canvas) {
    guard showsPressed else { return }
    let items = shell.keymap.continuations(of: typing.pressed, in: context).map {
      ListMenu.Item($0.title, key: SafeText(foreign: $0.key.description))
    }
    let menu = ListMenu(items)
    let bounds = canvas.frame.bounds
    let size = Size(
      columns: min(menu.idealSize.columns, bounds.columns - 6),
      rows: min(menu.idealSize.rows, bounds.rows - 5))
    let rect = Rect(
      column: bounds.columns - size.columns - 5, row: bounds.rows - 2 - size.rows - 2,
      columns: size.columns + 4, rows: size.rows + 2)
    canvas.frame.fill(rect)
    canvas.draw(Box(title: StyledText(Keymap.label(typing.pressed), .title)), in: rect)
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
