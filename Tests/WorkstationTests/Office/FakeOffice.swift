import Billing
import Desk
import WorkEngine

/// An office in memory: answers requests from made-up rows and really changes them.
struct FakeOffice {
  var today: Day
  var now: Timestamp
  var user: String
  var isSupervisor = false
  var items: [FakeItem] = []
  var remittances: [RemittanceDetail] = []
  var files: [FileRow] = []
  var reports: [ImportReport] = []
  var activities: [ActivityRow] = []
  var billers = ["mkim", "rdiaz", "tlee"]
  var pace: [Int?] = [52, 61, nil, nil, 48, 66, 14]
  var subjects: [WorkItemID: SubjectDetail] = [:]
  var orderRows: [OrderRow] = []
  var board = TransmissionBoard(refusal: nil, groups: [], batches: [], alarms: 0)
  /// Whether the group changed since the board was read.
  var boardIsStale = false
  var calendar = CalendarBoard(today: FakeData.today, weeks: [])
  var holdsReport = HoldsReport(
    holds: 0, charges: 0, expected: .zero, byType: [], byTeam: [], byPayer: [], byPrescriber: [])
  var orderProblems = OrderProblemsReport(from: FakeData.today, through: FakeData.today, rows: [])
  private var nextFence: Int64 = 100
  private var nextActivity: Int64 = 8800
  private var undoable: [Snapshot] = []
  private var redoable: [Snapshot] = []

  struct Snapshot {
    var before: [FakeItem]
    var after: [FakeItem]
    var subjectsBefore: [WorkItemID: SubjectDetail]
    var subjectsAfter: [WorkItemID: SubjectDetail]
    var verb: DecisionVerb
    var ids: [WorkItemID]
    var activity: ActivityID
  }

  init(user: String, today: Day, now: Timestamp) {
    self.user = user
    self.today = today
    self.now = now
  }

  // MARK: Answers

  var overview: Overview {
    Overview(
      today: today,
      queues: QueueName.inOrder.map { queue in
        let all = items.filter { $0.queue == queue }
        let open = all.filter { $0.lane == .work }
        return QueueSummary(
          queue: queue, open: open.count,
          dueThisWeek: open.filter { ($0.daysLeft(today) ?? 99) <= 7 }.count,
          atRisk: open.filter { ($0.daysLeft(today) ?? 99) <= 14 }.map(\.expected).total(),
          expected: open.map(\.expected).total(), nextDue: open.compactMap(\.safe).min(),
          oldestDays: open.map(\.age).max(),
          waiting: all.filter { $0.lane == .waiting }.count,
          withLead: all.filter { $0.lane == .lead }.count,
          expired: all.filter { $0.lane == .expired }.count,
          expiredCents: all.filter { $0.lane == .expired }.map(\.expected).total(),
          doneToday: activities.filter { $0.activity.queue == queue && $0.activity.on == today }
            .count, toLose: toLose(open),
          toChase: queue == .denials || queue == .followUp
            ? open.map(\.expected).total() - toLose(open) : .zero)
      },
      pace: items.isEmpty ? [] : pace, doneToday: pace.last.flatMap { $0 } ?? 0,
      resolvedToday: 9, payment: remittances.map(\.row.payment).total(),
      posted: remittances.map(\.row.posted).total(),
      suspense: remittances.map(\.row.suspense).total(),
      unbilled: items.filter { $0.queue == .holds || $0.queue == .transmission }
        .map(\.balance).total(), files: files.count, claims: items.count,
      lastImport: files.first?.importedAt)
  }

  /// What is lost within 30 days.
  private func toLose(_ items: [FakeItem]) -> Cents {
    items.filter { ($0.daysLeft(today) ?? 99) <= 30 }.map(\.expected).total()
  }

  // MARK: Rows

  func item(_ id: WorkItemID) -> FakeItem? { items.first { $0.id == id } }

  mutating func change(_ id: WorkItemID, _ body: (inout FakeItem) -> Void) {
    guard let index = items.firstIndex(where: { $0.id == id }) else { return }
    body(&items[index])
  }

  func row(_ item: FakeItem) -> QueueRow {
    QueueRow(
      item: item.workItem(today), reference: item.reference, patient: item.patient,
      payer: item.payer, procedure: item.procedure, serviceOn: today.adding(days: -item.age),
      age: item.age, daysLeft: item.daysLeft(today),
      explanation: item.explanation(today))
  }

