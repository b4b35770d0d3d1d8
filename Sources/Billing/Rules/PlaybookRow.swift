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
  /// Look the facts up before anything is sent or given up.
  case verification = "VFY"
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
    case .verification: "look the facts up first"
    case .informational: "nothing to send"
    case .refund: "refund"
    case .reroute: "bill the right payer"
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

/// What is special about a reason code, beyond what to do about it.
package enum DenialTrait: String, Sendable, CaseIterable {
  /// The same claim was there before: no clock starts, and sending it again makes another.
  case duplicate
  /// Restates what the same payer paid earlier for the line; nothing is refused by it.
  case earlierPayment = "earlier-payment"
  /// Deductible, coinsurance and the like: owed by the next payer or the patient, never contested.
  case patientShare = "patient-share"
  /// Decides nothing that could be appealed.
  case noAppeal = "no-appeal"
  /// Says little by itself: the remark codes say what to do.
  case byRemark = "by-remark"
  /// Filed too late: the day of acceptance is held against the limit of the line.
  case timelyFiling = "timely-filing"
  /// This payer never owes it: no claim to it can help.
  case wrongPayer = "wrong-payer"
  /// Whatever the group code, the patient must not be asked (qualified Medicare beneficiaries).
  case patientProtected = "patient-protected"
}

/// One row of the denial playbook: CARC, optionally a RARC, groups and kinds of payers.
package struct PlaybookRow: Equatable, Sendable {
  package var carc: String
  package var rarc: String?
  /// Group codes that the row speaks of; empty for all.
  package var groups: [AdjustmentGroup]
  /// Kinds of payers that the row speaks of; empty for all.
  package var families: [PayerFamily]
  /// Meaning in our own words; official texts are licensed.
  package var meaning: String
  package var cause: String
  /// What to correct or obtain for this pair of codes; empty where remark codes or cause say it.
  package var fix: String
  /// Best first.
  package var dispositions: [Disposition]
  package var clock: GoverningClock
  package var traits: Set<DenialTrait>
  /// Reductions that are written off at posting (CO-45 and its kind).
  package var isContractual: Bool
  /// Code of the write-off reason that fits, nil where none is named.
  package var writeOffReason: String?
  package var source: String
  package var confidence: RuleConfidence

  package init(
    carc: String, rarc: String? = nil, groups: [AdjustmentGroup] = [],
    families: [PayerFamily] = [], meaning: String, cause: String = "", fix: String = "",
    dispositions: [Disposition], clock: GoverningClock, traits: Set<DenialTrait> = [],
    isContractual: Bool = false, writeOffReason: String? = nil, source: String = "",
    confidence: RuleConfidence = .medium
  ) {
    self.carc = carc
    self.rarc = rarc
    self.groups = groups
    self.families = families
    self.meaning = meaning
    self.cause = cause
    self.fix = fix
    self.dispositions = dispositions
    self.clock = clock
    self.traits = traits
    self.isContractual = isContractual
    self.writeOffReason = writeOffReason
    self.source = source
    self.confidence = confidence
  }
}
