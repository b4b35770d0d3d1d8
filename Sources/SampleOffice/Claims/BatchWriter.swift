import Billing
import X12

/// Writes a batch as an 837P file.
struct BatchWriter: Sendable {
  var office: SampleOfficeFacts

  func file(_ batch: Batch, asksForAcknowledgment: Bool) -> (bytes: [UInt8], charge: Int64) {
    var charge: Int64 = 0
    var transmissions: [Transmission837P] = []
    transmissions.reserveCapacity(batch.sets.count)
    let date = batch.sentOn.ccyymmdd
    for set in batch.sets {
      var claims: [Claim837P] = []
      claims.reserveCapacity(set.claims.count)
      for key in set.claims {
        let claim = office.claim(key).claim837P
        charge += claim.chargeCents
        claims.append(claim)
      }
      transmissions.append(
        Transmission837P(
          header: TransmissionHeader837P(
            control: set.control, reference: batch.reference(of: set), date: date, time: "1615",
            submitter: Supplier.submitter(of: batch.clearinghouse),
            receiver: batch.clearinghouse.party),
          claims: claims))
    }
    let envelope = OutgoingEnvelope(
      sender: batch.clearinghouse.submitter, receiver: batch.clearinghouse.identifier,
      date: batch.sentOn.ccyymmddNumber, time: "1615", interchangeControl: batch.number,
      groupControl: batch.number, asksForAcknowledgment: asksForAcknowledgment)
    return (Transmission837P.encode(transmissions, envelope: envelope), charge)
  }
}

extension Clearinghouse {
  /// Loop 1000B.
  var party: X12Party {
    X12Party(
      name: X12PartyName(
        entity: "40", kind: "2", last: name, idQualifier: "46", id: identifier))
  }
}
