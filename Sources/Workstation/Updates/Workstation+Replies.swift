// Answers of the office.

import Billing
import Cells
import Desk

extension Workstation {
  /// Takes an answer to the newest question of its purpose; a late one is dropped.
  mutating func take(_ reply: Reply) {
    guard let purpose = waiting.first(where: { $0.value.ticket == reply.ticket })?.key else {
      return
    }
    waiting[purpose] = nil
    readAt = now
    switch reply.outcome {
    case .answered(let take): take(&self)
    case .refused(let refusal, let take):
      if let field = refusal.field {
        takeFault(FieldFault(field, refusal.message))
      } else {
        take(&self, refusal)
      }
      // What was typed ahead was meant for what the office refused.
      if !awaitsAnswer { typedAhead = [] }
    }
  }

  /// Reads an item again for the screen that shows it.
  mutating func askItem(_ id: WorkItemID, screen number: Int) {
    ask(
      ReadItem(id), for: .item(screen: number),
      refused: { $0.refuseItem($1.message, screen: number) },
      then: { $0.show($1, screen: number, taken: false) })
  }

  /// Takes an item for the screen that shows it.
  mutating func askToTake(_ id: WorkItemID, screen number: Int) {
    ask(
      TakeItem(id), for: .take(screen: number),
      refused: { $0.showForReading($1.message, screen: number) },
      then: { $0.show($1, screen: number, taken: true) })
  }

  mutating func askToRelease(_ id: WorkItemID) {
    ask(ReleaseItem(id), for: .release(id), refused: { _, _ in }, then: { _, _ in })
  }

  private mutating func refuseItem(_ reason: String, screen number: Int) {
    // What was decided is closed: there is nothing more to read.
    if case .item(var item)? = screens[number], item.access == .done || item.access == .closed {
      item.access = .closed
      screens[number] = .item(item)
      return
    }
    say(.error, SafeText(foreign: reason))
    // An item that can no longer be read has gone from the queues.
    if case .item(let item)? = screens[number], item.detail == nil, screens.top.number == number {
      leaveTop()
      arrive()
    }
  }

  mutating func takePage(_ page: QueuePage, screen number: Int) {
    guard case .queue(var queue)? = screens[number] else { return }
    let before = queue.list.cursorID
    queue.list.receive(
      page.rows, offset: page.request.offset, limit: page.request.limit, total: page.count)
    queue.expected = page.expected
    queue.toLose = page.toLose
    queue.toChase = page.toChase
    if let start = queue.rangeStart, page.count == 0 || queue.list.index(of: start) == nil {
      queue.rangeStart = nil
    }
    screens[number] = .queue(queue)
    if queue.list.cursorID != before, screens.top.number == number { cursorMoved() }
  }

  mutating func take(_ answer: (rows: [RemittanceRow], count: Int), offset: Int, screen number: Int)
  {
    guard case .remittances(var screen)? = screens[number] else { return }
    screen.list.receive(
      answer.rows, offset: offset, limit: 3 * screen.list.height, total: answer.count)
    screens[number] = .remittances(screen)
  }

  mutating func take(_ detail: RemittanceDetail, screen number: Int) {
    guard case .remittance(var screen)? = screens[number] else { return }
    screen.detail = detail
    screen.list.receive(detail.claims, offset: 0, total: detail.claims.count)
    screens[number] = .remittance(screen)
  }

  mutating func take(_ answer: (rows: [FileRow], count: Int), offset: Int, screen number: Int) {
    guard case .imports(var screen)? = screens[number] else { return }
    screen.list.receive(
      answer.rows, offset: offset, limit: 3 * screen.list.height, total: answer.count)
    screens[number] = .imports(screen)
  }

  mutating func take(_ rows: [ActivityRow], offset: Int, screen number: Int) {
    guard case .activity(var screen)? = screens[number] else { return }
    // The journal says no total: a full window means that there may be more.
    let limit = 3 * screen.list.height
    let more = rows.count >= limit ? 1 : 0
    screen.list.receive(rows, offset: offset, limit: limit, total: offset + rows.count + more)
    screens[number] = .activity(screen)
  }

  // MARK: Imports

  mutating func importFiles(_ argument: String) {
    let paths = argument.split(separator: " ").map(String.init)
    guard !paths.isEmpty else {
      say(.info, "Name the files or folders: :import inbox/ERA-1121.835")
      return
    }
    guard !isWaiting(for: .importing) else {
      say(.warning, "An import is running. Ctrl-c stops it.")
      return
    }
    importReports = []
    go(to: .imports(ImportsScreen()))
    ask(
      ImportFiles(paths), for: .importing,
      refused: {
        $0.importProgress = nil
        $0.say(.error, SafeText(foreign: $1.message))
      },
      then: { $0.finishImport($1) })
  }

  private mutating func finishImport(_ reports: [ImportReport]) {
    importProgress = nil
    importReports = reports
    let problems = reports.reduce(0) { $0 + $1.problems.filter(\.isError).count }
    // A long wait may be over: whoever looked elsewhere hears it.
    effects.append(.ringBell)
    let applied = reports.filter { $0.outcome == .applied || $0.outcome == .partlyApplied }.count
    let text: SafeText =
      "Read \(Wording.count(reports.count, "file")): \(MoneyText.count(applied)) applied, \(Wording.count(problems, "problem"))."
    say(problems > 0 ? .warning : .good, text)
    reloadVisible()
  }

  // MARK: The journal

  mutating func showActivity(_ argument: String) {
    var screen = ActivityScreen()
    for word in argument.split(separator: " ") {
      if word == "all" || word == "everyone" { continue }
      if word == "me" || word == "@me" {
        screen.user = settings.user
      } else if let day = TypedDay.parse(String(word), today: settings.today) {
        screen.on = day
      } else {
        screen.user = String(word.first == "@" ? word.dropFirst() : word)
      }
    }
    go(to: .activity(screen))
  }

  /// Takes in what undoing or redoing did.
  mutating func finishUndo(_ outcome: DecisionOutcome) {
    say(.good, SafeText(foreign: outcome.message))
    reloadVisible()
    reloadListsBelow()
  }

  /// Reads again the lists that the top screen was opened from.
  mutating func reloadListsBelow() {
    for entry in screens.below where entry.screen.asQueue != nil { reloadQueue(entry.number) }
  }
}
