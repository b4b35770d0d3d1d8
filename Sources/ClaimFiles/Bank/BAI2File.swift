package import Billing

/// Reads bank files of the form BAI2: money in the bank, with every total of the file proven.
///
/// A file that does not add up at any level is refused whole: what is missing of it would be money
/// that nobody looks for.
package enum BAI2File {
  /// Whether bytes begin as such a file does.
  package static func isLikely(_ bytes: [UInt8]) -> Bool {
    let start = bytes.drop { $0 == 0xEF || $0 == 0xBB || $0 == 0xBF || $0 <= 0x20 }.prefix(3)
    guard start.elementsEqual("01,".utf8) else { return false }
    let second = bytes.drop { $0 != 0x0A && $0 != 0x0D }.drop { $0 <= 0x20 }.prefix(3)
    return second.elementsEqual("02,".utf8) || second.elementsEqual("88,".utf8)
  }

  /// The credits of a file; `codes` are what its type codes stand for.
  ///
  /// - Throws: ``BankFileError`` with record and line of what is wrong first.
  package static func read(
    _ bytes: [UInt8], codes: [String: BankCode]
  ) throws(BankFileError) -> BankStatement {
    let text: String
    do {
      text = String(decoding: try DecodedText(bytes).bytes, as: UTF8.self)
    } catch {
      throw BankFileError(error.problems.first?.message ?? "the file is no text")
    }
    var reader = BAI2Reader(records: try BAI2Record.all(in: text), codes: codes)
    return try reader.read()
  }
}

/// Goes through the records of a file, from the outermost totals to single transactions.
private struct BAI2Reader {
  let records: [BAI2Record]
  let codes: [String: BankCode]
  private var position = 0
  private var statement = BankStatement()

  init(records: [BAI2Record], codes: [String: BankCode]) {
    self.records = records
    self.codes = codes
  }

  mutating func read() throws(BankFileError) -> BankStatement {
    let header = try next("01", "the file header")
    guard header.field(7) == "2" else {
      throw BankFileError(
        "version \"\(header.field(7).prefix(10))\" of the format; version 2 is read",
        line: header.line, in: "01")
    }
    var total: Int64 = 0
    var groups: Int64 = 0
    while isAt("02") {
      total += try readGroup()
      groups += 1
    }
    let trailer = try next("99", "the file trailer")
    try prove(trailer, total: total, "the accounts of the file")
    try prove(trailer, 1, groups, "groups")
    try prove(trailer, 2, recordCount(from: 0), "records")
    guard position == records.count else {
      throw BankFileError(
        "records after the file trailer (99): import each file by itself",
        line: records[position].line)
    }
    return statement
  }

  private mutating func readGroup() throws(BankFileError) -> Int64 {
    let start = position
    let header = try next("02", "a group header")
    guard header.field(2) == "1" else {
      throw BankFileError(
        "group status \(header.field(2).prefix(5)): only new figures (1) are taken, no deletion, "
          + "correction or test", line: header.line, in: "02")
    }
    guard let day = Self.day(header.field(3)) else {
      throw BankFileError(
        "the as-of date is \"\(header.field(3).prefix(10))\", not YYMMDD", line: header.line,
        in: "02")
    }
    var total: Int64 = 0
    var accounts: Int64 = 0
    while isAt("03") {
      total += try readAccount(on: day, currency: header.field(5))
      accounts += 1
    }
    let trailer = try next("98", "the group trailer")
    try prove(trailer, total: total, "the accounts of the group")
    try prove(trailer, 1, accounts, "accounts")
    try prove(trailer, 2, recordCount(from: start), "records")
    return total
  }

  private mutating func readAccount(
    on day: Day, currency: String
  ) throws(BankFileError) -> Int64 {
    let start = position
    let header = try next("03", "an account")
    let money = header.field(1).isEmpty ? currency : header.field(1)
    guard money.isEmpty || money == "USD" else {
      throw BankFileError(
        "the account is in \(money.prefix(5)); deposits are in USD", line: header.line, in: "03")
    }
    var total = try sum(ofStatus: header)
    var transactions: [BAI2Transaction] = []
    while isAt("16") {
      let transaction = try BAI2Transaction(try next("16", "a transaction"))
      total += transaction.amount
      transactions.append(transaction)
    }
    let trailer = try next("49", "the account trailer")
    try prove(trailer, total: total, "the amounts of the account")
    try prove(trailer, 1, recordCount(from: start), "records")
    try take(transactions, on: day, account: header.field(0))
    return total
  }

