/// Whether something may be done, and why not.
package enum Permission: Equatable, Sendable {
  case allowed
  case refused(String)

  package var refusal: String? {
    guard case .refused(let reason) = self else { return nil }
    return reason
  }
}

/// One line of the append-only journal of what people and imports did.
package struct Activity: Equatable, Sendable {
  package var id: ActivityID
  package var at: Timestamp
  /// Business day it counts for.
  package var on: Day
  package var user: String
  package var verb: DecisionVerb
  package var resultCode: String
  package var subject: WorkSubject
  package var queue: QueueName?
  package var note: String
  package var followUpOn: Day?
  /// Details in words: amounts, levels, what changed.
  package var detail: String
  /// The activity that this one takes back (undo) or brings back (redo).
  package var undoes: ActivityID?
  package var undoneBy: ActivityID?
  package var isProductive: Bool

  package init(
    id: ActivityID, at: Timestamp, on: Day, user: String, verb: DecisionVerb, resultCode: String,
    subject: WorkSubject, queue: QueueName?, note: String, followUpOn: Day?, detail: String,
    undoes: ActivityID?, undoneBy: ActivityID?, isProductive: Bool
  ) {
    self.id = id
    self.at = at
    self.on = on
    self.user = user
    self.verb = verb
    self.resultCode = resultCode
    self.subject = subject
    self.queue = queue
    self.note = note
    self.followUpOn = followUpOn
    self.detail = detail
    self.undoes = undoes
    self.undoneBy = undoneBy
    self.isProductive = isProductive
  }
}
