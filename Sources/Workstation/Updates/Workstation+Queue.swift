// Lists of work: lanes, order, marks, views, the side pane.

import Billing
import Cells
import Desk

extension Workstation {
  /// Changes the queue screen on top and reads its rows.
  mutating func changeQueue(_ change: (inout QueueScreen) -> Void) {
    guard case .queue(var queue) = screens.top.screen else { return }
    change(&queue)
    queue.list.restart()
    screens.top.screen = .queue(queue)
    reloadQueue(screens.top.number)
  }

  mutating func changeLane(by step: Int) {
    guard let queue = screens.top.screen.asQueue else { return }
    let lanes = Lane.inOrder
    let index = lanes.firstIndex(of: queue.lane) ?? 0
    let lane = lanes[(index + step + lanes.count) % lanes.count]
    changeQueue { queue in
      queue.lane = lane
      queue.rangeStart = nil
      queue.list.clear()
      queue.viewName = nil
    }
  }

  // MARK: Order

  mutating func sort(_ argument: String) {
    let name = argument.trimmed.lowercased()
    guard !name.isEmpty else {
      openSortMenu()
      return
    }
    let match = WorkOrder.allCases.first {
      $0.rawValue.hasPrefix(name) || $0.title.hasPrefix(name)
    }
    guard let match else {
      say(
        .warning,
        "No such order: \(foreign: argument). Try rank, balance, due, age, payer or patient.")
      return
    }
    sort(by: match)
  }

  private mutating func openSortMenu() {
    guard let queue = screens.top.screen.asQueue else { return }
    let entries = WorkOrder.allCases.map { order in
      Menu.Entry(
        title: SafeText(foreign: order.title),
        detail: order == queue.order
          ? (queue.isReversed
            ? "in force, reversed; again turns it round" : "in force; again reverses it")
          : Wording.detail(of: order),
        key: Wording.key(of: order), action: .order(order))
    }
    var menu = Menu(title: "Sort by", entries: entries)
    menu.selected = WorkOrder.allCases.firstIndex(of: queue.order) ?? 0
    overlays.append(.menu(menu))
  }

  mutating func sort(by order: WorkOrder) {
    changeQueue { queue in
      queue.isReversed = queue.order == order ? !queue.isReversed : false
      queue.order = order
      queue.viewName = nil
    }
  }

  // MARK: Marks

  var markCount: Int { screens.top.screen.asQueue?.marks.count ?? 0 }

  mutating func toggleMark() {
    guard case .queue(var queue) = screens.top.screen, let id = queue.list.cursorID else { return }
    if queue.rangeStart != nil {
      markRange()
      return
    }
    if queue.marks.contains(id) { queue.marks.remove(id) } else { queue.marks.insert(id) }
    queue.list.move(by: 1)
    screens.top.screen = .queue(queue)
    cursorMoved()
  }

  mutating func markRange() {
    guard case .queue(var queue) = screens.top.screen, let id = queue.list.cursorID else { return }
    guard let start = queue.rangeStart else {
      queue.rangeStart = id
      screens.top.screen = .queue(queue)
      let label = keymap.label(of: .markRange) ?? "v"
      say(.info, "A range begins here. Move, then \(label) marks it; Esc gives it up.")
      return
    }
    queue.rangeStart = nil
    guard let first = queue.list.index(of: start), let last = queue.list.index(of: id) else {
      screens.top.screen = .queue(queue)
      say(.warning, "The range is too long to mark at once. Filter, then * marks all that match.")
      return
    }
    var added = 0
    for index in min(first, last)...max(first, last) {
      guard let row = queue.list.row(at: index) else { continue }
      if !queue.marks.contains(row.item.id) { added += 1 }
      queue.marks.insert(row.item.id)
    }
    screens.top.screen = .queue(queue)
    say(.info, "Marked \(Wording.count(added, "item")) of the range.")
  }

  mutating func markAll() {
    guard let queue = screens.top.screen.asQueue else { return }
    let number = screens.top.number
    let request = queue.request(offset: 0, limit: max(1, queue.list.count))
    ask(ReadIdentities(request), for: .markAll(screen: number)) {
      $0.takeMarkAll($1, screen: number)
    }
  }

  mutating func takeMarkAll(_ ids: [WorkItemID], screen number: Int) {
    guard case .queue(var queue)? = screens[number] else { return }
    let before = queue.marks.count
    queue.marks.matching = Set(ids)
    for id in ids { queue.marks.insert(id) }
    let onScreen = queue.list.visible.filter {
      queue.list.row(at: $0).map { queue.marks.contains($0.item.id) } ?? false
    }.count
    screens[number] = .queue(queue)
    let rest = ids.count - onScreen
    let added = queue.marks.count - before
    say(
      .info,
      rest > 0
        ? "Marked \(Wording.count(added, "item")); \(MoneyText.count(rest)) of them are not on this screen."
        : "Marked \(Wording.count(added, "item")).")
  }