  /// Takes the credits; a total whose items are listed beside it is left out.
  private mutating func take(
    _ transactions: [BAI2Transaction], on day: Day, account: String
  ) throws(BankFileError) {
    var listed: Set<String> = []
    for code in Set(transactions.map(\.code)).sorted() {
      guard let items = codes[code]?.items, !items.isEmpty else { continue }
      let parts = transactions.filter { items.contains($0.code) }
      guard let first = parts.first else { continue }
      let whole = transactions.filter { $0.code == code }.reduce(0) { $0 + $1.amount }
      let sum = parts.reduce(0) { $0 + $1.amount }
      guard sum == whole else {
        throw BankFileError(
          "the items (\(items.joined(separator: ", "))) come to \(Cents(sum)), their total "
            + "(\(code)) to \(Cents(whole))", line: first.line, in: "16")
      }
      listed.insert(code)
    }
    for transaction in transactions where !listed.contains(transaction.code) {
      guard let deposit = transaction.deposit(on: day, account: account, codes: codes),
        Cents(fromOutside: transaction.amount) != nil
      else {
        statement.leftAlone += 1
        continue
      }
      if deposit.form == .other {
        statement.notes.append(
          FileProblem(
            isError: false, at: FilePlace(segment: transaction.line, element: "16"),
            message: "type code \(transaction.code) is no bank-code of the rules: taken as other"))
      }
      statement.lines.append(BankStatement.Line(line: transaction.line, deposit: deposit))
    }
  }

  /// The amounts of an account header: type code, amount, item count, funds type, over and over.
  private func sum(ofStatus record: BAI2Record) throws(BankFileError) -> Int64 {
    let fields = record.fields
    var total: Int64 = 0
    var at = 2
    while at < fields.count {
      if at + 1 < fields.count, !fields[at + 1].isEmpty {
        total += try record.number(at + 1, "the amount of \(fields[at].prefix(5))")
      }
      switch at + 3 < fields.count ? fields[at + 3] : "" {
      case "S": at += 7
      case "V": at += 6
      case "D":
        let count = try record.number(at + 4, "the number of availabilities")
        guard (0...100).contains(count) else {
          throw BankFileError("\(count) availabilities", line: record.line, in: "03")
        }
        at += 5 + 2 * Int(count)
      default: at += 4
      }
    }
    return total
  }

  // MARK: Small pieces

  private func isAt(_ code: String) -> Bool {
    position < records.count && records[position].code == code
  }

  private mutating func next(
    _ code: String, _ what: String
  ) throws(BankFileError) -> BAI2Record {
    guard position < records.count else {
      throw BankFileError(
        "the file ends before \(what) (\(code))", line: records.last?.line ?? 0, in: code)
    }
    let record = records[position]
    guard record.code == code else {
      throw BankFileError(
        "record \(record.code) stands where \(what) (\(code)) belongs", line: record.line, in: code)
    }
    position += 1
    return record
  }

  /// Physical records from a position up to where the reader is.
  private func recordCount(from start: Int) -> Int64 {
    Int64(records[start..<position].reduce(0) { $0 + $1.count })
  }

  private func prove(
    _ trailer: BAI2Record, total: Int64, _ what: String
  ) throws(BankFileError) {
    let said = try trailer.number(0, "the control total")
    guard said == total else {
      throw BankFileError(
        "the control total is \(Cents(said)), \(what) come to \(Cents(total))",
        line: trailer.line, in: trailer.code)
    }
  }

  private func prove(
    _ trailer: BAI2Record, _ position: Int, _ count: Int64, _ what: String
  ) throws(BankFileError) {
    let said = try trailer.number(position, "the number of \(what)")
    guard said == count else {
      throw BankFileError(
        "\(said) \(what) are said, \(count) are there", line: trailer.line, in: trailer.code)
    }
  }

  /// YYMMDD of this century, or with its century.
  private static func day(_ text: String) -> Day? {
    let digits = text.utf8.count == 6 ? "20" + text : text
    guard digits.utf8.count == 8, let number = Int32(digits) else { return nil }
    return Day(ccyymmdd: number)
  }
}
