// The boards of orders, sending and what is coming: gone to, read, moved in, opened from.

import Billing
import Cells
import Desk

extension Workstation {
  // MARK: Going

  mutating func showOrders(_ argument: String) {
    var screen = OrdersScreen()
    if case .orders(let old) = screens.top.screen { screen.standing = old.standing }
    screen.text = argument.trimmed
    go(to: .orders(screen))
  }

  mutating func showCalendar() { go(to: .calendar(CalendarScreen())) }

  mutating func showOrderProblems(_ argument: String) {
    let text = argument.trimmed
    let digits = text.hasSuffix("d") ? String(text.dropLast()) : text
    var days = 30
    if !text.isEmpty {
      guard let number = Int(digits), (1...3660).contains(number) else {
        say(.warning, "Give the days to look back on: :order-problems 90.")
        return
      }
      days = number
    }
    let today = settings.today
    go(
      to: .orderProblems(
        OrderProblemsScreen(from: today.adding(days: 1 - days), through: today)))
  }

  mutating func openOrder(_ row: OrderRow) {
    if let item = row.item {
      openItem(item, queue: .orderConfirmation)
      return
    }
    enter(.order(OrderScreen(order: row.id, number: row.number)))
  }

  // MARK: Reading

  /// Reads again what a board shows.
  mutating func reloadBoard(_ screen: Screen, number: Int) {
    switch screen {
    case .orders(let state): askOrders(state, state.list.window, number)
    case .order(let state):
      ask(ReadOrder(state.order), for: .order(screen: number)) { $0.take($1, screen: number) }
    case .transmission:
      ask(ReadTransmission(), for: .transmission(screen: number)) { $0.take($1, screen: number) }
    case .calendar:
      ask(ReadCalendar(weeks: CalendarScreen.weeks), for: .calendar(screen: number)) {
        $0.take($1, screen: number)
      }
    case .holdsReport:
      ask(ReadHolds(), for: .holdsReport(screen: number)) { $0.take($1, screen: number) }
    case .orderProblems(let state):
      ask(
        ReadOrderProblems(from: state.from, through: state.through),
        for: .orderProblems(screen: number)
      ) { $0.take($1, screen: number) }
    default: break
    }
  }

  mutating func take(_ answer: (rows: [OrderRow], count: Int), offset: Int, screen number: Int) {
    guard case .orders(var screen)? = screens[number] else { return }
    screen.list.receive(
      answer.rows, offset: offset, limit: 3 * screen.list.height, total: answer.count)
    screens[number] = .orders(screen)
  }

  private mutating func take(_ detail: OrderDetail, screen number: Int) {
    guard case .order(var screen)? = screens[number] else { return }
    screen.detail = detail
    screens[number] = .order(screen)
  }

  private mutating func take(_ board: TransmissionBoard, screen number: Int) {
    guard case .transmission(var screen)? = screens[number] else { return }
    screen.board = board
    screen.list.receive(board.groups, offset: 0, total: board.groups.count)
    screens[number] = .transmission(screen)
  }

  private mutating func take(_ board: CalendarBoard, screen number: Int) {
    guard case .calendar(var screen)? = screens[number] else { return }
    screen.board = board
    screen.monday = screen.week?.monday
    screen.row = max(0, min(screen.row, screen.rows.count - 1))
    if screen.rows.isEmpty { screen.pane = 0 }
    screens[number] = .calendar(screen)
  }

  private mutating func take(_ report: HoldsReport, screen number: Int) {
    guard case .holdsReport(var screen)? = screens[number] else { return }
    screen.report = report
    screen.list.receive(screen.rows, offset: 0, total: screen.rows.count)
    screens[number] = .holdsReport(screen)
  }

  private mutating func take(_ report: OrderProblemsReport, screen number: Int) {
    guard case .orderProblems(var screen)? = screens[number] else { return }
    screen.report = report
    screen.list.receive(report.rows, offset: 0, total: report.rows.count)
    screens[number] = .orderProblems(screen)
  }

