import Billing
import Cells
import Desk

extension CommandContext {
  static let orders = CommandContext("orders", "Orders")
}

extension CommandName {
  static let orders = CommandName("orders")
}

/// Delivered orders, narrowed by number or patient and by standing.
struct OrdersScreen: PagedScreen, OrderEditing, KeptScreen {
  static let context = CommandContext.orders
  static let abilities: ScreenAbilities = [.columns, .tabs, .filter]
  static let commands = [
    Command(
      .orders, "Orders", help: "Lists delivered orders; words narrow it to a number or a patient.",
      argument: "NUMBER or NAME", keys: [[.character("g"), .character("o")]],
      synonyms: ["tickets", "sales orders", "deliveries"], group: .boards,
      run: { workstation, given in
        let old = workstation.screens.top.screen as? OrdersScreen
        workstation.go(
          to: OrdersScreen(text: given.argument.trimmed, standing: old?.standing ?? nil))
      })
  ]

  /// Begins the order number or the patient's name; empty for all.
  var text = ""
  /// nil for all.
  var standing: OrderStanding?
  var list = WindowedList<OrderRow>()
  var scrolled = 0

  /// Order of the tabs; all orders first.
  private static let standings: [OrderStanding?] = [
    nil, .delivered, .returned, .open, .confirmed, .cancelled,
  ]

  init(text: String = "", standing: OrderStanding? = nil) {
    self.text = text
    self.standing = standing
  }

  init?(kept words: [String: String], _ settings: WorkstationSettings) {
    self.init(
      text: words["filter"] ?? "",
      standing: words["standing"].flatMap(OrderStanding.init(rawValue:)))
    putCursor(words)
  }

  var kept: [String: String]? {
    ["filter": text, "standing": standing?.rawValue ?? ""].merging(keptCursor) { $1 }
  }

  static var rowsAboveList: Int { 2 }

  func readRows(_ window: (offset: Int, limit: Int), _ shell: inout Shell) {
    let query = OrderQuery(
      text: text, standing: standing, offset: window.offset, limit: window.limit)
    shell.ask(ReadOrders(query), for: .rows, offset: window.offset) {
      (screen: inout Self, answer, _) in
      screen.list.receive(answer, offset: window.offset)
    }
  }

  mutating func changeTab(by step: Int, _ shell: inout Shell) {
    let all = Self.standings
    let index = all.firstIndex(of: standing) ?? 0
    standing = all[(index + step + all.count) % all.count]
    list.clear()
    layOut(shell)
    read(&shell)
  }

  func filter(_ text: String, _ shell: inout Shell) {
    if text.isEmpty {
      shell.openCommandLine("orders ")
    } else {
      shell.go(to: OrdersScreen(text: text.trimmed, standing: standing))
    }
  }

  mutating func goBack(_ shell: inout Shell) -> Bool {
    guard !text.isEmpty else { return false }
    text = ""
    list.restart()
    shell.askOverview()
    read(&shell)
    return true
  }

  func open(_ shell: inout Shell) {
    guard let row = list.cursorRow else { return }
    if let item = row.item {
      shell.openItem(item, queue: .orderConfirmation)
    } else {
      shell.enter(OrderScreen(order: row.id, number: row.number))
    }
  }

  var orderToEdit: OrderToEdit {
    list.cursorRow.map { .listed($0.id, $0.standing) } ?? .none("the list is empty")
  }

  func hint(of command: CommandName) -> SafeText? { command == .nextLane ? "standing" : nil }

  // MARK: Drawing

  func draw(on canvas: inout Canvas, in rect: Rect) {
    let tabs = Self.standings.map { $0?.title.capitalizedFirst ?? "All" as SafeText }
    canvas.draw(
      Tabs(tabs, selected: Self.standings.firstIndex(of: standing) ?? 0),
      in: rect.line(0).inset(columns: 1))
    let line = rect.line(1).inset(columns: 1)
    if !text.isEmpty {
      canvas.write(
        StyledText("/ ", .key) + StyledText(canvas.privacy.free(text), .accent), in: line)
    }
    guard list.isLoaded else { return }
    canvas.write(
      "\(Wording.count(list.count, "order")), newest first", in: line, style: .muted,
      align: .trailing)
    guard list.count > 0 else {
      canvas.writeEmpty(emptyText(canvas), in: rect)
      return
    }
    canvas.draw(list, columns: Self.columns, scrolled: scrolled, in: rect.below(Self.rowsAboveList))
    {
      cells(of: $1, $2)
    }
  }

  private static let columns = [
    Table.Column("Order", width: .flexible(minimum: 9, weight: 1), wholeUpTo: 20),
    Table.Column("Patient", width: .flexible(minimum: 12, weight: 2)),
    Table.Column("Payer", width: .flexible(minimum: 13, weight: 2), keepsEnd: true),
    Table.Column("Procedure", width: .flexible(minimum: 12, weight: 1), priority: 1),
    Table.Column("Served", width: .fixed(Wording.listDateColumns)),
    Table.Column("Charge", width: .fixed(11), align: .trailing),
    Table.Column("Standing", width: .fixed(11)),
  ]

  private func cells(of row: OrderRow, _ canvas: Canvas) -> Table.Row {
    Table.Row(
      [
        Table.Cell(canvas.privacy.identifier(row.number)),
        Table.Cell(canvas.privacy.person(row.patient)),
        Table.Cell(SafeText(foreign: row.payer)),
        Table.Cell(SafeText(foreign: row.procedure)),
        Table.Cell(
          row.servedOn.map { Wording.listDate($0, today: canvas.today) } ?? "-"),
        Table.Cell(Wording.money(row.charge)),
        Table.Cell(row.standing.title, row.standing.style),
      ], sign: row.standing == .returned ? "!" : nil)
  }

  private func emptyText(_ canvas: Canvas) -> [SafeText] {
    if !text.isEmpty {
      return ["No order begins with that.", "Esc clears the search, / changes it."]
    }
    let enter = canvas.shell.label(of: .newOrder)
    guard let standing else {
      return [
        "No orders yet.", "Read a CSV of delivered orders with :import PATH,",
        "or enter one: \(enter). docket order template shows the columns.",
      ]
    }
    return ["No order is \(standing.title).", "Tab shows the other orders."]
  }
}

extension OrderRow: ListRow { var listID: OrderID { id } }

extension SafeText {
  /// With a capital at its beginning.
  var capitalizedFirst: SafeText { SafeText(foreign: string.capitalizedFirst) }
}
