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
    case .orders, .order, .transmission, .calendar, .holdsReport, .orderProblems:
      moveOnBoard(step)
    case .search(var screen):
      screen.list.apply(step)
      screens.top.screen = .search(screen)
    case .claim(var screen):
      let rows = claimLines(screen, width: size.columns - 2).count
      screen.scrolled = step.scrolled(
        from: screen.scrolled, height: claimPageHeight, rows: rows)
      screens.top.screen = .claim(screen)
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
    case .orders(var screen):
      screen.scrolled = max(0, min(screen.scrolled + step, 9))
      screens.top.screen = .orders(screen)
    case .search(var screen):
      screen.scrolled = max(0, min(screen.scrolled + step, 5))
      screens.top.screen = .search(screen)
    default: break
    }
  }

  // MARK: Going

  /// Jumps to a place: it stands in place of everything above the first screen, so that the path
  /// tells how one came here and does not grow with every jump.
  mutating func go(to screen: Screen) {
    if screens.top.screen.context == screen.context {
      screens.top.screen = screen
    } else {
      while screens.depth > 1 { leaveTop() }
      screens.push(screen)
    }
    arrive()
  }

  /// Opens a screen from the one on top, to which q goes back.
  mutating func enter(_ screen: Screen) {
    screens.push(screen)
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
        "There is no queue \(foreign: text). There are \(foreign: QueueName.inOrder.map(\.rawValue).joined(separator: ", "))."
      )
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
    if case .orders(var screen) = screens.top.screen, !screen.text.isEmpty {
      screen.text = ""
      screen.list.restart()
      screens.top.screen = .orders(screen)
      reloadVisible()
      return
    }
    if case .calendar(var screen) = screens.top.screen, screen.pane == 1 {
      screen.pane = 0
      screens.top.screen = .calendar(screen)
      return
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
