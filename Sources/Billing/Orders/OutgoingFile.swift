/// A row of the outbox's ledger: one file that the office wrote to be picked up.
package struct OutgoingFile: Equatable, Sendable {
  /// What a file holds.
  package enum Kind: String, Sendable, CaseIterable {
    /// Claims that went out together (837P).
    case batch
    /// One claim that was sent again or to another payer (837P).
    case claim
    /// Questions about coverage (270).
    case eligibility
  }

  /// Where a file is.
  package enum State: String, Sendable, CaseIterable {
    /// Kept, but not yet known to lie whole under its name.
    case pending
    /// It lay whole under its name.
    case written
    /// Nobody sees it any more: it was picked up.
    case gone
    /// Taken back before it was picked up.
    case withdrawn
  }

  package var id: OutgoingFileID
  /// Its name in the outbox.
  package var name: String
  package var kind: Kind
  /// SHA-256 in hexadecimal; nil for a file of before the ledger was kept.
  package var contentHash: String?
  package var byteCount: Int64?
  /// ISA13.
  package var interchangeControl: String
  /// The business day on which it was written.
  package var writtenOn: Day
  package var state: State
  /// The business day on which it was first seen to be gone.
  package var goneOn: Day?
  /// The decision that sent it; nil for questions that are asked all at once.
  package var activity: ActivityID?

  package init(
    id: OutgoingFileID, name: String, kind: Kind, contentHash: String?, byteCount: Int64?,
    interchangeControl: String, writtenOn: Day, state: State, goneOn: Day?, activity: ActivityID?
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.contentHash = contentHash
    self.byteCount = byteCount
    self.interchangeControl = interchangeControl
    self.writtenOn = writtenOn
    self.state = state
    self.goneOn = goneOn
    self.activity = activity
  }
}
