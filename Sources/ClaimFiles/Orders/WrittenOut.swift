import Billing

/// What other systems write into one cell, read only where it has one reading.
///
/// A whole name, a month by its name, a code with its words, an item with its modifiers.
enum WrittenOut {
  /// `DOE, JANE A`: last name and first name, without the initial of a middle one.
  static func name(_ text: String) throws(CellError) -> (last: String, first: String) {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false).map(words)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
      throw CellError("is not a last name, a comma and a first name (DOE, JANE)")
    }
    var first = parts[1]
    if first.count > 1, let initial = first.last, initial.filter({ $0 != "." }).count == 1 {
      first.removeLast()
    }
    return (parts[0].joined(separator: " "), first.joined(separator: " "))
  }

  private static func words(_ text: Substring) -> [Substring] { text.split(separator: " ") }

  /// Day, month by name, year: `10-Nov-26`, `10-Nov-2026`, `10 November 2026`; nil where the text
  /// names no month.
  static func date(_ text: String) -> (day: Int, month: Int, year: Int, isShort: Bool)? {
    let parts = text.split { "-/ .".contains($0) }
    guard parts.count == 3, let day = Int(parts[0]), parts[0].utf8.count <= 2,
      let year = Int(parts[2]), [2, 4].contains(parts[2].utf8.count), year >= 0,
      let month = months.firstIndex(where: { isMonth(parts[1], $0) })
    else { return nil }
    return (day, month + 1, year, parts[2].utf8.count == 2)
  }

  private static func isMonth(_ text: Substring, _ name: String) -> Bool {
    let plain = text.lowercased()
    return plain == name || plain == name.prefix(3) || plain == "sept" && name == "september"
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  /// A birth date, of which two digits of a year are enough where only one century is possible.
  ///
  /// - Parameters:
  ///   - text: What stands in the cell.
  ///   - served: When the order was made or served: nobody is born after it.
  /// - Returns: The day.
  /// - Throws: `CellError` where it is none, or may be of two centuries.
  static func birthDay(_ text: String, before served: Day?) throws(CellError) -> Day {
    guard let written = date(text), written.isShort else { return try CellReading.day(text) }
    let years = [1900, 2000].map { $0 + written.year }
    guard let served else {
      throw CellError("has a two-digit year; write all four digits (01/31/1950)")
    }
    let possible = years.filter { year in
      guard let day = Day(year: year, month: written.month, day: written.day) else { return false }
      return day <= served && served.components.year - year <= oldest
    }
    switch possible.count {
    case 1: return try CellReading.existing(possible[0], written.month, written.day)
    case 0: throw CellError("is a day that does not exist, or on which no patient was born")
    default:
      throw CellError(
        "may be of \(years[0]) or of \(years[1]); write all four digits of the year")
    }
  }

  /// In years: older patients are not believed.
  private static let oldest = 112

  /// Diagnoses with their words, `G47.33 - Obstructive sleep apnea; J44.9 - COPD`: the codes alone.
  static func diagnoses(_ text: String) throws(CellError) -> String {
    guard text.contains(" - ") else { return text }
    var codes: [String] = []
    for part in text.split(whereSeparator: { ";|\n".contains($0) }) {
      guard let dash = part.firstRange(of: " - ") else {
        codes.append(String(part))
        continue
      }
      let words = part[dash.upperBound...].split { !$0.isLetter && !$0.isNumber && $0 != "." }
      // The words of one code may hide the next one.
      guard !words.contains(where: isDiagnosis) else {
        throw CellError("holds several codes with words; put ; between them")
      }
      codes.append(String(part[..<dash.lowerBound]))
    }
    return codes.joined(separator: " ")
  }

  private static func isDiagnosis(_ word: Substring) -> Bool {
    let bytes = Array(word.utf8)
    return (3...8).contains(bytes.count) && CellReading.isLetter(bytes[0] & 0xDF)
      && CellReading.isDigit(bytes[1]) && bytes.dropFirst(2).contains(where: CellReading.isDigit)
  }

  /// A HCPCS code with its modifiers behind it: `E0601RRKX`, `E0601-RR-KX`.
  static func item(_ text: String) throws(CellError) -> (code: String, modifiers: [String]) {
    guard text.utf8.count > 5 else { return (try CellReading.procedure(text), []) }
    let code = try CellReading.procedure(String(decoding: text.utf8.prefix(5), as: UTF8.self))
    let rest = text.utf8.dropFirst(5).filter { !" -:,/.;|".utf8.contains($0) }
    guard !rest.isEmpty, rest.count.isMultiple(of: 2), rest.count <= 8 else {
      throw CellError("is not a HCPCS code, with modifiers of two letters behind it or without")
    }
    return (code, try CellReading.modifiers(String(decoding: rest, as: UTF8.self)))
  }
}
