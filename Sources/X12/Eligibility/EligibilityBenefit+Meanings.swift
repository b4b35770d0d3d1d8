// What EB01 says, in plain words of our own.

extension EligibilityBenefit {
  /// What kind of thing is said.
  package enum Kind: Sendable {
    /// 1 to 5: the person is covered.
    case active
    /// 6 to 8: the person is not covered.
    case inactive
    /// R: another payer covers the person as well.
    case otherPayer
    /// V: the payer cannot process the question.
    case unprocessed
    /// U and W: somebody else knows.
    case askElsewhere
    /// Shares, limits, exclusions and the like.
    case detail
  }

  /// What kind of thing is said (EB01).
  package var kind: Kind {
    switch information {
    case "1", "2", "3", "4", "5": .active
    case "6", "7", "8": .inactive
    case "R": .otherPayer
    case "V": .unprocessed
    case "U", "W": .askElsewhere
    default: .detail
    }
  }

  /// EB01 in plain words, nil for a code that the guide does not know.
  package static func meaning(ofInformation code: String) -> String? {
    switch code {
    case "1": "coverage is active"
    case "2": "coverage is active, paid per head at full risk"
    case "3": "coverage is active, services are paid per head"
    case "4": "coverage is active, services are paid per head to the primary care physician"
    case "5": "coverage is active while it is looked into"
    case "6": "coverage is not active"
    case "7": "coverage is not active until eligibility is updated"
    case "8": "coverage is not active while it is looked into"
    case "A": "share that the patient pays"
    case "B": "fixed amount that the patient pays"
    case "C": "deductible"
    case "CB": "how coverage is reckoned"
    case "D": "description of the benefit"
    case "E": "excluded"
    case "F": "limited"
    case "G": "most that the patient pays in all"
    case "H": "without limit"
    case "I": "not covered"
    case "J": "cost containment"
    case "K": "reserve"
    case "L": "primary care provider"
    case "M": "condition from before coverage began"
    case "MC": "coordinator of managed care"
    case "N": "only from the provider that is named"
    case "O": "not held medically necessary"
    case "P": "disclaimer"
    case "Q": "a second opinion is needed"
    case "R": "another payer"
    case "S": "history of earlier years"
    case "T": "card was reported lost or stolen"
    case "U": "ask the party that is named"
    case "V": "the question cannot be processed"
    case "W": "another source has the data"
    case "X": "health care facility"
    case "Y": "spend-down"
    default: nil
    }
  }

  /// Service types (EB03, EQ01) that tell whether equipment is covered, in plain words; nil for
  /// the others.
  package static func meaning(ofServiceType code: String) -> String? {
    switch code {
    case "1": "medical care"
    case "11": "used equipment"
    case "12": "equipment bought"
    case "18": "equipment rented"
    case "30": "plan coverage"
    case "42": "home health care"
    case "56": "oxygen"
    case "57": "respiratory equipment"
    case "58": "supplies"
    case "DM": "durable medical equipment"
    default: nil
    }
  }
}
