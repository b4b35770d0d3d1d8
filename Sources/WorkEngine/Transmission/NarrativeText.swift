/// Makes words short enough for a line of a claim.
enum NarrativeText {
  /// NTE02 of loop 2400 (Noridian: 80 characters).
  static let longest = 80

  /// Capitals with single blanks and without the characters that separate elements.
  static func plain(_ text: String) -> String {
    let blanked = text.uppercased().map { character in
      character.isWhitespace || character.isNewline || "*~:^|".contains(character)
        ? " " : character
    }
    return String(blanked).split(separator: " ").joined(separator: " ")
  }

  /// The text within 80 characters: as it is where it fits, else with as many common abbreviations
  /// as it takes, and cut at a word when they are not enough.
  static func fitting(_ text: String) -> String {
    var words = text.split(separator: " ").map(String.init)
    var count = text.unicodeScalars.count
    for index in words.indices where count > longest {
      let bare = words[index].filter { $0 != "," && $0 != "." && $0 != ";" }
      guard let short = abbreviations[bare] else { continue }
      count -= words[index].unicodeScalars.count - short.unicodeScalars.count
      words[index] = short
    }
    guard count > longest else { return words.joined(separator: " ") }
    var kept = ""
    for word in words {
      let next = kept.isEmpty ? word : kept + " " + word
      guard next.unicodeScalars.count <= longest else { break }
      kept = next
    }
    return kept.isEmpty
      ? String(String.UnicodeScalarView(text.unicodeScalars.prefix(longest))) : kept
  }

  /// Abbreviations that claim examiners know.
  static let abbreviations = [
    "ACCESSORY": "ACC", "ACCESSORIES": "ACC", "ADDITIONAL": "ADDL", "AND": "&",
    "APPROXIMATELY": "APPROX", "AUTHORIZATION": "AUTH", "BATTERY": "BATT", "BATTERIES": "BATT",
    "BECAUSE": "BC", "BENEFICIARY": "BENE", "CONCENTRATOR": "CONC", "CUSHION": "CUSH",
    "CUSTOM": "CUST", "DAMAGED": "DMGD", "DELIVERED": "DEL", "DELIVERY": "DEL",
    "DESCRIPTION": "DESC", "DOCTOR": "DR", "EQUIPMENT": "EQUIP", "HOSPITAL": "HOSP",
    "HOSPITALIZATION": "HOSP", "INSURANCE": "INS", "LABOUR": "LABOR", "LEFT": "LT",
    "MANUFACTURER": "MFR", "MANUFACTURED": "MFD", "MEDICAL": "MED", "MEDICARE": "MCR",
    "MEDICALLY": "MED", "MINUTES": "MIN", "MODEL": "MDL", "MONTH": "MO", "MONTHS": "MOS",
    "NECESSARY": "NEC", "NECESSITY": "NEC", "NUMBER": "NO", "OXYGEN": "O2", "PATIENT": "PT",
    "PATIENTS": "PTS", "PHYSICIAN": "MD", "PREVIOUS": "PREV", "PURCHASED": "PURCH",
    "PURCHASE": "PURCH", "QUANTITY": "QTY", "RECEIVED": "REC", "RENTAL": "RENT",
    "REPAIRED": "RPRD", "REPLACED": "REPL", "REPLACEMENT": "REPL", "REQUIRED": "REQ",
    "REQUIRES": "REQ", "RIGHT": "RT", "SERIAL": "SER", "SERVICE": "SVC", "STANDARD": "STD",
    "SUPPLIES": "SUPP", "SUPPLIER": "SUPPLR", "THROUGH": "THRU", "UNABLE": "UNBL",
    "WARRANTY":
      "WARR", "WEEK": "WK", "WEEKS": "WKS", "WEIGHT": "WT", "WHEELCHAIR": "W/C", "WITH": "W/",
    "WITHOUT": "W/O", "YEAR": "YR", "YEARS": "YRS",
  ]
}
