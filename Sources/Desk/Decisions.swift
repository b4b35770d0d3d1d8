package import Billing

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
