// Reading what the screens show, and giving it room.

import Billing
import Cells
import Desk

extension Workstation {
  // MARK: Reading

  /// Reads again what is on the screen.
  mutating func reloadVisible() {
    askOverview()
    let number = screens.top.number
    switch screens.top.screen {
    case .home, .messages: break
    case .orders, .order, .transmission, .calendar, .holdsReport, .orderProblems:
      reloadBoard(screens.top.screen, number: number)
    case .queue: reloadQueue(number)
    case .search(let screen):
      ask(SearchEverything(screen.query), for: .search(screen: number)) {
        $0.take($1, screen: number)
      }
    case .claim(let screen):
      ask(ReadClaim(screen.claim), for: .claim(screen: number)) { $0.take($1, screen: number) }
    case .item(let item):
      if item.access == .opening { break }
      askItem(item.item, screen: number)
      if let queue = nearestQueue { reloadQueue(queue.number) }
    case .remittances(let screen): askRemittances(screen.list.window, number)
    case .remittance(let screen):
      ask(ReadRemittance(screen.remittance), for: .remittance(screen: number)) {
        $0.take($1, screen: number)
      }
    case .imports(let screen): askFiles(screen.list.window, number)
    case .activity(let screen): askActivities(screen, screen.list.window, number)
    }
  }

  private mutating func askRemittances(_ window: (offset: Int, limit: Int), _ number: Int) {
    ask(
      ReadRemittances(offset: window.offset, limit: window.limit),
      for: .remittances(screen: number), offset: window.offset
    ) { $0.take($1, offset: window.offset, screen: number) }
  }

  private mutating func askFiles(_ window: (offset: Int, limit: Int), _ number: Int) {
    ask(
      ReadFiles(offset: window.offset, limit: window.limit), for: .files(screen: number),
      offset: window.offset
    ) { $0.take($1, offset: window.offset, screen: number) }
  }

  private mutating func askActivities(
    _ screen: ActivityScreen, _ window: (offset: Int, limit: Int), _ number: Int
  ) {
    let query = ActivityQuery(
      user: screen.user, on: screen.on, offset: window.offset, limit: window.limit)
    ask(ReadActivities(query), for: .activities(screen: number), offset: window.offset) {
      $0.take($1, offset: window.offset, screen: number)
    }
  }

  private mutating func askPage(
    _ screen: QueueScreen, _ window: (offset: Int, limit: Int), _ number: Int
  ) {
    ask(
      ReadQueuePage(screen.request(offset: window.offset, limit: window.limit)),
      for: .page(screen: number), offset: window.offset
    ) { $0.takePage($1, screen: number) }
  }

  mutating func askOrders(
    _ screen: OrdersScreen, _ window: (offset: Int, limit: Int), _ number: Int
  ) {
    ask(
      ReadOrders(screen.query(offset: window.offset, limit: window.limit)),
      for: .orders(screen: number), offset: window.offset
    ) { $0.take($1, offset: window.offset, screen: number) }
  }

  mutating func reloadQueue(_ number: Int) {
    guard let screen = screens[number]?.asQueue else { return }
    askPage(screen, screen.list.window, number)
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
      case .orders(var state):
        state.list.setHeight(height)
        screen = .orders(state)
      case .transmission(var state):
        state.list.setHeight(height)
        screen = .transmission(state)
      case .holdsReport(var state):
        state.list.setHeight(height)
        screen = .holdsReport(state)
      case .orderProblems(var state):
        state.list.setHeight(height)
        screen = .orderProblems(state)
      case .search(var state):
        state.list.setHeight(height)
        screen = .search(state)
      case .home, .item, .messages, .order, .calendar, .claim: continue
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
      askPage(state, wanted, number)
    case .remittances(let state):
      let purpose = Purpose.remittances(screen: number)
      guard let wanted = missing(state.list.wanted, for: purpose) else { return }
      askRemittances(wanted, number)
    case .imports(let state):
      guard let wanted = missing(state.list.wanted, for: .files(screen: number)) else { return }
      askFiles(wanted, number)
    case .activity(let state):
      let purpose = Purpose.activities(screen: number)
      guard let wanted = missing(state.list.wanted, for: purpose) else { return }
      askActivities(state, wanted, number)
    case .orders(let state):
      guard let wanted = missing(state.list.wanted, for: .orders(screen: number)) else { return }
      askOrders(state, wanted, number)
    case .home, .item, .remittance, .messages, .order, .transmission, .calendar, .holdsReport,
      .orderProblems, .search, .claim:
      break
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
