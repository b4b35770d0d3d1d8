/// What one payer covers of a patient, and in which place of the order of payment.
package struct Coverage: Equatable, Sendable {
  package var payer: Payer
  package var sequence: PayerSequence
  package var memberID: String
  package var groupNumber: String
  /// Claim filing indicator (SBR09): MB, MC, CI, BL, 16, ...
  package var filingIndicator: String
  /// Medicare secondary payer type (SBR05), empty where Medicare does not pay second.
  package var secondaryPayerType: String
  /// Patient's relationship to the subscriber (SBR02, PAT01): 18 for the patient himself.
  package var relationship: String
  /// The subscriber where it is not the patient.
  package var subscriber: Identity?
  /// The days on which it is in force, as far as is known.
  package var effective: Validity

  package init(
    payer: Payer, sequence: PayerSequence, memberID: String, groupNumber: String = "",
    filingIndicator: String = "", secondaryPayerType: String = "", relationship: String = "18",
    subscriber: Identity? = nil, effective: Validity = Validity()
  ) {
    self.payer = payer
    self.sequence = sequence
    self.memberID = memberID
    self.groupNumber = groupNumber
    self.filingIndicator = filingIndicator
    self.secondaryPayerType = secondaryPayerType
    self.relationship = relationship
    self.subscriber = subscriber
    self.effective = effective
  }
}
