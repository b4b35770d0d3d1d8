import Billing

/// The first row of a file of orders: its delimiter and which column stands where.
struct OrderHeader: Sendable {
  /// A place in a file.
  struct Start: Equatable, Sendable {
    var position = 0
    var line = 1
  }

  var delimiter: UInt8
  /// For each place of a row the column (`OrderColumnKey.index`) that stands there; nil for none.
  var columns: [Int?]
  /// What a person should know: headings that are not read.
  var warnings: [OrderInputProblem]
  /// Where the rows begin.
  var bodyPosition: Int
  var bodyLine: Int
  private let headings: OrderHeadings
  static var delimiters: [UInt8] { Heading.delimiters }

  /// Reads the headings.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - headings: Those that the office knows.
  ///   - start: Where the row of headings begins, behind the lines above it.
  /// - Throws: `OrderFileError` where columns are missing or stand there twice.
  init(
    _ bytes: [UInt8], headings: OrderHeadings = .usual, from start: Start = Start()
  ) throws(OrderFileError) {
    let heading = Heading(bytes, from: start)
    self.headings = headings
    delimiter = heading.delimiter
    bodyPosition = heading.end
    bodyLine = heading.endLine
    columns = []
    warnings = []
    if let line = heading.openQuote {
      throw OrderFileError(
        "A quotation mark that opens here, among the headings, is not closed.", line: line)
    }
    guard !heading.texts.isEmpty else {
      throw OrderFileError("The file is empty: it has no row of headings.")
    }
    try match(heading)
    try refuseMissing(heading)
  }

  /// How many known columns the first row of a text has.
  static func matches(_ bytes: [UInt8], _ headings: OrderHeadings = .usual) -> Set<Int> {
    Set(
      Heading(bytes, from: Start()).texts.compactMap { headings.column(named: $0)?.key.index })
  }

  /// Whether known columns are enough for headings: an order number or a code, and three more.
  static func isHeadings(_ columns: Set<Int>) -> Bool {
    columns.count >= 4
      && (columns.contains(OrderField.orderNumber.rawValue)
        || columns.contains(OrderField.hcpcs.rawValue))
  }

  /// The first row that has headings, where lines of a report's title stand above it.
  static func startBelowTitles(
    _ bytes: [UInt8], _ headings: OrderHeadings = .usual
  ) -> Start? {
    guard !bytes.starts(with: Array("ISA".utf8)) else { return nil }
    let start = Array(bytes.prefix(Heading.longest))
    var first: Start?
    for delimiter in Heading.delimiters {
      var reader = CSVReader(bytes: start, delimiter: delimiter)
      var row = CSVRow()
      for _ in 0..<mostTitles {
        let begin = Start(position: reader.position, line: reader.line)
        guard reader.next(into: &row) else { break }
        let texts = row.cells.indices.map { reader.text($0, of: row) }
        let known = Set(texts.compactMap { headings.column(named: $0)?.key.index })
        guard isHeadings(known) else { continue }
        if first.map({ begin.position < $0.position }) ?? true { first = begin }
        break
      }
    }
    return first
  }

  /// Lines above the headings that are looked at.
  private static let mostTitles = 40

