import Billing
import Desk
import Operations

/// The office of a play: the real one, but for the folder in which its people find their files.
struct PlayDoor: DoorBefore {
  let office: Office
  let made: MadeOffice

  func importFiles(_ paths: [String], progress: ImportReporter) throws -> [ImportReport] {
    made.named(try office.importFiles(paths.map(made.path), progress: progress))
  }
}

/// A door before a real office, which answers whatever the door does not answer itself.
protocol DoorBefore: OfficeDoor {
  var office: Office { get }
}

extension DoorBefore {
  func overview() throws -> Overview { try office.overview() }
  func firstRows(_ request: PageRequest) throws -> QueuePage { try office.firstRows(request) }
  func page(_ request: PageRequest) throws -> QueuePage { try office.page(request) }
  func identities(_ request: PageRequest) throws -> [WorkItemID] { try office.identities(request) }
  func completions(
    _ queue: QueueName, _ field: FilterField, prefix: String
  ) throws -> [Completion] {
    try office.completions(queue, field, prefix: prefix)
  }
  func item(_ id: WorkItemID) throws -> ItemDetail { try office.item(id) }
  func takeNext(_ queue: QueueName, filter: WorkFilter) throws -> ItemDetail? {
    try office.takeNext(queue, filter: filter)
  }
  func take(_ id: WorkItemID) throws -> ItemDetail { try office.take(id) }
  func release(_ id: WorkItemID) throws { try office.release(id) }
  func search(_ query: SearchQuery) throws -> SearchResults { try office.search(query) }
  func claimPage(_ id: ClaimID) throws -> ClaimPage { try office.claimPage(id) }

  func form(_ verb: DecisionVerb, about id: WorkItemID?) throws -> [DecisionField] {
    try office.form(verb, about: id)
  }
  func decide(_ request: DecisionRequest) throws -> DecisionOutcome { try office.decide(request) }
  func preview(_ items: [WorkItemID], _ entry: DecisionEntry) throws -> BulkPreview {
    try office.preview(items, entry)
  }
  func decideMany(_ items: [WorkItemID], _ entry: DecisionEntry) throws -> DecisionOutcome {
    try office.decideMany(items, entry)
  }
  func undo() throws -> DecisionOutcome { try office.undo() }
  func redo() throws -> DecisionOutcome { try office.redo() }
  func activities(_ query: ActivityQuery) throws -> [ActivityRow] { try office.activities(query) }
  func billers() throws -> [String] { try office.billers() }

  func importFiles(_ paths: [String], progress: ImportReporter) throws -> [ImportReport] {
    try office.importFiles(paths, progress: progress)
  }
  func remittances(offset: Int, limit: Int) throws -> (rows: [RemittanceRow], count: Int) {
    try office.remittances(offset: offset, limit: limit)
  }
  func remittance(_ id: RemittanceID) throws -> RemittanceDetail { try office.remittance(id) }
  func deposits(_ query: DepositQuery) throws -> DepositsPage { try office.deposits(query) }
  func eobClaim(_ number: String, payer: String) throws -> EOBClaim {
    try office.eobClaim(number, payer: payer)
  }
  func postEOBs(_ papers: [PaperEOB]) throws -> EOBOutcome { try office.postEOBs(papers) }
  func closeBooks(_ period: BookPeriod, note: String) throws -> BooksStanding {
    try office.closeBooks(period, note: note)
  }
  func sendStatements(_ request: StatementRequest) throws -> StatementOutcome {
    try office.sendStatements(request)
  }
  func files(offset: Int, limit: Int) throws -> (rows: [FileRow], count: Int) {
    try office.files(offset: offset, limit: limit)
  }

  func orders(_ query: OrderQuery) throws -> (rows: [OrderRow], count: Int) {
    try office.orders(query)
  }
  func order(_ id: OrderID) throws -> OrderDetail { try office.order(id) }
  func checkOrder(_ rows: [[String: String]]) throws -> EnteredOrder { try office.checkOrder(rows) }
  func saveOrder(_ rows: [[String: String]]) throws -> EnteredOrder { try office.saveOrder(rows) }
  func transmission() throws -> TransmissionBoard { try office.transmission() }
  func send(_ request: SendingRequest) throws -> SendingOutcome { try office.send(request) }
  func calendar(weeks: Int) throws -> CalendarBoard { try office.calendar(weeks: weeks) }
  func holds() throws -> HoldsReport { try office.holds() }
  func orderProblems(from: Day, through: Day) throws -> OrderProblemsReport {
    try office.orderProblems(from: from, through: through)
  }
  func askEligibility() throws -> (file: String?, inquiries: Int) { try office.askEligibility() }

  func refusal(for error: any Error) -> DeskRefusal { office.refusal(for: error) }
}
