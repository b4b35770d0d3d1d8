package import Billing
import X12

extension OutgoingClaim {
  /// Adds to a coverage what loops 2000B, 2010BA and 2000C say of it: filing indicator, group,
  /// relationship, and the subscriber where it is not the patient.
  package func describe(_ coverage: inout Coverage) {
    let stated = claim.subscriber.coverage
    coverage.filingIndicator = stated.filingIndicator
    coverage.groupNumber = stated.groupNumber
    coverage.secondaryPayerType = stated.insuranceType
    guard let patient = claim.patient else { return }
    let party = claim.subscriber.party
    coverage.relationship = patient.facts.relationship
    coverage.subscriber = Identity(
      lastName: party.name.last, firstName: party.name.first,
      birthDate: party.demographics.flatMap { Day($0.birthDate) },
      sex: party.demographics?.sex ?? "")
  }
}
