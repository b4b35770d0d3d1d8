import Billing
import X12

extension SampleClaim {
  /// The claim as it goes into an 837P file.
  var claim837P: Claim837P {
    let memberID = patient.memberID(payer: payer)
    var claim = Claim837P(
      billing: Supplier.billing[location % Supplier.billing.count],
      subscriber: Subscriber837P(
        coverage: Coverage837P(filingIndicator: payer.filingIndicator),
        party: X12Party(
          name: X12PartyName(
            entity: "IL", kind: "1", last: identity.last, first: identity.first,
            idQualifier: "MI", id: memberID),
          address: identity.address,
          demographics: X12Demographics(birthDate: identity.born.ccyymmdd, sex: patient.sex))),
      payer: payer.party, controlNumber: controlNumber, chargeCents: charge,
      information: ClaimInformation837P(placeOfService: placeOfService),
      diagnoses: Diagnosis837P.list(diagnoses),
      otherPayers: nextPayer.map { [otherPayer($0)] } ?? [], lines: serviceLines)
    if !authorization.isEmpty { claim.references = [X12Reference("G1", authorization)] }
    return claim
  }

  private var serviceLines: [ServiceLine837P] {
    let ordering = [Prescriber.party(patient.prescriber)]
    let pointers = diagnoses.count > 1 ? [1, 2] : [1]
    let from = serviceOn.ccyymmdd
    return lines.enumerated().map { index, line in
      ServiceLine837P(
        procedure: X12Procedure(
          code: line.code, modifiers: line.modifiers, description: line.description),
        chargeCents: line.charge, units: String(line.units), diagnosisPointers: pointers,
        details: LoopDetails837P(
          dates: [
            line.days > 1
              ? X12QualifiedDate("472", from: from, through: serviceThrough(index).ccyymmdd)
              : X12QualifiedDate("472", on: from)
          ],
          references: [X12Reference("6R", lineControlNumber(index))],
          notes: line.note.isEmpty ? [] : [X12Note(text: line.note)]),
        drugs: line.drug.isEmpty
          ? []
          : [DrugIdentification837P(code: line.drug, quantity: String(line.units), unit: "UN")],
        providers: ordering)
    }
  }

  /// Loop 2320: who is to pay next, so that Medicare can pass the claim on.
  private func otherPayer(_ next: SamplePayer) -> OtherPayer837P {
    OtherPayer837P(
      coverage: Coverage837P(responsibility: "S", filingIndicator: next.filingIndicator),
      subscriber: X12Party(
        name: X12PartyName(
          entity: "IL", kind: "1", last: identity.last, first: identity.first,
          idQualifier: "MI", id: patient.memberID(payer: next))),
      payer: next.party)
  }
}

extension SamplePayer {
  /// NM1*PR with its address.
  var party: X12Party {
    X12Party(
      name: X12PartyName(
        entity: "PR", kind: "2", last: name, idQualifier: "PI", id: identifier),
      address: X12Address(
        street: ["PO BOX 990"], city: "SAMPLETON", state: state,
        zip: zip))
  }

  /// Postal code of its address, which is in no town.
  var zip: String { Self.zips[state] ?? "43099" }

  private static let zips = [
    "PA": "15099", "OH": "43099", "TN": "37099", "ND": "58099", "KY": "41099", "MN": "55099",
    "CT": "06099", "IN": "47099", "TX": "75099", "AZ": "85099",
  ]
}
