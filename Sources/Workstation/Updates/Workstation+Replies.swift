// Answers of the office.

import Billing
import Cells
import Desk

extension Workstation {
  /// Takes an answer to the newest question of its purpose; a late one is dropped.
  mutating func take(_ reply: DeskReply, ticket: Int) {
    if case .importProgress(let progress) = reply {
      importProgress = progress
      return
    }
    guard let purpose = waiting.first(where: { $0.value.ticket == ticket })?.key else { return }
    if case .page(let page) = reply, case .page(let number) = purpose, !page.areTotalsKnown {
      // The rows are there and are shown; what they come to is still awaited, and can be given up.
      return takePage(page, screen: number)
    }
    let wait = waiting.removeValue(forKey: purpose)
    readAt = now
    if case .refused(let reason) = reply {
      takeRefusal(reason, of: purpose)
      // What was typed ahead was meant for what the office refused.
      if !awaitsAnswer { typedAhead = [] }
      return
    }
    if case .fault(let fault) = reply {
      takeFault(fault)
      // What was typed ahead was meant for what is to be put right first.
      if !awaitsAnswer { typedAhead = [] }
      return
    }
    switch purpose {
    case .overview:
      if case .overview(let overview) = reply { self.overview = overview }
    case .page(let number):
      if case .page(let page) = reply { takePage(page, screen: number) }
    case .marksInSight(let number):
      if case .identities(let ids) = reply { takeMarksInSight(ids, screen: number) }
    case .markAll(let number):
      if case .identities(let ids) = reply { takeMarkAll(ids, screen: number) }
    case .sidePane(let number):
      if case .item(let detail) = reply, case .queue(var queue)? = screens[number] {
        queue.sidePane = detail
        screens[number] = .queue(queue)
      }
    case .item(let number):
      if case .item(let detail) = reply { show(detail, screen: number, taken: false) }
    case .take(let number):
      guard case .taken(let detail) = reply else { return }
      if let detail {
        show(detail, screen: number, taken: true)
      } else {
        showForReading("Someone else has just taken it.", screen: number)
      }
    case .takeNext:
      if case .taken(let detail) = reply { showTaken(detail) }
    case .release: break
    case .form(let number):
      if case .form(let fields) = reply { takeForm(fields, screen: number) }
    case .decide:
      if case .decided(let outcome) = reply { finishDecision(outcome) }
    case .preview:
      if case .preview(let preview) = reply { showPreview(preview) }
    case .undo:
      if case .decided(let outcome) = reply { finishUndo(outcome) }
    case .remittances, .remittance, .files, .activities:
      takeList(reply, of: purpose, offset: wait?.offset ?? 0)
    case .importing:
      if case .imported(let reports) = reply { finishImport(reports) }
    case .billers:
      if case .billers(let names) = reply { takeBillers(names) }
    case .completions:
      if case .completions(let values) = reply { takeCompletions(values) }
    case .find:
      if case .found(let results) = reply { showFound(results) }
    case .search(let number):
      if case .found(let results) = reply { take(results, screen: number) }
    case .claim(let number):
      if case .claim(let page) = reply { take(page, screen: number) }
    case .orders, .order, .orderToEdit, .checkOrder, .saveOrder, .transmission, .send, .calendar,
      .holdsReport, .orderProblems, .askEligibility:
      if case .orders(let answer) = reply {
        takeOrderReply(answer, of: purpose, offset: wait?.offset ?? 0)
      }
    }
  }

  private mutating func takeRefusal(_ reason: String, of purpose: Purpose) {
    switch purpose {
    case .take(let number): showForReading(reason, screen: number)
    case .form: refuseForm(reason)
    case .decide: refuseDecision(reason)
    case .preview: refusePreview(reason)
    case .importing:
      importProgress = nil
      say(.error, SafeText(foreign: reason))
    case .saveOrder: refuseSaving(reason)
    case .send: refuseSending(reason)
    case .completions, .sidePane, .billers, .release, .marksInSight, .checkOrder: break
    case .item(let number):
      // What was decided is closed: there is nothing more to read.
      if case .item(var item)? = screens[number], item.access == .done || item.access == .closed {
        item.access = .closed
        screens[number] = .item(item)
        break
      }
      say(.error, SafeText(foreign: reason))
      // An item that can no longer be read has gone from the queues.
      if case .item(let item)? = screens[number], item.detail == nil, screens.top.number == number {
        leaveTop()
        arrive()
      }
    default: say(.error, SafeText(foreign: reason))
    }
  }

  private mutating func takePage(_ page: QueuePage, screen number: Int) {
    guard case .queue(var queue)? = screens[number] else { return }
    let before = queue.list.cursorID
    queue.list.receive(
      page.rows, offset: page.request.offset, limit: page.request.limit, total: page.count)
    queue.areTotalsKnown = page.areTotalsKnown
    queue.expected = page.expected
    queue.toLose = page.toLose
    queue.toChase = page.toChase
    if let start = queue.rangeStart, page.count == 0 || queue.list.index(of: start) == nil {
      queue.rangeStart = nil
    }
    screens[number] = .queue(queue)
    if queue.list.cursorID != before, screens.top.number == number { cursorMoved() }
  }

  private mutating func takeList(_ reply: DeskReply, of purpose: Purpose, offset: Int) {
    switch (purpose, reply) {
    case (.remittances(let number), .remittances(let rows, let count)):
      guard case .remittances(var screen)? = screens[number] else { return }
      screen.list.receive(rows, offset: offset, limit: 3 * screen.list.height, total: count)
      screens[number] = .remittances(screen)
    case (.remittance(let number), .remittance(let detail)):
      guard case .remittance(var screen)? = screens[number] else { return }
      screen.detail = detail
      screen.list.receive(detail.claims, offset: 0, total: detail.claims.count)
      screens[number] = .remittance(screen)
    case (.files(let number), .files(let rows, let count)):
      guard case .imports(var screen)? = screens[number] else { return }
      screen.list.receive(rows, offset: offset, limit: 3 * screen.list.height, total: count)
      screens[number] = .imports(screen)
    case (.activities(let number), .activities(let rows)):
      guard case .activity(var screen)? = screens[number] else { return }
      // The journal says no total: a full window means that there may be more.
      let limit = 3 * screen.list.height
      let more = rows.count >= limit ? 1 : 0
      screen.list.receive(rows, offset: offset, limit: limit, total: offset + rows.count + more)
      screens[number] = .activity(screen)
    default: break
    }
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
    ask(.importFiles(paths), for: .importing)
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
  private mutating func finishUndo(_ outcome: DecisionOutcome) {
    say(.good, SafeText(foreign: outcome.message))
    reloadVisible()
    reloadListsBelow()
  }

  /// Reads again the lists that the top screen was opened from.
  mutating func reloadListsBelow() {
    for entry in screens.below where entry.screen.asQueue != nil { reloadQueue(entry.number) }
  }
}
