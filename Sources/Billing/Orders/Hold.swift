/// The four types of holds (domain reference 1.5).
package enum HoldType: String, Sendable, CaseIterable {
  /// H1: order, prescription and medical records ("CMN/prescription" in speech).
  case documentation
  /// H2.
  case authorization
  /// H3: an automated check failed.
  case system
  /// H4: placed by a person.
  case manual

  package var title: String {
    switch self {
    case .documentation: "Order/Rx & medical records"
    case .authorization: "Prior authorization"
    case .system: "Automated system"
    case .manual: "Manual"
    }
  }
}

/// Who must act.
package enum Team: String, Sendable, CaseIterable {
  case intake
  case eligibility
  case authorization
  case documentation
  case fulfilment
  case confirmation
  case billing
  case respiratory

  package var title: String {
    switch self {
    case .intake: "Intake"
    case .eligibility: "Eligibility"
    case .authorization: "Authorization"
    case .documentation: "Documentation"
    case .fulfilment: "Fulfilment"
    case .confirmation: "Confirmation"
    case .billing: "Billing"
    case .respiratory: "Respiratory"
    }
  }
}

/// What a hold stops.
package enum HoldSubject: Hashable, Sendable {
  case charge(ChargeID)
  /// The whole agreement: this month's charge and those of the months to come.
  case rental(RentalID)
}

/// A reason why a charge does not go out.
package struct Hold: Equatable, Sendable {
  package var id: HoldID
  package var subject: HoldSubject
  package var type: HoldType
  /// Code of the rules data (`hold-reason` rows).
  package var reason: String
  /// What exactly is missing, in plain words.
  package var detail: String
  package var team: Team
  /// The user who must act, nil for the team.
  package var owner: String?
  package var placedOn: Day
  package var placedBy: String
  /// Name of the edit that placed it and will release it; empty where a person placed it.
  package var edit: String
  package var reviewOn: Day?
  package var release: Release?

  /// How a hold ended.
  package struct Release: Equatable, Sendable {
    package var on: Day
    package var by: String
    /// What released it, in words.
    package var evidence: String
    package var document: DocumentID?

    package init(on day: Day, by user: String, evidence: String, document: DocumentID? = nil) {
      self.on = day
      self.by = user
      self.evidence = evidence
      self.document = document
    }
  }

  package init(
    id: HoldID, subject: HoldSubject, type: HoldType, reason: String, detail: String, team: Team,
    owner: String?, placedOn: Day, placedBy: String, edit: String, reviewOn: Day?,
    release: Release? = nil
  ) {
    self.id = id
    self.subject = subject
    self.type = type
    self.reason = reason
    self.detail = detail
    self.team = team
    self.owner = owner
    self.placedOn = placedOn
    self.placedBy = placedBy
    self.edit = edit
    self.reviewOn = reviewOn
    self.release = release
  }

  package var isOpen: Bool { release == nil }
  package var isAutomatic: Bool { !edit.isEmpty }
}

/// A hold that a person wants to place; what is missing is said by the note.
package struct HoldEntry: Equatable, Sendable {
  /// Code of the rules data (`hold-reason` rows), which says its type.
  package var reason: String
  /// Who must act; nil for the team of the reason.
  package var team: Team?
  package var owner: String?
  /// Nil for the day that the reason usually gives.
  package var reviewOn: Day?
  /// Whether it stops the months to come as well.
  package var isForAgreement: Bool

  package init(
    reason: String, team: Team? = nil, owner: String? = nil, reviewOn: Day? = nil,
    isForAgreement: Bool = false
  ) {
    self.reason = reason
    self.team = team
    self.owner = owner
    self.reviewOn = reviewOn
    self.isForAgreement = isForAgreement
  }
}
