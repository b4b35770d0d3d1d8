import Billing
import Cells
import Desk

extension CommandContext {
  static let queue = CommandContext("queue", "Queue")
}

extension CommandName {
  static let queue = CommandName("queue")
}

/// One queue: a lane of it, narrowed and ordered.
struct QueueScreen: PagedScreen, HandingScreen, KeptScreen {
  static let context = CommandContext.queue
  static let abilities: ScreenAbilities = [.columns, .tabs, .filter, .record]
  /// The work comes first; ? shows the rest.
  static let unhinted: Set<CommandName> = [.newOrder, .returnOrder, .attachDocument]
  static let commands = [
    Command(
      .queue, "Queue", help: "Opens a queue by name.", argument: "NAME",
      synonyms: ["rejections", "denials", "cash posting", "follow-up", "credit balances"],
      group: .places, run: { $0.openQueue(named: $1.argument) })
  ]

  var queue: QueueName
  var lane: Lane = .work
  /// As typed; what is in force is `filter`, the last one that could be read.
  var filterText = ""
  var filter: WorkFilter = .everything
  var order: WorkOrder = .rank
  var isReversed = false
  var viewName: String?
  var list = WindowedList<QueueRow>()
  /// The result of which the length of the list and its money were counted, as a page of no rows.
  private var counted: PageRequest?
  /// Whether the length of the list and its money are those of the whole result.
  private(set) var areTotalsKnown = true
  /// Money of the whole result, in cents.
  var expected: Cents = .zero
  /// Of it, what a limit takes away within 30 days, and what is only to be chased; open items only.
  var toLose: Cents = .zero
  var toChase: Cents = .zero
  var marks = MarkSet()
  /// Where a range of marks was begun.
  var rangeStart: WorkItemID?
  /// Columns scrolled out at the left.
  var scrolled = 0
  var sidePane: ItemDetail?
  /// The record the side pane was last asked for, so that a refusal is not asked again.
  var sidePaneAsked: WorkItemID?

  init(queue: QueueName) { self.queue = queue }

  /// A filter that cannot be read any more is left out.
  init?(kept words: [String: String], _ settings: WorkstationSettings) {
    guard let queue = words["queue"].flatMap(QueueName.init(rawValue:)) else { return nil }
    self.init(queue: queue)
    lane = words["lane"].flatMap(Int.init).flatMap(Lane.init(rawValue:)) ?? .work
    order = words["order"].flatMap(WorkOrder.init(rawValue:)) ?? .rank
    isReversed = words["reversed"] == "yes"
    viewName = words["view"]
    if let text = words["filter"],
      let filter = try? FilterParser.parse(text, today: settings.today, user: settings.user)
    {
      (filterText, self.filter) = (text, filter)
    }
    putCursor(words)
  }

  var kept: [String: String]? {
    [
      "queue": queue.rawValue, "lane": String(lane.rawValue), "order": order.rawValue,
      "reversed": isReversed ? "yes" : "", "view": viewName ?? "", "filter": filterText,
    ].merging(keptCursor) { $1 }
  }

  func crumb(_ privacy: Privacy) -> SafeText {
    viewName.map { "\(foreign: queue.title): \(foreign: $0)" as SafeText }
      ?? SafeText(foreign: queue.title)
  }

  func request(offset: Int, limit: Int) -> PageRequest {
    PageRequest(
      queue: queue, lane: lane, filter: filter, order: order, isReversed: isReversed,
      offset: offset, limit: limit)
  }

  // MARK: Reading

  static var rowsAboveList: Int { 2 }

  func isUnread(_ shell: Shell) -> Bool { !list.isLoaded && shell.isWaiting(for: .rows) }

  mutating func read(_ shell: inout Shell) {
    readRows(list.window, &shell)
    readMarksInSight(&shell)
    if shell.caller.isOnTop, sidePane != nil { readSidePane(&shell) }
  }

  mutating func readMissing(_ shell: inout Shell) {
    if shell.caller.isOnTop, hasSidePane(shell), shell.sidePaneDue == nil,
      let id = list.cursorID, sidePaneAsked != id
    {
      shell.cursorMoved()
    }
    if let wanted = shell.missing(list.wanted) { readRows(wanted, &shell) }
  }

  func readRows(_ window: (offset: Int, limit: Int), _ shell: inout Shell) {
    shell.ask(
      ReadQueuePage(request(offset: window.offset, limit: window.limit)), for: .rows,
      offset: window.offset
    ) { (screen: inout Self, page, shell) in screen.take(page, &shell) }
  }

  private mutating func take(_ page: QueuePage, _ shell: inout Shell) {
    let before = list.cursorID
    let result = page.request.ofNoRows
    if page.areTotalsKnown {
      counted = result
      expected = page.expected
      toLose = page.toLose
      toChase = page.toChase
    } else {
      readTotals(of: page.request, &shell)
    }
    // What was counted before stands until it is counted again.
    areTotalsKnown = counted == result
    let atLeast = areTotalsKnown ? max(list.count, page.count) : page.count
    list.receive(
      page.rows, offset: page.request.offset, limit: page.request.limit,
      total: page.areTotalsKnown ? page.count : atLeast)
    if let start = rangeStart, page.count == 0 || list.index(of: start) == nil { rangeStart = nil }
    if list.cursorID != before, shell.caller.isOnTop { shell.cursorMoved() }
  }

