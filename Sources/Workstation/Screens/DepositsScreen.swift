import Billing
import Cells
import Desk

extension CommandContext {
  static let deposits = CommandContext("deposits", "Deposits")
}

extension CommandName {
  static let deposits = CommandName("deposits")
  static let closeDay = CommandName("close-day")
  static let closeMonth = CommandName("close-month")
}

/// Money in the bank, with the remittances that it is matched with.
struct DepositsScreen: PagedScreen, KeptScreen {
  static let context = CommandContext.deposits
  static let abilities: ScreenAbilities = [.columns, .tabs]
  static let commands = [
    Command(
      .deposits, "Deposits",
      help: "Lists money in the bank by form, with its remittances and what is not matched.",
      keys: [[.character("g"), .character("b")]],
      synonyms: ["bank", "eft", "ach", "lockbox", "checks", "cash", "money"], group: .places,
      run: Command.opens { DepositsScreen() }),
    Command(
      .closeDay, "Close the day",
      help: "Closes the books through today, after asking; a supervisor does that.",
      in: [.deposits], keys: [key("C")], hint: "close day", order: 40,
      synonyms: ["books", "end of day"], isDangerous: true, group: .boards,
      run: Command.on(DepositsScreen.self) { screen, shell, _ in
        screen.askToClose(BookPeriod(shell.settings.today), &shell)
      }, refusal: refusalToClose),
    Command(
      .closeMonth, "Close the month",
      help: "Closes the last month that is over, after asking; a supervisor does that.",
      in: [.deposits], synonyms: ["books", "month end"], isDangerous: true, group: .boards,
      run: Command.on(DepositsScreen.self) { screen, shell, _ in
        screen.askToClose(BookPeriod(lastMonthBefore: shell.settings.today), &shell)
      }, refusal: refusalToClose),
  ]

  /// Which deposits are listed.
  enum Tab: Hashable, Sendable {
    case all, unmatched
    case form(DepositForm)

    static let every: [Tab] = [.all, .unmatched] + DepositForm.allCases.map { .form($0) }

    var word: String {
      switch self {
      case .all: "all"
      case .unmatched: "unmatched"
      case .form(let form): form.rawValue
      }
    }

    var title: SafeText {
      switch self {
      case .all: "All"
      case .unmatched: "Unmatched"
      case .form(let form): SafeText(foreign: form.title)
      }
    }
  }

  var tab = Tab.all
  var forms: [DepositSum] = []
  var list = WindowedList<DepositRow>()
  var scrolled = 0

  init() {}

  init?(kept words: [String: String], _ settings: WorkstationSettings) {
    tab = Tab.every.first { $0.word == words["tab"] } ?? .all
    putCursor(words)
  }

  var kept: [String: String]? {
    keptCursor.merging(["tab": tab.word]) { own, _ in own }
  }

  static var rowsAboveList: Int { 2 }

  func readRows(_ window: (offset: Int, limit: Int), _ shell: inout Shell) {
    var query = DepositQuery(offset: window.offset, limit: window.limit)
    query.isUnmatchedOnly = tab == .unmatched
    if case .form(let form) = tab { query.form = form }
    shell.ask(ReadDeposits(query), for: .rows, offset: window.offset) {
      (screen: inout Self, page, _) in
      screen.forms = page.forms
      screen.list.receive((page.rows, page.count), offset: window.offset)
    }
  }

  mutating func changeTab(by step: Int, _ shell: inout Shell) {
    let all = Tab.every
    let index = all.firstIndex(of: tab) ?? 0
    tab = all[(index + step + all.count) % all.count]
    list.clear()
    layOut(shell)
    read(&shell)
  }

  func open(_ shell: inout Shell) {
    if let item = list.cursorRow?.item { shell.openItem(item, queue: .cashPosting) }
  }

  private static let refusalToClose: @Sendable (Workstation) -> SafeText? = {
    $0.shell.settings.isSupervisor ? nil : "a supervisor does that"
  }

