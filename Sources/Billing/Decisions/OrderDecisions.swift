// What decisions about orders, charges and special work say.

/// The end of one hold, or of all that are open.
package struct ManualRelease: Equatable, Sendable {
  /// Nil for every open hold of the charge.
  package var hold: HoldID?
  /// Whether it ends in all held months of the agreement, or in this one alone.
  package var allMonths: Bool
  /// What shows that the reason is gone.
  package var evidence: String

  package init(_ hold: HoldID? = nil, allMonths: Bool = false, evidence: String) {
    self.hold = hold
    self.allMonths = allMonths
    self.evidence = evidence
  }
}

/// What a patient wants, item by item.
package struct PatientAnswer: Equatable, Sendable {
  package var answers: [SupplyAnswer]
  /// Who asked for it: the patient or a caregiver by name.
  package var requestedBy: String

  package init(_ answers: [SupplyAnswer], requestedBy: String) {
    self.answers = answers
    self.requestedBy = requestedBy
  }
}

/// What was delivered, shipped or done.
package struct Fulfilment: Equatable, Sendable {
  /// Day of the visit, delivery or shipping.
  package var on: Day
  /// Units delivered of each item; empty where it delivers no items.
  package var delivered: [SupplyAnswer]

  package init(on day: Day, delivered: [SupplyAnswer] = []) {
    self.on = day
    self.delivered = delivered
  }
}

/// Causes of order problems, fed back to the team that can prevent them.
package enum OrderProblemCause: String, Sendable, CaseIterable {
  case quantityMismatch = "quantity-mismatch"
  case serialProblem = "serial-problem"
  case missingProofOfDelivery = "missing-proof-of-delivery"
  case wrongItem = "wrong-item"
  case missingOrder = "missing-order"
  case wrongModifiers = "wrong-modifiers"
  case price
  case demographics
  case coverage
  case prescriber
  case authorization
  case diagnosis
  case dates
  case other

  package var title: String {
    switch self {
    case .quantityMismatch: "Quantity mismatch"
    case .serialProblem: "Serial number problem"
    case .missingProofOfDelivery: "Missing proof of delivery"
    case .wrongItem: "Wrong item"
    case .missingOrder: "Missing or wrong prescription"
    case .wrongModifiers: "Wrong modifiers"
    case .price: "Price"
    case .demographics: "Demographics"
    case .coverage: "Coverage"
    case .prescriber: "Prescriber"
    case .authorization: "Authorization"
    case .diagnosis: "Diagnosis"
    case .dates: "Dates"
    case .other: "Other"
    }
  }

  /// Who can prevent it.
  package var team: Team {
    switch self {
    case .quantityMismatch, .serialProblem, .missingProofOfDelivery, .wrongItem, .dates:
      .fulfilment
    case .missingOrder: .documentation
    case .wrongModifiers, .price: .billing
    case .demographics, .prescriber, .diagnosis, .other: .intake
    case .coverage: .eligibility
    case .authorization: .authorization
    }
  }
}
