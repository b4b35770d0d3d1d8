/// Something in a rules file that cannot be taken as it stands.
package struct RulesError: Error, Equatable, Sendable {
  /// Line in the file, from 1; nil where it is not known.
  package var line: Int?
  /// Column in the line, from 1; only for text that is not TOML at all.
  package var column: Int?
  /// Section and row it is about, `deadline cigna-initial`; empty for the whole file.
  package var row: String
  /// Key in the row, empty where it is about the row.
  package var key: String
  /// What is wrong.
  package var message: String
  /// What to do about it.
  package var advice: String

  package init(
    line: Int? = nil, column: Int? = nil, row: String = "", key: String = "", message: String,
    advice: String
  ) {
    self.line = line
    self.column = column
    self.row = row
    self.key = key
    self.message = message
    self.advice = advice
  }
}

extension RulesError: CustomStringConvertible {
  /// One line: `line 12, deadline cigna-initial, count: not a whole number; write count = 90`.
  package var description: String {
    var place: [String] = []
    if let line { place.append("line \(line)" + (column.map { ":\($0)" } ?? "")) }
    if !row.isEmpty { place.append(row) }
    if !key.isEmpty { place.append(key) }
    let text = advice.isEmpty ? message : message + "; " + advice
    return place.isEmpty ? text : place.joined(separator: ", ") + ": " + text
  }
}
