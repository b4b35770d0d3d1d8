package import Billing

/// What a person looks for, in every queue and outside of all of them.
package enum SearchQuery: Hashable, Sendable {
  /// The beginning of a claim's, a payer's, a member's, an order's or a trace number, or of a name.
  case text(String)
  /// All that belongs to one patient, newest first.
  case patient(PatientID)
}

/// What was found.
package struct SearchResults: Equatable, Sendable {
  package var query: SearchQuery
  package var rows: [SearchRow]
  /// Whether more fits than is listed.
  package var isCut: Bool

  package init(query: SearchQuery, rows: [SearchRow], isCut: Bool) {
    self.query = query
    self.rows = rows
    self.isCut = isCut
  }

  /// What is listed at most.
  package static let limit = 60
}

/// One thing that was found, with the truth about what is open of it.
package struct SearchRow: Hashable, Sendable {
  /// What a row stands for.
  package enum Subject: Hashable, Sendable {
    case patient(PatientID)
    case work(WorkSubject)
  }

  package var subject: Subject
  /// Control number of a claim, number of an order, trace number, or a patient's birth date; foreign
  /// text.
  package var reference: String
  /// `LAST, FIRST`, empty where there is none; foreign text.
  package var patient: String
  /// Foreign text.
  package var payer: String
  /// Foreign text; empty where there is none.
  package var memberID: String
  /// Day of service or payment.
  package var on: Day?
  /// In our words, what stands: `paid`, `Denials, CO-16 N265`, `3 claims, 1 order`.
  package var state: String
  /// Open with the payers, in cents.
  package var open: Cents
  /// The item that stands in a queue, where there is one.
  package var item: WorkItemID?
  package var queue: QueueName?

  package init(
    subject: Subject, reference: String, patient: String, payer: String, memberID: String = "",
    on day: Day? = nil, state: String, open: Cents, item: WorkItemID? = nil,
    queue: QueueName? = nil
  ) {
    self.subject = subject
    self.reference = reference
    self.patient = patient
    self.payer = payer
    self.memberID = memberID
    self.on = day
    self.state = state
    self.open = open
    self.item = item
    self.queue = queue
  }
}
