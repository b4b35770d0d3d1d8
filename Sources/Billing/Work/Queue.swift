/// The work queues of the back office (domain reference 1.4).
package enum QueueName: String, Sendable, CaseIterable {
  case orderConfirmation = "order-confirmation"
  case holds
  case transmission
  case creditBalances = "credit-balances"
  case cashPosting = "cash-posting"
  case rejections
  case denials
  case followUp = "ar-follow-up"
  case patientBalances = "patient-balances"
  case special

  package var title: String {
    switch self {
    case .orderConfirmation: "Order confirmation"
    case .holds: "Holds"
    case .transmission: "Transmission"
    case .special: "Special processes"
    case .creditBalances: "Credit balances"
    case .cashPosting: "Cash posting"
    case .rejections: "Rejections"
    case .denials: "Denials"
    case .followUp: "A/R follow-up"
    case .patientBalances: "Patient balances"
    }
  }

  /// Order on the home screen: what must be cleared first.
  package static let inOrder: [QueueName] = [
    .orderConfirmation, .holds, .transmission, .rejections, .cashPosting, .denials, .followUp,
    .creditBalances, .patientBalances, .special,
  ]
}

/// Which part of a queue holds an item; only `.work` is handed out by "take next".
package enum Lane: Int, Sendable, CaseIterable {
  case work = 0
  /// Escalated to a lead.
  case lead = 1
  /// Past the last legal day: kept apart so that it never buries live money.
  case expired = 2
  /// Comes back by itself on its follow-up date.
  case waiting = 3

  package var title: String {
    switch self {
    case .work: "open"
    case .lead: "with a lead"
    case .expired: "expired"
    case .waiting: "waiting"
    }
  }
}

/// How near the governing deadline is: the first key of the rank.
package enum Tier: Int, Sendable, CaseIterable, Comparable {
  case pinned = 0
  case week = 1
  case twoWeeks = 2
  case month = 3
  case twoMonths = 4
  case later = 5
  case noDeadline = 6
  case expired = 7

  package static func < (left: Tier, right: Tier) -> Bool { left.rawValue < right.rawValue }

  package var title: String {
    switch self {
    case .pinned: "pinned"
    case .week: "7 days or less"
    case .twoWeeks: "8 to 14 days"
    case .month: "15 to 30 days"
    case .twoMonths: "31 to 60 days"
    case .later: "over 60 days"
    case .noDeadline: "no deadline"
    case .expired: "expired"
    }
  }

  /// The last number of days left that still belongs to each tier, nearest first.
  package static let bounds: [(tier: Tier, daysLeft: Int)] = [
    (.week, 7), (.twoWeeks, 14), (.month, 30), (.twoMonths, 60),
  ]

  /// The tier on a day: by days left to the safe date, expired only after the legal date.
  package static func of(safe: Day?, legal: Day?, today: Day) -> Tier {
    guard let safe else { return .noDeadline }
    if let legal, today > legal { return .expired }
    return bounds.first { safe - today <= $0.daysLeft }?.tier ?? .later
  }
}

/// What a work item is about.
package enum WorkSubject: Hashable, Sendable {
  case claim(ClaimID)
  /// A claim of a remittance that could not be posted by itself.
  case remitClaim(RemitClaimID)
  /// A whole remittance: out of balance, or with provider adjustments to place.
  case remittance(RemittanceID)
  /// An order to be confirmed.
  case order(OrderID)
  /// A charge that is on no claim yet.
  case charge(ChargeID)
  /// A batch whose answer is awaited.
  case batch(BatchID)
  /// Work that the calendar brings.
  case special(SpecialID)
  /// What of a claim's money belongs to somebody else.
  case credit(ClaimID)
  /// What a payer set off against whole payments, under one reference.
  case providerBalance(ProviderBalanceID)
  /// Money in the bank without its remittance.
  case deposit(DepositID)
  /// A question that another person answers.
  case approval(ApprovalID)
  /// All that a patient owes.
  case patient(PatientID)
  /// A remittance that could not be read.
  case refusedSet(RefusedSetID)
  /// What a payer allowed less than expected for a claim.
  case underpayment(ClaimID)

  /// The kinds of subjects by their words.
  package enum Kind: String, Sendable, CaseIterable {
    case claim
    case remitClaim = "remit-claim"
    case remittance, order, charge, batch, special, credit, deposit, approval
    case providerBalance = "provider-balance"
    case patient
    case refusedSet = "refused-set"
    case underpayment
  }

  package var kind: String {
    let kind: Kind =
      switch self {
      case .claim: .claim
      case .remitClaim: .remitClaim
      case .remittance: .remittance
      case .order: .order
      case .charge: .charge
      case .batch: .batch
      case .special: .special
      case .credit: .credit
      case .providerBalance: .providerBalance
      case .deposit: .deposit
      case .approval: .approval
      case .patient: .patient
      case .refusedSet: .refusedSet
      case .underpayment: .underpayment
      }
    return kind.rawValue
  }

  package var key: Int64 {
    switch self {
    case .claim(let id): id.rawValue
    case .remitClaim(let id): id.rawValue
    case .remittance(let id): id.rawValue
    case .order(let id): id.rawValue
    case .charge(let id): id.rawValue
    case .batch(let id): id.rawValue
    case .special(let id): id.rawValue
    case .credit(let id): id.rawValue
    case .providerBalance(let id): id.rawValue
    case .deposit(let id): id.rawValue
    case .approval(let id): id.rawValue
    case .patient(let id): id.rawValue
    case .refusedSet(let id): id.rawValue
    case .underpayment(let id): id.rawValue
    }
  }

  package init(_ kind: Kind, key: Int64) {
    switch kind {
    case .claim: self = .claim(ClaimID(key))
    case .remitClaim: self = .remitClaim(RemitClaimID(key))
    case .remittance: self = .remittance(RemittanceID(key))
    case .order: self = .order(OrderID(key))
    case .charge: self = .charge(ChargeID(key))
    case .batch: self = .batch(BatchID(key))
    case .special: self = .special(SpecialID(key))
    case .credit: self = .credit(ClaimID(key))
    case .providerBalance: self = .providerBalance(ProviderBalanceID(key))
    case .deposit: self = .deposit(DepositID(key))
    case .approval: self = .approval(ApprovalID(key))
    case .patient: self = .patient(PatientID(key))
    case .refusedSet: self = .refusedSet(RefusedSetID(key))
    case .underpayment: self = .underpayment(ClaimID(key))
    }
  }

  package init?(kind: String, key: Int64) {
    guard let kind = Kind(rawValue: kind) else { return nil }
    self.init(kind, key: key)
  }
}
