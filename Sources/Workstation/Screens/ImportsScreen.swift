import Billing
import Cells
import Desk

extension CommandContext {
  static let imports = CommandContext("imports", "Imports")
}

extension CommandName {
  static let imports = CommandName("imports")
}

/// The files read in, and the reports of the last import.
struct ImportsScreen: PagedScreen, KeptScreen {
  static let context = CommandContext.imports
  static let commands = [
    Command(
      .imports, "Imports", help: "Lists the files read in and what was wrong with them.",
      keys: [[.character("g"), .character("i")]], synonyms: ["files", "999", "277ca", "837"],
      group: .places, run: Command.opens { ImportsScreen() })
  ]

  var list = WindowedList<FileRow>()
  /// Rows of the problems scrolled out at the top.
  var problemsScrolled = 0

  /// Rows of the list of files, its titles counted; the reports of the last import stand below.
  private func listRows(height: Int, _ shell: Shell) -> Int {
    shell.imports.reports.isEmpty ? height - 1 : max(5, height / 3)
  }

  init() {}

  init?(kept words: [String: String], _ settings: WorkstationSettings) { putCursor(words) }

  var kept: [String: String]? { keptCursor }

  static var rowsAboveList: Int { 1 }

  func listHeight(_ shell: Shell) -> Int {
    max(1, listRows(height: shell.terminal.bodyHeight, shell) - 1)
  }

  func readRows(_ window: (offset: Int, limit: Int), _ shell: inout Shell) {
    shell.ask(
      ReadFiles(offset: window.offset, limit: window.limit), for: .rows, offset: window.offset
    ) { (screen: inout Self, answer, _) in
      screen.list.receive(answer, offset: window.offset)
    }
  }

  /// Pages move the reports, where there are any.
  mutating func move(_ step: ListMove, _ shell: inout Shell) {
    if !shell.imports.reports.isEmpty, step.isPage {
      problemsScrolled = max(0, problemsScrolled + step.direction * 5)
    } else {
      list.apply(step)
    }
  }

  func refusalToOpen(_ shell: Shell) -> SafeText? { "there is nothing more to open here" }

  // MARK: Drawing

  func draw(on canvas: inout Canvas, in rect: Rect) {
    guard list.isLoaded else { return }
    canvas.write(
      "\(Wording.count(list.count, "file")) read, newest first",
      in: rect.line(0).inset(columns: 1), style: .muted)
    let hasReports = !canvas.shell.imports.reports.isEmpty
    if list.count == 0, !hasReports {
      canvas.writeEmpty(
        [
          "No files yet.",
          "Read files or folders with :import PATH: 837P, 999, 277CA, 835 or CSV.",
          "A file that was read before does nothing, and says so.",
        ], in: rect)
      return
    }
    let tableRows = listRows(height: rect.rows, canvas.shell)
    var room = rect.below(Self.rowsAboveList)
    room.rows = tableRows
    canvas.draw(list, columns: Self.columns, in: room) { cells(of: $1, $2) }
    guard hasReports else { return }
    let below = rect.below(1 + tableRows + 1).inset(columns: 1)
    drawReports(on: &canvas, in: below)
  }

  private static let columns = [
    Table.Column("Read", width: .fixed(12)),
    Table.Column("File", width: .flexible(minimum: 20, weight: 1)),
    Table.Column("Size", width: .fixed(7), align: .trailing, priority: 1),
    Table.Column("What it did", width: .flexible(minimum: 24, weight: 2)),
  ]

  private func cells(of row: FileRow, _ canvas: Canvas) -> Table.Row {
    Table.Row(
      [
        Table.Cell(Wording.listMoment(canvas.shell.local(row.importedAt), today: canvas.today)),
        Table.Cell(SafeText(foreign: row.name.lastPathPart)),
        Table.Cell(Wording.bytes(row.byteCount), .muted),
        Table.Cell(SafeText(foreign: row.summary), row.isComplete ? .text : .warning),
      ], sign: row.isComplete ? nil : "!")
  }

  private func drawReports(on canvas: inout Canvas, in rect: Rect) {
    let lines = reportLines(width: rect.columns, canvas)
    canvas.draw(lines, scrolled: problemsScrolled, in: rect, by: "PgDn")
  }

  private func reportLines(width: Int, _ canvas: Canvas) -> [StyledText] {
    var lines = [StyledText("The last import", .title)]
    for report in canvas.shell.imports.reports {
      var head = StyledText(SafeText(foreign: report.path.lastPathPart), Style.text.bold)
      head += StyledText("  \(report.outcome.title)", report.outcome.style)
      head += StyledText("  \(report.summary)", .muted)
      lines += Paragraph([head], hanging: 2).wrapped(width: width)
      for problem in report.problems {
        let place = problem.place.words
        var line = StyledText(
          problem.isError ? "  ! " : "  - ", problem.isError ? .danger : .warning)
        if !place.isEmpty { line += StyledText("\(place)  ", .accent) }
        line += StyledText(canvas.privacy.free(problem.message))
        lines += Paragraph([line], hanging: 4).wrapped(width: width)
      }
    }
    return lines
  }
}

extension FileRow: ListRow { var listID: FileID { id } }

extension Workstation {
  /// Reads files in; the list of files is shown meanwhile.
  mutating func importFiles(_ argument: String) {
    let paths = argument.split(separator: " ").map(String.init)
    guard !paths.isEmpty else {
      shell.say(.info, "Name the files or folders: :import inbox/ERA-1121.835")
      return
    }
    guard !shell.isWaiting(for: .importing) else {
      shell.say(.warning, "An import is running. Ctrl-c stops it.")
      return
    }
    shell.imports.begin()
    go(to: ImportsScreen())
    shell.ask(
      ImportFiles(paths), for: .importing,
      refused: {
        $0.shell.imports.end()
        $0.shell.say(.error, SafeText(foreign: $1.message))
      },
      then: { $0.finishImport($1) })
  }

  private mutating func finishImport(_ reports: [ImportReport]) {
    shell.imports.end(reports)
    let problems = reports.reduce(0) { $0 + $1.problems.filter(\.isError).count }
    // A long wait may be over: whoever looked elsewhere hears it.
    shell.effects.append(.ringBell)
    let applied = reports.filter { $0.outcome == .applied || $0.outcome == .partlyApplied }.count
    let text: SafeText =
      "Read \(Wording.count(reports.count, "file")): \(MoneyText.count(applied)) applied, \(Wording.count(problems, "problem"))."
    shell.say(problems > 0 ? .warning : .good, text)
    // The cursor goes to what was just read, and its list to the top.
    changeTop(as: ImportsScreen.self) { screen, _ in screen.list.clear() }
    reloadVisible()
  }
}
