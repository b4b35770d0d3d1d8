/// Corrections of who pays: loops 2000B, 2010BA, 2010BB and 2320 to 2330B of 005010X222A1.
extension Claim837P {
  /// The claim for another payer (loop 2010BB), without the numbers that the former one gave: its
  /// claim control number (REF*F8) and its authorizations (REF*G1 of the claim and of its lines).
  package func replacing(payer: X12Party) -> Claim837P {
    var claim = self
    claim.payer = payer
    claim.references.setValue("F8", to: "")
    claim.references.setValue("G1", to: "")
    for index in claim.lines.indices {
      // One with a further identifier (REF04) names the other payer that it is from.
      claim.lines[index].references.removeAll { $0.qualifier == "G1" && $0.further.isEmpty }
    }
    return claim
  }

  /// The claim under another coverage: SBR of loop 2000B and the member number of loop 2010BA.
  ///
  /// `seatsPatient` says whether the patient is its subscriber; else whoever was the subscriber stays
  /// so. SBR02 follows from that and not from the coverage.
  package func replacing(
    coverage: Coverage837P, memberID: String, seatsPatient: Bool
  ) -> Claim837P {
    var claim = self
    if seatsPatient, let patient = claim.patient {
      var facts = patient.facts
      facts.relationship = ""
      claim.subscriber.facts = facts == PatientFacts837P() ? nil : facts
      claim.subscriber.party = patient.party
      claim.subscriber.party.name.entity = "IL"
      claim.patient = nil
    }
    claim.subscriber.coverage = coverage
    claim.subscriber.coverage.relationship = claim.patient == nil ? "18" : ""
    claim.subscriber.party.name.idQualifier = "MI"
    claim.subscriber.party.name.id = memberID
    return claim
  }

  /// The payer of the claim as another payer of it (loops 2320 to 2330B), without an answer.
  package func payerAsOther(responsibility: String) -> OtherPayer837P {
    var coverage = subscriber.coverage
    coverage.responsibility = responsibility
    // Loop 2000B tells 18 only; of a patient who is not the subscriber loop 2000C tells the rest.
    if let patient { coverage.relationship = patient.facts.relationship }
    var other = OtherPayer837P(
      coverage: coverage, benefitsAssigned: information.benefitsAssigned,
      release: information.release,
      subscriber: X12Party(name: subscriber.party.name), payer: X12Party(name: payer.name))
    other.payer.references.setValue("G1", to: priorAuthorization)
    return other
  }

  /// A line's authorizations with the payer that gave them (loop 2400 REF04), for a claim that goes
  /// to another payer.
  package func ascribingAuthorizations(to payer: String) -> Claim837P {
    var claim = self
    for index in claim.lines.indices {
      claim.lines[index].references = claim.lines[index].references.map { reference in
        guard reference.qualifier == "G1", reference.further.isEmpty else { return reference }
        return X12Reference("G1", reference.value, text: reference.text, further: ["2U", payer])
      }
    }
    return claim
  }
}

extension Coverage837P {
  /// The codes of SBR01 in the order of payment.
  private static let places = ["P", "S", "T", "A", "B", "C", "D", "E", "F", "G", "H"]

  /// Where the coverage stands in the order of payment, from 0; what nobody knows comes last.
  package var place: Int { Self.places.firstIndex(of: responsibility) ?? Self.places.count }

  /// SBR01 of a place, from 0; the last one for all that come after it.
  package static func responsibility(at place: Int) -> String {
    places[min(max(place, 0), places.count - 1)]
  }
}
