import Billing
import Cells
import Desk
import WorkEngine

extension CommandContext {
  static let activity = CommandContext("activity", "Activity")
}

extension CommandName {
  static let activity = CommandName("activity")
}

/// Who did what.
struct ActivityScreen: PagedScreen, KeptScreen {
  static let context = CommandContext.activity
  static let abilities: ScreenAbilities = [.columns, .filter]
  static let commands = [
    Command(
      .activity, "Activity",
      help: "Lists who did what, newest first: all of it, or of one biller or one day.",
      argument: "USER, me, DATE or today", keys: [[.character("g"), .character("a")]],
      synonyms: ["journal", "audit", "history", "log"], group: .places,
      run: { $0.go(to: ActivityScreen($1.argument, $0.settings)) })
  ]

  var user: String?
  var on: Day?
  var list = WindowedList<ActivityRow>()
  var scrolled = 0

  /// What is typed after the name of the command: a biller, a day, or both.
  init(_ argument: String, _ settings: WorkstationSettings) {
    for word in argument.split(separator: " ") {
      if word == "all" || word == "everyone" { continue }
      if word == "me" || word == "@me" {
        user = settings.user
      } else if let day = TypedDay.parse(String(word), today: settings.today) {
        on = day
      } else {
        user = String(word.first == "@" ? word.dropFirst() : word)
      }
    }
  }

  init?(kept words: [String: String], _ settings: WorkstationSettings) {
    self.init(words["filter"] ?? "", settings)
    putCursor(words)
  }

  var kept: [String: String]? {
    ["filter": [user, on?.description].compactMap(\.self).joined(separator: " ")]
      .merging(keptCursor) { $1 }
  }

  static var rowsAboveList: Int { 1 }

  func readRows(_ window: (offset: Int, limit: Int), _ shell: inout Shell) {
    let query = ActivityQuery(user: user, on: on, offset: window.offset, limit: window.limit)
    shell.ask(ReadActivities(query), for: .rows, offset: window.offset) {
      (screen: inout Self, rows, _) in
      // The journal says no total: a full window means that there may be more.
      let more = rows.count >= 3 * screen.list.height ? 1 : 0
      screen.list.receive((rows, window.offset + rows.count + more), offset: window.offset)
    }
  }

  func filter(_ text: String, _ shell: inout Shell) { shell.openCommandLine("activity ") }

  func open(_ shell: inout Shell) {
    guard let row = list.cursorRow, let item = row.item else { return }
    shell.openItem(item, queue: row.activity.queue)
  }

  func refusalToOpen(_ shell: Shell) -> SafeText? {
    list.cursorRow?.item == nil ? "this entry belongs to no open item" : nil
  }

  // MARK: Drawing

  func draw(on canvas: inout Canvas, in rect: Rect) {
    var about = StyledText(user.map { "By \(foreign: $0)" as SafeText } ?? "By everyone", .accent)
    about += StyledText(
      on.map { ", on \(Wording.longDate($0, today: canvas.today))" as SafeText }
        ?? ", on all days", .muted)
    canvas.write(
      left: about, right: StyledText("newest first; / narrows to a biller or a day", .muted),
      in: rect.line(0).inset(columns: 1))
    guard list.isLoaded else { return }
    guard list.count > 0 else {
      canvas.writeEmpty(
        ["Nothing was done here.", ":activity shows everyone, :activity me today only you today."],
        in: rect)
      return
    }
    canvas.draw(list, columns: Self.columns, scrolled: scrolled, in: rect.below(Self.rowsAboveList))
    {
      cells(of: $1, $2)
    }
  }

  private static let columns = [
    Table.Column("When", width: .fixed(12)),
    Table.Column("Who", width: .fixed(8)),
    Table.Column("What", width: .flexible(minimum: 20, weight: 1)),
    Table.Column("Claim", width: .flexible(minimum: 9, weight: 1), wholeUpTo: 20),
    Table.Column("Details", width: .flexible(minimum: 20, weight: 3)),
    Table.Column("Queue", width: .fixed(13), priority: 2),
    Table.Column("Back", width: .fixed(Wording.listDateColumns), priority: 1),
  ]

  private func cells(of row: ActivityRow, _ canvas: Canvas) -> Table.Row {
    let activity = row.activity
    let isUndone = activity.undoneBy != nil
    let style: Style = isUndone ? .muted : .text
    var what = SafeText(foreign: activity.verb.title)
    if let undone = activity.undoes { what = "\(what) #\(undone.rawValue)" }
    if isUndone { what += " (undone)" }
    let detail = [activity.detail, activity.note].filter { !$0.isEmpty }.joined(separator: "; ")
    return Table.Row([
      Table.Cell(
        Wording.listMoment(canvas.shell.local(activity.at), today: canvas.today), style),
      Table.Cell(SafeText(foreign: activity.user), style),
      Table.Cell(what, style),
      Table.Cell(canvas.privacy.identifier(row.reference), style),
      Table.Cell(canvas.privacy.free(detail), .muted),
      Table.Cell(SafeText(foreign: activity.queue?.title ?? ""), .muted),
      Table.Cell(
        activity.followUpOn.map { Wording.listDate($0, today: canvas.today) } ?? "", .muted),
    ])
  }
}

extension ActivityRow: ListRow { var listID: ActivityID { activity.id } }
