/// Capitals without accents for the letters of names in Latin script.
///
/// The basic and extended character sets of X12 have no accented letters; payers refuse them.
enum PlainLetters {
  /// ASCII capitals that stand for a scalar above ASCII; nothing for a mark that belongs to the letter
  /// before it, a blank where there is no such letter.
  static func ascii(for scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0xD0, 0xF0, 0x110, 0x111: return "D"
    case 0xDE, 0xFE: return "TH"
    case 0xDF, 0x1E9E: return "SS"
    case 0x131: return "I"
    case 0x14A, 0x14B: return "NG"
    case 0x17F: return "S"
    // The ʻokina and its kin, quotation marks, dashes.
    case 0x2B9...0x2BF, 0x2018...0x201B, 0x2032, 0xB4: return "'"
    case 0x201C...0x201F, 0x2033: return "\""
    case 0x2010...0x2015, 0x2212: return "-"
    default: break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .format: return ""
    default: return letter(in: scalar.properties.name ?? "") ?? " "
    }
  }

  /// The letter that a character's name tells of: `LATIN SMALL LETTER E WITH ACUTE`.
  private static func letter(in name: String) -> String? {
    var words = name.split(separator: " ")[...]
    if words.first == "FULLWIDTH" { words.removeFirst() }
    guard words.count >= 4, words.removeFirst() == "LATIN",
      ["CAPITAL", "SMALL"].contains(words.removeFirst()),
      ["LETTER", "LIGATURE"].contains(words.removeFirst()), let letter = words.popFirst(),
      letter.utf8.count <= 2, words.isEmpty || words.first == "WITH"
    else { return nil }
    return String(letter)
  }
}
