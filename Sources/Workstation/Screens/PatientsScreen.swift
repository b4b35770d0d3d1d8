import Billing
import Cells
import Desk

extension CommandContext {
  static let patients = CommandContext("patients", "Patients' balances")
}

extension CommandName {
  static let patients = CommandName("patients")
  static let writeStatements = CommandName("write-statements")
}

/// Patients with open balances, what is next, and the statement of the one under the cursor.
struct PatientsScreen: ListScreen, KeptScreen {
  static let context = CommandContext.patients
  static let commands = [
    Command(
      .patients, "Patients' balances",
      help: "Lists patients who owe something, with what is next and the statement as it would go.",
      keys: [[.character("g"), .character("y")]],
      synonyms: ["statements", "patient responsibility", "collections"], group: .boards,
      run: Command.opens { PatientsScreen() }),
    Command(
      .writeStatements, "Write the statements",
      help: "Writes every statement that is due into one file, after asking.",
      in: [.patients], keys: [key("s")], hint: "statements", order: 5,
      synonyms: ["run", "print", "letters"], isDangerous: true, group: .boards,
      run: Command.on(PatientsScreen.self) { screen, shell, _ in
        shell.open(StatementDialog(due: screen.due))
      },
      refusal: { ($0.screens.top.screen as? PatientsScreen)?.refusalToWrite }),
  ]

  var list = WindowedList<QueueRow>()
  /// The patient under the cursor, once it was read.
  private(set) var detail: ItemDetail?

  init() {}

  init?(kept words: [String: String], _ settings: WorkstationSettings) { putCursor(words) }

  var kept: [String: String]? { keptCursor }

  static var rowsAboveList: Int { 1 }

  /// Rows of the list; the statement stands below.
  func listHeight(_ shell: Shell) -> Int { max(3, (shell.terminal.bodyHeight - 3) / 3) }

  /// Those for whom a statement is due.
  var due: [QueueRow] {
    list.rows.filter { $0.item.lane == .work && $0.item.reasonCode.isStatementDue }
  }

  func read(_ shell: inout Shell) {
    shell.ask(ReadPatients(), for: .page) { (screen: inout Self, rows, shell) in
      screen.list.receive(all: rows)
      screen.readDetail(&shell)
    }
  }

  mutating func move(_ step: ListMove, _ shell: inout Shell) {
    list.apply(step)
    readDetail(&shell)
  }

  private func readDetail(_ shell: inout Shell) {
    guard let id = list.cursorRow?.item.id, detail?.item.id != id else { return }
    shell.ask(ReadItem(id), for: .rows, isQuiet: true) { (screen: inout Self, item, _) in
      screen.detail = item
    }
  }

  func open(_ shell: inout Shell) {
    if let row = list.cursorRow { shell.openItem(row.item.id, queue: .patientBalances) }
  }

  fileprivate var refusalToWrite: SafeText? {
    due.isEmpty ? "no statement is due" : nil
  }

  // MARK: Drawing

  func draw(on canvas: inout Canvas, in rect: Rect) {
    guard list.isLoaded else { return }
    let total = due.map(\.item.expected).total()
    canvas.write(
      left: StyledText(Wording.count(list.count, "patient"), .accent),
      right: StyledText(
        "\(Wording.count(due.count, "statement")) due, \(Wording.money(total))", .muted),
      in: rect.line(0).inset(columns: 1))
    guard list.count > 0 else {
      canvas.writeEmpty(["No patient owes anything."], in: rect)
      return
    }
    let area = rect.below(Self.rowsAboveList)
    let rows = listHeight(canvas.shell) + 1
    canvas.draw(
      list, columns: Self.columns,
      in: Rect(column: area.column, row: area.row, columns: area.columns, rows: rows)
    ) {
      cells(of: $1, $2)
    }
    drawStatement(on: &canvas, in: area.below(rows + 1))
  }

  private func drawStatement(on canvas: inout Canvas, in rect: Rect) {
    guard let detail, detail.item.id == list.cursorRow?.item.id, let patient = detail.patient,
      rect.rows > 1
    else { return }
    let lines =
      canvas.privacy.isMasked
      ? [StyledText("  Names are hidden.", .muted)]
      : StatementLines.all(patient)
    canvas.draw(lines, scrolled: 0, in: rect)
  }

  private static let columns = [
    Table.Column("Patient", width: .flexible(minimum: 16, weight: 2)),
    Table.Column("Open", width: .fixed(11), align: .trailing),
    Table.Column("May ask", width: .fixed(11), align: .trailing, priority: 1),
    Table.Column("Next", width: .fixed(16)),
    Table.Column("Comes back", width: .fixed(Wording.listDateColumns), priority: 2),
  ]

  private func cells(of row: QueueRow, _ canvas: Canvas) -> Table.Row {
    Table.Row([
      Table.Cell(canvas.privacy.person(row.patient)),
      Table.Cell(Wording.money(row.item.balance)),
      Table.Cell(Wording.money(row.item.expected), .muted),
      Table.Cell(SafeText(foreign: row.item.reasonCode), .accent),
      Table.Cell(
        row.item.followUpOn.map { Wording.listDate($0, today: canvas.today) } ?? "", .muted),
    ])
  }
}

extension String {
  /// Whether the reason of a patient's item is that a statement is due: `statement 2`.
  fileprivate var isStatementDue: Bool {
    hasPrefix("statement ") && dropFirst("statement ".count).allSatisfy(\.isNumber)
  }
}

/// The statement of a patient as it would go out now, or why none would.
enum StatementLines {
  static func all(_ patient: PatientDetail) -> [StyledText] {
    let reasons = patient.reasons.map { StyledText("  \(foreign: $0)", .warning) }
    guard !patient.statement.isEmpty else {
      return [StyledText("No statement goes out.", .title)] + reasons
    }
    return [StyledText("The statement as it would go out", .title)] + reasons
      + patient.statement.map { StyledText("\(foreign: $0)") }
  }
}
