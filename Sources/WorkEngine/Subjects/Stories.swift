package import Billing

/// An order on its way to accounts receivable.
package struct OrderStory: Equatable, Sendable {
  package var order: Order
  package var documents: [Document]
  /// What the checks found.
  package var findings: [OrderFinding]
  /// What its lines are expected to bring, in cents.
  package var expected: Cents
  /// Initial filing limit of its earliest line, nil where no rule is known.
  package var filing: Deadline?
  /// Decisions that stand, oldest first.
  package var decisions: [RecordedDecision]

  package init(
    order: Order, documents: [Document], findings: [OrderFinding], expected: Cents,
    filing: Deadline?, decisions: [RecordedDecision]
  ) {
    self.order = order
    self.documents = documents
    self.findings = findings
    self.expected = expected
    self.filing = filing
    self.decisions = decisions
  }
}

/// A charge that is on no claim yet.
package struct ChargeStory: Equatable, Sendable {
  package var review: ChargeReview
  /// Open holds on it and on its agreement.
  package var holds: [Hold]
  /// What the edits found that is no hold: warnings.
  package var warnings: [EditFinding]
  package var decisions: [RecordedDecision]

  package init(
    review: ChargeReview, holds: [Hold], warnings: [EditFinding], decisions: [RecordedDecision]
  ) {
    self.review = review
    self.holds = holds
    self.warnings = warnings
    self.decisions = decisions
  }
}

/// A batch that went out.
package struct BatchStory: Equatable, Sendable {
  package var batch: Batch
  /// Whether anything ever answered it: TA1, 999 or 277CA.
  package var isAnswered: Bool
  /// Earliest initial filing limit among its claims without an answer.
  package var filing: Deadline?
  package var decisions: [RecordedDecision]

  package init(
    batch: Batch, isAnswered: Bool, filing: Deadline?, decisions: [RecordedDecision]
  ) {
    self.batch = batch
    self.isAnswered = isAnswered
    self.filing = filing
    self.decisions = decisions
  }
}

/// A piece of special work.
package struct SpecialStory: Equatable, Sendable {
  package var work: SpecialWork
  package var patient: Patient
  package var payer: Payer?
  /// Documents of the patient that its needs may be met by.
  package var documents: [Document]
  package var decisions: [RecordedDecision]

  package init(
    work: SpecialWork, patient: Patient, payer: Payer?, documents: [Document],
    decisions: [RecordedDecision]
  ) {
    self.work = work
    self.patient = patient
    self.payer = payer
    self.documents = documents
    self.decisions = decisions
  }
}
