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
  package var claimsAdded: Int = 0
  package var acknowledged: Int = 0
  package var rejected: Int = 0
  package var remittances: Int = 0
  package var claimsPosted: Int = 0
  package var claimsStaged: Int = 0
  package var denials: Int = 0
  package var paid: Cents = .zero
  package var posted: Cents = .zero
  package var suspense: Cents = .zero
  /// Orders of a CSV that were new, that changed one known, and that said nothing new.
  package var ordersAdded: Int = 0
  package var ordersUpdated: Int = 0
  package var ordersUnchanged: Int = 0
  /// Answers of payers about coverage (271).
  package var eligibilityAnswers: Int = 0
  /// Deposits of a bank's file that were new, those that were known before, and lines that are no
  /// deposits.
  package var depositsAdded: Int = 0
  package var depositsKnown: Int = 0
  package var depositsLeftAlone: Int = 0
  /// What the new ones come to.
  package var deposited: Cents = .zero
  package var problems: [FileProblem]

  /// A report that says no more yet than what became of the file.
  package init(path: String, outcome: Outcome, sets: Int = 0, problems: [FileProblem] = []) {
    self.path = path
    self.outcome = outcome
    self.sets = sets
    self.problems = problems
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
