import Billing
import X12

/// Who is insured and treated: 005010X222A1 loops 2000B, 2000C, 2010BB, 2320 and 2330.
extension Bill {
  /// Loop 2000B; address, birth date and sex only of a subscriber who is the patient.
  func subscriber() throws(ClaimFileRefusal) -> Subscriber837P {
    var party = X12Party(name: try subscriberName(of: coverage))
    if coverage.isOwn {
      party.address = X12Address(order.patient.address)
      party.demographics = order.patient.demographics
    }
    return Subscriber837P(coverage: coverage.segmentFacts(isDestination: true), party: party)
  }

  /// Loop 2000C, where the patient is not the subscriber.
  func patient() -> Patient837P? {
    guard !coverage.isOwn else { return nil }
    return Patient837P(
      facts: PatientFacts837P(relationship: PlainCapitals.number(coverage.relationship)),
      party: X12Party(
        name: order.patient.name(entity: "QC"), address: X12Address(order.patient.address),
        demographics: order.patient.demographics))
  }

  /// Loops 2320 and 2330 of payers that come later and have not answered yet.
  func otherPayers() throws(ClaimFileRefusal) -> [OtherPayer837P] {
    var payers: [OtherPayer837P] = []
    for later in laterCoverages {
      payers.append(
        OtherPayer837P(
          coverage: later.segmentFacts(isDestination: false),
          subscriber: X12Party(name: try subscriberName(of: later)), payer: later.payerParty))
    }
    return payers
  }

  private func subscriberName(of coverage: Coverage) throws(ClaimFileRefusal) -> X12PartyName {
    var name: X12PartyName
    if coverage.isOwn {
      name = order.patient.name(entity: "IL")
    } else {
      guard let person = coverage.subscriber else {
        throw refusal(
          "NM103", "the coverage by \(coverage.payer.name) does not say who the subscriber is")
      }
      guard Coverage.relationships.contains(PlainCapitals.number(coverage.relationship)) else {
        throw refusal(
          "PAT01", "\(coverage.relationship) is no relationship of a patient to a subscriber")
      }
      name = X12PartyName(
        entity: "IL", kind: "1", last: PlainCapitals.text(person.lastName),
        first: PlainCapitals.text(person.firstName))
    }
    name.idQualifier = "MI"
    // Medicare numbers are printed with dashes and sent without them.
    name.id =
      coverage.payer.family.isMedicareFeeForService
      ? PlainCapitals.number(coverage.memberID) : PlainCapitals.text(coverage.memberID)
    return name
  }
}

extension Coverage {
  /// Whether the patient is the subscriber.
  fileprivate var isOwn: Bool { relationship.isEmpty || relationship == "18" }

  /// PAT01 and SBR02 of a patient who is not the subscriber.
  fileprivate static let relationships: Set<String> = [
    "01", "19", "20", "21", "39", "40", "53", "G8",
  ]

  /// SBR; loop 2000B tells only relationship 18 there, since PAT01 has the others.
  fileprivate func segmentFacts(isDestination: Bool) -> Coverage837P {
    let isMedicare = payer.family.isMedicareFeeForService
    return Coverage837P(
      responsibility: sequence.rawValue,
      relationship: isOwn ? "18" : isDestination ? "" : PlainCapitals.number(relationship),
      // Medicare has no groups.
      groupNumber: isMedicare ? "" : PlainCapitals.text(groupNumber),
      insuranceType: isMedicare && sequence != .primary
        ? PlainCapitals.number(secondaryPayerType) : "",
      filingIndicator: filingIndicator.isEmpty
        ? payer.family.filingIndicator : PlainCapitals.number(filingIndicator))
  }

  /// NM1*PR.
  var payerParty: X12Party {
    X12Party(
      name: X12PartyName(
        entity: "PR", kind: "2", last: PlainCapitals.text(payer.name), idQualifier: "PI",
        id: PlainCapitals.text(payer.identifier)))
  }
}

extension PayerFamily {
  /// SBR09 where the coverage does not say it.
  var filingIndicator: String {
    switch self {
    case .medicareDME: "MB"
    case .medicareAdvantage: "16"
    case .medicaid, .medicaidManaged: "MC"
    case .commercial: "CI"
    case .blueCross: "BL"
    case .tricare, .champVA: "CH"
    case .veteransCommunityCare: "VA"
    case .workersCompensation: "WC"
    case .autoNoFault: "AM"
    case .other: "ZZ"
    }
  }
}

extension Patient {
  fileprivate func name(entity: String) -> X12PartyName {
    X12PartyName(
      entity: entity, kind: "1", last: PlainCapitals.text(lastName),
      first: PlainCapitals.text(firstName))
  }

  /// DMG; nil where the birth date is not known, for ``ClaimEdit`` to find.
  fileprivate var demographics: X12Demographics? {
    birthDate.map {
      let sex = PlainCapitals.number(sex)
      return X12Demographics(birthDate: $0.ccyymmdd, sex: sex.isEmpty ? "U" : sex)
    }
  }
}

extension X12Address {
  /// N3 and N4; nil for an address that says nothing.
  init?(_ address: PostalAddress) {
    guard !address.isEmpty else { return nil }
    let street = [address.street, address.street2].map(PlainCapitals.text)
    self.init(
      street: street.filter { !$0.isEmpty }, city: PlainCapitals.text(address.city),
      state: PlainCapitals.number(address.state), zip: PlainCapitals.number(address.zip))
  }
}
