import Billing

/// Why the text of a cell does not say what its column asks for.
struct CellError: Error, Equatable {
  /// After the text itself: `is not ...`.
  var message: String

  init(_ message: String) { self.message = message }
}

/// Reads what people and billing systems write into the cells of an order; pure functions.
enum CellReading {
  /// A date as `2026-01-31`, `20260131`, `01/31/2026`, `1-31-2026` or `31-Jan-26`, with a time after it
  /// or not; two digits of a year behind a month's name are of this century.
  static func day(_ text: String) throws(CellError) -> Day {
    if let written = WrittenOut.date(text) {
      return try existing(
        written.isShort ? 2000 + written.year : written.year, written.month, written.day)
    }
    let date = text.utf8.prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "T") }
    guard
      text.utf8.dropFirst(date.count).allSatisfy({ " T0123456789:.APMZapm+-".utf8.contains($0) })
    else { throw CellError(noDate) }
    // Three numbers and their lengths, without a heap allocation: files have millions of dates.
    var numbers = (0, 0, 0)
    var lengths = (0, 0, 0)
    var place = 0
    var separator: UInt8 = 0
    for byte in date {
      if isDigit(byte) {
        let digit = Int(byte - 48)
        switch place {
        case 0: (numbers.0, lengths.0) = (numbers.0 * 10 + digit, lengths.0 + 1)
        case 1: (numbers.1, lengths.1) = (numbers.1 * 10 + digit, lengths.1 + 1)
        default: (numbers.2, lengths.2) = (numbers.2 * 10 + digit, lengths.2 + 1)
        }
        guard max(lengths.0, lengths.1, lengths.2) <= 8 else { throw CellError(noDate) }
      } else {
        guard place < 2, separator == 0 || separator == byte, "/-.".utf8.contains(byte) else {
          throw CellError(noDate)
        }
        separator = byte
        place += 1
      }
    }
    switch (place, lengths) {
    case (0, (8, 0, 0)):
      return try existing(numbers.0 / 10_000, numbers.0 / 100 % 100, numbers.0 % 100)
    case (0, (5, 0, 0)):
      throw CellError(
        "is a spreadsheet's own day number; format the column as a date (2026-01-31)")
    case (2, (4, 1...2, 1...2)): return try existing(numbers.0, numbers.1, numbers.2)
    case (2, (1...2, 1...2, 4)):
      // With dots the day comes first in most of the world, and month first with slashes here.
      if separator == UInt8(ascii: "."), numbers.0 != numbers.1, max(numbers.0, numbers.1) <= 12 {
        throw CellError(
          "has two readings, \(numbers.0)/\(numbers.1) and \(numbers.1)/\(numbers.0); write "
            + "2026-01-31")
      }
      return try existing(numbers.2, numbers.0, numbers.1)
    case (2, (1...2, 1...2, 1...2)):
      throw CellError("has a two-digit year; write all four digits (01/31/2026)")
    default: throw CellError(noDate)
    }
  }

  private static let noDate = "is not a date; write 2026-01-31, 01/31/2026 or 20260131"

  static func existing(_ year: Int, _ month: Int, _ day: Int) throws(CellError) -> Day {
    guard (1800...2999).contains(year) else { throw CellError("has an impossible year") }
    guard (1...12).contains(month) else {
      throw CellError("has no month " + String(month) + "; the month stands before the day")
    }
    guard let date = Day(year: year, month: month, day: day) else {
      throw CellError("is a day that does not exist")
    }
    return date
  }

  /// Dollars as `1234.5`, `$1,234.50`, `(12.00)` for less than nothing; at most two decimals.
  static func cents(_ text: String) throws(CellError) -> Cents {
    let error = CellError("is not an amount in dollars; write 1234.50")
    var bytes = Array(text.utf8)
    var isNegative = false
    if bytes.first == UInt8(ascii: "("), bytes.last == UInt8(ascii: ")"), bytes.count > 2 {
      bytes = Array(bytes.dropFirst().dropLast())
      isNegative = true
    }
    if bytes.first == UInt8(ascii: "-") {
      bytes.removeFirst()
      isNegative.toggle()
    }
    if bytes.first == UInt8(ascii: "$") { bytes.removeFirst() }
    let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = parts.first, !bytes.isEmpty, bytes != [46] else {
      throw error
    }
    let groups = whole.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    guard groups.count == 1 || groups.dropFirst().allSatisfy({ $0.count == 3 }) else {
      throw CellError("has a comma where no thousands end; write 1234.50")
    }
    let dollars = groups.joined()
    var fraction = Array(parts.count == 2 ? parts[1] : [])
    while fraction.count > 2, fraction.last == UInt8(ascii: "0") { fraction.removeLast() }
    guard fraction.count <= 2 else { throw CellError("has more than two decimals") }
    while fraction.count < 2 { fraction.append(UInt8(ascii: "0")) }
    guard dollars.count <= 12 else { throw CellError("is too large an amount") }
    var amount: Int64 = 0
    for byte in Array(dollars) + fraction {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { throw error }
      amount = amount * 10 + Int64(byte - 48)
    }
    guard let cents = Cents(fromOutside: isNegative ? -amount : amount) else {
      throw CellError("is too large an amount")
    }
    return cents
  }

  /// A whole number; `2.0` is 2.
  static func whole(_ text: String) throws(CellError) -> Int {
    let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count <= 2, let digits = parts.first, !digits.isEmpty,
      digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
      parts.dropFirst().allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0 == UInt8(ascii: "0") } })
    else { throw CellError("is not a whole number") }
    guard digits.count <= 9 else { throw CellError("is too large a number") }
    return digits.reduce(0) { $0 * 10 + Int($1 - 48) }
  }

  /// The pieces of a list: blanks, commas, semicolons, bars or slashes stand between them.
  static func list(_ text: String) -> [String] {
    text.utf8.split { " ,;|/".utf8.contains($0) || $0 == UInt8(ascii: "\t") }
      .map { Self.capitals(String(decoding: Array($0), as: UTF8.self)) }
  }

  /// ICD-10-CM codes without dots: a letter, a digit, then one to five letters or digits.
  static func diagnoses(_ text: String) throws(CellError) -> [String] {
    var codes: [String] = []
    for piece in list(try WrittenOut.diagnoses(text)) {
      let code = Array(piece.utf8.filter { $0 != UInt8(ascii: ".") })
      guard (3...7).contains(code.count), isLetter(code[0]), isDigit(code[1]),
        code.allSatisfy({ isLetter($0) || isDigit($0) })
      else { throw CellError("holds " + piece + ", which is no ICD-10-CM code (G47.33)") }
      codes.append(String(decoding: code, as: UTF8.self))
    }
    return codes
  }

  /// Modifiers of two letters or digits; `RRKX` is two of them.
  static func modifiers(_ text: String) throws(CellError) -> [String] {
    var modifiers: [String] = []
    for piece in list(text) {
      let letters = Array(piece.utf8)
      guard letters.count.isMultiple(of: 2), letters.allSatisfy({ isLetter($0) || isDigit($0) })
      else { throw CellError("holds " + piece + ", which is no modifier of two letters") }
      for at in stride(from: 0, to: letters.count, by: 2) {
        modifiers.append(String(decoding: letters[at...(at + 1)], as: UTF8.self))
      }
    }
    return modifiers
  }

  /// A HCPCS code or CPT code: five letters or digits, the last four digits (or `0001F`, `0001T`).
  static func procedure(_ text: String) throws(CellError) -> String {
    let code = Array(capitals(text).utf8)
    guard code.count == 5, isLetter(code[0]) || isDigit(code[0]),
      code[1...3].allSatisfy(isDigit), isDigit(code[4]) || (isDigit(code[0]) && isLetter(code[4]))
    else { throw CellError("is not a HCPCS code: a letter and four digits") }
    return String(decoding: code, as: UTF8.self)
  }

  static func capitals(_ text: String) -> String {
    text.utf8.contains { $0 >= UInt8(ascii: "a") } ? text.uppercased() : text
  }

  static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
  }
}
