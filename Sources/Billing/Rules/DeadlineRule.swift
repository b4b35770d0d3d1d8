/// What a time limit is for.
package enum DeadlineKind: String, Sendable, CaseIterable {
  case initialClaim = "initial-claim"
  case correctedClaim = "corrected-claim"
  case secondaryClaim = "secondary-claim"
  case reopening
  case dispute
  case appealFirst = "appeal-1"
  case appealSecond = "appeal-2"
  case appealThird = "appeal-3"
  case appealFourth = "appeal-4"
  case appealFifth = "appeal-5"
  /// Asking the next level to look at an appeal that was dismissed unread.
  case dismissal
  case documentRequest = "document-request"
  case refund

  package static func appeal(_ level: AppealLevel) -> DeadlineKind {
    switch level {
    case .first: .appealFirst
    case .second: .appealSecond
    case .third: .appealThird
    case .fourth: .appealFourth
    case .fifth: .appealFifth
    }
  }
}

/// Which date starts a clock.
package enum DeadlineClock: String, Sendable, CaseIterable {
  case serviceFrom = "service-from"
  case serviceThrough = "service-through"
  case primaryRemittance = "primary-remittance"
  case remittance
  case notice
  case identified
  /// The letter in which a payer or its contractor asks for records.
  case letter
}

/// The unit in which a limit is counted.
package enum DeadlineUnit: String, Sendable, CaseIterable {
  case days
  case businessDays = "business-days"
  case months
  case years
  /// December 31 of the n-th year after the clock date.
  case yearEnds = "year-ends"
}

/// Who asks for the records of a claim (domain reference 2.7).
package enum RecordsContractor: String, Sendable, CaseIterable {
  /// The Medicare contractor itself, before or after payment.
  case dmeMAC = "dme-mac"
  /// Targeted probe and educate.
  case targetedProbe = "tpe"
  /// Supplemental medical review contractor.
  case supplementalReview = "smrc"
  /// Recovery audit contractor.
  case recoveryAudit = "rac"
  /// Comprehensive error rate testing.
  case errorRateTesting = "cert"
  /// Unified program integrity contractor.
  case programIntegrity = "upic"
  /// Any other payer: its letter says how long.
  case payer
}

/// How sure we are of a row of the rules data.
package enum RuleConfidence: String, Sendable, CaseIterable {
  /// Read in the primary source named.
  case high
  case medium
  case low
  /// From general knowledge; must be checked before an office relies on it.
  case unverified
}

/// One effective-dated time limit (domain reference 2.1); data, never code.
package struct DeadlineRule: Equatable, Sendable {
  package var id: String
  package var kind: DeadlineKind
  package var family: PayerFamily
  /// Payer by rule key, nil for the whole family.
  package var payerKey: String?
  /// Two-letter state, nil for all.
  package var state: String?
  /// Who asks, for document requests; nil for all other kinds.
  package var contractor: RecordsContractor?
  package var count: Int
  package var unit: DeadlineUnit
  package var clock: DeadlineClock
  /// Days by which receipt of a notice is presumed later than its date; legal date only.
  package var presumedReceiptDays: Int
  /// Days by which the safe day lies before the last one; 0 leaves the rolled-back last day.
  package var safeMarginDays: Int
  /// Most days, from the identification of a credit, for which an investigation suspends the limit;
  /// 0 where none does.
  package var suspensionDays: Int
  package var effective: Validity
  package var source: String
  package var confidence: RuleConfidence

  package init(
    id: String, kind: DeadlineKind, family: PayerFamily, payerKey: String? = nil,
    state: String? = nil, contractor: RecordsContractor? = nil, count: Int, unit: DeadlineUnit,
    clock: DeadlineClock, presumedReceiptDays: Int = 0, safeMarginDays: Int = 0,
    suspensionDays: Int = 0,
    effective: Validity = Validity(),
    source: String, confidence: RuleConfidence
  ) {
    self.id = id
    self.kind = kind
    self.family = family
    self.payerKey = payerKey
    self.state = state
    self.contractor = contractor
    self.count = count
    self.unit = unit
    self.clock = clock
    self.presumedReceiptDays = presumedReceiptDays
    self.safeMarginDays = safeMarginDays
    self.suspensionDays = suspensionDays
    self.effective = effective
    self.source = source
    self.confidence = confidence
  }
}
