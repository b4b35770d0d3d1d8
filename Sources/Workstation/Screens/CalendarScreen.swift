import Billing
import Cells
import Desk

extension CommandContext {
  static let calendar = CommandContext("calendar", "Calendar")
}

extension CommandName {
  static let calendar = CommandName("calendar")
}

/// What the calendar brings.
struct CalendarScreen: KeptScreen {
  static let context = CommandContext.calendar
  static let abilities: ScreenAbilities = .panes
  static let commands = [
    Command(
      .calendar, "Calendar", help: "Shows the work of the next eight weeks by week and kind.",
      keys: [[.character("g"), .character("c")]],
      synonyms: ["coming", "weeks", "resupply", "rentals"], group: .boards,
      run: Command.opens { CalendarScreen() })
  ]

  var board: CalendarBoard?
  /// The week under the cursor, from its Monday; nil for the first.
  var monday: Day?
  /// Where the cursor is: 0 the weeks, 1 the rows of the week.
  var pane = 0
  var row = 0

  init() {}

  init?(kept words: [String: String], _ settings: WorkstationSettings) {
    monday = words["week"].flatMap { Day($0) }
  }

  var kept: [String: String]? { ["week": monday?.description ?? ""] }

  var weekIndex: Int {
    guard let board, let monday else { return 0 }
    return board.weeks.firstIndex { $0.monday == monday } ?? 0
  }

  var week: CalendarWeek? {
    guard let board, board.weeks.indices.contains(weekIndex) else { return nil }
    return board.weeks[weekIndex]
  }

  /// The first rows of the week, nearest first, each with its kind.
  var rows: [(kind: SpecialKind?, row: CalendarRow)] {
    let all = (week?.entries ?? []).flatMap { entry in
      entry.first.map { (kind: entry.kind, row: $0) }
    }
    return all.enumerated().sorted { left, right in
      (left.element.row.on, left.offset) < (right.element.row.on, right.offset)
    }.map(\.element)
  }

  var cursorRow: CalendarRow? {
    let rows = rows
    guard pane == 1, rows.indices.contains(row) else { return nil }
    return rows[row].row
  }

  func read(_ shell: inout Shell) {
    shell.ask(ReadCalendar(weeks: 8), for: .page) { (screen: inout Self, board, _) in
      screen.board = board
      screen.monday = screen.week?.monday
      screen.row = max(0, min(screen.row, screen.rows.count - 1))
      if screen.rows.isEmpty { screen.pane = 0 }
    }
  }

  mutating func move(_ step: ListMove, _ shell: inout Shell) {
    if pane == 1 {
      row = step.place(from: row, count: rows.count)
      return
    }
    guard let weeks = board?.weeks, !weeks.isEmpty else { return }
    monday = weeks[step.place(from: weekIndex, count: weeks.count)].monday
    row = 0
  }

  mutating func changePane(by step: Int, _ shell: inout Shell) {
    pane = rows.isEmpty ? 0 : (pane + step + 2) % 2
  }

  mutating func goBack(_ shell: inout Shell) -> Bool {
    guard pane == 1 else { return false }
    pane = 0
    return true
  }

  mutating func open(_ shell: inout Shell) {
    if pane == 0 {
      pane = 1
      row = 0
    } else if let item = cursorRow?.item {
      shell.openItem(item, queue: nil)
    }
  }

  func refusalToOpen(_ shell: Shell) -> SafeText? {
    if pane == 0 { return rows.isEmpty ? "nothing is due in that week" : nil }
    return cursorRow?.item == nil ? "it becomes work on its day" : nil
  }
}
