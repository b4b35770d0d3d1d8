package import Billing

/// A file of delivered orders: comma-separated values, one row an item (`OrderTemplate`).
///
/// It is read in one pass and one order at a time. Rows of one order must stand together; a number
/// that comes again further down is an error there. A wrong row refuses its whole order.
package struct OrderFile: Sendable {
  private let bytes: [UInt8]
  private let header: OrderHeader
  package let encoding: TextEncoding
  /// What a person should know of the file as a whole: its encoding, columns that are not read.
  package let warnings: [OrderInputProblem]

  /// Opens a file: its encoding, its delimiter, its headings.
  ///
  /// - Parameters:
  ///   - file: Its bytes.
  ///   - known: What headings mean by the office's rules; where there are any, lines above the
  ///     headings are passed over.
  /// - Returns: The file, of which no row is read yet.
  /// - Throws: `OrderFileError` where it is no text, is UTF-16, or lacks a column.
  package static func read(
    _ file: [UInt8], headings known: [OrderHeading] = []
  ) throws(OrderFileError) -> OrderFile {
    let headings = try OrderHeadings(known)
    let text = try DecodedText(file)
    var warnings: [OrderInputProblem] = []
    if text.encoding == .windows1252 {
      warnings.append(
        OrderInputProblem(
          line: text.firstForeignLine, column: "",
          message: "The file is not UTF-8. Its letters were read as Windows-1252; look at names"
            + " with accents.", isError: false))
    }
    var start = OrderHeader.Start()
    if !OrderHeader.isHeadings(OrderHeader.matches(text.bytes, headings)),
      let below = OrderHeader.startBelowTitles(text.bytes, headings)
    {
      start = below
    }
    if start.line > 1, !headings.areOwn {
      let line = start.line
      throw OrderFileError(
        "The headings are not in the first row but in line " + String(line)
          + ". Delete the lines above them and import the file again.", line: line)
    }
    let header = try OrderHeader(text.bytes, headings: headings, from: start)
    return OrderFile(
      bytes: text.bytes, header: header, encoding: text.encoding,
      warnings: warnings + header.warnings)
  }

  /// Whether the first row has enough headings of a file of orders, to tell it from other files, or
  /// a row below titles, so that the person learns why it is refused.
  ///
  /// An order number, an item's code and two columns more; what is missing then is said by `read`.
  /// UTF-16 text is looked at too, so that the person learns why it is refused.
  package static func looksLikeOrders(
    _ file: [UInt8], headings known: [OrderHeading] = []
  ) -> Bool {
    if isInterchange(file) { return false }
    let headings = (try? OrderHeadings(known)) ?? .usual
    // Headings stand in the first kilobytes; interchanges begin with ISA.
    let start = Array(file.prefix(65_536))
    let isWide = start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF])
    let text =
      isWide
      ? start.dropFirst(2).filter { $0 != 0 }
      : Array(start.starts(with: [0xEF, 0xBB, 0xBF]) ? start.dropFirst(3) : start[...])
    return OrderHeader.isHeadings(OrderHeader.matches(text, headings))
      || OrderHeader.startBelowTitles(text, headings) != nil
  }

  /// Whether it begins as an X12 interchange does, with the separators of ISA01 and ISA02 in place.
  private static func isInterchange(_ file: [UInt8]) -> Bool {
    file.count > 17 && file.starts(with: "ISA".utf8) && file[3] == file[6] && file[3] == file[17]
  }

  /// What reading a whole file came to.
  package struct Report: Equatable, Sendable {
    /// Rows with anything in them, without the headings.
    package var rows = 0
    /// Orders handed over.
    package var orders = 0
    /// Orders of which nothing was taken.
    package var refused = 0
    /// In the order of the file, without `warnings`; at most `mostProblems`.
    package var problems: [OrderInputProblem] = []
    /// Problems beyond those that are listed.
    package var unlisted = 0

    /// How many problems are kept word by word.
    package static let mostProblems = 1000

    package init() {}

    fileprivate mutating func add(_ found: [OrderInputProblem]) {
      let room = max(0, Self.mostProblems - problems.count)
      problems += found.prefix(room)
      unlisted += max(0, found.count - room)
    }
  }

  /// Hands over every order that is right, with the lines it stands on, in the order of the file.
  ///
  /// - Parameter body: Returns whether to go on.
  /// - Returns: What was read and what is wrong with the rest.
  /// - Throws: What `body` throws.
  package func forEachOrder<Failure: Error>(
    _ body: (OrderDraft, ClosedRange<Int>) throws(Failure) -> Bool
  ) throws(Failure) -> Report {
    var rows = OrderRows(bytes: bytes, header: header)
    var report = Report()
    while let group = rows.nextOrder() {
      report.rows += group.rows
      report.add(group.problems)
      guard let draft = group.draft else {
        report.refused += 1
        continue
      }
      report.orders += 1
      guard try body(draft, group.lines) else { break }
    }
    report.add(rows.repairNotes)
    return report
  }
}
