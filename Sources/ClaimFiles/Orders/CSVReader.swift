// Rows of a file of comma-separated values (RFC 4180), read byte by byte.

/// Where the cells of one row lie: in the file, or in a buffer where doubled quotes were undone.
struct CSVRow: Sendable {
  struct Cell: Sendable {
    var start: Int
    var end: Int
    /// Whether the positions are those of `unquoted`, not of the file.
    var isUnquoted: Bool
    /// Whether a line ends inside of the cell.
    var hasLineBreak: Bool
  }

  /// Line on which it begins, from 1.
  var line = 1
  /// Line on which it ends: a later one where a quoted cell holds line breaks.
  var lastLine = 1
  var cells: [Cell] = []
  var unquoted: [UInt8] = []
  /// Something after the quote that closes a cell; the line of the first one.
  var strayAfterQuote: Int?
  /// The quote was never closed, or not within reason; the line where it was opened.
  var openQuote: Int?
  /// The file ended without a line break after this row.
  var isUnterminated = false

  /// Whether nothing at all stands between its delimiters.
  var isBlank: Bool { cells.allSatisfy { $0.start == $0.end } }
}

/// Reads rows from bytes that are UTF-8; any line ending (CRLF, LF, CR), constant memory.
///
/// It never fails: what is wrong with a row is told in the row.
struct CSVReader: Sendable {
  /// The longest cell that is believed; more is a quote that somebody forgot to close.
  static let longestCell = 65_536

  private let bytes: [UInt8]
  private let delimiter: UInt8
  private(set) var position: Int
  private(set) var line: Int

  init(bytes: [UInt8], delimiter: UInt8, position: Int = 0, line: Int = 1) {
    self.bytes = bytes
    self.delimiter = delimiter
    self.position = position
    self.line = line
  }

  /// Reads the next row; false at the end of the file.
  mutating func next(into row: inout CSVRow) -> Bool {
    row.cells.removeAll(keepingCapacity: true)
    row.unquoted.removeAll(keepingCapacity: true)
    row.strayAfterQuote = nil
    row.openQuote = nil
    row.isUnterminated = false
    row.line = line
    row.lastLine = line
    guard position < bytes.count else { return false }
    // A copy of the reference: the reader itself changes while the bytes are looked at.
    let bytes = bytes
    let span = bytes.span
    let count = span.count
    var at = position
    while true {
      if at < count, span[at] == Self.quote {
        at = readQuoted(span, at, into: &row)
        if row.openQuote != nil {
          position = count
          return true
        }
      } else {
        let start = at
        while at < count {
          let byte = span[at]
          if byte == delimiter || byte == Self.newLine || byte == Self.carriageReturn { break }
          at += 1
        }
        row.cells.append(
          CSVRow.Cell(start: start, end: at, isUnquoted: false, hasLineBreak: false))
      }
      guard at < count else {
        row.isUnterminated = true
        row.lastLine = line
        position = count
        return true
      }
      if span[at] == delimiter {
        at += 1
        continue
      }
      row.lastLine = line
      at = afterLineBreak(span, at)
      line += 1
      position = at
      return true
    }
  }

  /// Reads a quoted cell whose first quote is at `start`; the position of what ends it.
  private mutating func readQuoted(
    _ span: Span<UInt8>, _ start: Int, into row: inout CSVRow
  ) -> Int {
    let count = span.count
    let firstLine = line
    var at = start + 1
    let content = at
    let kept = row.unquoted.count
    var hasDoubled = false
    var from = at
    while at < count, at - content <= Self.longestCell {
      let byte = span[at]
      if byte == Self.quote {
        guard at + 1 < count, span[at + 1] == Self.quote else { break }
        for place in from...at { row.unquoted.append(span[place]) }
        hasDoubled = true
        at += 2
        from = at
      } else if byte == Self.newLine || byte == Self.carriageReturn {
        at = afterLineBreak(span, at)
        line += 1
      } else {
        at += 1
      }
    }
    guard at < count, at - content <= Self.longestCell else {
      row.openQuote = firstLine
      return at
    }
    let hasLineBreak = line > firstLine
    if hasDoubled {
      for place in from..<at { row.unquoted.append(span[place]) }
      row.cells.append(
        CSVRow.Cell(
          start: kept, end: row.unquoted.count, isUnquoted: true, hasLineBreak: hasLineBreak))
    } else {
      row.cells.append(
        CSVRow.Cell(start: content, end: at, isUnquoted: false, hasLineBreak: hasLineBreak))
    }
    at += 1
    while at < count, span[at] != delimiter, span[at] != Self.newLine,
      span[at] != Self.carriageReturn
    {
      // Blanks after a closing quote do no harm.
      if span[at] != UInt8(ascii: " ") { row.strayAfterQuote = row.strayAfterQuote ?? line }
      at += 1
    }
    return at
  }

  private func afterLineBreak(_ span: Span<UInt8>, _ at: Int) -> Int {
    let isPair =
      span[at] == Self.carriageReturn && at + 1 < span.count && span[at + 1] == Self.newLine
    return at + (isPair ? 2 : 1)
  }

  /// The text of a cell, without the blanks around it; empty where the row has no such cell.
  ///
  /// Line breaks inside of it become single blanks.
  func text(_ index: Int, of row: CSVRow) -> String {
    guard index < row.cells.count else { return "" }
    let cell = row.cells[index]
    return cell.isUnquoted ? Self.text(row.unquoted, cell) : Self.text(bytes, cell)
  }

  private static func text(_ bytes: [UInt8], _ cell: CSVRow.Cell) -> String {
    var start = cell.start
    var end = cell.end
    while start < end, isBlank(bytes[start]) { start += 1 }
    while end > start, isBlank(bytes[end - 1]) { end -= 1 }
    guard start < end else { return "" }
    guard cell.hasLineBreak else { return String(decoding: bytes[start..<end], as: UTF8.self) }
    var plain: [UInt8] = []
    for byte in bytes[start..<end] {
      let byte = byte == newLine || byte == carriageReturn ? UInt8(ascii: " ") : byte
      if byte != UInt8(ascii: " ") || plain.last != byte { plain.append(byte) }
    }
    return String(decoding: plain, as: UTF8.self)
  }

  static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == newLine
      || byte == carriageReturn
  }

  static let quote = UInt8(ascii: "\"")
  static let newLine = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
}
