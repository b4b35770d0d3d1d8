package import Billing

/// How the letters of a file were written down.
package enum TextEncoding: Equatable, Sendable {
  case utf8
  /// Not UTF-8: some bytes were read as Windows-1252, which holds Latin-1.
  case windows1252
}

/// Text of a file made into UTF-8, or why it is no text.
struct DecodedText {
  var bytes: [UInt8]
  var encoding: TextEncoding
  /// Where the first byte stood that is not UTF-8.
  var firstForeignLine: Int?

  /// Makes UTF-8 of a file, without its byte-order mark.
  ///
  /// Bytes that are not UTF-8 are read as Windows-1252, each by itself, so that a file of mixed
  /// origin keeps what is right in it.
  ///
  /// - Throws: `OrderFileError` for UTF-16, UTF-32 and files that are no text.
  init(_ file: [UInt8]) throws(OrderFileError) {
    if file.starts(with: [0xFF, 0xFE]) || file.starts(with: [0xFE, 0xFF])
      || file.starts(with: [0, 0, 0xFE, 0xFF])
    {
      throw OrderFileError(
        "The file is UTF-16 (\"Unicode text\"). Save it as \"CSV UTF-8\" and import it again.")
    }
    let hasMark = file.starts(with: [0xEF, 0xBB, 0xBF])
    bytes = hasMark ? Array(file.dropFirst(3)) : file
    encoding = .utf8
    try Self.refuseBinary(bytes)
    guard let first = Self.firstInvalid(bytes) else { return }
    encoding = .windows1252
    firstForeignLine = Self.line(of: first, in: bytes)
    bytes = Self.converted(bytes, from: first)
  }

  private static func refuseBinary(_ bytes: [UInt8]) throws(OrderFileError) {
    if bytes.starts(with: Array("PK\u{3}\u{4}".utf8)) {
      throw OrderFileError(
        "The file is a workbook (or another archive), not text: save it as \"CSV UTF-8\".")
    }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      throw OrderFileError(
        "The file is a workbook of an older office program, not text: save it as \"CSV UTF-8\".")
    }
    let span = bytes.span
    for at in span.indices where span[at] == 0 {
      throw OrderFileError(
        "The file holds a NUL byte, so it is no CSV text. Save it as \"CSV UTF-8\".",
        line: line(of: at, in: bytes))
    }
  }

  private static func firstInvalid(_ bytes: [UInt8]) -> Int? {
    let span = bytes.span
    var at = 0
    while at < span.count {
      let length = length(span, at)
      if length == 0 { return at }
      at += length
    }
    return nil
  }

  /// Bytes of the UTF-8 sequence that begins at a position; zero where none is valid there.
  private static func length(_ span: Span<UInt8>, _ at: Int) -> Int {
    let first = span[at]
    guard first >= 0x80 else { return 1 }
    func tail(_ offset: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
      at + offset < span.count && range.contains(span[at + offset])
    }
    switch first {
    case 0xC2...0xDF: return tail(1) ? 2 : 0
    case 0xE0: return tail(1, 0xA0...0xBF) && tail(2) ? 3 : 0
    case 0xED: return tail(1, 0x80...0x9F) && tail(2) ? 3 : 0
    case 0xE1...0xEF: return tail(1) && tail(2) ? 3 : 0
    case 0xF0: return tail(1, 0x90...0xBF) && tail(2) && tail(3) ? 4 : 0
    case 0xF1...0xF3: return tail(1) && tail(2) && tail(3) ? 4 : 0
    case 0xF4: return tail(1, 0x80...0x8F) && tail(2) && tail(3) ? 4 : 0
    default: return 0
    }
  }

  private static func line(of position: Int, in bytes: [UInt8]) -> Int {
    var line = 1
    for at in 0..<position
    where bytes[at] == CSVReader.newLine
      || (bytes[at] == CSVReader.carriageReturn && bytes[at + 1] != CSVReader.newLine)
    {
      line += 1
    }
    return line
  }

  private static func converted(_ bytes: [UInt8], from first: Int) -> [UInt8] {
    var text = Array(bytes[..<first])
    text.reserveCapacity(bytes.count + bytes.count / 16)
    let span = bytes.span
    var at = first
    while at < span.count {
      let length = length(span, at)
      if length == 0 {
        text += Array(String(letter(span[at])).utf8)
        at += 1
      } else {
        for place in at..<(at + length) { text.append(span[place]) }
        at += length
      }
    }
    return text
  }

  /// What a byte from 0x80 on means in Windows-1252; the replacement character for the five unused.
  private static func letter(_ byte: UInt8) -> Unicode.Scalar {
    guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
    return windows[Int(byte) - 0x80]
  }

  /// Bytes 0x80 to 0x9F of Windows-1252 (WHATWG Encoding Standard, index-windows-1252).
  private static let windows: [Unicode.Scalar] = [
    "\u{20AC}", "\u{FFFD}", "\u{201A}", "\u{0192}", "\u{201E}", "\u{2026}", "\u{2020}", "\u{2021}",
    "\u{02C6}", "\u{2030}", "\u{0160}", "\u{2039}", "\u{0152}", "\u{FFFD}", "\u{017D}", "\u{FFFD}",
    "\u{FFFD}", "\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}", "\u{2022}", "\u{2013}", "\u{2014}",
    "\u{02DC}", "\u{2122}", "\u{0161}", "\u{203A}", "\u{0153}", "\u{FFFD}", "\u{017E}", "\u{0178}",
  ]
}

/// Why a file is no file of orders at all; nothing of it was read.
package struct OrderFileError: Error, Equatable, Sendable {
  package var problems: [OrderInputProblem]

  package init(problems: [OrderInputProblem]) { self.problems = problems }

  init(_ message: String, line: Int? = 1, column: String = "") {
    problems = [OrderInputProblem(line: line, column: column, message: message)]
  }
}
