import Billing

/// Reading rows of orders and charges: catalog, allowables, modifiers, hold reasons, jurisdictions.
extension RuleRow {
  func item() throws(RulesError) -> CatalogItem {
    let category = try choice("category", of: PaymentCategory.allCases)
    let most = try optionalNumber("max-units", in: 1...100_000)
    let window = try optionalNumber("window-days", in: 1...3650)
    let limit = most.flatMap { most in window.map { UnitLimit(most, days: $0) } }
    guard (most == nil) == (window == nil) else {
      throw error(
        most == nil ? "window-days" : "max-units", "stands alone",
        "give both max-units and window-days")
    }
    var oneOf: [[String]] = []
    for group in try list("one-of", default: []) {
      oneOf.append(group.split(separator: "|").map(String.init))
    }
    return CatalogItem(
      code: try code(), title: try text("title"), category: category,
      capMonths: try optionalNumber("cap-months", in: 1...120),
      isSerialized: try flag("serial", default: false),
      isSided: try flag("sided", default: false),
      documents: try choices("documents", of: DocumentKind.allCases),
      authorizationFamilies: try choices("authorization", of: PayerFamily.allCases),
      policyModifierFamilies: try choices("policy-modifier", of: PayerFamily.allCases),
      oneOf: oneOf, diagnosisPrefixes: try list("diagnoses", default: []),
      baseCodes: try list("base-codes", default: []), unitLimit: limit,
      needsNarrative: try flag("narrative", default: false),
      hasMaintenance: try flag("maintenance", default: false), effective: try period(),
      confidence: try confidence())
  }

  /// One row for each price that the row of the file gives, at least one.
  func allowables() throws(RulesError) -> [AllowableRow] {
    let shared = AllowableRow(
      code: try code(), family: try optionalChoice("family", of: PayerFamily.allCases),
      state: try optionalState("state"), amount: .zero, effective: try period(),
      confidence: try confidence())
    var rows: [AllowableRow] = []
    func add(_ modifier: String, _ amount: Cents) {
      var row = shared
      row.modifier = modifier
      row.amount = amount
      rows.append(row)
    }
    for (key, modifier) in Self.priceKeys where values[key] != nil {
      add(modifier, try amount(key))
    }
    if values["amount"] != nil { add(try text("modifier", default: ""), try amount("amount")) }
    if values["cents"] != nil {
      let cents = try number("cents", in: 0...Int(Cents.largestFromOutside))
      add(try text("modifier", default: ""), Cents(Int64(cents)))
    }
    if rows.isEmpty { throw error("amount", "is missing", "add a price such as rr = \"40.60\"") }
    return rows
  }

  private static let priceKeys = [
    ("nu", "NU"), ("ue", "UE"), ("rr", "RR"), ("kj", "KJ"), ("ms", "MS"),
  ]

  func modifier() throws(RulesError) -> ModifierRow {
    ModifierRow(
      code: try text("code"), meaning: try text("meaning"),
      position: try choice("position", of: ModifierRow.Position.allCases),
      excludes: try list("excludes", default: []))
  }

  func holdReason() throws(RulesError) -> HoldReasonRow {
    HoldReasonRow(
      code: try text("code"), title: try text("title"),
      type: try choice("type", of: HoldType.allCases),
      team: try choice("team", of: Team.allCases),
      document: try optionalChoice("document", of: DocumentKind.allCases),
      reviewDays: try number("review-days", in: 1...365),
      needsWords: try flag("needs-words", default: false))
  }

  func orderHeading() throws(RulesError) -> OrderHeading {
    OrderHeading(heading: try text("heading"), column: try text("column"))
  }

  func reason() throws(RulesError) -> ReasonRow {
    ReasonRow(code: try text("code"), title: try text("title"))
  }

  func jurisdiction() throws(RulesError) -> (
    state: String, payer: String, confidence: RuleConfidence
  ) {
    guard let state = try optionalState("state") else {
      throw error("state", "is missing", "add state = \"OH\"")
    }
    return (state, try text("payer"), try confidence())
  }

  /// A HCPCS code: a letter and four digits; others are licensed and never kept as rules.
  private func code() throws(RulesError) -> String {
    let code = try text("code")
    let bytes = Array(code.utf8)
    let isCode =
      bytes.count == 5 && (UInt8(ascii: "A")...UInt8(ascii: "V")).contains(bytes[0])
      && bytes.dropFirst().allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard isCode else {
      throw error("code", "\"\(code)\" is no HCPCS code", "use a letter and four digits")
    }
    return code
  }

  private func confidence() throws(RulesError) -> RuleConfidence {
    try choice("confidence", of: RuleConfidence.allCases, default: .unverified)
  }
}
