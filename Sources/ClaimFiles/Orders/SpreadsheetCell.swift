/// What spreadsheets and web pages do to a cell: undone where nothing is lost by it, named where
/// something is.
enum SpreadsheetCell {
  /// How a text was put right.
  enum Repair: Sendable {
    /// It stood in `="..."`, as exports write a number that is to keep its zeros.
    case unwrapped
    /// Characters that nobody sees were left out: zero width, byte-order marks, reading directions.
    case cleaned
  }

  /// The text as it was meant, and what was done to it; nil for a text that needs nothing.
  static func repaired(_ text: String) -> (text: String, repair: Repair)? {
    let clean = text.utf8.allSatisfy { $0 < 0x80 } ? text : cleaned(text)
    if clean.utf8.starts(with: [equals, CSVReader.quote]), clean.utf8.last == CSVReader.quote,
      clean.utf8.count > 2
    {
      return (trimmed(clean.utf8.dropFirst(2).dropLast()), .unwrapped)
    }
    return clean == text && clean.utf8.elementsEqual(text.utf8) ? nil : (clean, .cleaned)
  }

  /// Why a text is not what was once in the cell; nil where nothing speaks against it.
  static func damage(_ text: String, isFreeText: Bool) -> String? {
    let bytes = text.utf8
    guard let first = bytes.first else { return nil }
    if first == UInt8(ascii: "#") {
      if bytes.count > 2, bytes.allSatisfy({ $0 == first }) {
        return "is what a spreadsheet shows of a number in a column too narrow for it"
      }
      if errorValues.contains(CellReading.capitals(text)) {
        return "is an error of the spreadsheet, not a text"
      }
    }
    guard !isFreeText else { return nil }
    if first == equals { return "is a formula of a spreadsheet, not what it shows" }
    if emptyWords.contains(text) { return "is a word for an empty cell; leave the cell empty" }
    if isScientific(Array(bytes)) {
      return "is a long number that a spreadsheet rounded; format the column as text and enter it"
        + " again"
    }
    return nil
  }

  /// `1.23457E+11`: a fraction or the sign of the power tells it from a number with an E in it.
  private static func isScientific(_ bytes: [UInt8]) -> Bool {
    let parts = bytes.split(
      maxSplits: 1, omittingEmptySubsequences: false, whereSeparator: { $0 | 0x20 == 0x65 })
    guard parts.count == 2 else { return false }
    let mantissa = parts[0].drop { $0 == minus || $0 == plus }
    let power = parts[1].drop { $0 == minus || $0 == plus }
    let digits = mantissa.filter(CellReading.isDigit)
    let marks = mantissa.filter { !CellReading.isDigit($0) }
    guard !digits.isEmpty, !power.isEmpty, power.allSatisfy(CellReading.isDigit),
      marks.isEmpty || marks == [UInt8(ascii: ".")] || marks == [UInt8(ascii: ",")]
    else { return false }
    return !marks.isEmpty || power.count < parts[1].count
  }

  private static func cleaned(_ text: String) -> String {
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      // Variation selectors and the grapheme joiner are marks that show nothing.
      case 0xFE00...0xFE0F, 0x34F: continue
      default: break
      }
      switch scalar.properties.generalCategory {
      case .format: continue
      case .spaceSeparator, .lineSeparator, .paragraphSeparator: kept.append(" ")
      default: kept.append(scalar)
      }
    }
    return trimmed(String(kept).utf8[...])
  }

  private static func trimmed(_ bytes: Substring.UTF8View) -> String {
    var bytes = bytes
    while let first = bytes.first, CSVReader.isBlank(first) { bytes.removeFirst() }
    while let last = bytes.last, CSVReader.isBlank(last) { bytes.removeLast() }
    return String(decoding: Array(bytes), as: UTF8.self)
  }

  private static let equals = UInt8(ascii: "=")
  private static let minus = UInt8(ascii: "-")
  private static let plus = UInt8(ascii: "+")
  private static let errorValues: Set<String> = [
    "#REF!", "#N/A", "#NA", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!",
    "#FIELD!", "#GETTING_DATA", "#ERROR!",
  ]
  /// As databases and programs write them; a person may be called Null.
  private static let emptyWords: Set<String> = [
    "NULL", "null", "(null)", "[null]", "<null>", "N/A", "n/a", "NaN", "undefined",
  ]
}