  private mutating func finishAsking(_ file: String?, inquiries: Int) {
    guard let file, inquiries > 0 else {
      say(.info, "No coverage is to be verified; no file was written.")
      return
    }
    let count = inquiries == 1 ? "1 inquiry" as SafeText : "\(MoneyText.count(inquiries)) inquiries"
    say(.good, "Wrote \(count) to \(foreign: file.lastPathPart). The 271 answers them.")
    reloadVisible()
  }

  mutating func offerEligibility() {
    let entry = Menu.Entry(
      title: "Write the inquiries to the outbox", detail: "one file", key: "w",
      action: .askEligibility)
    overlays.append(.menu(Menu(title: "Ask for every coverage to be verified?", entries: [entry])))
  }

  mutating func askEligibility() {
    ask(AskEligibility(), for: .askEligibility) {
      $0.finishAsking($1.file, inquiries: $1.inquiries)
    }
  }

  // MARK: Moving

  mutating func moveOnBoard(_ step: ListMove) {
    switch screens.top.screen {
    case .orders(var screen):
      screen.list.apply(step)
      screens.top.screen = .orders(screen)
    case .order(var screen):
      let rows = orderLines(screen, width: size.columns - 2).count
      screen.scrolled = step.scrolled(
        from: screen.scrolled, height: orderPageHeight, rows: rows)
      screens.top.screen = .order(screen)
    case .transmission(var screen):
      screen.list.apply(step)
      screens.top.screen = .transmission(screen)
    case .calendar(var screen):
      screen.move(step)
      screens.top.screen = .calendar(screen)
    case .holdsReport(var screen):
      screen.list.apply(step)
      screens.top.screen = .holdsReport(screen)
    case .orderProblems(var screen):
      screen.list.apply(step)
      screens.top.screen = .orderProblems(screen)
    default: break
    }
  }

  /// The next standing of the orders, or the next column of the holds report.
  mutating func changeTab(by step: Int) {
    switch screens.top.screen {
    case .orders(var screen):
      let all = OrdersScreen.standings
      let index = all.firstIndex(of: screen.standing) ?? 0
      screen.standing = all[(index + step + all.count) % all.count]
      screen.list.clear()
      screens.top.screen = .orders(screen)
      layOut()
      reloadBoard(screens.top.screen, number: screens.top.number)
    case .holdsReport(var screen):
      let all = HoldsReportScreen.Column.allCases
      let index = all.firstIndex(of: screen.column) ?? 0
      screen.column = all[(index + step + all.count) % all.count]
      screen.list.clear()
      screen.list.receive(screen.rows, offset: 0, total: screen.rows.count)
      screens.top.screen = .holdsReport(screen)
    default: changeLane(by: step)
    }
  }

  // MARK: Opening

  mutating func openOnBoard() {
    switch screens.top.screen {
    case .orders(let screen):
      if let row = screen.list.cursorRow { openOrder(row) }
    case .transmission: openSendForm()
    case .calendar(var screen):
      if screen.pane == 0 {
        screen.pane = 1
        screen.row = 0
        screens.top.screen = .calendar(screen)
      } else if let item = screen.cursorRow?.item {
        openItem(item, queue: nil)
      }
    case .holdsReport(let screen): openHolds(of: screen)
    default: break
    }
  }

  var refusalToOpenOnBoard: SafeText? {
    switch screens.top.screen {
    case .orders(let screen): return screen.list.cursorRow == nil ? "the list is empty" : nil
    case .transmission: return refusalToSend
    case .calendar(let screen):
      if screen.pane == 0 { return screen.rows.isEmpty ? "nothing is due in that week" : nil }
      return screen.cursorRow?.item == nil ? "it becomes work on its day" : nil
    case .holdsReport(let screen):
      return screen.list.cursorRow == nil ? "nothing is on hold" : nil
    default: return "there is nothing more to open here"
    }
  }