  /// The rows are there and are shown; what they come to is awaited beside them.
  private func readTotals(of request: PageRequest, _ shell: inout Shell) {
    shell.ask(CountQueuePage(request), for: .totals) { (screen: inout Self, page, shell) in
      guard page.request.ofNoRows == screen.request(offset: 0, limit: 0) else { return }
      screen.take(page, &shell)
    }
  }

  // MARK: Moving

  mutating func move(_ step: ListMove, _ shell: inout Shell) {
    let before = list.cursorID
    list.apply(step)
    if list.cursorID != before { shell.cursorMoved() }
  }

  mutating func changeTab(by step: Int, _ shell: inout Shell) {
    let lanes = Lane.inOrder
    let index = lanes.firstIndex(of: lane) ?? 0
    lane = lanes[(index + step + lanes.count) % lanes.count]
    rangeStart = nil
    list.clear()
    viewName = nil
    restart(&shell)
  }

  /// Reads its rows from the first on.
  private mutating func restart(_ shell: inout Shell) {
    list.restart()
    read(&shell)
  }

  /// The row that comes after an item, or before it; the item may have left the list.
  func neighbour(of item: WorkItemID, by step: Int) -> QueueRow? {
    if list.cursorID == item { return list.row(at: list.cursorIndex + step) }
    // The cursor rests on the row that took the place of what has gone.
    return list.row(at: step > 0 ? list.cursorIndex : list.cursorIndex - 1)
  }

  // MARK: Opening and leaving

  func open(_ shell: inout Shell) {
    if let row = list.cursorRow { shell.openItem(row.item.id, queue: queue) }
  }

  func next(of list: QueueScreen?) -> (queue: QueueName, filter: WorkFilter) { (queue, filter) }

  var refusalToTakeNext: SafeText? {
    lane == .work ? nil : "only open items are handed out; Tab shows that lane"
  }

  var record: Record? {
    list.cursorRow.map {
      Record(reference: $0.reference, patient: $0.patient, amount: $0.item.balance)
    }
  }

  /// Marks, then the filter.
  mutating func goBack(_ shell: inout Shell) -> Bool {
    if rangeStart != nil {
      rangeStart = nil
      shell.say(.info, "The range is given up.")
    } else if !marks.isEmpty {
      clearMarks(&shell)
    } else if !filterText.isEmpty || viewName != nil {
      setFilter(text: "", filter: .everything, &shell)
    } else {
      return false
    }
    return true
  }

  mutating func arrive(_ shell: inout Shell) {
    if sidePane?.item.id != list.cursorID { sidePane = nil }
  }

  func leave(_ shell: inout Shell) {
    guard !marks.isEmpty else { return }
    shell.say(.info, "\(Wording.count(marks.count, "mark")) taken off with the list.")
  }

  // MARK: Filter and order

  mutating func filter(_ text: String, _ shell: inout Shell) {
    guard !text.isEmpty else {
      shell.open(FilterLine(screen: shell.caller.number, text: filterText))
      return
    }
    do throws(FilterError) {
      let filter = try FilterParser.parse(
        text, today: shell.settings.today, user: shell.settings.user)
      setFilter(text: text, filter: filter, &shell)
    } catch {
      shell.say(.error, "Filter: \(foreign: error.message)")
    }
  }

  mutating func setFilter(text: String, filter: WorkFilter, _ shell: inout Shell) {
    let isSame = filter == self.filter
    filterText = text.trimmed.isEmpty ? "" : text
    self.filter = filter
    viewName = nil
    guard !isSame else { return }
    list.restart()
    read(&shell)
  }

  mutating func sort(_ argument: String, _ shell: inout Shell) {
    let name = argument.trimmed.lowercased()
    guard !name.isEmpty else {
      shell.open(sortMenu)
      return
    }
    let match = WorkOrder.allCases.first {
      $0.rawValue.hasPrefix(name) || $0.title.hasPrefix(name)
    }
    guard let match else {
      shell.say(
        .warning,
        "No such order: \(foreign: argument). Try rank, balance, due, age, payer or patient.")
      return
    }
    sort(by: match, &shell)
  }

  mutating func sort(by order: WorkOrder, _ shell: inout Shell) {
    isReversed = self.order == order ? !isReversed : false
    self.order = order
    viewName = nil
    restart(&shell)
  }

  private var sortMenu: Menu {
    let entries = WorkOrder.allCases.map { order in
      Menu.Entry(
        title: SafeText(foreign: order.title),
        detail: order == self.order
          ? (isReversed
            ? "in force, reversed; again turns it round" : "in force; again reverses it")
          : Wording.detail(of: order),
        key: Wording.key(of: order), action: .order(order))
    }
    var menu = Menu(title: "Sort by", entries: entries)
    menu.selected = WorkOrder.allCases.firstIndex(of: order) ?? 0
    return menu
  }
}

extension PageRequest {
  /// The same list, whatever part of it is wanted.
  fileprivate var ofNoRows: PageRequest {
    var request = self
    (request.offset, request.limit) = (0, 0)
    return request
  }
}

extension QueueRow: ListRow { var listID: WorkItemID { item.id } }

extension Lane {
  /// Order of the tabs.
  static let inOrder: [Lane] = [.work, .waiting, .lead, .expired]
}
