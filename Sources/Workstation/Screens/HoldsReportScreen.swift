import Billing
import Cells
import Desk

extension CommandContext {
  static let holdsReport = CommandContext("holds-report", "Holds report")
}

extension CommandName {
  static let holdsReport = CommandName("holds-report")
}

/// Open holds by one of four columns.
struct HoldsReportScreen: ListScreen, KeptScreen {
  static let context = CommandContext.holdsReport
  static let abilities: ScreenAbilities = .tabs
  static let commands = [
    Command(
      .holdsReport, "Holds by team",
      help: "Shows open holds by team, type, payer and prescriber, with days and dollars.",
      keys: [[.character("g"), .character("w")]],
      synonyms: ["held revenue", "hold days", "report"], group: .boards,
      run: Command.opens { HoldsReportScreen() })
  ]

  enum Column: String, CaseIterable, Sendable {
    case team, type, payer, prescriber
  }

  var report: HoldsReport?
  var column = Column.team
  var list = WindowedList<HoldsRow>()

  init() {}

  init?(kept words: [String: String], _ settings: WorkstationSettings) {
    column = words["column"].flatMap(Column.init(rawValue:)) ?? .team
  }

  var kept: [String: String]? { ["column": column.rawValue] }

  private var rows: [HoldsRow] {
    guard let report else { return [] }
    return switch column {
    case .team: report.byTeam
    case .type: report.byType
    case .payer: report.byPayer
    case .prescriber: report.byPrescriber
    }
  }

  static var rowsAboveList: Int { 2 }

  func read(_ shell: inout Shell) {
    shell.ask(ReadHolds(), for: .page) { (screen: inout Self, report, _) in
      screen.report = report
      screen.list.receive(all: screen.rows)
    }
  }

  mutating func changeTab(by step: Int, _ shell: inout Shell) {
    let all = Column.allCases
    let index = all.firstIndex(of: column) ?? 0
    column = all[(index + step + all.count) % all.count]
    list.clear()
    list.receive(all: rows)
  }

  /// The holds queue, narrowed to the row under the cursor.
  func open(_ shell: inout Shell) {
    guard let text = filterOfCursor else { return }
    do throws(FilterError) {
      var queue = QueueScreen(queue: .holds)
      queue.filter = try FilterParser.parse(
        text, today: shell.settings.today, user: shell.settings.user)
      queue.filterText = text
      shell.enter(queue)
    } catch {
      shell.say(.error, "Filter: \(foreign: error.message)")
    }
  }

  private var filterOfCursor: String? {
    guard let name = list.cursorRow?.name else { return nil }
    switch column {
    case .team:
      return "team:" + FilterWord.quoted(rawValue(of: name, among: Team.allCases, \.title))
    case .type:
      return "type:" + FilterWord.quoted(rawValue(of: name, among: HoldType.allCases, \.title))
    case .payer: return "payer:" + FilterWord.quoted(name)
    case .prescriber: return "prescriber:" + FilterWord.quoted(name)
    }
  }

  /// The word of the filter language for a title of the report.
  private func rawValue<Word: RawRepresentable<String>>(
    of title: String, among words: [Word], _ name: (Word) -> String
  ) -> String {
    words.first { name($0) == title }?.rawValue ?? title
  }

  func refusalToOpen(_ shell: Shell) -> SafeText? {
    list.cursorRow == nil ? "nothing is on hold" : nil
  }

  func hint(of command: CommandName) -> SafeText? {
    switch command {
    case .nextLane: "column"
    case .open: "the queue"
    default: nil
    }
  }

  // MARK: Drawing

  func draw(on canvas: inout Canvas, in rect: Rect) {
    let all = Column.allCases
    canvas.draw(
      Tabs(all.map(\.title), selected: all.firstIndex(of: column) ?? 0),
      in: rect.line(0).inset(columns: 1))
    guard let report else { return }
    canvas.write(
      StyledText("\(Wording.count(report.holds, "open hold"))", Style.text.bold)
        + StyledText(
          " on \(Wording.count(report.charges, "charge"))\(canvas.separator)\(Wording.money(report.expected)) kept back"
        ), in: rect.line(1).inset(columns: 1))
    guard list.count > 0 else {
      canvas.writeEmpty(["Nothing is on hold.", "Every confirmed charge is on its way."], in: rect)
      return
    }
    let most = list.visible.compactMap { list.row(at: $0)?.expected.rawValue }.max() ?? 0
    let width = rect.columns >= 110 ? Self.barColumns : 0
    canvas.draw(list, columns: columns, in: rect.below(Self.rowsAboveList)) { _, row, canvas in
      let bar = Bar(Int(row.expected.rawValue), of: Int(most))
      return Table.Row([
        Table.Cell(SafeText(foreign: row.name)),
        Table.Cell(MoneyText.count(row.holds)),
        Table.Cell(MoneyText.count(row.charges), .muted),
        Table.Cell(Wording.money(row.expected)),
        Table.Cell("\(row.meanDays)d", Style.age(row.meanDays)),
        Table.Cell("\(row.longestDays)d", Style.age(row.longestDays)),
        Table.Cell(bar.text(width: width, glyphs: canvas.glyphs), .accent),
      ])
    }
  }

  private static let barColumns = 24

  private var columns: [Table.Column] {
    [
      Table.Column(column.noun, width: .flexible(minimum: 20, weight: 1)),
      Table.Column("Holds", width: .fixed(7), align: .trailing),
      Table.Column("Charges", width: .fixed(8), align: .trailing, priority: 1),
      Table.Column("Expected", width: .fixed(12), align: .trailing),
      Table.Column("Mean", width: .fixed(6), align: .trailing),
      Table.Column("Longest", width: .fixed(7), align: .trailing),
      Table.Column("", width: .fixed(Self.barColumns), priority: 2),
    ]
  }
}

extension HoldsReportScreen.Column {
  var title: SafeText {
    switch self {
    case .team: "By team"
    case .type: "By type"
    case .payer: "By payer"
    case .prescriber: "By prescriber"
    }
  }

  var noun: SafeText {
    switch self {
    case .team: "Team"
    case .type: "Type"
    case .payer: "Payer"
    case .prescriber: "Prescriber"
    }
  }
}

extension HoldsRow: ListRow { var listID: String { name } }
