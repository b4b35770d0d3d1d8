import Billing

/// The headings that an office knows: those of its rules before all others.
struct OrderHeadings: Sendable {
  /// By plain heading the column (`OrderColumnKey.index`); nil for one that is not read.
  private var own: [String: Int?] = [:]

  /// No headings but those that everybody knows.
  static let usual = OrderHeadings()

  private init() {}

  /// Whether the office has headings of its own: then lines above them are passed over, since its
  /// export has them every day.
  var areOwn: Bool { !own.isEmpty }

  /// Reads the office's rows.
  ///
  /// - Throws: `OrderFileError` where a row names no column.
  init(_ rows: [OrderHeading]) throws(OrderFileError) {
    for row in rows {
      guard row.column != "none" else {
        own[OrderColumns.plain(row.heading)] = .some(nil)
        continue
      }
      guard let column = OrderColumns.all.first(where: { $0.name == row.column }) else {
        throw OrderFileError(
          "The office's rules say that \"" + CellProblems.shown(row.heading) + "\" is \""
            + CellProblems.shown(row.column) + "\", which is no column of a file of orders; `docket"
            + " order template` prints those there are.")
      }
      own[OrderColumns.plain(row.heading)] = .some(column.key.index)
    }
  }

  /// Whether the office's rules say something of a heading.
  func isOwn(_ heading: String) -> Bool { own[OrderColumns.plain(heading)] != nil }

  /// The column that a heading means; nil for one that nobody knows, or that is not to be read.
  func column(named heading: String) -> OrderColumn? {
    if let known = own[OrderColumns.plain(heading)] {
      return known.map { OrderColumns.byIndex[$0] }
    }
    return OrderColumns.column(named: heading)
  }
}
