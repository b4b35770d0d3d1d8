import Billing

/// One record of a BAI2 file with its continuations, and where it begins.
struct BAI2Record {
  /// Its first two characters.
  var code: String
  /// From 1.
  var line: Int
  /// What stands after the code, up to the slash that ends a record; continuations follow.
  var parts: [String]
  /// Physical records: itself and its continuations.
  var count: Int { parts.count }

  /// All fields, continuations included.
  var fields: [String] {
    parts.flatMap { part in
      part.split(separator: ",", omittingEmptySubsequences: false).map { String($0).trimmingBlanks }
    }
  }

  /// The records of a file; blank lines count for nothing.
  ///
  /// - Throws: ``BankFileError`` for a continuation that continues nothing.
  static func all(in text: String) throws(BankFileError) -> [BAI2Record] {
    var records: [BAI2Record] = []
    var number = 0
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      number += 1
      let line = String(line).trimmingBlanks
      guard !line.isEmpty else { continue }
      let code = String(line.prefix(2))
      guard line.utf8.count >= 3, line.dropFirst(2).first == ",",
        code.utf8.allSatisfy({ (48...57).contains($0) })
      else {
        throw BankFileError(
          "a record begins with two digits and a comma; this one with \"\(line.prefix(8))\"",
          line: number)
      }
      var rest = String(line.dropFirst(3))
      if rest.hasSuffix("/") { rest.removeLast() }
      guard code == "88" else {
        records.append(BAI2Record(code: code, line: number, parts: [rest]))
        continue
      }
      guard !records.isEmpty else {
        throw BankFileError("a continuation (88) continues nothing", line: number, in: "88")
      }
      records[records.count - 1].parts.append(rest)
    }
    return records
  }

  /// The field at a position, from 0; empty where there is none.
  func field(_ position: Int) -> String {
    let fields = fields
    return position < fields.count ? fields[position] : ""
  }

  /// A whole number in a field.
  ///
  /// - Throws: ``BankFileError`` where it is none.
  func number(_ position: Int, _ what: String) throws(BankFileError) -> Int64 {
    guard let number = Self.number(field(position)) else {
      throw BankFileError(
        "\(what) is \"\(field(position).prefix(20))\", no whole number", line: line, in: code)
    }
    return number
  }

  /// Digits with a sign before or after them; nil for anything else and for what no bank holds.
  static func number(_ text: String) -> Int64? {
    var digits = text[...]
    var isNegative = false
    if let sign = digits.first, sign == "-" || sign == "+" {
      isNegative = sign == "-"
      digits.removeFirst()
    } else if let sign = digits.last, sign == "-" || sign == "+" {
      isNegative = sign == "-"
      digits.removeLast()
    }
    guard (1...15).contains(digits.utf8.count),
      digits.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int64(digits)
    else { return nil }
    return isNegative ? -number : number
  }
}
