package import Billing

/// How far an import is.
package struct ImportProgress: Equatable, Sendable {
  package var file: String
  package var fileNumber: Int
  package var fileCount: Int
  package var bytesDone: Int64
  package var bytesTotal: Int64

  package init(
    file: String, fileNumber: Int, fileCount: Int, bytesDone: Int64, bytesTotal: Int64
  ) {
    self.file = file
    self.fileNumber = fileNumber
    self.fileCount = fileCount
    self.bytesDone = bytesDone
    self.bytesTotal = bytesTotal
  }
}

/// What one file did.
package struct ImportReport: Equatable, Sendable {
  package enum Outcome: String, Sendable {
    case applied
    /// The same bytes were read before: nothing was done.
    case alreadyApplied = "already-applied"
    /// Some sets were applied, some refused.
    case partlyApplied = "partly-applied"
    case refused
  }

  package var path: String
  package var outcome: Outcome
  package var sets: Int
  package var claimsAdded: Int
  package var acknowledged: Int
  package var rejected: Int
  package var remittances: Int
  package var claimsPosted: Int
  package var claimsStaged: Int
  package var denials: Int
  package var paid: Cents
  package var posted: Cents
  package var suspense: Cents
  /// Orders of a CSV that were new, that changed one known, and that said nothing new.
  package var ordersAdded: Int
  package var ordersUpdated: Int
  package var ordersUnchanged: Int
  /// Answers of payers about coverage (271).
  package var eligibilityAnswers: Int
  package var problems: [ImportProblem]

  package init(
    path: String, outcome: Outcome, sets: Int = 0, claimsAdded: Int = 0, acknowledged: Int = 0,
    rejected: Int = 0, remittances: Int = 0, claimsPosted: Int = 0, claimsStaged: Int = 0,
    denials: Int = 0, paid: Cents = .zero, posted: Cents = .zero, suspense: Cents = .zero,
    ordersAdded: Int = 0, ordersUpdated: Int = 0, ordersUnchanged: Int = 0,
    eligibilityAnswers: Int = 0, problems: [ImportProblem] = []
  ) {
    self.ordersAdded = ordersAdded
    self.ordersUpdated = ordersUpdated
    self.ordersUnchanged = ordersUnchanged
    self.eligibilityAnswers = eligibilityAnswers
    self.path = path
    self.outcome = outcome
    self.sets = sets
    self.claimsAdded = claimsAdded
    self.acknowledged = acknowledged
    self.rejected = rejected
    self.remittances = remittances
    self.claimsPosted = claimsPosted
    self.claimsStaged = claimsStaged
    self.denials = denials
    self.paid = paid
    self.posted = posted
    self.suspense = suspense
    self.problems = problems
  }
}

/// Something wrong with a file, with its place.
package struct ImportProblem: Equatable, Sendable {
  package var isError: Bool
  /// Segment number in the file from 1 (line of a CSV), 0 for the file as a whole.
  package var segment: Int
  package var byte: Int
  package var element: String
  package var message: String

  package init(
    isError: Bool, segment: Int = 0, byte: Int = 0, element: String = "", message: String
  ) {
    self.isError = isError
    self.segment = segment
    self.byte = byte
    self.element = element
    self.message = message
  }
}

/// A file in the list of imports.
package struct FileRow: Equatable, Sendable {
  package var id: FileID
  package var name: String
  package var importedAt: Timestamp
  package var byteCount: Int64
  package var summary: String
  package var isComplete: Bool

  package init(
    id: FileID, name: String, importedAt: Timestamp, byteCount: Int64, summary: String,
    isComplete: Bool
  ) {
    self.id = id
    self.name = name
    self.importedAt = importedAt
    self.byteCount = byteCount
    self.summary = summary
    self.isComplete = isComplete
  }
}