  private mutating func match(_ heading: Heading) throws(OrderFileError) {
    var problems: [OrderInputProblem] = []
    var unknown: [String] = []
    var place: [Int: Int] = [:]
    columns = [Int?](repeating: nil, count: heading.texts.count)
    func isExact(_ text: String, _ column: OrderColumn) -> Bool {
      headings.isOwn(text) || OrderColumns.plain(text) == OrderColumns.plain(column.name)
    }
    for (at, text) in heading.texts.enumerated() {
      guard let column = headings.column(named: text) else {
        if !text.isEmpty, !headings.isOwn(text) { unknown.append(CellProblems.shown(text)) }
        continue
      }
      let index = column.key.index
      if let other = place[index] {
        let otherText = heading.texts[other]
        if isExact(text, column), !isExact(otherText, column) {
          columns[other] = nil
          unknown.append(CellProblems.shown(otherText))
        } else if isExact(otherText, column), !isExact(text, column) {
          unknown.append(CellProblems.shown(text))
          continue
        } else {
          problems.append(
            OrderInputProblem(
              line: heading.line, column: column.name,
              message: "Columns " + String(other + 1) + " (\"" + CellProblems.shown(otherText)
                + "\") and " + String(at + 1) + " (\"" + CellProblems.shown(text)
                + "\") both mean it. Rename or remove one of them."))
          continue
        }
      }
      columns[at] = index
      place[index] = at
    }
    if !unknown.isEmpty {
      let some = unknown.prefix(20).map { "\"" + $0 + "\"" }.joined(separator: ", ")
      let more = unknown.count > 20 ? " and " + String(unknown.count - 20) + " more" : ""
      warnings.append(
        OrderInputProblem(
          line: heading.line, column: "",
          message: "Columns that are not read: " + some + more + ".",
          isError: false))
    }
    guard problems.isEmpty else { throw OrderFileError(problems: problems) }
  }

  private func refuseMissing(_ heading: Heading) throws(OrderFileError) {
    let present = Set(columns.compactMap { $0 })
    let hasName = present.contains(OrderField.patientName.rawValue)
    let missing = OrderColumns.all.filter {
      $0.need == .required && !present.contains($0.key.index)
        && !(hasName && OrderColumns.isPartOfName($0.key))
    }
    guard !missing.isEmpty else { return }
    throw OrderFileError(
      problems: missing.map {
        OrderInputProblem(
          line: heading.line, column: $0.name,
          message: "The file has no such column. It may also be headed "
            + $0.aliases.prefix(4).map { "\"" + $0 + "\"" }.joined(separator: ", ") + ".")
      })
  }
}

/// The headings as they stand in the file.
private struct Heading {
  var delimiter = UInt8(ascii: ",")
  var texts: [String] = []
  var line = 1
  var end = 0
  var endLine = 1
  var openQuote: Int?

  /// Longest first row that is looked at.
  static let longest = 65_536
  static let delimiters = [",", ";", "\t", "|"].compactMap { $0.utf8.first }

  init(_ bytes: [UInt8], from start: OrderHeader.Start) {
    delimiter = Self.delimiter(bytes[start.position...])
    var reader = CSVReader(
      bytes: bytes, delimiter: delimiter, position: start.position, line: start.line)
    var row = CSVRow()
    while reader.next(into: &row) {
      let first = reader.text(0, of: row)
      // Spreadsheets write a first line `sep=;` to name the delimiter.
      if row.isBlank || (row.line == 1 && first.hasPrefix("sep=")) { continue }
      texts = row.cells.indices.map { reader.text($0, of: row) }
      line = row.line
      openQuote = row.openQuote
      break
    }
    end = reader.position
    endLine = reader.line
  }

  /// Comma, semicolon, tab or bar: what stands most often in the first row, outside of quotes.
  private static func delimiter(_ bytes: ArraySlice<UInt8>) -> UInt8 {
    if bytes.starts(with: Array("sep=".utf8)), let named = bytes.dropFirst(4).first,
      delimiters.contains(named)
    {
      return named
    }
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    var hasText = false
    for byte in bytes.prefix(longest) {
      switch byte {
      case CSVReader.quote: isQuoted.toggle()
      case _ where delimiters.contains(byte):
        if !isQuoted { counts[byte, default: 0] += 1 }
      case CSVReader.newLine, CSVReader.carriageReturn:
        if hasText, !isQuoted { return best(counts) }
      default: hasText = true
      }
    }
    return best(counts)
  }

  private static func best(_ counts: [UInt8: Int]) -> UInt8 {
    var best = UInt8(ascii: ",")
    for byte in delimiters.dropFirst() {
      if counts[byte, default: 0] > counts[best, default: 0] { best = byte }
    }
    return best
  }
}
