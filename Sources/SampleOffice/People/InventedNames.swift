/// Names that nobody has: every family name and place begins with a word for something made up.
enum InventedNames {
  static let familyBeginnings = [
    "SAMPLE", "MOCK", "FAUX", "DEMO", "SPECI", "PLACE", "FICTO", "DUMM", "EXAMPLE", "PSEUDO",
    "SHAM", "PROTO", "TRIAL", "TEST", "FABLE", "MYTH", "NOTREAL", "INVENT",
  ]
  static let familyEndings = [
    "TON", "FORD", "LEY", "MOND", "BY", "ERSON", "SKI", "EZ", "INI", "SEN", "WICK", "WORTH",
    "FIELD", "MANN", "BERG", "QUIST", "OVA", "WARD", "ARO", "HOLM", "BROOK", "STEAD",
  ]
  static let womensNames = [
    "ALVIRA", "BELDITH", "CORLINDA", "DELMIRA", "ELSWINA", "FENELLIA", "GORDELLE", "HALVINA",
    "ILMARA", "JORDITH", "KELWENNA", "LORVIA", "MARDELLE", "NELWYNA", "ORLITHA", "PELMIRA",
    "QUINDRA", "ROSMELLA", "SELVINE", "TORLINDE", "ULMIRA", "VELDITH", "WILMIRA", "YSMELDA",
  ]
  static let mensNames = [
    "ALDRIMUND", "BELVIN", "CORDRIC", "DELBRAND", "ELWART", "FENDRICK", "GORVIN", "HALBRAND",
    "ILMOND", "JORWIN", "KELDRIC", "LORMUND", "MARVOLD", "NELBERT", "ORVIND", "PELDRICK",
    "QUINBERT", "ROSWALD", "SELMUND", "TORBRAND", "ULDRIC", "VELMONT", "WILDRED", "YSBRAND",
  ]
  static let towns = [
    "SAMPLETON", "MOCKFORD", "FAUX HARBOR", "DEMO SPRINGS", "PLACEHOLM", "FICTOWN", "TESTVALE",
    "EXAMPLEBURG", "PSEUDO FALLS", "TRIAL CREEK", "MYTHFIELD", "NOTREAL RIDGE",
  ]
  static let streets = [
    "INVENTED WAY", "MADE UP LANE", "SPECIMEN ST", "PLACEHOLDER AVE", "FABLE CT", "MOCK HILL RD",
    "SAMPLE SQUARE", "NOWHERE BLVD",
  ]

  /// A family name by number; there are as many as beginnings times endings.
  static func family(_ number: Int) -> String {
    let count = familyEndings.count
    let number = number % (familyBeginnings.count * count)
    return familyBeginnings[number / count] + familyEndings[number % count]
  }

  static var familyCount: Int { familyBeginnings.count * familyEndings.count }

  /// Whether a family name is one that ``family(_:)`` makes.
  static func isInvented(family name: String) -> Bool {
    familyBeginnings.contains { beginning in
      name.hasPrefix(beginning) && familyEndings.contains(String(name.dropFirst(beginning.count)))
    }
  }

  /// Whether a given name is one of the invented ones.
  static func isInvented(given name: String) -> Bool {
    womensNames.contains(name) || mensNames.contains(name)
  }
}
