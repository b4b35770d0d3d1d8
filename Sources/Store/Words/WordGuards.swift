/// Triggers by which the file itself refuses a word that this program does not know.
///
/// Triggers and not CHECKs: SQLite can give a table a CHECK only by copying all its rows, which for
/// an office of a million items rewrites postings and journal lines that are never to be touched,
/// and would have to be done again whenever a list gets a word. A trigger costs some tenths of a
/// microsecond a row, changes no row, and is made anew in no time. Columns that had a CHECK from the
/// first day keep it instead.
///
/// **When a list gets a word**, a new step of the schema must hold ``renewal(of:step:)`` for the
/// tables that keep it; a test reminds of it.
enum WordGuards {
  /// Tables whose rows are never changed, so that only what comes in is looked at.
  static let keptTables: Set<String> = [
    "posting", "journal_entry", "activity", "day_turn", "submission_earlier",
    "remit_claim_earlier", "charge_earlier", "deposit", "deposit_event", "book_close", "approval",
  ]

  /// Makes the guards of every column that is there at a step.
  static func creation(step: Int) -> String {
    tables(step: step).map { creation(of: $0, step: step) }.joined(separator: "\n")
  }

  /// Makes the guards of some tables anew.
  static func renewal(of tables: [String], step: Int) -> String {
    tables.map { table in
      """
      DROP TRIGGER IF EXISTS \(table)_words_added;
      DROP TRIGGER IF EXISTS \(table)_words_changed;
      \(creation(of: table, step: step))
      """
    }.joined(separator: "\n")
  }

  private static func tables(step: Int) -> [String] {
    Set(guarded(step: step).map(\.table)).sorted()
  }

  private static func guarded(step: Int) -> [WordPlace] {
    Words.places.filter { !$0.isChecked && $0.step <= step }
  }

  private static func creation(of table: String, step: Int) -> String {
    let places = guarded(step: step).filter { $0.table == table }
    let all = places.map { $0.condition(on: "new.") }.joined(separator: " AND ")
    let faults = places.map { place in
      """
      WHEN NOT \(place.condition(on: "new.")) THEN
            RAISE (ABORT, '\(table).\(place.column) would hold a word that Docket does not know')
      """
    }.joined(separator: "\n    ")
    let body = """
      WHEN NOT (\(all))
      BEGIN
        SELECT CASE
          \(faults) END;
      END;
      """
    let added = "CREATE TRIGGER \(table)_words_added BEFORE INSERT ON \(table)\n" + body
    guard !keptTables.contains(table) else { return added }
    let columns = places.map(\.column).joined(separator: ", ")
    return added
      + "\nCREATE TRIGGER \(table)_words_changed BEFORE UPDATE OF \(columns) ON \(table)\n"
      + body
  }
}

extension WordPlace {
  /// True where the column holds one of its words: with OR, since IN builds a table at every row.
  func condition(on prefix: String = "") -> String {
    let column = prefix + column
    let equal = words.map { "\(column) = \($0)" }
    return "(" + ((isOptional ? ["\(column) IS NULL"] : []) + equal).joined(separator: " OR ") + ")"
  }

  /// A query for rows whose word nobody knows: table, column, key and what stands there.
  var faults: String {
    let row = key.map { "'\($0) ' || \($0)" }.joined(separator: " || ', ' || ")
    return """
      SELECT '\(table)', '\(column)', \(row), CAST(\(column) AS TEXT) FROM \(table)
      WHERE NOT \(condition())
      """
  }
}
