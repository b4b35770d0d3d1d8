package import Billing

/// How all queues and the day stand.
package struct ReadOverview: DeskQuestion {
  package init() {}

  package var job: JobName { .overview }

  package func ask(_ office: some OfficeDoor, progress: ImportReporter) throws -> Overview {
    try office.overview()
  }
}

/// The rows of a queue around the screen.
package struct ReadQueuePage: DeskQuestion {
  package var request: PageRequest

  package init(_ request: PageRequest) {
    self.request = request
  }

  package var job: JobName { .page }

  package func ask(_ office: some OfficeDoor, progress: ImportReporter) throws -> QueuePage {
    try office.firstRows(request)
  }
}

/// The page of which the rows came first, with its totals.
package struct CountQueuePage: DeskQuestion {
  package var request: PageRequest

  package init(_ request: PageRequest) {
    self.request = request
  }

  package var job: JobName { .identities }

  package func ask(_ office: some OfficeDoor, progress: ImportReporter) throws -> QueuePage {
    try office.page(request)
  }
}

/// All identities that a filter matches.
package struct ReadIdentities: DeskQuestion {
  package var request: PageRequest

  package init(_ request: PageRequest) {
    self.request = request
  }

  package var job: JobName { .identities }

  package func ask(_ office: some OfficeDoor, progress: ImportReporter) throws -> [WorkItemID] {
    try office.identities(request)
  }
}

/// Values of a filter field with counts, for completion.
package struct ReadCompletions: DeskQuestion {
  package var queue: QueueName
  package var field: FilterField
  package var prefix: String

  package init(queue: QueueName, field: FilterField, prefix: String) {
    self.queue = queue
    self.field = field
    self.prefix = prefix
  }

  package var job: JobName { .completions }

  package func ask(_ office: some OfficeDoor, progress: ImportReporter) throws -> [Completion] {
    try office.completions(queue, field, prefix: prefix)
  }
}

/// Everything about an item, for reading.
package struct ReadItem: DeskQuestion {
  package var item: WorkItemID

  package init(_ item: WorkItemID) {
    self.item = item
  }

  package var job: JobName { .item }

  package func ask(_ office: some OfficeDoor, progress: ImportReporter) throws -> ItemDetail {
    try office.item(item)
  }

  package func look(at answer: ItemDetail) -> Look? { answer.look }
}

/// Takes the highest-ranked free item of a queue under a lease; nil where nothing is free.
package struct TakeNext: DeskQuestion {
  package var queue: QueueName
  package var filter: WorkFilter

  package init(_ queue: QueueName, _ filter: WorkFilter) {
    self.queue = queue
    self.filter = filter
  }

  package var job: JobName { .lease }
  package var canBeCancelled: Bool { false }

  package func ask(_ office: some OfficeDoor, progress: ImportReporter) throws -> ItemDetail? {
    try office.takeNext(queue, filter: filter)
  }

  package func look(at answer: ItemDetail?) -> Look? { answer?.look }
}

/// Takes an item under a lease.
package struct TakeItem: DeskQuestion {
  package var item: WorkItemID

  package init(_ item: WorkItemID) {
    self.item = item
  }

  package var job: JobName { .lease }
  package var canBeCancelled: Bool { false }

  package func ask(_ office: some OfficeDoor, progress: ImportReporter) throws -> ItemDetail {
    try office.take(item)
  }

  package func look(at answer: ItemDetail) -> Look? { answer.look }
}

/// Gives an item back.
package struct ReleaseItem: DeskQuestion {
  package var item: WorkItemID

  package init(_ item: WorkItemID) {
    self.item = item
  }

  package var job: JobName { .lease }
  package var canBeCancelled: Bool { false }

  package func ask(_ office: some OfficeDoor, progress: ImportReporter) throws {
    try office.release(item)
  }
}

/// Claims, patients, orders and remittances, whether or not they need work.
package struct SearchEverything: DeskQuestion {
  package var query: SearchQuery

  package init(_ query: SearchQuery) {
    self.query = query
  }

  package var job: JobName { .find }

  package func ask(_ office: some OfficeDoor, progress: ImportReporter) throws -> SearchResults {
    try office.search(query)
  }

  package func look(at answer: SearchResults) -> Look? { Look(found: answer) }
}

/// A claim for reading, whether or not it needs work.
package struct ReadClaim: DeskQuestion {
  package var claim: ClaimID

  package init(_ claim: ClaimID) {
    self.claim = claim
  }

  package var job: JobName { .claim }

  package func ask(_ office: some OfficeDoor, progress: ImportReporter) throws -> ClaimPage {
    try office.claimPage(claim)
  }

  package func look(at answer: ClaimPage) -> Look? { answer.look }
}
