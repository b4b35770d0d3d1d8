import CSQLite

/// The compiled statements of one connection, found by slot or by text.
@safe
final class StatementCache {
  private let database: OpaquePointer
  private var bySlot: [PreparedStatement?] = []
  private var bySQL: [String: PreparedStatement] = [:]
  /// More different texts than this, and the cache starts again.
  private static let limit = 400

  init(_ database: OpaquePointer) {
    unsafe self.database = database
  }

  /// The statement of a text.
  func statement(_ sql: String) throws(DatabaseFailure) -> PreparedStatement {
    if let known = bySQL[sql] { return known }
    let new = try unsafe PreparedStatement(sql, on: database)
    if bySQL.count >= StatementCache.limit { bySQL.removeAll() }
    bySQL[sql] = new
    return new
  }

  /// The statement of a slot.
  func statement(_ statement: Statement) throws(DatabaseFailure) -> PreparedStatement {
    if statement.slot < bySlot.count, let known = bySlot[statement.slot] { return known }
    let new = try unsafe PreparedStatement(statement.sql, on: database)
    while bySlot.count <= statement.slot { bySlot.append(nil) }
    bySlot[statement.slot] = new
    return new
  }

  /// Finalizes all of them.
  func removeAll() {
    bySlot.removeAll()
    bySQL.removeAll()
  }
}
