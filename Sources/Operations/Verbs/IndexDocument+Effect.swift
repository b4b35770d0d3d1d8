import Billing
import Database
import Store
import WorkEngine

/// A document is indexed, and whatever waited for such a one is looked at again.
struct IndexDocumentEffect: VerbEffect {
  let verb = DecisionVerb.attachDocument

  func prepare(_ work: DecisionWork, outbox: inout Outbox) throws -> Prepared {
    guard case .attachDocument(let draft) = work.decision.act else { return Prepared() }
    return Prepared(
      detail: [draft.kind.title, draft.number, draft.dated?.description ?? ""]
        .filter { !$0.isEmpty }.joined(separator: " "))
  }

  func carryOut(
    _ work: DecisionWork, _ prepared: Prepared, as activity: ActivityID
  ) throws -> [WorkSubject] {
    guard case .attachDocument(let draft) = work.decision.act,
      let place = place(work.situation.story)
    else { return [] }
    _ = try Documents.insert(
      draft, of: place.patient, order: place.order, receivedOn: work.office.today,
      activity: activity, known: work.office.known, in: work.connection)
    return try work.changed(place.patient)
  }

  private func place(_ story: WorkStory?) -> (patient: PatientID, order: OrderID?)? {
    switch story {
    case .order(let story): (story.order.patient.id, story.order.id)
    // What one item of a patient needs may serve another, but a proof belongs to its order.
    case .charge(let story): (story.review.order.patient.id, story.review.order.id)
    case .special(let story): (story.work.due.patient, story.work.due.order)
    case .claim, .stagedAnswer, .remittance, .batch, .credit, .providerBalance, .refusedSet,
      .underpayment, .deposit, .approval, .patient, nil:
      nil
    }
  }

  func takeBack(_ done: DoneDecision, outbox: inout Outbox) throws -> [WorkSubject] {
    try Documents.setWithdrawn(true, ofActivity: done.decided.activity.id, in: done.connection)
    return try done.changed()
  }

  func bringBack(_ done: DoneDecision, outbox: inout Outbox) throws -> [WorkSubject] {
    try Documents.setWithdrawn(false, ofActivity: done.decided.activity.id, in: done.connection)
    return try done.changed()
  }
}
