package import Billing

/// Everything the workstation may ask of the office.
package enum DeskRequest: Equatable, Sendable {
  case overview
  case page(PageRequest)
  case item(WorkItemID)
  /// Take the highest-ranked free item of a queue under a lease.
  case takeNext(QueueName, WorkFilter)
  /// Take this item under a lease.
  case take(WorkItemID)
  /// Give an item back.
  case release(WorkItemID)
  /// What can be said with a verb about an item, filled in; nil for many items at once.
  case form(DecisionVerb, WorkItemID?)
  case decide(DecisionRequest)
  /// What a bulk decision would do; nothing is done.
  case previewMany([WorkItemID], DecisionEntry)
  case decideMany([WorkItemID], DecisionEntry)
  /// All identities a filter matches, for "mark all".
  case identities(PageRequest)
  case undo
  case redo
  case remittances(offset: Int, limit: Int)
  case remittance(RemittanceID)
  case files(offset: Int, limit: Int)
  case importFiles([String])
  case activities(ActivityQuery)
  case billers
  /// Values of a filter field with counts, for completion.
  case completions(QueueName, FilterField, prefix: String)
  /// Claims, patients, orders and remittances, whether or not they need work.
  case search(SearchQuery)
  /// A claim for reading, whether or not it needs work.
  case claim(ClaimID)
  /// Orders, holds, transmission, the calendar.
  case orders(OrderRequest)
}

/// One decision on one item, with the proof that the asker still holds it.
package struct DecisionRequest: Equatable, Sendable {
  package var item: WorkItemID
  package var rowVersion: Int64
  /// The fence of the lease under which it was opened; nil takes a lease for the moment.
  package var fence: Int64?
  package var entry: DecisionEntry

  package init(item: WorkItemID, rowVersion: Int64, fence: Int64?, entry: DecisionEntry) {
    self.item = item
    self.rowVersion = rowVersion
    self.fence = fence
    self.entry = entry
  }
}

/// Which activities to list, newest first.
package struct ActivityQuery: Equatable, Sendable {
  package var user: String?
  package var on: Day?
  package var offset: Int
  package var limit: Int

  package init(user: String? = nil, on: Day? = nil, offset: Int = 0, limit: Int = 100) {
    self.user = user
    self.on = on
    self.offset = offset
    self.limit = limit
  }
}

/// What the office answers.
package enum DeskReply: Equatable, Sendable {
  case overview(Overview)
  case page(QueuePage)
  case item(ItemDetail)
  /// An item was taken under a lease; nil when the queue has nothing free.
  case taken(ItemDetail?)
  case released(WorkItemID)
  case form([DecisionField])
  case decided(DecisionOutcome)
  case preview(BulkPreview)
  case identities([WorkItemID])
  case remittances([RemittanceRow], count: Int)
  case remittance(RemittanceDetail)
  case files([FileRow], count: Int)
  case importProgress(ImportProgress)
  case imported([ImportReport])
  case activities([ActivityRow])
  case billers([String])
  case completions([Completion])
  case found(SearchResults)
  case claim(ClaimPage)
  case orders(OrderReply)
  /// A field of a decision is wrong: which, and how to put it right.
  case fault(FieldFault)
  /// The office refused, in plain words with what to do.
  case refused(String)
}

/// What a decision did.
package struct DecisionOutcome: Equatable, Sendable {
  /// What was done, in words, such as "Deferred 2 items to Nov 24".
  package var message: String
  package var isUndoable: Bool
  package var items: [WorkItemID]
  /// Items of a bulk decision that were left alone, with the reason.
  package var refused: [BulkRefusal]
  /// A file written to the outbox, if any.
  package var file: String?

  package init(
    message: String, isUndoable: Bool, items: [WorkItemID], refused: [BulkRefusal] = [],
    file: String? = nil
  ) {
    self.message = message
    self.isUndoable = isUndoable
    self.items = items
    self.refused = refused
    self.file = file
  }
}

/// One item that a bulk decision leaves alone.
package struct BulkRefusal: Equatable, Sendable {
  package var item: WorkItemID
  package var reference: String
  package var reason: String

  package init(item: WorkItemID, reference: String, reason: String) {
    self.item = item
    self.reference = reference
    self.reason = reason
  }
}

/// What a bulk decision would do.
package struct BulkPreview: Equatable, Sendable {
  package var entry: DecisionEntry
  package var items: [WorkItemID]
  package var expected: Cents
  /// The first few rows, for a look before saying yes.
  package var first: [QueueRow]
  package var refused: [BulkRefusal]

  package init(
    entry: DecisionEntry, items: [WorkItemID], expected: Cents, first: [QueueRow],
    refused: [BulkRefusal]
  ) {
    self.entry = entry
    self.items = items
    self.expected = expected
    self.first = first
    self.refused = refused
  }
}

/// One line of the activity screen.
package struct ActivityRow: Equatable, Sendable {
  package var activity: Activity
  package var reference: String
  package var item: WorkItemID?

  package init(activity: Activity, reference: String, item: WorkItemID?) {
    self.activity = activity
    self.reference = reference
    self.item = item
  }
}

/// A value that completes a half-typed filter, with how many items have it.
package struct Completion: Equatable, Sendable {
  package var value: String
  package var count: Int

  package init(value: String, count: Int) {
    self.value = value
    self.count = count
  }
}
