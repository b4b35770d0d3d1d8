import Billing
import Desk
import WorkEngine

/// The door of the made-up office, through which the workstation asks it.
final class FakeDoor: OfficeDoor {
  var office: FakeOffice

  init(_ office: FakeOffice) { self.office = office }

  func overview() -> Overview { office.overview }
  func page(_ request: PageRequest) -> QueuePage { office.page(request) }
  func identities(_ request: PageRequest) -> [WorkItemID] { office.matching(request).map(\.id) }

  func completions(_ queue: QueueName, _ field: FilterField, prefix: String) -> [Completion] {
    office.completions(queue, field, prefix)
  }

  func item(_ id: WorkItemID) throws -> ItemDetail {
    guard let item = office.item(id) else {
      throw DeskRefusal("The item is no longer in a queue.")
    }
    return office.detail(item)
  }

  func takeNext(_ queue: QueueName, filter: WorkFilter) throws -> ItemDetail? {
    let page = PageRequest(queue: queue, lane: .work, filter: filter)
    guard let next = office.matching(page).first(where: { $0.lease == nil }) else { return nil }
    return try office.take(next.id)
  }

  func take(_ id: WorkItemID) throws -> ItemDetail { try office.take(id) }

  func release(_ id: WorkItemID) {
    office.change(id) { if $0.lease?.session == "s1" { $0.lease = nil } }
  }

  func search(_ query: SearchQuery) throws -> SearchResults { try office.search(query) }
  func claimPage(_ id: ClaimID) throws -> ClaimPage { try office.claimPage(id) }

  func form(_ verb: DecisionVerb, about id: WorkItemID?) throws -> [DecisionField] {
    try office.form(verb, id)
  }

  func decide(_ request: DecisionRequest) throws -> DecisionOutcome { try office.decide(request) }

  func preview(_ items: [WorkItemID], _ entry: DecisionEntry) throws -> BulkPreview {
    if let fault = office.manySituation.fault(ofEntry: entry) {
      throw DeskRefusal(fault.message, field: fault.field)
    }
    return office.preview(items, entry).plan
  }

  func decideMany(_ items: [WorkItemID], _ entry: DecisionEntry) throws -> DecisionOutcome {
    try office.decideMany(items, entry)
  }

  func undo() throws -> DecisionOutcome { try office.undo() }
  func redo() throws -> DecisionOutcome { try office.redo() }

  func activities(_ query: ActivityQuery) -> [ActivityRow] {
    let rows = office.activities.filter {
      (query.user == nil || $0.activity.user == query.user)
        && (query.on == nil || $0.activity.on == query.on)
    }
    return Array(rows.dropFirst(query.offset).prefix(query.limit))
  }

  func billers() -> [String] { office.billers }

  func remittances(offset: Int, limit: Int) -> (rows: [RemittanceRow], count: Int) {
    let rows = office.remittances.map(\.row)
    return (Array(rows.dropFirst(offset).prefix(limit)), rows.count)
  }

  func remittance(_ id: RemittanceID) throws -> RemittanceDetail {
    guard let found = office.remittances.first(where: { $0.row.id == id }) else {
      throw DeskRefusal("There is no such remittance.")
    }
    return found
  }

  func files(offset: Int, limit: Int) -> (rows: [FileRow], count: Int) {
    (Array(office.files.dropFirst(offset).prefix(limit)), office.files.count)
  }

  func importFiles(_ paths: [String], progress: ImportReporter) throws -> [ImportReport] {
    try office.importFiles(paths)
  }

  func orders(_ query: OrderQuery) -> (rows: [OrderRow], count: Int) { office.orders(query) }
  func order(_ id: OrderID) throws -> OrderDetail { try office.order(id) }

  func checkOrder(_ rows: [[String: String]]) -> EnteredOrder {
    EnteredOrder(problems: office.problems(in: rows))
  }

  func saveOrder(_ rows: [[String: String]]) -> EnteredOrder { office.save(rows) }
  func transmission() -> TransmissionBoard { office.board }
  func send(_ request: SendingRequest) throws -> SendingOutcome { try office.send(request) }
  func calendar(weeks: Int) -> CalendarBoard { office.calendar }
  func holds() -> HoldsReport { office.holdsReport }

  func orderProblems(from: Day, through: Day) -> OrderProblemsReport {
    var report = office.orderProblems
    (report.from, report.through) = (from, through)
    return report
  }

  func askEligibility() -> (file: String?, inquiries: Int) {
    ("outbox/ELIGIBILITY-1121.270", 4)
  }
}