  mutating func clearMarks() {
    guard case .queue(var queue) = screens.top.screen, !queue.marks.isEmpty else { return }
    let count = queue.marks.count
    queue.marks = MarkSet()
    screens.top.screen = .queue(queue)
    say(.info, "Took \(Wording.count(count, "mark")) off.")
  }

  /// Which of the marked items the filter lets through, so that hidden ones can be counted.
  mutating func askWhichMarksMatch(_ number: Int) {
    guard case .queue(var queue)? = screens[number], !queue.marks.isEmpty else { return }
    queue.marks.matching = queue.marks.matching ?? Set(queue.marks.ids)
    screens[number] = .queue(queue)
    let request = queue.request(offset: 0, limit: Int(Int32.max))
    ask(
      ReadIdentities(request), for: .marksInSight(screen: number), refused: { _, _ in },
      then: { $0.takeMarksInSight($1, screen: number) })
  }

  mutating func takeMarksInSight(_ ids: [WorkItemID], screen number: Int) {
    guard case .queue(var queue)? = screens[number] else { return }
    queue.marks.matching = Set(ids)
    screens[number] = .queue(queue)
  }

  // MARK: Views

  mutating func showView(_ name: String) {
    let wanted = name.trimmed
    let view = settings.views.first {
      $0.name.lowercased() == wanted.lowercased() || ($0.number > 0 && String($0.number) == wanted)
    }
    guard let view else {
      let known = settings.views.map {
        $0.number > 0
          ? "\($0.number) \(foreign: $0.name)" as SafeText : SafeText(foreign: $0.name)
      }
      say(
        .info,
        wanted.isEmpty
          ? "Views: \(known.joined(separator: ", "))."
          : "There is no view \(foreign: wanted). There are \(known.joined(separator: ", ")).")
      return
    }
    let filter: WorkFilter
    do throws(FilterError) {
      filter = try FilterParser.parse(view.filter, today: settings.today, user: settings.user)
    } catch {
      say(.error, "View \(foreign: view.name): \(foreign: error.message)")
      return
    }
    var screen = QueueScreen(queue: view.queue)
    screen.lane = view.lane
    screen.filterText = view.filter
    screen.filter = filter
    screen.order = view.order
    screen.isReversed = view.isReversed
    screen.viewName = view.name
    if case .queue(let old) = screens.top.screen, !old.marks.isEmpty {
      say(.info, "\(Wording.count(old.marks.count, "mark")) taken off with the list.")
    }
    go(to: .queue(screen))
  }

  mutating func saveView(named name: String) {
    guard case .queue(var queue) = screens.top.screen else { return }
    let name = name.trimmed
    guard !name.isEmpty else {
      say(.warning, "Give the view a name: :save-view old-medicare-denials.")
      return
    }
    let old = settings.views.first { $0.name == name }
    let used = Set(settings.views.map(\.number))
    let number = old?.number ?? (1...9).first { !used.contains($0) } ?? 0
    queue.viewName = name
    screens.top.screen = .queue(queue)
    saveView(
      SavedView(
        number: number, name: name, queue: queue.queue, lane: queue.lane,
        filter: queue.filterText, order: queue.order, isReversed: queue.isReversed))
    say(
      .good,
      number > 0
        ? "Saved the view \(foreign: name). \(number) shows it."
        : "Saved the view \(foreign: name). :view \(foreign: name) shows it.")
  }

  // MARK: The side pane

  /// Whether the screen is wide enough for the item beside the list.
  var showsSidePane: Bool {
    size.columns >= Workstation.sidePaneFrom && screens.top.screen.asQueue != nil
      && !settings.isPlain
  }

  /// From so many columns on, a queue shows the item under the cursor beside the list.
  static let sidePaneFrom = 120

  private mutating func takeSidePane(_ detail: ItemDetail, screen number: Int) {
    guard case .queue(var queue)? = screens[number] else { return }
    queue.sidePane = detail
    screens[number] = .queue(queue)
  }

  mutating func askSidePane() {
    guard case .queue(var queue) = screens.top.screen, showsSidePane,
      let id = queue.list.cursorID
    else { return }
    queue.sidePaneAsked = id
    screens.top.screen = .queue(queue)
    let number = screens.top.number
    ask(
      ReadItem(id), for: .sidePane(screen: number), refused: { _, _ in },
      then: { $0.takeSidePane($1, screen: number) })
  }
}

extension Lane {
  /// Order of the tabs.
  static let inOrder: [Lane] = [.work, .waiting, .lead, .expired]
}
