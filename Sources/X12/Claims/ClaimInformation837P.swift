/// What CLM says of a claim beside its number and its charge: where and how often, who signed for
/// what, and why it is late or special.
package struct ClaimInformation837P: Equatable, Hashable, Sendable {
  /// CLM05-1: `12` home, `31` skilled nursing facility and so on.
  package var placeOfService: String
  /// CLM05-2, `B` for the place-of-service list.
  package var placeQualifier: String
  /// CLM05-3: `1` original, `7` replacement, `8` void.
  package var frequency: String
  /// CLM06: provider's signature on file, `Y` or `N`.
  package var providerSignature: String
  /// CLM07: `A` assigned, `B` laboratory only, `C` not assigned.
  package var assignment: String
  /// CLM08: benefits assigned to the provider, `Y`, `N` or `W`.
  package var benefitsAssigned: String
  /// CLM09: release of information, `Y` or `I`.
  package var release: String
  /// CLM10: `P` when somebody signed for the patient.
  package var patientSignature: String
  /// CLM11: causes `AA`, `EM`, `OA`, then (fourth and fifth) state and country of a car accident.
  package var relatedCauses: [String]
  /// CLM12.
  package var specialProgram: String
  /// CLM20.
  package var delayReason: String

  package init(
    placeOfService: String = "12", placeQualifier: String = "B", frequency: String = "1",
    providerSignature: String = "Y", assignment: String = "A", benefitsAssigned: String = "Y",
    release: String = "Y", patientSignature: String = "", relatedCauses: [String] = [],
    specialProgram: String = "", delayReason: String = ""
  ) {
    self.placeOfService = placeOfService
    self.placeQualifier = placeQualifier
    self.frequency = frequency
    self.providerSignature = providerSignature
    self.assignment = assignment
    self.benefitsAssigned = benefitsAssigned
    self.release = release
    self.patientSignature = patientSignature
    self.relatedCauses = relatedCauses
    self.specialProgram = specialProgram
    self.delayReason = delayReason
  }
}

extension ClaimInformation837P {
  /// Of a CLM segment as read.
  init(segment text: SegmentText) {
    self.init(
      placeOfService: text.component(5, 1), placeQualifier: text.component(5, 2),
      frequency: text.component(5, 3), providerSignature: text.text(6), assignment: text.text(7),
      benefitsAssigned: text.text(8), release: text.text(9), patientSignature: text.text(10),
      relatedCauses: text.components(11), specialProgram: text.text(12),
      delayReason: text.text(20))
  }

  /// CLM05 and what follows.
  var elements: [String] {
    [
      SegmentText.composite([placeOfService, placeQualifier, frequency]), providerSignature,
      assignment, benefitsAssigned, release, patientSignature,
      SegmentText.composite(relatedCauses), specialProgram, "", "", "", "", "", "", "",
      delayReason,
    ]
  }
}
