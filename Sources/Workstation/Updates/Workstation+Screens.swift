// Going from screen to screen, and keeping what is on them fresh.

import Billing
import Cells
import Desk

/// A step of the cursor.
enum ListMove: Equatable, Sendable {
  case by(Int)
  case half(Int)
  case page(Int)
  case first
  case last
}

extension ListMove {
  /// Whether it is by pages or halves of them.
  var isPage: Bool {
    switch self {
    case .half, .page: true
    case .by, .first, .last: false
    }
  }

  /// 1 down, -1 up.
  var direction: Int {
    switch self {
    case .by(let steps), .half(let steps), .page(let steps): steps.signum()
    case .first: -1
    case .last: 1
    }
  }
}

extension WindowedList {
  mutating func apply(_ move: ListMove) {
    switch move {
    case .by(let rows): self.move(by: rows)
    case .half(let times): scroll(by: max(1, height / 2) * times)
    case .page(let times): scroll(by: max(1, height - 1) * times)
    case .first: self.move(to: 0)
    case .last: self.move(to: count - 1)
    }
  }
}

extension Workstation {
  mutating func move(_ step: ListMove) {
    let before = cursorItem
    switch screens.top.screen {
    case .home(var home):
      home.move(step)
      screens.top.screen = .home(home)
    case .queue(var queue):
      queue.list.apply(step)
      screens.top.screen = .queue(queue)
    case .item: scrollItem(step)
    case .remittances(var screen):
      screen.list.apply(step)
      screens.top.screen = .remittances(screen)
    case .remittance(var screen):
      screen.list.apply(step)
      screens.top.screen = .remittance(screen)
    case .imports(var screen):
      if !importReports.isEmpty, step.isPage {
        screen.problemsScrolled = max(0, screen.problemsScrolled + step.direction * 5)
      } else {
        screen.list.apply(step)
      }
      screens.top.screen = .imports(screen)
    case .activity(var screen):
      screen.list.apply(step)
      screens.top.screen = .activity(screen)
    case .messages(var screen):
      let rows = messageLines(width: size.columns - 2).count
      screen.scrolled = step.scrolled(
        from: screen.scrolled, height: bodyHeight, rows: rows)
      screens.top.screen = .messages(screen)
    }
    if cursorItem != before { cursorMoved() }
  }

  /// The item under the cursor of a queue.
  var cursorItem: WorkItemID? { screens.top.screen.asQueue?.list.cursorID }

  mutating func cursorMoved() {
    sidePaneDue = now.later(by: Workstation.restDelay)
  }

  mutating func scrollColumns(by step: Int) {
    switch screens.top.screen {
    case .queue(var screen):
      screen.scrolled = max(0, min(screen.scrolled + step, 9))
      screens.top.screen = .queue(screen)
    case .remittances(var screen):
      screen.scrolled = max(0, min(screen.scrolled + step, 9))
      screens.top.screen = .remittances(screen)
    case .remittance(var screen):
      screen.scrolled = max(0, min(screen.scrolled + step, 9))
      screens.top.screen = .remittance(screen)
    case .activity(var screen):
      screen.scrolled = max(0, min(screen.scrolled + step, 9))
      screens.top.screen = .activity(screen)
    default: break
    }
  }

  // MARK: Going

  /// Puts a screen on top, or goes back to the one of its kind that is open already.
  mutating func go(to screen: Screen) {
    if screens.top.screen.context == screen.context {
      screens.top.screen = screen
    } else if let place = screens.all.firstIndex(where: { $0.screen.context == screen.context }) {
      while screens.depth > place + 1 { leaveTop() }
      screens.top.screen = screen
    } else {
      screens.push(screen)
    }
    arrive()
  }

  mutating func goHome() {
    while screens.depth > 1 { leaveTop() }
    arrive()
  }

  mutating func openQueue(_ queue: QueueName) {
    go(to: .queue(QueueScreen(queue: queue)))
  }

