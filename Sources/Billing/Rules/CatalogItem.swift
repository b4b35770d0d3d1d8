/// What the rules say of one HCPCS code (domain reference 7.10 and 7.3); data, never code.
package struct CatalogItem: Equatable, Sendable {
  package var code: String
  /// In our own words.
  package var title: String
  package var category: PaymentCategory
  /// Months that are paid where it is rented; nil where rent does not end.
  package var capMonths: Int?
  /// Whether every piece has a serial number that must be on file.
  package var isSerialized: Bool
  /// Whether each side is a line of its own (RT, LT).
  package var isSided: Bool
  /// Documents without which it is not payable, beside order and proof of delivery.
  package var documents: [DocumentKind]
  /// Payer families that want an authorization.
  package var authorizationFamilies: [PayerFamily]
  /// Families whose policy asks for KX (or GA, GY, GZ) on the line.
  package var policyModifierFamilies: [PayerFamily]
  /// Modifiers of which one must be present: A1 to A9, AU, N1 to N3, KS and KX, ...
  package var oneOf: [[String]]
  /// First letters of diagnoses that the policy takes; empty where any will do.
  package var diagnosisPrefixes: [String]
  /// Code of the equipment that it belongs to; empty where it stands alone.
  package var baseCodes: [String]
  /// nil for no limit.
  package var unitLimit: UnitLimit?
  /// Whether a line needs words of its own (miscellaneous codes, repairs).
  package var needsNarrative: Bool
  /// Whether a maintenance visit (MS) is paid after the last rental month: concentrators and
  /// transfilling equipment (domain reference 7.5).
  package var hasMaintenance: Bool
  /// The days for which the code may be billed.
  package var effective: Validity
  package var confidence: RuleConfidence

  package init(
    code: String, title: String, category: PaymentCategory, capMonths: Int? = nil,
    isSerialized: Bool = false, isSided: Bool = false, documents: [DocumentKind] = [],
    authorizationFamilies: [PayerFamily] = [], policyModifierFamilies: [PayerFamily] = [],
    oneOf: [[String]] = [], diagnosisPrefixes: [String] = [], baseCodes: [String] = [],
    unitLimit: UnitLimit? = nil, needsNarrative: Bool = false,
    hasMaintenance: Bool = false, effective: Validity = Validity(),
    confidence: RuleConfidence = .unverified
  ) {
    self.code = code
    self.title = title
    self.category = category
    self.capMonths = capMonths
    self.isSerialized = isSerialized
    self.isSided = isSided
    self.documents = documents
    self.authorizationFamilies = authorizationFamilies
    self.policyModifierFamilies = policyModifierFamilies
    self.oneOf = oneOf
    self.diagnosisPrefixes = diagnosisPrefixes
    self.baseCodes = baseCodes
    self.unitLimit = unitLimit
    self.needsNarrative = needsNarrative
    self.hasMaintenance = hasMaintenance
    self.effective = effective
    self.confidence = confidence
  }
}

/// Most units in a rolling window of so many days.
package struct UnitLimit: Hashable, Sendable {
  package var units: Int
  package var days: Int

  package init(_ units: Int, days: Int) {
    self.units = units
    self.days = days
  }
}

/// What a payer is expected to allow for one unit (or one month of rent).
package struct AllowableRow: Equatable, Sendable {
  package var code: String
  /// NU, UE, RR, MS, KJ for rent of month 4 and later, or empty.
  package var modifier: String
  /// nil for every payer.
  package var family: PayerFamily?
  /// Two-letter state, nil for all.
  package var state: String?
  /// In cents.
  package var amount: Cents
  package var effective: Validity
  package var confidence: RuleConfidence

  package init(
    code: String, modifier: String = "", family: PayerFamily? = nil, state: String? = nil,
    amount: Cents, effective: Validity = Validity(),
    confidence: RuleConfidence = .unverified
  ) {
    self.code = code
    self.modifier = modifier
    self.family = family
    self.state = state
    self.amount = amount
    self.effective = effective
    self.confidence = confidence
  }
}

/// A HCPCS modifier: what it says, where on the line it stands, what it excludes.
package struct ModifierRow: Equatable, Sendable {
  /// Pricing first, then policy, then what only informs (domain reference 6.2).
  package enum Position: String, Sendable, CaseIterable {
    case pricing, policy, informational
  }

  package var code: String
  package var meaning: String
  package var position: Position
  package var excludes: [String]

  package init(code: String, meaning: String, position: Position, excludes: [String] = []) {
    self.code = code
    self.meaning = meaning
    self.position = position
    self.excludes = excludes
  }
}

/// A reason for which a charge may be held (domain reference 1.5).
package struct HoldReasonRow: Equatable, Sendable {
  package var code: String
  package var title: String
  package var type: HoldType
  package var team: Team
  /// The document that releases it, nil where something else does.
  package var document: DocumentKind?
  /// Days after which somebody must look again.
  package var reviewDays: Int
  /// Whether it says nothing by itself, so that the note must.
  package var needsWords: Bool

  package init(
    code: String, title: String, type: HoldType, team: Team, document: DocumentKind? = nil,
    reviewDays: Int, needsWords: Bool = false
  ) {
    self.needsWords = needsWords
    self.code = code
    self.title = title
    self.type = type
    self.team = team
    self.document = document
    self.reviewDays = reviewDays
  }
}

/// Numbers of the special processes and of orders and charges that an office may change.
package struct OrderSettings: Equatable, Sendable {
  /// Days before the end of the supply from which the patient may be asked (CMS: 30).
  package var refillContactDays = 30
  /// Days before the end of the supply from which it may be shipped (CMS: 10).
  package var refillShipDays = 10
  package var usefulLifetimeYears = 5
  package var oxygenMonths = 36
  package var maintenanceMonths = 6
  /// Re-evaluation within a PAP trial: first and last day, day 1 being the setup.
  package var papFirstDay = 31
  package var papLastDay = 91
  /// Nights of 4 hours, in percent of 30 consecutive days.
  package var papUsagePercent = 70
  /// Days before an authorization's end on which it is worked: the first opens it.
  package var authorizationNotices = [30, 14, 7]
  /// Days for which an eligibility answer is taken as true.
  package var eligibilityDays = 31
  /// Longest time a manual hold may wait for its review, in days.
  package var manualHoldDays = 30
  /// Whether a purchase option letter goes out in month 10 (domain reference 11.2).
  package var tenthMonthLetter = false
  /// How far a price may be from the expected amount before somebody looks, in percent.
  package var priceTolerancePercent = 400
  /// Rent of month 4 and later in percent of the first months, where no row says it (domain
  /// reference 7.4: 7.5 % of the purchase price after 10 %).
  package var laterRentPercent = 75
  /// Most charge lines of a claim (005010X222A1 loop 2400).
  package var linesPerClaim = 50

  package init() {}
}
