import Database
import Foundation

@testable import Store

/// An office file as the first seven steps of the schema made it, with a row in every table.
final class OldOffice: Sendable {
  static let steps = Array(Schema.migrations.prefix(7))

  private let folder: String
  var path: String { folder + "/old.office" }

  init() throws {
    folder = NSTemporaryDirectory() + "docket-store-" + UUID().uuidString
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }

  deinit {
    try? FileManager.default.removeItem(atPath: folder)
  }

  func open(_ migrations: [Migration] = steps) throws -> OfficeDatabase {
    try OfficeDatabase(path: path, migrations: migrations, mode: .createIfMissing)
  }

  /// Opens it, lets the body write, and closes it.
  func write(_ body: (Connection) throws -> Void) throws {
    let database = try open()
    try database.write(body)
    try database.close()
  }

  /// Tables with rows of facts: those of the room below and the sums that triggers keep aside.
  static func tables(_ connection: Connection) throws -> [String] {
    try connection.rows(
      """
      SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
        AND name NOT IN ('schema_migration', 'clock_floor', 'queue_total', 'ledger_total')
      ORDER BY rowid
      """
    ) { $0.text(0) }
  }

  /// One row in every table: 1 in every number, a word in every word, its own name in every text.
  static func fill(_ connection: Connection) throws {
    let words = Dictionary(
      Words.places.map { ("\($0.table).\($0.column)", $0.words[0]) }, uniquingKeysWith: { $1 })
    // A charge with a claim is billed; a hold is on a charge or on an agreement.
    let special = ["charge.standing": "'billed'", "hold.rental_id": "NULL"]
    for table in try tables(connection) {
      let columns = try connection.rows(
        "SELECT name, type FROM pragma_table_info('\(table)') ORDER BY cid"
      ) { (name: $0.text(0), type: $0.text(1)) }
      let values = columns.map { column in
        let place = "\(table).\(column.name)"
        if let value = special[place] ?? words[place] { return value }
        switch column.type {
        case "INTEGER": return "1"
        case "BLOB": return "x'00FF'"
        default: return "'\(column.name) of \(table)'"
        }
      }
      try connection.run("INSERT INTO \(table) VALUES (\(values.joined(separator: ", ")))")
    }
  }

  /// Every value of every row as SQL writes it, by table.
  static func rows(
    columns: [String: [String]], _ connection: Connection
  ) throws -> [String: [String]] {
    var rows: [String: [String]] = [:]
    for (table, names) in columns {
      let values = names.map { "quote(\($0))" }.joined(separator: " || '|' || ")
      rows[table] = try connection.rows("SELECT \(values) FROM \(table) ORDER BY 1") {
        $0.text(0)
      }
    }
    return rows
  }

  /// The columns of every table of facts, in order.
  static func columns(_ connection: Connection) throws -> [String: [String]] {
    var columns: [String: [String]] = [:]
    for table in try tables(connection) {
      columns[table] = try connection.rows(
        "SELECT name FROM pragma_table_info('\(table)') ORDER BY cid"
      ) { $0.text(0) }
    }
    return columns
  }
}
