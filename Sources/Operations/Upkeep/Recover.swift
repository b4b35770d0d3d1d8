import Database
import Store

extension Office {
  /// Puts right what a crash may have left between a commit and the outbox.
  ///
  /// - Throws: ``Refusal`` where a file cannot be given its name; any failure of the database.
  package func recoverOutbox() throws {
    try Outbox(folder: outbox).recover { name in
      try database.read { try Submissions.isKnown(outboxName: name, in: $0) }
    }
  }
}
