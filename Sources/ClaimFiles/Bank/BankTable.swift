package import Billing

/// Reads a bank's table of deposits (CSV) by the columns that the rules name.
package enum BankTable {
  /// Rows before the headings that are looked through: names, dates and blank lines of the bank.
  private static let searchedRows = 20
  private static let searchedBytes = 65_536
  private static let mostProblems = 50

  /// The credits of a table; of the tables that are known the first is taken whose headings are all
  /// there.
  ///
  /// - Throws: ``BankFileError`` with line and column of everything that is wrong.
  package static func read(
    _ bytes: [UInt8], columns: [BankColumns]
  ) throws(BankFileError) -> BankStatement {
    let decoded: DecodedText
    do {
      decoded = try DecodedText(bytes)
    } catch {
      throw BankFileError(error.problems.first?.message ?? "the file is no text")
    }
    var reader = CSVReader(bytes: decoded.bytes, delimiter: delimiter(of: decoded.bytes))
    if let start = start(of: &reader, columns) {
      return try read(&reader, start.columns, start.headings)
    }
    let known = columns.map { "\($0.name) (\($0.headings.joined(separator: ", ")))" }
    throw BankFileError(
      "no row has the headings of a table of deposits; known are \(known.joined(separator: "; ")). "
        + "Add a [[bank-table]] to the rules of the office", line: 1)
  }

  /// Whether a file begins with the headings of a table that the rules know, to tell it from others.
  package static func isLikely(_ bytes: [UInt8], columns: [BankColumns]) -> Bool {
    // Interchanges begin with ISA and have no headings.
    guard !bytes.starts(with: Array("ISA".utf8)),
      let decoded = try? DecodedText(Array(bytes.prefix(searchedBytes)))
    else { return false }
    var reader = CSVReader(bytes: decoded.bytes, delimiter: delimiter(of: decoded.bytes))
    return Self.start(of: &reader, columns) != nil
  }

  /// Reads through the headings: those of the first table of which all are there.
  private static func start(
    of reader: inout CSVReader, _ columns: [BankColumns]
  ) -> (columns: BankColumns, headings: [String])? {
    var row = CSVRow()
    var looked = 0
    while looked < searchedRows, reader.next(into: &row) {
      looked += 1
      let cells = row.cells.indices.map { heading(reader.text($0, of: row)) }
      let found = columns.first { $0.headings.allSatisfy { cells.contains(heading($0)) } }
      if let found { return (found, cells) }
    }
    return nil
  }

  private static func read(
    _ reader: inout CSVReader, _ columns: BankColumns, _ headings: [String]
  ) throws(BankFileError) -> BankStatement {
    var statement = BankStatement()
    var problems: [FileProblem] = []
    var row = CSVRow()
    while reader.next(into: &row) {
      if row.isBlank { continue }
      func cell(_ name: String) -> String {
        headings.firstIndex(of: heading(name)).map { reader.text($0, of: row) } ?? ""
      }
      func note(_ column: String, _ message: String) {
        problems.append(
          FileProblem(
            isError: true, at: FilePlace(segment: row.line, element: column), message: message))
      }
      if let line = row.openQuote ?? row.strayAfterQuote {
        problems.append(
          FileProblem(
            isError: true, at: FilePlace(segment: line),
            message: "a quotation mark is not closed, or something follows it"))
        break
      }
      let day = Self.day(cell(columns.date))
      let amount = Self.amount(cell(columns.amount))
      if day == nil {
        note(columns.date, "\"\(cell(columns.date).prefix(20))\" is no date; write 2026-01-31")
      }
      if amount == nil {
        note(columns.amount, "\"\(cell(columns.amount).prefix(20))\" is no amount in dollars")
      }
      let form = Self.form(cell(columns.form), columns)
      if form == nil {
        note(
          columns.form,
          "\"\(cell(columns.form).prefix(30))\" stands for no form of payment: list it in the "
            + "bank-table of the rules")
      }
      guard problems.count < mostProblems else { break }
      guard let day, let amount, let form else { continue }
      guard amount > .zero else {
        statement.leftAlone += 1
        continue
      }
      let words = [cell(columns.payer), cell(columns.memo)].filter { !$0.isEmpty }
        .joined(separator: " ")
      let trace = BankWords.trace(in: words)
      statement.lines.append(
        BankStatement.Line(
          line: row.line,
          deposit: DepositDraft(
            receivedOn: day, form: form, amount: amount,
            payer: BankWords.payer(in: cell(columns.payer)),
            reference: trace?.number ?? String(cell(columns.reference).prefix(50)),
            originator: trace?.originator ?? "", account: String(cell(columns.account).prefix(40)),
            memo: String(cell(columns.memo).prefix(400)))))
    }
    guard problems.isEmpty else { throw BankFileError(problems) }
    return statement
  }

  static func heading(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
  }

  private static func form(_ word: String, _ columns: BankColumns) -> DepositForm? {
    if columns.form.isEmpty || word.isEmpty { return columns.usualForm }
    let known = columns.forms[word.uppercased()] ?? DepositForm(rawValue: word.lowercased())
    // Without a list of words every word is only a word.
    return known ?? (columns.forms.isEmpty ? columns.usualForm : nil)
  }

  /// Dollars as banks write them: `1,234.56`, `$12`, `-3.00`, `(3.00)`, within what a payment can be.
  private static func amount(_ text: String) -> Cents? {
    let isNegative = text.hasPrefix("(") && text.hasSuffix(")")
    let plain = isNegative ? String(text.dropFirst().dropLast()) : text.replacing("+", with: "")
    guard let cents = Cents(typed: plain), Cents(fromOutside: cents.rawValue) != nil else {
      return nil
    }
    return isNegative ? -cents : cents
  }

  /// `2026-01-31`, `1/31/2026`, `01/31/26`, `20260131`.
  static func day(_ text: String) -> Day? {
    if let day = Day(text) { return day }
    let parts = text.split(separator: "/").compactMap { String($0).wholeNumber }
    if parts.count == 3, text.split(separator: "/", omittingEmptySubsequences: false).count == 3 {
      let year = parts[2] < 100 ? 2000 + parts[2] : parts[2]
      return Day(year: year, month: parts[0], day: parts[1])
    }
    return text.utf8.count == 8 ? text.wholeNumber.flatMap { Day(ccyymmdd: Int32($0)) } : nil
  }

  /// The mark that the first line holds most often: comma, semicolon or tabulator.
  static func delimiter(of bytes: [UInt8]) -> UInt8 {
    let line = bytes.prefix(4000).prefix { $0 != 0x0A && $0 != 0x0D }
    let marks = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    return marks.max { a, b in line.count { $0 == a } < line.count { $0 == b } } ?? marks[0]
  }
}
