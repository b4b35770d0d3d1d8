import Cells

/// Rows of text in aligned columns, for standard output.
struct TextTable {
  /// One column: its heading and on which side its text stands.
  struct Column {
    var title: SafeText
    var alignment: Alignment
    /// The most columns it takes; longer text is cut with an ellipsis.
    var limit: Int

    init(_ title: SafeText, _ alignment: Alignment = .leading, limit: Int = .max) {
      self.title = title
      self.alignment = alignment
      self.limit = limit
    }
  }

  private let columns: [Column]
  private var rows: [[SafeText]] = []

  init(_ columns: [Column]) { self.columns = columns }

  /// Adds a row; it has a text for every column.
  mutating func add(_ row: SafeText...) { rows.append(row) }

  /// The heading and every row.
  var lines: [SafeText] {
    let cut = rows.map { row in
      zip(columns, row).map { column, text in text.fitted(to: column.limit, glyphs: .ascii) }
    }
    let widths = columns.indices.map { index in
      cut.reduce(columns[index].title.columns) { max($0, $1[index].columns) }
    }
    return ([columns.map(\.title)] + cut).map { line($0, widths) }
  }

  private func line(_ row: [SafeText], _ widths: [Int]) -> SafeText {
    var line = SafeText.empty
    for (index, text) in row.enumerated() {
      if index > 0 { line += "  " }
      let lead = columns[index].alignment.lead(of: text.columns, in: widths[index])
      line += SafeText(glyph: " ", count: lead) + text
      // No blanks at the end of a line.
      guard row[(index + 1)...].contains(where: { !$0.isEmpty }) else { break }
      line += SafeText(glyph: " ", count: widths[index] - lead - text.columns)
    }
    return line
  }
}