  /// The holds queue, narrowed to the row under the cursor.
  private mutating func openHolds(of screen: HoldsReportScreen) {
    guard let row = screen.list.cursorRow else { return }
    let text: String
    switch screen.column {
    case .team:
      text = "team:" + FilterWord.quoted(rawValue(of: row.name, among: Team.allCases, \.title))
    case .type:
      text = "type:" + FilterWord.quoted(rawValue(of: row.name, among: HoldType.allCases, \.title))
    case .payer: text = "payer:" + FilterWord.quoted(row.name)
    case .prescriber: text = "prescriber:" + FilterWord.quoted(row.name)
    }
    do throws(FilterError) {
      let filter = try FilterParser.parse(text, today: settings.today, user: settings.user)
      var queue = QueueScreen(queue: .holds)
      queue.filterText = text
      queue.filter = filter
      enter(.queue(queue))
    } catch {
      say(.error, "Filter: \(foreign: error.message)")
    }
  }

  /// The word of the filter language for a title of the report.
  private func rawValue<Word: RawRepresentable<String>>(
    of title: String, among words: [Word], _ name: (Word) -> String
  ) -> String {
    words.first { name($0) == title }?.rawValue ?? title
  }

  // MARK: Sending

  var refusalToSend: SafeText? {
    guard case .transmission(let screen) = screens.top.screen, let board = screen.board else {
      return "what is ready is being read"
    }
    if let refusal = board.refusal { return SafeText(foreign: refusal.asReason) }
    return screen.list.cursorRow == nil ? "nothing is ready to go out" : nil
  }

  mutating func openSendForm() {
    guard case .transmission(let screen) = screens.top.screen, let group = screen.list.cursorRow
    else { return }
    pressed = []
    overlays.append(.send(SendForm(group: group)))
  }

  mutating func press(_ key: Key, in form: SendForm) {
    var form = form
    switch key {
    case .escape:
      overlays.removeLast()
      say(.info, "Nothing was sent.")
      return
    case .enter:
      do throws(FieldFault) {
        let request = try form.request()
        form.isSaving = true
        form.error = nil
        ask(
          SendGroup(request), for: .send, refused: { $0.refuseSending($1.message) },
          then: { $0.finishSending($1) })
      } catch {
        form.complain(error)
      }
    case .tab, .down: form.focus = (form.focus + 1) % form.fields.count
    case .backTab, .up: form.focus = (form.focus + form.fields.count - 1) % form.fields.count
    // What leaves the house is typed by a person.
    case .paste: return
    default:
      guard form.fields[form.focus].handle(key) else { return }
      form.error = nil
    }
    setOverlay(.send(form))
  }

  private mutating func finishSending(_ outcome: SendingOutcome) {
    if case .send = overlays.last { overlays.removeLast() }
    say(
      .good,
      "\(foreign: outcome.message) File \(foreign: outcome.file.lastPathPart).")
    reloadVisible()
  }

  /// The office sent nothing: the form stays, and the board is read again.
  mutating func refuseSending(_ reason: String) {
    let text = SafeText(foreign: reason)
    say(.error, text)
    if case .send(var form) = overlays.last {
      form.isSaving = false
      form.error = text
      setOverlay(.send(form))
    }
    reloadVisible()
  }
}

extension CalendarScreen {
  mutating func move(_ step: ListMove) {
    if pane == 1 {
      row = step.place(from: row, count: rows.count)
      return
    }
    guard let weeks = board?.weeks, !weeks.isEmpty else { return }
    monday = weeks[step.place(from: weekIndex, count: weeks.count)].monday
    row = 0
  }
}

extension ListMove {
  /// The place in a short list after a step.
  func place(from index: Int, count: Int) -> Int {
    let target =
      switch self {
      case .by(let rows): index + rows
      case .half(let times), .page(let times): index + times * max(1, count)
      case .first: 0
      case .last: count - 1
      }
    return max(0, min(target, count - 1))
  }
}
