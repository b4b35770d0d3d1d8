import Billing

/// The table of all columns of a file of delivered orders: what `docket order template` prints.
package enum OrderColumns {
  /// In the order of the template; also the order of `OrderColumnKey.index` within each group.
  package static let all: [OrderColumn] =
    OrderFieldColumns.identity + PayerSequence.allCases.flatMap(CoverageColumns.of)
    + OrderFieldColumns.order + OrderFieldColumns.line

  /// Columns by their place (`OrderColumnKey.index`).
  static let byIndex: [OrderColumn] = all.sorted { $0.key.index < $1.key.index }

  /// What is looked at for every cell of a million rows, by place.
  static let longest = byIndex.map(\.longest)
  static let isOfOrder = byIndex.map { $0.scope == .order }
  static let isFreeText = byIndex.map(\.isFreeText)
  static let requiredOfOrder = all.filter { $0.need == .required && $0.scope == .order }.map(\.key)
  static let requiredOfLine = all.filter { $0.need == .required && $0.scope == .line }.map(\.key)

  /// The column that a heading means, however it is written; nil for a heading nobody knows.
  package static func column(named heading: String) -> OrderColumn? {
    byHeading[plain(heading)].map { byIndex[$0] }
  }

  /// A heading as it is compared: small letters and digits only.
  static func plain(_ heading: String) -> String {
    String(
      decoding: heading.utf8.compactMap { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): byte
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
        case UInt8(ascii: "#"): UInt8(ascii: "#")
        default: nil
        }
      }, as: UTF8.self)
  }

  /// All headings that are known; a name comes before another column's alias.
  private static let byHeading: [String: Int] = {
    var headings: [String: Int] = [:]
    for column in all {
      for alias in column.aliases { headings[plain(alias)] = column.key.index }
    }
    for column in all { headings[plain(column.name)] = column.key.index }
    return headings
  }()

  /// Whether a column is one of the two that a whole name stands for.
  static func isPartOfName(_ key: OrderColumnKey) -> Bool {
    key == .field(.patientLastName) || key == .field(.patientFirstName)
  }

  static func name(_ key: OrderColumnKey) -> String { byIndex[key.index].name }
}
