// Made-up claims for the tests of this room: invented names, numbers with valid check digits.
import X12

enum ClaimSamples {
  static let header = TransmissionHeader837P(
    control: "0001", reference: "B20260105", date: "20260105", time: "0930",
    submitter: X12Party(
      name: X12PartyName(
        entity: "41", kind: "2", last: "HARBOR HOME MEDICAL", idQualifier: "46", id: "SUB0001"),
      contacts: [
        X12Contact(
          name: "BILLING DESK",
          numbers: [X12Contact.Number(qualifier: "TE", value: "5555550100")])
      ]),
    receiver: X12Party(
      name: X12PartyName(
        entity: "40", kind: "2", last: "SAMPLE CLEARINGHOUSE", idQualifier: "46", id: "CLR0001")))

  static let envelope = OutgoingEnvelope(
    sender: "SUB0001", receiver: "CLR0001", date: 20_260_105, time: "0930",
    interchangeControl: 905, groupControl: 101, usage: "T")

  static let billing = BillingProvider837P(
    taxonomy: X12Taxonomy(role: "BI", code: "332B00000X"),
    party: X12Party(
      name: X12PartyName(
        entity: "85", kind: "2", last: "HARBOR HOME MEDICAL", idQualifier: "XX", id: "1234567893"),
      address: X12Address(
        street: ["100 PIER ROAD"], city: "SALEM", state: "OR", zip: "973010001"),
      references: [X12Reference("EI", "999999999")],
      contacts: [
        X12Contact(
          name: "BILLING DESK",
          numbers: [X12Contact.Number(qualifier: "TE", value: "5555550100")])
      ]))

  static let subscriber = Subscriber837P(
    coverage: Coverage837P(
      responsibility: "P", relationship: "18", filingIndicator: "MB"),
    party: X12Party(
      name: X12PartyName(
        entity: "IL", kind: "1", last: "DOE", first: "JANE", idQualifier: "MI", id: "1EG4TE5MK73"),
      address: X12Address(
        street: ["12 ELM STREET", "APT 3"], city: "SALEM", state: "OR", zip: "97302"),
      demographics: X12Demographics(birthDate: "19480214", sex: "F")))

  static let payer = X12Party(
    name: X12PartyName(
      entity: "PR", kind: "2", last: "SAMPLE MEDICARE DME", idQualifier: "PI", id: "19003"))

  static let ordering = X12Party(
    name: X12PartyName(
      entity: "DK", kind: "1", last: "ROE", first: "ALEX", idQualifier: "XX", id: "1000000004"),
    address: X12Address(street: ["7 CLINIC WAY"], city: "SALEM", state: "OR", zip: "97301"),
    contacts: [
      X12Contact(
        name: "FRONT DESK", numbers: [X12Contact.Number(qualifier: "TE", value: "5555550177")])
    ])

  /// A clean claim with two lines.
  static let claim = Claim837P(
    billing: billing, subscriber: subscriber, payer: payer, controlNumber: "A1002",
    chargeCents: 21_050,
    details: LoopDetails837P(references: [X12Reference("G1", "PA778")]),
    diagnoses: Diagnosis837P.list(["G4733", "J449"]),
    lines: [
      ServiceLine837P(
        procedure: X12Procedure(code: "E0601", modifiers: ["RR", "KX", "KH"]),
        chargeCents: 3_050, diagnosisPointers: [1, 2],
        details: LoopDetails837P(
          dates: [X12QualifiedDate("472", on: "20251220")],
          references: [X12Reference("6R", "L1")], notes: [X12Note(text: "FIRST MONTH")]),
        providers: [ordering]),
      ServiceLine837P(
        procedure: X12Procedure(code: "A7030", modifiers: ["NU", "KX"]), chargeCents: 18_000,
        units: "1", diagnosisPointers: [1],
        details: LoopDetails837P(
          dates: [X12QualifiedDate("472", from: "20251220", through: "20260319")],
          references: [X12Reference("6R", "L3")]), providers: [ordering]),
    ])

  /// The same office's claim for a child, second to another payer that has already answered.
  static let secondary: Claim837P = {
    var claim = ClaimSamples.claim
    claim.controlNumber = "A1003"
    claim.subscriber.coverage = Coverage837P(
      responsibility: "S", relationship: "", groupNumber: "G55", filingIndicator: "CI")
    claim.patient = Patient837P(
      facts: PatientFacts837P(relationship: "19"),
      party: X12Party(
        name: X12PartyName(entity: "QC", kind: "1", last: "DOE", first: "SAM"),
        address: X12Address(street: ["12 ELM STREET"], city: "SALEM", state: "OR", zip: "97302"),
        demographics: X12Demographics(birthDate: "20150601", sex: "M")))
    claim.otherPayers = [
      OtherPayer837P(
        coverage: Coverage837P(
          responsibility: "P", relationship: "19", filingIndicator: "CI"),
        adjustments: [
          X12Adjustment(
            group: "PR", entries: [X12Adjustment.Entry(reason: "1", cents: 2_000)])
        ],
        amounts: [
          X12QualifiedAmount("D", cents: 15_050), X12QualifiedAmount("EAF", cents: 4_000),
        ],
        subscriber: X12Party(
          name: X12PartyName(
            entity: "IL", kind: "1", last: "DOE", first: "PAT", idQualifier: "MI", id: "M4411")),
        payer: X12Party(
          name: X12PartyName(
            entity: "PR", kind: "2", last: "FIRST SAMPLE PLAN", idQualifier: "PI", id: "55001"),
          references: [X12Reference("F8", "ICN77001")]))
    ]
    claim.lines[0].adjudications = [
      LineAdjudication837P(
        payerID: "55001", paidCents: 1_050,
        procedure: X12Procedure(code: "E0601", modifiers: ["RR", "KX", "KH"]),
        adjustments: [
          X12Adjustment(group: "PR", entries: [X12Adjustment.Entry(reason: "2", cents: 2_000)])
        ], dates: [X12QualifiedDate("573", on: "20260102")],
        amounts: [X12QualifiedAmount("EAF", cents: 2_000)])
    ]
    claim.lines[1].drugs = [
      DrugIdentification837P(code: "00003029321", quantity: "2.5", unit: "ML")
    ]
    return claim
  }()

  /// A file's claims as values.
  static func claims(_ bytes: [UInt8]) throws -> [Claim837P] {
    let file = try X12File(bytes)
    return file.sets.flatMap { Transmission837P.read(file: file, set: $0).0.claims }
  }

  /// The first set of a file and everything wrong in it.
  static func read(_ bytes: [UInt8]) throws -> (Transmission837P, [X12Problem]) {
    let file = try X12File(bytes)
    guard let set = file.sets.first else { throw NoSet() }
    return Transmission837P.read(file: file, set: set)
  }

  struct NoSet: Error {}
}
