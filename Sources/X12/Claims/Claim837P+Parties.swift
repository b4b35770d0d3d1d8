/// Loop 2000A: who bills.
package struct BillingProvider837P: Equatable, Hashable, Sendable {
  /// PRV of the loop: `BI`, `PXC` and the supplier's taxonomy code.
  package var taxonomy: X12Taxonomy?
  /// Loop 2010AA: name, NPI, address, REF*EI tax number, contacts.
  package var party: X12Party
  /// Loop 2010AB: where payments go, when elsewhere.
  package var payTo: X12Party?
  /// Loop 2010AC: the plan to be paid, on claims between payers.
  package var payToPlan: X12Party?
  /// Other parties named in this loop.
  package var others: [X12Party]
  /// Everything else in the loop.
  package var loose: [SegmentText]

  package init(
    taxonomy: X12Taxonomy? = nil, party: X12Party = X12Party(), payTo: X12Party? = nil,
    payToPlan: X12Party? = nil, others: [X12Party] = [], loose: [SegmentText] = []
  ) {
    self.taxonomy = taxonomy
    self.party = party
    self.payTo = payTo
    self.payToPlan = payToPlan
    self.others = others
    self.loose = loose
  }

  /// The NPI of loop 2010AA, empty when there is none.
  package var npi: String { party.name.npi }
  /// REF*EI: the employer's tax number.
  package var taxID: String { party.references.value("EI") }
}

/// What SBR says of a coverage, in loops 2000B and 2320.
package struct Coverage837P: Equatable, Hashable, Sendable, SegmentCoded {
  /// SBR01: `P`, `S`, `T`, `A` to `H`, `U`.
  package var responsibility: String
  /// SBR02: `18` when the patient is the subscriber.
  package var relationship: String
  /// SBR03.
  package var groupNumber: String
  /// SBR04.
  package var groupName: String
  /// SBR05: why Medicare is second, `12` to `47`.
  package var insuranceType: String
  /// SBR09: claim filing indicator, `MB`, `MC`, `CI`, `BL`, `HM`, `16` and so on.
  package var filingIndicator: String

  package init(
    responsibility: String = "P", relationship: String = "18", groupNumber: String = "",
    groupName: String = "", insuranceType: String = "", filingIndicator: String = ""
  ) {
    self.responsibility = responsibility
    self.relationship = relationship
    self.groupNumber = groupNumber
    self.groupName = groupName
    self.insuranceType = insuranceType
    self.filingIndicator = filingIndicator
  }

  init(segment: SegmentText) {
    self.init(
      responsibility: segment.text(1), relationship: segment.text(2),
      groupNumber: segment.text(3), groupName: segment.text(4), insuranceType: segment.text(5),
      filingIndicator: segment.text(9))
  }

  var segment: SegmentText {
    SegmentText(
      "SBR",
      [
        responsibility, relationship, groupNumber, groupName, insuranceType, "", "", "",
        filingIndicator,
      ])
  }
}

/// What PAT says of a patient.
package struct PatientFacts837P: Equatable, Hashable, Sendable, SegmentCoded {
  /// PAT01: relation to the subscriber, `01` spouse, `19` child and so on; empty in loop 2000B.
  package var relationship: String
  /// PAT06, CCYYMMDD.
  package var deathDate: String
  /// PAT08 in pounds.
  package var weight: String
  /// PAT09, `Y` or empty.
  package var pregnancy: String

  package init(
    relationship: String = "", deathDate: String = "", weight: String = "", pregnancy: String = ""
  ) {
    self.relationship = relationship
    self.deathDate = deathDate
    self.weight = weight
    self.pregnancy = pregnancy
  }

  init(segment: SegmentText) {
    self.init(
      relationship: segment.text(1), deathDate: segment.text(6), weight: segment.text(8),
      pregnancy: segment.text(9))
  }

  var segment: SegmentText {
    SegmentText(
      "PAT",
      [
        relationship, "", "", "", deathDate.isEmpty ? "" : "D8", deathDate,
        weight.isEmpty ? "" : "01", weight, pregnancy,
      ])
  }
}

/// Loop 2000B: who is insured.
package struct Subscriber837P: Equatable, Hashable, Sendable {
  /// SBR.
  package var coverage: Coverage837P
  /// PAT, when the subscriber is the patient and there is something to say.
  package var facts: PatientFacts837P?
  /// Loop 2010BA: name, member number, address, birth date and sex.
  package var party: X12Party
  /// Other parties named in this loop.
  package var others: [X12Party]
  /// Everything else in the loop.
  package var loose: [SegmentText]

  package init(
    coverage: Coverage837P = Coverage837P(), facts: PatientFacts837P? = nil,
    party: X12Party = X12Party(), others: [X12Party] = [], loose: [SegmentText] = []
  ) {
    self.coverage = coverage
    self.facts = facts
    self.party = party
    self.others = others
    self.loose = loose
  }
}

/// Loop 2000C: a patient who is not the subscriber.
package struct Patient837P: Equatable, Hashable, Sendable {
  /// PAT.
  package var facts: PatientFacts837P
  /// Loop 2010CA: name, address, birth date and sex.
  package var party: X12Party
  /// Other parties named in this loop.
  package var others: [X12Party]
  /// Everything else in the loop.
  package var loose: [SegmentText]

  package init(
    facts: PatientFacts837P = PatientFacts837P(), party: X12Party = X12Party(),
    others: [X12Party] = [], loose: [SegmentText] = []
  ) {
    self.facts = facts
    self.party = party
    self.others = others
    self.loose = loose
  }
}
