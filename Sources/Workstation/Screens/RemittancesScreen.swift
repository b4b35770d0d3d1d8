import Billing
import Cells
import Desk

extension CommandContext {
  static let remittances = CommandContext("remittances", "Remittances")
}

extension CommandName {
  static let remittances = CommandName("remittances")
  static let typeEOB = CommandName("type-eob")
}

/// What payers sent.
struct RemittancesScreen: PagedScreen, KeptScreen {
  static let context = CommandContext.remittances
  static let abilities: ScreenAbilities = .columns
  static let commands = [
    Command(
      .remittances, "Remittances", help: "Lists what payers sent, with what posted and what waits.",
      keys: [[.character("g"), .character("r")]], synonyms: ["835", "era", "payments", "checks"],
      group: .places, run: Command.opens { RemittancesScreen() }),
    Command(
      .typeEOB, "Type a paper EOB",
      help:
        "Posts a paper claim by claim: what is paid is typed, the contract's part is filled in.",
      keys: [[.character("g"), .character("e")]],
      synonyms: ["manual posting", "check", "card", "cash", "explanation of benefits"],
      group: .places, run: { workstation, _ in workstation.beginEOB() }),
  ]

  var list = WindowedList<RemittanceRow>()
  var scrolled = 0

  init() {}

  init?(kept words: [String: String], _ settings: WorkstationSettings) { putCursor(words) }

  var kept: [String: String]? { keptCursor }

  static var rowsAboveList: Int { 1 }

  func readRows(_ window: (offset: Int, limit: Int), _ shell: inout Shell) {
    shell.ask(
      ReadRemittances(offset: window.offset, limit: window.limit), for: .rows,
      offset: window.offset
    ) { (screen: inout Self, answer, _) in
      screen.list.receive(answer, offset: window.offset)
    }
  }

  func open(_ shell: inout Shell) {
    if let row = list.cursorRow { shell.enter(RemittanceScreen(remittance: row.id)) }
  }

  // MARK: Drawing

  func draw(on canvas: inout Canvas, in rect: Rect) {
    guard list.isLoaded else { return }
    canvas.write(
      "\(Wording.count(list.count, "remittance")), newest first",
      in: rect.line(0).inset(columns: 1), style: .muted)
    guard list.count > 0 else {
      canvas.writeEmpty(
        [
          "No remittances yet.",
          "Read 835 files with :import PATH, or type a paper: \(canvas.shell.label(of: .typeEOB)).",
        ], in: rect)
      return
    }
    canvas.draw(list, columns: Self.columns, scrolled: scrolled, in: rect.below(Self.rowsAboveList))
    {
      cells(of: $1, $2)
    }
  }

  private static let columns = [
    Table.Column("Date", width: .fixed(Wording.listDateColumns)),
    Table.Column("Trace", width: .flexible(minimum: 12, weight: 1), wholeUpTo: 20),
    Table.Column("Payer", width: .flexible(minimum: 16, weight: 2), keepsEnd: true),
    Table.Column("Paid", width: .fixed(11), align: .trailing),
    Table.Column("Posted", width: .fixed(12), align: .trailing, priority: 2),
    Table.Column("Suspense", width: .fixed(11), align: .trailing),
    Table.Column("Claims", width: .fixed(6), align: .trailing, priority: 1),
    Table.Column("Staged", width: .fixed(6), align: .trailing),
    Table.Column("How", width: .fixed(5), priority: 3),
  ]

  private func cells(of row: RemittanceRow, _ canvas: Canvas) -> Table.Row {
    Table.Row(
      [
        Table.Cell(Wording.listDate(row.paymentDate, today: canvas.today)),
        Table.Cell(canvas.privacy.identifier(row.traceNumber)),
        Table.Cell(SafeText(foreign: row.payer)),
        Table.Cell(Wording.money(row.payment)),
        Table.Cell(Wording.money(row.posted), .muted),
        Table.Cell(
          row.suspense == .zero ? "-" : Wording.money(row.suspense),
          row.suspense == .zero ? .muted : .warning),
        Table.Cell(MoneyText.count(row.claims)),
        Table.Cell(
          row.staged == 0 ? "-" : MoneyText.count(row.staged), row.staged == 0 ? .muted : .warning),
        Table.Cell(SafeText(foreign: row.method), .muted),
      ], sign: row.staged > 0 ? "!" : nil)
  }
}

extension RemittanceRow: ListRow { var listID: RemittanceID { id } }