  private func askToClose(_ period: BookPeriod, _ shell: inout Shell) {
    shell.open(CloseDialog(period: period, unmatched: forms.map(\.unmatched).total()))
  }

  func hint(of command: CommandName) -> SafeText? { command == .nextLane ? "form" : nil }

  // MARK: Drawing

  func draw(on canvas: inout Canvas, in rect: Rect) {
    let all = Tab.every
    canvas.draw(
      Tabs(all.map(\.title), selected: all.firstIndex(of: tab) ?? 0),
      in: rect.line(0).inset(columns: 1))
    guard list.isLoaded else { return }
    canvas.write(sums(canvas), in: rect.line(1).inset(columns: 1))
    guard list.count > 0 else {
      canvas.writeEmpty(
        tab == .unmatched
          ? ["Every deposit is matched.", "Nothing in the bank waits for its remittance."]
          : [
            "No deposits yet.", "Read a bank file with :import PATH, or docket deposit import.",
          ], in: rect)
      return
    }
    canvas.draw(list, columns: Self.columns, scrolled: scrolled, in: rect.below(Self.rowsAboveList))
    {
      cells(of: $1, $2)
    }
  }

  private func sums(_ canvas: Canvas) -> StyledText {
    let amount = forms.map(\.amount).total()
    let unmatched = forms.map(\.unmatched).total()
    var line = StyledText(
      "\(Wording.count(list.count, "deposit"))\(canvas.separator)\(Wording.money(amount))",
      Style.text.bold)
    line +=
      unmatched == .zero
      ? StyledText("  all matched", .good)
      : StyledText("  \(Wording.money(unmatched)) not matched", .warning)
    if forms.count > 1 {
      let parts = forms.map { form -> SafeText in
        "\(foreign: form.name) \(Wording.money(form.amount))"
      }
      line += StyledText("  \(parts.joined(separator: ", "))", .muted)
    }
    return line
  }

  private static let columns = [
    Table.Column("Received", width: .fixed(Wording.listDateColumns)),
    Table.Column("How", width: .fixed(7)),
    Table.Column("Number", width: .flexible(minimum: 10, weight: 1), wholeUpTo: 20),
    Table.Column("Payer", width: .flexible(minimum: 14, weight: 2), keepsEnd: true),
    Table.Column("Amount", width: .fixed(12), align: .trailing),
    Table.Column("Unmatched", width: .fixed(11), align: .trailing),
    Table.Column("Remittance", width: .flexible(minimum: 10, weight: 1), priority: 1),
    Table.Column("Lag", width: .fixed(5), align: .trailing, priority: 2),
    Table.Column("", width: .fixed(8), priority: 3),
  ]

  private func cells(of row: DepositRow, _ canvas: Canvas) -> Table.Row {
    let deposit = row.deposit
    let more = row.traces.count - 1
    let trace = row.traces.first.map { canvas.privacy.identifier($0) } ?? ""
    let state: Table.Cell =
      deposit.isVoid
      ? Table.Cell("void", .danger)
      : row.postedOn == nil ? Table.Cell("open", .warning) : Table.Cell("posted", .good)
    return Table.Row(
      [
        Table.Cell(Wording.listDate(deposit.content.receivedOn, today: canvas.today)),
        Table.Cell(SafeText(foreign: deposit.content.form.title)),
        Table.Cell(canvas.privacy.identifier(deposit.content.reference)),
        Table.Cell(SafeText(foreign: row.payer)),
        Table.Cell(Wording.money(deposit.content.amount), deposit.isVoid ? .muted : .text),
        Table.Cell(
          deposit.left == .zero ? "-" : Wording.money(deposit.left),
          deposit.left == .zero ? .muted : .warning),
        Table.Cell(more > 0 ? "\(trace) +\(more)" : trace, .muted),
        Table.Cell(deposit.isVoid ? "" : "\(row.lag)d", .muted),
        state,
      ], sign: deposit.left > .zero ? "!" : nil)
  }
}

extension DepositRow: ListRow { var listID: DepositID { deposit.id } }