  func matching(_ page: PageRequest) -> [FakeItem] {
    let found = items.filter {
      $0.queue == page.queue && $0.lane == page.lane && FakeFilter.matches(page.filter, $0, self)
    }
    let sorted = found.sorted { left, right in
      switch page.order {
      case .rank: left.rank(today) < right.rank(today)
      case .balance: (-left.balance.rawValue, left.id) < (-right.balance.rawValue, right.id)
      case .due: (left.safe?.rawValue ?? .max, left.id) < (right.safe?.rawValue ?? .max, right.id)
      case .age: (-left.age, left.id) < (-right.age, right.id)
      case .payer: (left.payer, left.id) < (right.payer, right.id)
      case .patient: (left.patient, left.id) < (right.patient, right.id)
      }
    }
    return page.isReversed ? sorted.reversed() : sorted
  }

  func page(_ request: PageRequest) -> QueuePage {
    let all = matching(request)
    return QueuePage(
      request: request, rows: all.dropFirst(request.offset).prefix(request.limit).map { row($0) },
      count: all.count, expected: all.map(\.expected).total(),
      toLose: request.lane == .work ? toLose(all) : .zero,
      toChase: request.lane == .work && (request.queue == .denials || request.queue == .followUp)
        ? all.map(\.expected).total() - toLose(all) : .zero)
  }

  func completions(
    _ queue: QueueName, _ field: FilterField, _ prefix: String
  ) -> [Completion] {
    var counts: [String: Int] = [:]
    for item in items where item.queue == queue {
      switch field {
      case .payer: counts[item.payer, default: 0] += 1
      case .code:
        for code in item.reasonCode.split(separator: " ") { counts[String(code), default: 0] += 1 }
      case .patient: counts[item.patient, default: 0] += 1
      default: break
      }
    }
    return counts.filter { $0.key.lowercased().hasPrefix(prefix.lowercased()) }
      .map { Completion(value: $0.key, count: $0.value) }
      .sorted { (-$0.count, $0.value) < (-$1.count, $1.value) }
  }

  // MARK: Leases

  mutating func take(_ id: WorkItemID) throws -> ItemDetail {
    guard let item = item(id) else { throw DeskRefusal("The item is no longer in a queue.") }
    if let lease = item.lease, lease.session != "s1" {
      throw DeskRefusal("\(lease.user) is working on it.")
    }
    if item.lease.map({ $0.expires <= now }) ?? true {
      let fence = nextFence
      nextFence += 1
      let expires = Timestamp(rawValue: now.rawValue + 15 * 60_000)
      let lease = Lease(user: user, session: "s1", expires: expires, fence: fence)
      change(id) { $0.lease = lease }
    }
    return detail(self.item(id) ?? item)
  }

  /// Another biller takes an item over, as a supervisor may do for them.
  mutating func steal(_ reference: String, by name: String) {
    let fence = nextFence
    nextFence += 1
    let lease = Lease(
      user: name, session: "other", expires: Timestamp(rawValue: now.rawValue + 900_000),
      fence: fence)
    for item in items where item.reference == reference {
      change(item.id) { $0.lease = lease }
    }
  }

  // MARK: Decisions

  mutating func decide(_ request: DecisionRequest) throws -> DecisionOutcome {
    guard let item = item(request.item) else {
      throw DeskRefusal("The item is no longer in a queue.")
    }
    let isBreaking = request.entry.verb == .breakLease
    if let lease = item.lease, lease.session != "s1", !isBreaking {
      throw DeskRefusal("\(lease.user) has taken the item over; nothing was done.")
    }
    if let fence = request.fence, item.lease?.fence != fence {
      throw DeskRefusal("Your lease on the item has ended; nothing was done.")
    }
    if item.rowVersion != request.rowVersion {
      throw DeskRefusal("The item was changed by someone else; nothing was done. Look again.")
    }
    do throws(FieldFault) {
      let message = apply(try situation(item).decision(of: request.entry), to: [item.id])
      return DecisionOutcome(message: message, isUndoable: true, items: [item.id])
    } catch {
      throw DeskRefusal(error.message, field: error.field)
    }
  }

  func form(_ verb: DecisionVerb, _ id: WorkItemID?) throws -> [DecisionField] {
    guard let situation = id.map({ item($0).map { self.situation($0) } }) ?? manySituation else {
      throw DeskRefusal("The item is no longer in a queue.")
    }
    if let refusal = situation.permission(for: verb).refusal { throw DeskRefusal(refusal) }
    return situation.fields(of: verb)
  }

