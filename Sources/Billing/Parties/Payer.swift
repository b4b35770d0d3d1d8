/// The kinds of payers whose filing and appeal rules differ.
package enum PayerFamily: String, Sendable, CaseIterable {
  case medicareDME = "medicare-dme"
  case medicareAdvantage = "medicare-advantage"
  case medicaid
  case medicaidManaged = "medicaid-managed"
  case commercial
  case blueCross = "blue-cross"
  case tricare
  case champVA = "champva"
  case veteransCommunityCare = "va-community-care"
  case workersCompensation = "workers-comp"
  case autoNoFault = "auto-no-fault"
  case other

  /// The name as a biller says it.
  package var title: String {
    switch self {
    case .medicareDME: "Medicare"
    case .medicareAdvantage: "Medicare Advantage"
    case .medicaid: "Medicaid"
    case .medicaidManaged: "Medicaid managed care"
    case .commercial: "Commercial"
    case .blueCross: "Blue Cross"
    case .tricare: "TRICARE"
    case .champVA: "CHAMPVA"
    case .veteransCommunityCare: "VA Community Care"
    case .workersCompensation: "Workers' compensation"
    case .autoNoFault: "Auto no-fault"
    case .other: "Other payer"
    }
  }

  /// Whether each person it covers is a subscriber: a programme, and no plan of a family.
  package var insuresEachPerson: Bool {
    switch self {
    case .medicareDME, .medicareAdvantage, .medicaid, .medicaidManaged, .veteransCommunityCare:
      true
    case .commercial, .blueCross, .tricare, .champVA, .workersCompensation, .autoNoFault, .other:
      false
    }
  }

  /// Whether the programme is traditional Medicare, which takes no replacement or void claims.
  package var isMedicareFeeForService: Bool { self == .medicareDME }
}

/// Someone who pays claims, as the office knows them from its files.
package struct Payer: Equatable, Sendable {
  package var id: PayerID
  package var name: String
  /// Payer identifier of NM1*PR (loop 2010BB) or of the remittance (TRN03, N1*PR XV).
  package var identifier: String
  package var family: PayerFamily
  /// Which rows of the rules data speak of this payer by name, for example `uhc-commercial`.
  package var ruleKey: String?
  /// Two-letter state for Medicaid and workers' compensation.
  package var state: String?

  package init(
    id: PayerID, name: String, identifier: String, family: PayerFamily, ruleKey: String? = nil,
    state: String? = nil
  ) {
    self.id = id
    self.name = name
    self.identifier = identifier
    self.family = family
    self.ruleKey = ruleKey
    self.state = state
  }
}

/// Place of a payer in the order of payment (SBR01).
package enum PayerSequence: String, Sendable, CaseIterable {
  case primary = "P"
  case secondary = "S"
  case tertiary = "T"

  package var title: String {
    switch self {
    case .primary: "primary"
    case .secondary: "secondary"
    case .tertiary: "tertiary"
    }
  }
}

/// A patient as named on claims.
package struct Patient: Equatable, Sendable {
  package var id: PatientID
  package var lastName: String
  package var firstName: String
  package var birthDate: Day?
  package var sex: String
  /// Empty where no order gave one.
  package var address: PostalAddress
  package var phone: String

  package init(
    id: PatientID, lastName: String, firstName: String, birthDate: Day?, sex: String,
    address: PostalAddress = PostalAddress(), phone: String = ""
  ) {
    self.id = id
    self.lastName = lastName
    self.firstName = firstName
    self.birthDate = birthDate
    self.sex = sex
    self.address = address
    self.phone = phone
  }

  /// `FIRST LAST` as on an envelope.
  package var fullName: String { firstName.isEmpty ? lastName : firstName + " " + lastName }

  /// `LAST, FIRST` as on a claim form.
  package var listName: String { firstName.isEmpty ? lastName : lastName + ", " + firstName }
}