  mutating func openQueue(named text: String) {
    let name = text.trimmed.lowercased()
    guard !name.isEmpty else {
      say(.info, "Queues: \(foreign: QueueName.inOrder.map(\.rawValue).joined(separator: ", ")).")
      return
    }
    let match = QueueName.inOrder.first {
      $0.rawValue.hasPrefix(name) || $0.title.lowercased().hasPrefix(name)
    }
    guard let match else {
      say(
        .warning,
        "There is no queue \(foreign: text). There are \(foreign: QueueName.inOrder.map(\.rawValue).joined(separator: ", ")).")
      return
    }
    openQueue(match)
  }

  /// One step back: marks, then the filter, then the screen.
  mutating func goBack() {
    if case .queue(var queue) = screens.top.screen {
      if queue.rangeStart != nil {
        queue.rangeStart = nil
        screens.top.screen = .queue(queue)
        say(.info, "The range is given up.")
        return
      }
      if !queue.marks.isEmpty {
        clearMarks()
        return
      }
      if !queue.filterText.isEmpty || queue.viewName != nil {
        setFilter(text: "", filter: .everything, screen: screens.top.number)
        return
      }
    }
    guard screens.depth > 1 else {
      say(.info, "This is the first screen. \(keymap.label(of: .close) ?? ":quit") quits.")
      return
    }
    leaveTop()
    arrive()
  }

  mutating func closeScreen() {
    guard screens.depth > 1 else {
      quit()
      return
    }
    leaveTop()
    arrive()
  }

  /// Leaves the top screen: gives back what it held and says what goes with it.
  mutating func leaveTop() {
    switch screens.top.screen {
    case .item(let item): giveBack(item.item)
    case .queue(let queue) where !queue.marks.isEmpty:
      say(.info, "\(Wording.count(queue.marks.count, "mark")) taken off with the list.")
    default: break
    }
    pressed = []
    _ = screens.pop()
  }

  /// Reads what the screen that is now on top shows.
  mutating func arrive() {
    pressed = []
    sidePaneDue = nil
    if case .queue(var queue) = screens.top.screen, queue.sidePane != nil {
      queue.sidePane = queue.sidePane?.item.id == queue.list.cursorID ? queue.sidePane : nil
      screens.top.screen = .queue(queue)
    }
    layOut()
    reloadVisible()
  }

  // MARK: Reading

  /// Reads again what is on the screen.
  mutating func reloadVisible() {
    ask(.overview, for: .overview)
    let number = screens.top.number
    switch screens.top.screen {
    case .home, .messages: break
    case .queue: reloadQueue(number)
    case .item(let item):
      if item.access == .opening { break }
      ask(.item(item.item), for: .item(screen: number))
      if let queue = nearestQueue { reloadQueue(queue.number) }
    case .remittances(let screen):
      let window = screen.list.window
      ask(
        .remittances(offset: window.offset, limit: window.limit),
        for: .remittances(screen: number), offset: window.offset)
    case .remittance(let screen):
      ask(.remittance(screen.remittance), for: .remittance(screen: number))
    case .imports(let screen):
      let window = screen.list.window
      ask(
        .files(offset: window.offset, limit: window.limit), for: .files(screen: number),
        offset: window.offset)
    case .activity(let screen):
      let window = screen.list.window
      ask(
        .activities(
          ActivityQuery(
            user: screen.user, on: screen.on, offset: window.offset, limit: window.limit)),
        for: .activities(screen: number), offset: window.offset)
    }
  }

  mutating func reloadQueue(_ number: Int) {
    guard let screen = screens[number]?.asQueue else { return }
    let window = screen.list.window
    ask(
      .page(screen.request(offset: window.offset, limit: window.limit)),
      for: .page(screen: number), offset: window.offset)
    askWhichMarksMatch(number)
    if screens.top.number == number, screen.sidePane != nil { askSidePane() }
  }

