package import Billing

/// An order with everything around it.
package struct OrderDetail: Equatable, Sendable {
  package var order: Order
  package var documents: [Document]
  package var findings: [OrderFinding]
  /// Charges made of it, oldest first.
  package var charges: [ChargeRow]
  /// What its lines should bring, in cents, by line number.
  package var expected: [Int: Cents]
  /// The item in Order confirmation, where it is one.
  package var item: WorkItemID?

  package init(
    order: Order, documents: [Document], findings: [OrderFinding], charges: [ChargeRow],
    expected: [Int: Cents], item: WorkItemID?
  ) {
    self.order = order
    self.documents = documents
    self.findings = findings
    self.charges = charges
    self.expected = expected
    self.item = item
  }
}

/// A charge as a row of a list.
package struct ChargeRow: Equatable, Sendable {
  package var charge: Charge
  package var place: ChargePlace
  /// Reasons of its open holds.
  package var holds: [String]
  /// Number of the claim that it is on, empty while it is on none.
  package var claimNumber: String

  package init(charge: Charge, place: ChargePlace, holds: [String], claimNumber: String) {
    self.charge = charge
    self.place = place
    self.holds = holds
    self.claimNumber = claimNumber
  }
}

/// A charge that is on no claim yet: its holds, what the edits say, its documents.
package struct ChargeDetail: Equatable, Sendable {
  package var charge: Charge
  package var place: ChargePlace
  package var order: Order
  package var coverage: Coverage?
  package var rental: Rental?
  /// Every hold it ever had, open ones first.
  package var holds: [HoldRow]
  package var findings: [EditFinding]
  package var documents: [Document]
  package var eligibility: EligibilityAnswer?

  package init(
    charge: Charge, place: ChargePlace, order: Order, coverage: Coverage?, rental: Rental?,
    holds: [HoldRow], findings: [EditFinding], documents: [Document],
    eligibility: EligibilityAnswer?
  ) {
    self.charge = charge
    self.place = place
    self.order = order
    self.coverage = coverage
    self.rental = rental
    self.holds = holds
    self.findings = findings
    self.documents = documents
    self.eligibility = eligibility
  }
}

/// A hold with its reason in words.
package struct HoldRow: Equatable, Sendable {
  package var hold: Hold
  package var title: String
  /// Days from placing to release, or to today.
  package var days: Int
  /// The document that ends it, where its reason waits for one.
  package var document: DocumentKind?

  package init(hold: Hold, title: String, days: Int, document: DocumentKind? = nil) {
    self.document = document
    self.hold = hold
    self.title = title
    self.days = days
  }
}

/// A batch with its claims.
package struct BatchDetail: Equatable, Sendable {
  package var batch: Batch
  package var claims: [BatchClaimRow]
  /// What answered it, oldest first: kind, day, verdict, codes.
  package var answers: [BatchAnswerRow]

  package init(batch: Batch, claims: [BatchClaimRow], answers: [BatchAnswerRow]) {
    self.batch = batch
    self.claims = claims
    self.answers = answers
  }
}

/// One claim of a batch.
package struct BatchClaimRow: Equatable, Sendable {
  package var claim: ClaimID
  package var controlNumber: String
  package var patient: String
  package var charge: Cents
  package var answer: String

  package init(
    claim: ClaimID, controlNumber: String, patient: String, charge: Cents, answer: String
  ) {
    self.claim = claim
    self.controlNumber = controlNumber
    self.patient = patient
    self.charge = charge
    self.answer = answer
  }
}

/// One answer to a batch.
package struct BatchAnswerRow: Equatable, Sendable {
  package var kind: String
  package var on: Day
  package var verdict: String
  package var claims: Int

  package init(kind: String, on day: Day, verdict: String, claims: Int) {
    self.kind = kind
    self.on = day
    self.verdict = verdict
    self.claims = claims
  }
}

/// A piece of special work with what it needs.
package struct SpecialDetail: Equatable, Sendable {
  package var work: SpecialWork
  package var patient: Patient
  package var payer: Payer?
  package var rental: Rental?
  /// Each document that it needs, and the one that meets it.
  package var evidence: [EvidenceRow]
  /// Why nothing may be charged yet, nil where it may.
  package var refusal: String?

  package init(
    work: SpecialWork, patient: Patient, payer: Payer?, rental: Rental?, evidence: [EvidenceRow],
    refusal: String?
  ) {
    self.work = work
    self.patient = patient
    self.payer = payer
    self.rental = rental
    self.evidence = evidence
    self.refusal = refusal
  }
}

/// A kind of document that is needed, and the one on file.
package struct EvidenceRow: Equatable, Sendable {
  package var kind: DocumentKind
  package var document: Document?

  package init(kind: DocumentKind, document: Document?) {
    self.kind = kind
    self.document = document
  }
}
