import Billing
import Database
import Store
import WorkEngine

/// An authorization that was asked for, obtained or refused.
///
/// Obtained it is a document of the patient too, so that whatever waited for it is looked at again.
struct AuthorizationEffect: VerbEffect {
  let verb = DecisionVerb.obtainAuthorization

  func prepare(_ work: DecisionWork, outbox: inout Outbox) throws -> Prepared {
    guard case .obtainAuthorization(let step) = work.decision.act else { return Prepared() }
    switch step {
    case .asked(let day, let reference):
      return Prepared(detail: "asked \(day)" + (reference.isEmpty ? "" : ", \(reference)"))
    case .refused(let day, let reference):
      return Prepared(detail: "refused \(day)" + (reference.isEmpty ? "" : ", \(reference)"))
    case .obtained(let grant): return Prepared(detail: "obtained \(grant.words)")
    }
  }

  func carryOut(
    _ work: DecisionWork, _ prepared: Prepared, as activity: ActivityID
  ) throws -> [WorkSubject] {
    guard case .obtainAuthorization(let step) = work.decision.act,
      let place = place(work.situation)
    else { return [] }
    try RequestSteps(connection: work.connection, subject: place.subject, today: work.office.today)
      .take(step, on: work.office.today, as: activity)
    guard case .obtained(let grant) = step else { return [] }
    _ = try Documents.insert(
      grant.document(on: work.office.today), of: place.patient, order: place.order,
      receivedOn: work.office.today, activity: activity, known: work.office.known,
      in: work.connection)
    return try work.changed(place.patient)
  }

  private struct Place {
    var subject: Requests.Subject
    var patient: PatientID
    var order: OrderID?
  }

  private func place(_ situation: Situation) -> Place? {
    switch situation.story {
    case .claim(let story):
      situation.claim.map { Place(subject: .claim(story.claim), patient: $0.patient.id) }
    case .charge(let story):
      Place(
        subject: .charge(story.review.charge.id), patient: story.review.order.patient.id,
        order: story.review.order.id)
    case .stagedAnswer, .remittance, .order, .batch, .special, .credit, .providerBalance,
      .refusedSet, .underpayment, .deposit, .approval, .patient, nil:
      nil
    }
  }

  func takeBack(_ done: DoneDecision, outbox: inout Outbox) throws -> [WorkSubject] {
    try Requests.takeBack(done.decided.activity.id, in: done.connection)
    return try setWithdrawn(true, done)
  }

  func bringBack(_ done: DoneDecision, outbox: inout Outbox) throws -> [WorkSubject] {
    guard case .obtainAuthorization(let step) = try done.act() else { return [] }
    let subject: Requests.Subject
    switch done.subject {
    case .claim(let id): subject = .claim(id)
    case .charge(let id): subject = .charge(id)
    case .remitClaim, .remittance, .order, .batch, .special, .credit, .providerBalance, .refusedSet,
      .underpayment, .deposit, .approval, .patient:
      return []
    }
    try RequestSteps(connection: done.connection, subject: subject, today: done.office.today)
      .take(step, on: done.decided.activity.on, as: done.decided.activity.id)
    return try setWithdrawn(false, done)
  }

  private func setWithdrawn(_ isWithdrawn: Bool, _ done: DoneDecision) throws -> [WorkSubject] {
    try Documents.setWithdrawn(
      isWithdrawn, ofActivity: done.decided.activity.id, in: done.connection)
    guard case .claim(let id) = done.subject else { return try done.changed() }
    guard let claim = try Claims.find(id, in: done.connection) else { return [] }
    return try PatientFacts(office: done.office, connection: done.connection)
      .changed(claim.patient.id)
  }
}

extension AuthorizationGrant {
  /// The paper that says it, as it is indexed.
  fileprivate func document(on day: Day) -> DocumentDraft {
    DocumentDraft(
      kind: .authorization, dated: day, valid: valid,
      codes: codes, number: number, unitsGranted: units)
  }

  fileprivate var words: String {
    let days = [
      valid.from.map { "from \($0)" }, valid.through.map { "through \($0)" },
      units.map { "\($0) units" },
    ].compactMap(\.self)
    return ([number] + codes).joined(separator: " ")
      + (days.isEmpty ? "" : ", " + days.joined(separator: " "))
  }
}