  func preview(
    _ ids: [WorkItemID], _ entry: DecisionEntry
  ) -> (plan: BulkPreview, decisions: [Decision]) {
    var refused: [BulkRefusal] = []
    var accepted: [FakeItem] = []
    var decisions: [Decision] = []
    for item in ids.compactMap({ item($0) }) {
      do throws(FieldFault) {
        if let lease = item.lease, lease.session != "s1" {
          throw FieldFault(nil, "\(lease.user) is working on it")
        }
        decisions.append(try situation(item).decision(of: entry))
        accepted.append(item)
      } catch {
        refused.append(
          BulkRefusal(item: item.id, reference: item.reference, reason: error.message))
      }
    }
    let plan = BulkPreview(
      entry: entry, items: accepted.map(\.id), expected: accepted.map(\.expected).total(),
      first: accepted.prefix(3).map { row($0) }, refused: refused)
    return (plan, decisions)
  }

  mutating func decideMany(_ ids: [WorkItemID], _ entry: DecisionEntry) throws -> DecisionOutcome {
    let (plan, decisions) = preview(ids, entry)
    guard let first = decisions.first else { throw DeskRefusal("None of the items is left.") }
    let message = apply(first, to: plan.items)
    return DecisionOutcome(
      message: message, isUndoable: true, items: plan.items, refused: plan.refused)
  }

  private mutating func apply(_ decision: Decision, to ids: [WorkItemID]) -> String {
    let (before, subjectsBefore) = (items, subjects)
    let references = ids.compactMap { item($0) }
    let (user, today) = (user, today)
    for id in ids {
      change(id) { FakeRules.apply(decision, to: &$0, user: user, today: today) }
    }
    for id in ids { applyToSubject(decision, to: id) }
    items.removeAll { ids.contains($0.id) && FakeRules.ends(decision.verb) }
    let activity = record(decision, ids: ids, undoes: nil)
    undoable.append(
      Snapshot(
        before: before, after: items, subjectsBefore: subjectsBefore, subjectsAfter: subjects,
        verb: decision.verb, ids: ids, activity: activity))
    redoable = []
    return FakeRules.message(decision, items: references, today: today)
  }

  private mutating func record(
    _ decision: Decision?, ids: [WorkItemID], undoes: ActivityID?
  ) -> ActivityID {
    let id = ActivityID(nextActivity)
    nextActivity += 1
    guard let item = ids.first.flatMap({ item($0) }) else { return id }
    let activity = Activity(
      id: id, at: now, on: today, user: user, verb: decision?.verb ?? .undo,
      resultCode: decision?.resultCode ?? "UNDO", subject: .claim(ClaimID(item.id.rawValue)),
      queue: item.queue, note: decision?.note ?? "", followUpOn: decision?.followUpOn,
      detail: ids.count > 1 ? "\(ids.count) items" : "", undoes: undoes, undoneBy: nil,
      isProductive: true)
    activities.insert(
      ActivityRow(activity: activity, reference: item.reference, item: item.id), at: 0)
    return id
  }

  mutating func undo() throws -> DecisionOutcome {
    guard let last = undoable.popLast() else { throw DeskRefusal("There is nothing to undo.") }
    let queue = last.before.first { $0.id == last.ids.first }?.queue.title ?? ""
    items = last.before
    subjects = last.subjectsBefore
    redoable.append(last)
    let undo = record(nil, ids: last.ids, undoes: last.activity)
    if let index = activities.firstIndex(where: { $0.activity.id == last.activity }) {
      activities[index].activity.undoneBy = undo
    }
    return DecisionOutcome(
      message: last.ids.count == 1
        ? "1 item is back in \(queue)." : "\(last.ids.count) items are back in \(queue).",
      isUndoable: false, items: last.ids)
  }

  mutating func redo() throws -> DecisionOutcome {
    guard let last = redoable.popLast() else { throw DeskRefusal("There is nothing to redo.") }
    items = last.after
    subjects = last.subjectsAfter
    undoable.append(last)
    return DecisionOutcome(
      message: "Done again: \(last.verb.title).", isUndoable: true, items: last.ids)
  }

  // MARK: Files

  mutating func importFiles(_ paths: [String]) throws -> [ImportReport] {
    guard !paths.contains(where: { $0.contains("missing") }) else {
      throw DeskRefusal("There is no file \(paths[0]). Name a file or a folder.")
    }
    let result = reports.map { report in
      var report = report
      if paths.count == 1, reports.count == 1 { report.path = paths[0] }
      return report
    }
    for (index, report) in result.enumerated() {
      files.insert(
        FileRow(
          id: FileID(Int64(900 + index + files.count)), name: report.path, importedAt: now,
          byteCount: 18_400, summary: "835, 1 remittance", isComplete: report.outcome == .applied),
        at: 0)
    }
    return result
  }
}
