/// What to do after a denial (domain reference 3.2).
package enum Disposition: String, Sendable, CaseIterable {
  case newClaim = "NEW"
  case replacement = "REP"
  case reopening = "RO"
  case appeal = "APL"
  case nextPayer = "NXT"
  case patient = "PAT"
  case writeOff = "WO"
  case document = "DOC"
  case eligibility = "ELG"
  case authorization = "AUTH"
  case informational = "POST"
  case refund = "RFD"
  case reroute = "RTE"
  /// No row of the playbook speaks of it: a person reads and decides.
  case review = "REVIEW"

  package var title: String {
    switch self {
    case .newClaim: "correct and send a new claim"
    case .replacement: "send a replacement claim"
    case .reopening: "ask for a reopening"
    case .appeal: "appeal with documents"
    case .nextPayer: "bill the next payer"
    case .patient: "bill the patient"
    case .writeOff: "write off"
    case .document: "obtain the document first"
    case .eligibility: "check eligibility again"
    case .authorization: "get or fix the authorization"
    case .informational: "nothing to work"
    case .refund: "refund"
    case .reroute: "send to the right payer"
    case .review: "read and decide"
    }
  }
}

/// Which clock governs after a denial.
package enum GoverningClock: String, Sendable {
  case timelyFiling = "TF"
  case appeal = "AP"
  case both
  case none
}

/// One row of the denial playbook: CARC, optionally a RARC and a payer family.
package struct PlaybookRow: Equatable, Sendable {
  package var carc: String
  package var rarc: String?
  package var family: PayerFamily?
  /// Meaning in our own words; official texts are licensed.
  package var meaning: String
  package var cause: String
  /// Best first.
  package var dispositions: [Disposition]
  package var clock: GoverningClock
  /// Reductions that are written off at posting (CO-45 and its kind).
  package var isContractual: Bool
  package var source: String
  package var confidence: RuleConfidence

  package init(
    carc: String, rarc: String? = nil, family: PayerFamily? = nil, meaning: String,
    cause: String = "", dispositions: [Disposition], clock: GoverningClock,
    isContractual: Bool = false, source: String = "", confidence: RuleConfidence = .medium
  ) {
    self.carc = carc
    self.rarc = rarc
    self.family = family
    self.meaning = meaning
    self.cause = cause
    self.dispositions = dispositions
    self.clock = clock
    self.isContractual = isContractual
    self.source = source
    self.confidence = confidence
  }
}

/// What a remark code changes about what may be done.
package enum RemarkEffect: String, Sendable {
  case none
  /// MA130, N704: send a new claim; no appeal.
  case newClaimOnly = "new-claim-only"
  /// N142, N517: if it is sent again, then as a new claim and not as a replacement.
  case newClaim = "new-claim"
  /// N211: no appeal.
  case noAppeal = "no-appeal"
  /// N185: do not send again.
  case noResubmission = "no-resubmission"
  /// MA07, MA18: the payer passed the claim on.
  case crossover
}

/// One remittance advice remark code (RARC) in our own words.
package struct RemarkRow: Equatable, Sendable {
  package var code: String
  package var meaning: String
  package var fix: String
  package var effect: RemarkEffect

  package init(code: String, meaning: String, fix: String, effect: RemarkEffect = .none) {
    self.code = code
    self.meaning = meaning
    self.fix = fix
    self.effect = effect
  }
}

/// A claim status code or category of a 277CA in our own words.
package struct StatusRow: Equatable, Sendable {
  package var code: String
  package var meaning: String
  package var fix: String

  package init(code: String, meaning: String, fix: String) {
    self.code = code
    self.meaning = meaning
    self.fix = fix
  }
}

/// What a result code means for the item (domain reference 1.8).
package struct ResultRow: Equatable, Sendable {
  package var code: String
  package var title: String
  package var verb: DecisionVerb
  /// Default days until the item comes back; nil where it does not.
  package var followUpDays: Int?
  package var isProductive: Bool
  package var needsApproval: Bool

  package init(
    code: String, title: String, verb: DecisionVerb, followUpDays: Int?, isProductive: Bool,
    needsApproval: Bool
  ) {
    self.code = code
    self.title = title
    self.verb = verb
    self.followUpDays = followUpDays
    self.isProductive = isProductive
    self.needsApproval = needsApproval
  }
}

/// How a payer named in a file is recognised.
package struct PayerRow: Equatable, Sendable {
  /// Exact payer identifiers.
  package var identifiers: [String]
  /// Upper-case words that must all stand in the name.
  package var nameWords: [String]
  /// Claim filing indicators (SBR09, CLP06).
  package var filingIndicators: [String]
  package var family: PayerFamily
  package var key: String?
  package var state: String?

  package init(
    identifiers: [String], nameWords: [String], filingIndicators: [String], family: PayerFamily,
    key: String? = nil, state: String? = nil
  ) {
    self.identifiers = identifiers
    self.nameWords = nameWords
    self.filingIndicators = filingIndicators
    self.family = family
    self.key = key
    self.state = state
  }
}

/// When the first and the next follow-up with a payer family are due, in days.
package struct FollowUpRow: Equatable, Sendable {
  package var family: PayerFamily
  package var firstDays: Int
  package var nextDays: Int
  package var crossoverDays: Int

  package init(family: PayerFamily, firstDays: Int, nextDays: Int, crossoverDays: Int) {
    self.family = family
    self.firstDays = firstDays
    self.nextDays = nextDays
    self.crossoverDays = crossoverDays
  }
}

/// A reason for which a balance may be written off, and the limit without approval.
package struct WriteOffRow: Equatable, Sendable {
  package var code: String
  package var title: String
  /// In cents; above it a supervisor must decide.
  package var limit: Cents

  package init(code: String, title: String, limit: Cents) {
    self.code = code
    self.title = title
    self.limit = limit
  }
}
