/// The special processes: work that the calendar brings (domain reference 1.7).
package enum SpecialKind: String, Sendable, CaseIterable {
  case resupply
  case oxygenContents = "oxygen-contents"
  case usefulLifetime = "useful-lifetime"
  case maintenance
  case papTrial = "pap-trial"
  /// The paid months end: stop the rent, write the title letter.
  case capConversion = "cap-conversion"
  case repair
  /// An authorization runs out or its units do.
  case authorizationRenewal = "authorization-renewal"
  /// Coverage to be verified before the next delivery or month.
  case eligibilityCheck = "eligibility-check"

  package var title: String {
    switch self {
    case .resupply: "Resupply"
    case .oxygenContents: "Oxygen contents"
    case .usefulLifetime: "Useful lifetime"
    case .maintenance: "Maintenance"
    case .papTrial: "PAP trial"
    case .capConversion: "Cap conversion"
    case .repair: "Repair"
    case .authorizationRenewal: "Authorization renewal"
    case .eligibilityCheck: "Eligibility check"
    }
  }
}

/// One piece of special work as the calendar gives it, before it has keys.
///
/// The same patient, kind, subject and due day is the same piece of work.
package struct SpecialDue: Equatable, Sendable {
  package var kind: SpecialKind
  package var patient: PatientID
  package var rental: RentalID?
  package var order: OrderID?
  /// The authorization that runs out.
  package var document: DocumentID?
  /// What it will charge: each code with its modifiers and the units the limits allow.
  package var items: [SpecialItem]
  /// First day on which it may be worked.
  package var opensOn: Day
  /// First day on which the product may be shipped, delivered or billed.
  package var dueOn: Day
  /// Last day that makes sense, nil where there is none.
  package var closesOn: Day?
  /// One sentence: why it is due.
  package var reason: String
  /// Documents without which nothing may be charged.
  package var needs: [DocumentKind]

  package init(
    kind: SpecialKind, patient: PatientID, rental: RentalID? = nil, order: OrderID? = nil,
    document: DocumentID? = nil, items: [SpecialItem] = [], opensOn: Day, dueOn: Day,
    closesOn: Day?, reason: String, needs: [DocumentKind] = []
  ) {
    self.kind = kind
    self.patient = patient
    self.rental = rental
    self.order = order
    self.document = document
    self.items = items
    self.opensOn = opensOn
    self.dueOn = dueOn
    self.closesOn = closesOn
    self.reason = reason
    self.needs = needs
  }
}

/// What one piece of special work would deliver or charge.
package struct SpecialItem: Hashable, Sendable {
  package var procedure: ProcedureCode
  package var units: Int
  /// Expected from the payer for all units, in cents.
  package var expected: Cents

  package init(procedure: ProcedureCode, units: Int, expected: Cents) {
    self.procedure = procedure
    self.units = units
    self.expected = expected
  }
}

/// A piece of special work that the office keeps.
package struct SpecialWork: Equatable, Sendable {
  package enum Standing: String, Sendable, CaseIterable {
    case open
    /// The patient answered; what was asked for may be shipped from the due day on.
    case answered
    case done
    case declined
    /// Its window closed or its facts went: open again if they come back.
    case lapsed
  }

  package var id: SpecialID
  package var due: SpecialDue
  package var standing: Standing
  package var answers: [SupplyAnswer]
  /// The order that came of it.
  package var madeOrder: OrderID?

  package init(
    id: SpecialID, due: SpecialDue, standing: Standing, answers: [SupplyAnswer] = [],
    madeOrder: OrderID? = nil
  ) {
    self.id = id
    self.due = due
    self.standing = standing
    self.answers = answers
    self.madeOrder = madeOrder
  }
}
