import Billing

/// Words in cells that stand for one of a few things.
enum CellWords {
  static func sex(_ text: String) throws(CellError) -> String {
    switch OrderColumns.plain(text) {
    case "m", "male": "M"
    case "f", "female": "F"
    case "u", "unknown", "x": "U"
    default: throw CellError("is not M, F or U")
    }
  }

  static func isYes(_ text: String) throws(CellError) -> Bool {
    switch OrderColumns.plain(text) {
    case "y", "yes", "true", "1", "x": true
    case "n", "no", "false", "0": false
    default: throw CellError("is neither yes nor no")
    }
  }

  static func method(_ text: String) throws(CellError) -> Delivery.Method {
    switch OrderColumns.plain(text) {
    case "inperson", "delivered", "delivery", "driver", "setup", "hand": .inPerson
    case "shipped", "ship", "shipping", "mail", "mailed", "carrier", "ups", "fedex", "usps":
      .shipped
    case "pickedup", "pickup", "store", "counter", "walkin", "retail": .pickedUp
    default: throw CellError("is not in-person, shipped or picked-up")
    }
  }

  static func kind(_ text: String) throws(CellError) -> LineKind {
    switch OrderColumns.plain(text) {
    case "purchase", "sale", "sold", "buy", "p", "s": .purchase
    case "rental", "rent", "rented", "r": .rental
    case "supply", "supplies", "resupply", "consumable": .supply
    case "service", "repair", "maintenance", "labor": .service
    default: throw CellError("is not purchase, rental, supply or service")
    }
  }

  static func stay(_ text: String) throws(CellError) -> Stay.Kind {
    switch OrderColumns.plain(text) {
    case "hospital", "inpatient", "acute": .hospital
    case "nursingfacility", "snf", "nursinghome", "skillednursingfacility": .nursingFacility
    case "hospice": .hospice
    default: throw CellError("is not hospital, nursing-facility or hospice")
    }
  }

  /// Individual relationship codes of 005010X222A1 (SBR02, PAT01).
  static func relationship(_ text: String) throws(CellError) -> String {
    switch OrderColumns.plain(text) {
    case "18", "self", "patient", "insured", "same": "18"
    case "01", "1", "spouse", "husband", "wife": "01"
    case "19", "child", "son", "daughter": "19"
    case "53", "lifepartner", "partner": "53"
    case "20", "employee": "20"
    case "21", "unknown": "21"
    case "39", "organdonor": "39"
    case "40", "cadaverdonor": "40"
    case "g8", "other": "G8"
    default: throw CellError("is not self, spouse, child or other")
    }
  }

  /// Claim filing indicator codes of 005010X222A1 (SBR09).
  static func filingIndicator(_ text: String) throws(CellError) -> String {
    switch OrderColumns.plain(text) {
    case "medicare", "medicarepartb", "medicareb", "partb": return "MB"
    case "medicaid": return "MC"
    case "medicareadvantage", "medicarehmo": return "16"
    case "commercial", "commercialinsurance": return "CI"
    case "bluecross", "blueshield", "bluecrossblueshield", "bcbs": return "BL"
    case "tricare", "champus": return "CH"
    case "workerscompensation", "workerscomp": return "WC"
    case "auto", "automobile": return "AM"
    case "veterans", "veteransaffairs", "va": return "VA"
    case "hmo": return "HM"
    case "ppo": return "12"
    default:
      let code = CellReading.capitals(text)
      guard code.utf8.count == 2,
        code.utf8.allSatisfy({ CellReading.isDigit($0) || CellReading.isLetter($0) })
      else { throw CellError("is no claim filing indicator (MB, MC, 16, CI, BL, ...)") }
      return code
    }
  }

  static func state(_ text: String) throws(CellError) -> String {
    let code = StateNames.code(text) ?? CellReading.capitals(text)
    guard code.utf8.count == 2, code.utf8.allSatisfy(CellReading.isLetter) else {
      throw CellError("is not a state: two letters or its name")
    }
    return code
  }

  /// Five or nine digits, without the dash.
  static func zip(_ text: String) throws(CellError) -> String {
    let digits = text.utf8.filter { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: " ") }
    guard digits.allSatisfy(CellReading.isDigit), digits.count == 5 || digits.count == 9 else {
      throw CellError("is not a ZIP code of five or nine digits")
    }
    return String(decoding: digits, as: UTF8.self)
  }

  static func placeOfService(_ text: String) throws(CellError) -> String {
    guard text.utf8.count == 2, text.utf8.allSatisfy(CellReading.isDigit) else {
      throw CellError("is not a place of service of two digits (12 is home)")
    }
    return text
  }

  /// A member number; the dashes that cards print into a Medicare number (MBI) are taken out, and
  /// one that Medicare (SBR09 `MB`) cannot have given is refused.
  static func memberID(_ text: String, isMedicare: Bool) throws(CellError) -> String {
    let plain = String(
      decoding: CellReading.capitals(text).utf8.filter {
        $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: " ")
      }, as: UTF8.self)
    if isMedicare {
      guard MedicareNumber.isInForm(plain) else {
        throw CellError(
          "is no Medicare number (MBI): eleven digits and letters in their places, as in "
            + "1EG4-TE5-MK72, none of them S, L, O, I, B or Z")
      }
      return plain
    }
    let isAsOnCards = text.utf8.count == 13 && plain.utf8.count == 11
    return isAsOnCards && MedicareNumber.isInForm(plain) ? plain : text
  }
}
