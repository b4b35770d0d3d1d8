package import Billing

/// A way to the money of a denied line that its codes may close.
enum Remedy: Hashable {
  case newClaim
  case replacement
  case reopening
  case appeal
  case nextPayer
  case patient
}

extension Disposition {
  /// The decision that carries it out.
  package var verb: DecisionVerb {
    switch self {
    case .newClaim: .resubmit
    case .replacement: .replace
    case .reopening: .reopen
    case .appeal: .appeal
    case .nextPayer: .billNext
    case .patient: .transferPatient
    case .writeOff: .writeOff
    case .document: .requestDocuments
    case .authorization: .obtainAuthorization
    case .eligibility: .checkEligibility
    case .verification: .checkedPortal
    case .informational, .refund: .followUp
    case .reroute: .changePayer
    case .review: .calledPayer
    }
  }

  /// Whether it only prepares another step: it is done once, and only while that step is in time.
  var isPreparation: Bool {
    switch self {
    case .document, .authorization, .eligibility, .verification, .informational: true
    case .newClaim, .replacement, .reopening, .appeal, .nextPayer, .patient, .writeOff, .refund,
      .reroute, .review:
      false
    }
  }

  /// Whether it may bring the money.
  var isRemedy: Bool {
    switch self {
    case .newClaim, .replacement, .reopening, .appeal, .nextPayer, .patient, .reroute: true
    case .document, .authorization, .eligibility, .verification, .informational, .writeOff,
      .refund, .review:
      false
    }
  }
}
