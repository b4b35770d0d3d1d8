package import Billing

extension WorkItems.Listed {
  /// A subject that was never work, as a closed item of number 0, which nothing is kept under.
  package init(neverWork subject: WorkSubject, label: WorkItems.Label, payer: Payer) {
    self.init(
      item: WorkItem(
        id: WorkItemID(0), subject: subject, queue: .followUp, lane: .work, tier: .noDeadline,
        safe: nil, legal: nil, balance: .zero, expected: .zero, reasonCode: "", reason: "",
        deadlineReason: "", followUpOn: nil, owner: nil, lease: nil, isPinned: false,
        rowVersion: 0),
      isClosed: true, reference: label.reference, patientName: label.patientName,
      payerName: payer.name, procedure: label.procedure, serviceOn: label.serviceOn, fence: 0)
  }
}
