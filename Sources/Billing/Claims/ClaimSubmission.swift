/// One sending of a claim, with the answers it got.
package struct ClaimSubmission: Equatable, Sendable {
  package var id: SubmissionID
  /// CLM01 of this sending; unique over all sendings of the office.
  package var controlNumber: String
  package var frequency: ClaimFrequency
  package var sentOn: Day
  package var answer: SubmissionAnswer
  /// The payer that it went to; nil where that is the one that the claim is with.
  package var payer: PayerID?

  package init(
    id: SubmissionID, controlNumber: String, frequency: ClaimFrequency, sentOn: Day,
    answer: SubmissionAnswer, payer: PayerID? = nil
  ) {
    self.id = id
    self.controlNumber = controlNumber
    self.frequency = frequency
    self.sentOn = sentOn
    self.answer = answer
    self.payer = payer
  }
}

/// What the front end said of a sending: the latest word from the furthest hop.
package enum SubmissionAnswer: Equatable, Sendable {
  case none
  /// Received by a clearinghouse or payer (999 A/E, 277CA A0/A1), not yet judged.
  case received(on: Day)
  /// Taken into adjudication (277CA A2, A5).
  case accepted(on: Day)
  /// Refused before adjudication: timely filing keeps running.
  case rejected(on: Day, reasons: [RejectionReason])
}

/// One edit that refused a claim, in the payer's codes and in plain words.
package struct RejectionReason: Equatable, Sendable {
  /// `A7:507`, `A8:562:85`, or for a 999 `IK4 NM1-09 7`.
  package var code: String
  /// What is wrong, in our words.
  package var meaning: String
  /// What to do about it.
  package var fix: String
  /// Line control number or line number where one line is named, else empty.
  package var line: String
  /// The payer's own free text (STC12), foreign text.
  package var payerText: String

  package init(
    code: String, meaning: String, fix: String, line: String = "", payerText: String = ""
  ) {
    self.code = code
    self.meaning = meaning
    self.fix = fix
    self.line = line
    self.payerText = payerText
  }
}
