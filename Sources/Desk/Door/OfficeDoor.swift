package import Billing

/// What an office does for the workstation: its use cases, behind which the workstation sees nothing.
package protocol OfficeDoor {
  // MARK: Work

  func overview() throws -> Overview
  /// The rows of a page, with its totals only where they cost little.
  func firstRows(_ request: PageRequest) throws -> QueuePage
  func page(_ request: PageRequest) throws -> QueuePage
  func identities(_ request: PageRequest) throws -> [WorkItemID]
  func completions(
    _ queue: QueueName, _ field: FilterField, prefix: String
  ) throws -> [Completion]
  func item(_ id: WorkItemID) throws -> ItemDetail
  func takeNext(_ queue: QueueName, filter: WorkFilter) throws -> ItemDetail?
  func take(_ id: WorkItemID) throws -> ItemDetail
  func release(_ id: WorkItemID) throws
  func search(_ query: SearchQuery) throws -> SearchResults
  func claimPage(_ id: ClaimID) throws -> ClaimPage

  // MARK: Decisions

  func form(_ verb: DecisionVerb, about id: WorkItemID?) throws -> [DecisionField]
  func decide(_ request: DecisionRequest) throws -> DecisionOutcome
  func preview(_ items: [WorkItemID], _ entry: DecisionEntry) throws -> BulkPreview
  func decideMany(_ items: [WorkItemID], _ entry: DecisionEntry) throws -> DecisionOutcome
  func undo() throws -> DecisionOutcome
  func redo() throws -> DecisionOutcome
  func activities(_ query: ActivityQuery) throws -> [ActivityRow]
  func billers() throws -> [String]

  // MARK: Money and files

  func remittances(offset: Int, limit: Int) throws -> (rows: [RemittanceRow], count: Int)
  func remittance(_ id: RemittanceID) throws -> RemittanceDetail
  func deposits(_ query: DepositQuery) throws -> DepositsPage
  func eobClaim(_ number: String, payer: String) throws -> EOBClaim
  func postEOBs(_ papers: [PaperEOB]) throws -> EOBOutcome
  func closeBooks(_ period: BookPeriod, note: String) throws -> BooksStanding
  func sendStatements(_ request: StatementRequest) throws -> StatementOutcome
  func files(offset: Int, limit: Int) throws -> (rows: [FileRow], count: Int)
  func importFiles(_ paths: [String], progress: ImportReporter) throws -> [ImportReport]

  // MARK: Orders and charges

  func orders(_ query: OrderQuery) throws -> (rows: [OrderRow], count: Int)
  func order(_ id: OrderID) throws -> OrderDetail
  func checkOrder(_ rows: [[String: String]]) throws -> EnteredOrder
  func saveOrder(_ rows: [[String: String]]) throws -> EnteredOrder
  func transmission() throws -> TransmissionBoard
  func send(_ request: SendingRequest) throws -> SendingOutcome
  func calendar(weeks: Int) throws -> CalendarBoard
  func holds() throws -> HoldsReport
  func orderProblems(from: Day, through: Day) throws -> OrderProblemsReport
  func askEligibility() throws -> (file: String?, inquiries: Int)

  // MARK: What is refused

  /// Why it was refused, in plain words.
  func refusal(for error: any Error) -> DeskRefusal
}

extension OfficeDoor {
  package func refusal(for error: any Error) -> DeskRefusal {
    error as? DeskRefusal
      ?? DeskRefusal("Something went wrong: \(error). Nothing was saved.")
  }
}
