/// What SQLite says in words of its own: all that a second database would have to say otherwise.
///
/// Everything else in Store is the SQL that SQLite (3.40) and PostgreSQL (15) share: `ON CONFLICT …
/// DO UPDATE`, `RETURNING`, `FILTER`, `NULLS LAST`, row values, partial indexes. A driver turns the
/// numbered arguments `?1` into its own (`$1`), gives integers of 64 bits, texts and bytes back as
/// what they are, and keeps truth values as the numbers 0 and 1.
///
/// Where the words of a statement differ they are made here. What is left differs in the schema,
/// which another database writes for itself:
///
/// - `INTEGER PRIMARY KEY` gives the next number: `BIGINT GENERATED ALWAYS AS IDENTITY`; INTEGER is
///   BIGINT and BLOB is BYTEA throughout.
/// - `STRICT` and `WITHOUT ROWID` are SQLite's; others are strict anyway.
/// - Guards of words (`WordGuards`) are triggers here and CHECKs there, which PostgreSQL adds as
///   `NOT VALID` and validates without a lock.
/// - `RAISE (ABORT, …)` keeps postings, entries and activities as they are; there the right to UPDATE
///   and DELETE is not granted.
/// - Sums of the first screen (`queue_total`, `ledger_total`) are kept by triggers of one statement
///   each, which become trigger functions.
/// - `activity.user` is a reserved word elsewhere and needs quotes.
/// - `lower`, `upper` and `LIKE` know ASCII alone here, and `LIKE` takes small and capital letters for
///   the same; elsewhere the columns are lowered too.
/// - `COLLATE NOCASE` is an index over `lower (…)` elsewhere.
/// - Of processes that take the next item at once only one writes at a time here; there the
///   subquery of `Leases.takeNext` needs `FOR UPDATE SKIP LOCKED`.
enum Dialect {
  /// True where two values differ, NULL being a value like another: `IS DISTINCT FROM`.
  static let isDistinct = "IS NOT"

  /// The lesser of two values that are not NULL: `least`.
  static func least(_ one: String, _ other: String) -> String { "min(\(one), \(other))" }

  /// The greater of two values that are not NULL: `greatest`.
  static func greatest(_ one: String, _ other: String) -> String { "max(\(one), \(other))" }

  /// That a column is like a pattern in small letters, whose special signs `!` makes plain ones:
  /// `lower(column) LIKE`.
  static func like(_ column: String) -> (before: String, after: String) {
    ("\(column) LIKE ", " ESCAPE '!'")
  }

  /// What follows the name of a table that is to be read by one index.
  ///
  /// The planner knows nothing of how many rows a queue has. Nothing elsewhere.
  static func by(_ index: String) -> String { "INDEXED BY \(index)" }

  /// What follows the name of a table of which single rows are looked up by their key.
  static let byKey = "NOT INDEXED"

  /// A column as it is compared where small and capital letters are the same: `lower(column)`.
  static func folded(_ column: String) -> String { "\(column) COLLATE NOCASE" }

  /// The texts of a group in one: `string_agg`.
  static func joined(_ column: String, by separator: String) -> String {
    "group_concat(\(column), '\(separator)')"
  }
}
