/// One item of a made-up order as the front office enters it.
struct OrderedLine: Sendable {
  /// A word of the column `kind`.
  enum Kind: String, Sendable {
    case purchase, rental, supply, service
  }

  var kind: Kind
  var code: String
  var modifiers: [String]
  var units: Int
  var prescribedUnits: Int
  var days: Int?
  /// For one unit, in cents.
  var unitCharge: Int64
  var serialNumber = ""
  var description = ""
  var narrative = ""
  var firstRentalMonth = 1
  var authorization: Authorization?

  /// What the payer granted.
  struct Authorization: Equatable, Sendable {
    var number: String
    var units: Int
  }

  init(
    _ kind: Kind, _ code: String, _ modifiers: [String] = [], units: Int = 1, days: Int? = nil,
    narrative: String = "", description: String = ""
  ) {
    self.kind = kind
    self.code = code
    self.modifiers = modifiers
    self.units = units
    prescribedUnits = units
    self.days = days
    unitCharge = Product.named(code).charge
    self.narrative = narrative
    self.description = description
  }

  /// Whether pieces of it have serial numbers.
  var isSerialized: Bool { Self.serialized.contains(code) }

  private static let serialized: Set<String> = [
    "E0601", "E0470", "E0471", "E1390", "E1392", "E0466", "E0570", "E0260", "E0277", "K0001",
    "K0003", "K0004", "K0823", "E2402", "E0730", "E2103",
  ]
}
