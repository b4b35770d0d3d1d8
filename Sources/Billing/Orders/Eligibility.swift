/// A question to a payer whether it covers a patient (270).
package struct EligibilityInquiry: Equatable, Sendable {
  /// Trace number (TRN02) under which the answer comes back.
  package var trace: String
  package var patient: Identity
  package var payer: NamedPayer
  package var serviceOn: Day
  /// The subscriber of the member number where that is not the patient.
  package var subscriber: Identity?

  package init(
    trace: String, patient: Identity, payer: NamedPayer, serviceOn: Day,
    subscriber: Identity? = nil
  ) {
    self.trace = trace
    self.patient = patient
    self.payer = payer
    self.serviceOn = serviceOn
    self.subscriber = subscriber
  }
}

/// A payer's answer (271).
package struct EligibilityAnswer: Equatable, Sendable {
  package enum Standing: String, Sendable, CaseIterable {
    case active, inactive
    /// The payer could not say: AAA segments.
    case unknown
  }

  package var trace: String
  package var patient: Identity
  package var payer: NamedPayer
  /// The day that was asked about.
  package var serviceOn: Day?
  package var answeredOn: Day
  package var standing: Standing
  package var covered: Validity
  package var planName: String
  /// Payers that come before this one (EB01 R), as the payer knows.
  package var otherPayers: [NamedPayer]
  /// What was wrong with the question, and the payer's own messages; foreign text.
  package var messages: [String]

  package init(
    trace: String, patient: Identity, payer: NamedPayer, serviceOn: Day?,
    answeredOn: Day, standing: Standing, covered: Validity = Validity(),
    planName: String = "", otherPayers: [NamedPayer] = [], messages: [String] = []
  ) {
    self.trace = trace
    self.patient = patient
    self.payer = payer
    self.serviceOn = serviceOn
    self.answeredOn = answeredOn
    self.standing = standing
    self.covered = covered
    self.planName = planName
    self.otherPayers = otherPayers
    self.messages = messages
  }
}
