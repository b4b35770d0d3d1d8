package import Billing
import Database
package import Desk
import Store

extension Office {
  /// The newest lines of the journal first.
  ///
  /// - Throws: Any failure of the database.
  package func activities(_ query: ActivityQuery) throws -> [ActivityRow] {
    try database.read { connection in
      try Activities.page(
        user: query.user, on: query.on, offset: query.offset, limit: query.limit, in: connection
      ).map { ActivityRow(activity: $0.kept.activity, reference: $0.reference, item: $0.item) }
    }
  }

  /// The newest imported files first.
  ///
  /// - Throws: Any failure of the database.
  package func files(offset: Int, limit: Int) throws -> (rows: [FileRow], count: Int) {
    try database.read { connection in
      let rows = try Files.page(offset: offset, limit: limit, in: connection).map {
        FileRow(
          id: $0.file.id, name: $0.file.name, importedAt: $0.file.importedAt,
          byteCount: $0.byteCount, summary: $0.summary, isComplete: $0.file.isComplete)
      }
      return (rows, try LedgerAudit.count(of: .file, in: connection))
    }
  }

  /// Everyone who can be handed work: who ever did some, and this user.
  ///
  /// - Throws: Any failure of the database.
  package func billers() throws -> [String] {
    let known = try database.read { try Activities.users(in: $0) }
    return known.contains(user.name) ? known : (known + [user.name]).sorted()
  }

  /// Values of a filter field in a queue with how many items have them, most first.
  ///
  /// - Throws: Any failure of the database.
  package func completions(
    _ queue: QueueName, _ field: FilterField, prefix: String
  ) throws -> [Completion] {
    try database.read { connection in
      try QueueValues.counts(of: field, in: queue, prefix: prefix, limit: 20, connection)
        .map { Completion(value: $0.value, count: $0.count) }
    }
  }
}
