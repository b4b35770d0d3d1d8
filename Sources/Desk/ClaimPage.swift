package import Billing

/// A claim for reading, whether or not it needs work.
package struct ClaimPage: Equatable, Sendable {
  package var claim: Claim
  /// In our words, what stands: `paid`, `with the payer`.
  package var state: String
  /// Open with the payers, in cents.
  package var open: Cents
  /// The item that stands in a queue, where there is one.
  package var item: WorkItemID?
  package var submissions: [ClaimSubmission]
  package var adjudications: [Adjudication]
  /// Everything that ever happened, oldest first.
  package var timeline: [TimelineEntry]
  package var nextPayer: Payer?
  package var filingProof: FilingProof?
  package var contacts: Contacts

  package init(
    claim: Claim, state: String, open: Cents, item: WorkItemID?, submissions: [ClaimSubmission],
    adjudications: [Adjudication], timeline: [TimelineEntry], nextPayer: Payer?,
    filingProof: FilingProof?, contacts: Contacts
  ) {
    self.claim = claim
    self.state = state
    self.open = open
    self.item = item
    self.submissions = submissions
    self.adjudications = adjudications
    self.timeline = timeline
    self.nextPayer = nextPayer
    self.filingProof = filingProof
    self.contacts = contacts
  }
}

/// Who is asked about a piece of work, as far as somebody gave it.
package struct Contacts: Equatable, Sendable {
  package var patient: Patient?
  package var prescriber: Prescriber?

  package init(patient: Patient? = nil, prescriber: Prescriber? = nil) {
    self.patient = patient
    self.prescriber = prescriber
  }
}
