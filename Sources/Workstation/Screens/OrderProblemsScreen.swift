import Billing
import Cells
import Desk

extension CommandContext {
  static let orderProblems = CommandContext("order-problems", "Order problems")
}

extension CommandName {
  static let orderProblems = CommandName("order-problems")
}

/// Why orders were returned.
struct OrderProblemsScreen: ListScreen, KeptScreen {
  static let context = CommandContext.orderProblems
  static let commands = [
    Command(
      .orderProblems, "Order problems",
      help: "Shows why orders were returned, by cause, for the teams that can prevent it.",
      argument: "DAYS", keys: [[.character("g"), .character("p")]],
      synonyms: ["causes", "front office", "report", "returned orders"], group: .boards,
      run: { workstation, given in
        guard let days = days(given.argument.trimmed) else {
          workstation.shell.say(
            .warning, "Give the days to look back on: :order-problems 90.")
          return
        }
        let today = workstation.settings.today
        workstation.go(
          to: OrderProblemsScreen(from: today.adding(days: 1 - days), through: today))
      })
  ]

  var from: Day
  var through: Day
  var report: OrderProblemsReport?
  var list = WindowedList<OrderProblemRow>()

  init(from: Day, through: Day) {
    self.from = from
    self.through = through
  }

  init?(kept words: [String: String], _ settings: WorkstationSettings) {
    guard let days = Self.days(words["days"] ?? "") else { return nil }
    self.init(from: settings.today.adding(days: 1 - days), through: settings.today)
  }

  var kept: [String: String]? { ["days": String(through - from + 1)] }

  /// `90`, `90d`, or nothing for a month; nil for anything else.
  private static func days(_ text: String) -> Int? {
    guard !text.isEmpty else { return 30 }
    guard let days = Int(text.hasSuffix("d") ? text.dropLast() : text[...]),
      (1...3660).contains(days)
    else { return nil }
    return days
  }

  static var rowsAboveList: Int { 1 }

  func read(_ shell: inout Shell) {
    shell.ask(ReadOrderProblems(from: from, through: through), for: .page) {
      (screen: inout Self, report, _) in
      screen.report = report
      screen.list.receive(all: report.rows)
    }
  }

  func refusalToOpen(_ shell: Shell) -> SafeText? { "there is nothing more to open here" }

  // MARK: Drawing

  func draw(on canvas: inout Canvas, in rect: Rect) {
    let from = Wording.longDate(from, today: canvas.today)
    let through = Wording.longDate(through, today: canvas.today)
    canvas.write(
      left: StyledText("\(from) to \(through)", .accent),
      right: StyledText(":order-problems 90 looks further back", .muted),
      in: rect.line(0).inset(columns: 1))
    guard report != nil else { return }
    guard list.count > 0 else {
      canvas.writeEmpty(["No order was returned or found wrong.", "Keep it so."], in: rect)
      return
    }
    canvas.draw(list, columns: Self.columns, in: rect.below(Self.rowsAboveList)) {
      cells(of: $1, $2)
    }
  }

  private static let columns = [
    Table.Column("Cause", width: .flexible(minimum: 24, weight: 1)),
    Table.Column("Who can prevent it", width: .fixed(18)),
    Table.Column("Returned", width: .fixed(8), align: .trailing),
    Table.Column("Found", width: .fixed(6), align: .trailing),
    Table.Column("Examples", width: .flexible(minimum: 12, weight: 2), priority: 1),
  ]

  private func cells(of row: OrderProblemRow, _ canvas: Canvas) -> Table.Row {
    Table.Row([
      Table.Cell(SafeText(foreign: row.cause.title)),
      Table.Cell(SafeText(foreign: row.team.title), .accent),
      Table.Cell(
        row.returned == 0 ? "-" : MoneyText.count(row.returned),
        row.returned == 0 ? .muted : .warning),
      Table.Cell(MoneyText.count(row.found)),
      Table.Cell(canvas.privacy.free(row.examples.joined(separator: "; ")), .muted),
    ])
  }
}

extension OrderProblemRow: ListRow { var listID: OrderProblemCause { cause } }
