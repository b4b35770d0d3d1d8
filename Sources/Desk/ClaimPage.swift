package import Billing

/// A claim for reading, whether or not it needs work.
package struct ClaimPage: Equatable, Sendable {
  package var detail: ClaimDetail
  /// In our words, what stands: `paid`, `with the payer`.
  package var state: String
  /// Open with the payers, in cents.
  package var open: Cents
  /// The item that stands in a queue, where there is one.
  package var item: WorkItemID?
  /// Everything that ever happened, oldest first.
  package var timeline: [TimelineEntry]
  package var contacts: Contacts

  package init(
    detail: ClaimDetail, state: String, open: Cents, item: WorkItemID?,
    timeline: [TimelineEntry], contacts: Contacts
  ) {
    self.detail = detail
    self.state = state
    self.open = open
    self.item = item
    self.timeline = timeline
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
