/// What a heading of another system's export of orders means, as the office's rules say it.
package struct OrderHeading: Equatable, Sendable {
  /// As it stands in the export; letters and digits are compared.
  package var heading: String
  /// The name of a column of a file of orders, `none` for one that is not read.
  package var column: String

  package init(heading: String, column: String) {
    self.heading = heading
    self.column = column
  }
}
