/// The plain Latin letters that stand for the letters of a name where only those can be written.
///
/// The character sets of X12 have no accents. What is written and what a payer answers is compared
/// letter by letter in this form; `X12.PlainLetters` writes the same (a test holds both together).
package enum PlainLetter {
  /// One or two capitals that stand for a letter; empty for a mark that belongs to the letter before
  /// it, nil for what no plain letter stands for.
  package static func capitals(for scalar: Unicode.Scalar) -> String? {
    if scalar.isASCII { return scalar.properties.isAlphabetic ? upper(scalar) : nil }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .format: return ""
    default: break
    }
    switch scalar.value {
    case 0xD0, 0xF0, 0x110, 0x111: return "D"
    case 0xDE, 0xFE: return "TH"
    case 0xDF, 0x1E9E: return "SS"
    case 0x131: return "I"
    case 0x14A, 0x14B: return "NG"
    case 0x17F: return "S"
    default: break
    }
    return letter(in: scalar.properties.name ?? "")
  }

  /// The letters of a text as they are compared: plain capitals and nothing else; letters that have
  /// no plain form stay as they are.
  package static func letters(of text: String) -> String {
    let capitals = UInt8(ascii: "A")...UInt8(ascii: "Z")
    if text.utf8.allSatisfy({ capitals.contains($0) }) { return text }
    var letters = ""
    for scalar in text.unicodeScalars {
      if let plain = Self.capitals(for: scalar) {
        letters += plain
      } else if scalar.properties.isAlphabetic {
        letters += String(scalar).uppercased()
      }
    }
    return letters
  }

  /// Whether every letter of a name can be written in a claim.
  package static func canWrite(_ name: String) -> Bool {
    name.utf8.allSatisfy { $0 < 0x80 }
      || name.unicodeScalars.allSatisfy {
        !$0.properties.isAlphabetic || isApostrophe($0) || capitals(for: $0) != nil
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

  /// The ʻokina and its kin count as letters, and are written as apostrophes.
  private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
    (0x2B9...0x2BF).contains(scalar.value)
  }

  private static func upper(_ scalar: Unicode.Scalar) -> String {
    String(UnicodeScalar(UInt8(scalar.value) & 0xDF))
  }
}