  /// The list that an item was opened from.
  var nearestQueue: ScreenEntry? {
    screens.all.last { $0.screen.asQueue != nil }
  }

  // MARK: Laying out

  mutating func resize(to size: Size) {
    self.size = size
    layOut()
  }

  /// Gives every list the height it has on the screen.
  mutating func layOut() {
    for entry in screens.all {
      var screen = entry.screen
      let height = listHeight(of: screen)
      switch screen {
      case .queue(var state):
        state.list.setHeight(height)
        screen = .queue(state)
      case .remittances(var state):
        state.list.setHeight(height)
        screen = .remittances(state)
      case .remittance(var state):
        state.list.setHeight(height)
        screen = .remittance(state)
      case .imports(var state):
        state.list.setHeight(height)
        screen = .imports(state)
      case .activity(var state):
        state.list.setHeight(height)
        screen = .activity(state)
      case .home, .item, .messages: continue
      }
      screens[entry.number] = screen
    }
  }

  /// After every message: asks for rows that the screen shows and the list does not hold.
  mutating func settle() {
    layOut()
    if case .queue(let queue) = screens.top.screen, showsSidePane, sidePaneDue == nil,
      let id = queue.list.cursorID, queue.sidePaneAsked != id
    {
      cursorMoved()
    }
    for number in Set([screens.top.number, nearestQueue?.number ?? screens.top.number]) {
      askForWanted(number)
    }
  }

  private mutating func askForWanted(_ number: Int) {
    guard let screen = screens[number] else { return }
    switch screen {
    case .queue(let state):
      guard let wanted = missing(state.list.wanted, for: .page(screen: number)) else { return }
      ask(
        .page(state.request(offset: wanted.offset, limit: wanted.limit)),
        for: .page(screen: number), offset: wanted.offset)
    case .remittances(let state):
      let purpose = Purpose.remittances(screen: number)
      guard let wanted = missing(state.list.wanted, for: purpose) else { return }
      ask(
        .remittances(offset: wanted.offset, limit: wanted.limit), for: purpose,
        offset: wanted.offset)
    case .imports(let state):
      let purpose = Purpose.files(screen: number)
      guard let wanted = missing(state.list.wanted, for: purpose) else { return }
      ask(.files(offset: wanted.offset, limit: wanted.limit), for: purpose, offset: wanted.offset)
    case .activity(let state):
      let purpose = Purpose.activities(screen: number)
      guard let wanted = missing(state.list.wanted, for: purpose) else { return }
      ask(
        .activities(
          ActivityQuery(user: state.user, on: state.on, offset: wanted.offset, limit: wanted.limit)),
        for: purpose, offset: wanted.offset)
    case .home, .item, .remittance, .messages: break
    }
  }

  /// What must be asked for, unless it already is.
  private func missing(
    _ wanted: (offset: Int, limit: Int)?, for purpose: Purpose
  ) -> (offset: Int, limit: Int)? {
    guard let wanted else { return nil }
    if let wait = waiting[purpose], wait.offset == wanted.offset { return nil }
    return wanted
  }
}

extension ListMove {
  /// The first row shown after a step of a text that has no cursor.
  func scrolled(from top: Int, height: Int, rows: Int) -> Int {
    let target =
      switch self {
      case .by(let step): top + step
      case .half(let times): top + max(1, height / 2) * times
      case .page(let times): top + max(1, height - 1) * times
      case .first: 0
      case .last: rows
      }
    return max(0, min(target, rows - height))
  }
}

extension HomeScreen {
  mutating func move(_ step: ListMove) {
    let order = QueueName.inOrder
    let index = order.firstIndex(of: queue) ?? 0
    let target =
      switch step {
      case .by(let rows): index + rows
      case .half(let times), .page(let times): index + times * order.count
      case .first: 0
      case .last: order.count - 1
      }
    queue = order[max(0, min(target, order.count - 1))]
  }
}
