import Database
import Store

extension Office {
  /// Puts right what a crash may have left between a commit and the outbox.
  ///
  /// - Throws: ``Refusal`` where a file cannot be given its name; any failure of the database.
  package func recoverOutbox() throws {
    let box = Outbox(folder: outbox)
    guard box.holdsPending else { return }
    // In a writer's turn: nobody else is between writing a file and committing what knows of it.
    try database.write { connection in
      try box.recover {
        try Submissions.isKnown(outboxName: $0, in: connection)
          || Eligibilities.isKnown(outboxName: $0, in: connection)
      }
    }
  }
}
