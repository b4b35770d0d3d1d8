import Billing
import Database
import Store
import WorkEngine

/// The claim goes to the payer that should have had it, or with the answer of the one before it.
///
/// The receivable stays where it is: on the claim, whoever pays it.
struct ChangePayerEffect: VerbEffect {
  let verb = DecisionVerb.changePayer

  func prepare(_ work: DecisionWork, outbox: inout Outbox) throws -> Prepared {
    guard case .changePayer(let change) = work.decision.act,
      case .claim(let story)? = work.situation.story
    else { return Prepared() }
    let made = try ClaimSender(office: work.office, connection: work.connection)
      .prepare(change, of: story, outbox: &outbox)
    var detail = detail(change, made)
    if change.kind != .answered {
      let limit = limit(of: made.other, story, work)
      if let fault = LateField.fault(of: change.late, after: limit) {
        throw Refusal(fault.message, field: fault.field)
      }
      if let limit { detail += ", after its limit \(limit.legal)" }
    }
    return Prepared(
      detail: detail, target: story.claim, sending: made.sending, payerChange: made)
  }

  /// The new payer's own limit, where its last legal day has passed.
  private func limit(of payer: Payer, _ story: ClaimStory, _ work: DecisionWork) -> Deadline? {
    let limit = DeadlineEngine.filing(
      payer: payer, service: story.service,
      rules: work.office.rules)
    return limit.flatMap { work.office.today > $0.legal ? $0 : nil }
  }

  private func detail(_ change: PayerChange, _ made: ClaimPayerChange) -> String {
    let name = made.other.name
    let number = made.sending.controlNumber
    switch change.kind {
    case .instead: return "to \(name) as \(number)"
    case .first: return "first to \(name) as \(number)"
    case .answered:
      let paid = change.answer?.paid ?? .zero
      return "with the answer of \(name), \(paid) paid, as \(number)"
    }
  }

  func carryOut(
    _ work: DecisionWork, _ prepared: Prepared, as activity: ActivityID
  ) throws -> [WorkSubject] {
    guard let made = prepared.payerChange else { return [] }
    let (office, connection) = (work.office, work.connection)
    let claim = made.sending.claim
    try ClaimPayers.set(made.after, of: claim, in: connection)
    try ClaimPayers.keep(
      before: made.before, after: made.after, of: claim, activity: activity,
      known: office.known, in: connection)
    try ExpectedAmount.follow(
      to: made.after.payer, from: made.before.payer, of: claim, office, activity: activity,
      in: connection)
    if made.after.payer != made.before.payer, let patient = work.situation.claim?.patient.id {
      try Patients.addCoverage(
        of: patient, payer: made.after.payer, memberID: made.after.memberID,
        sequence: made.after.sequence, in: connection)
    }
    try ClaimSending(work).record(prepared, as: activity)
    return []
  }

  func takeBack(_ done: DoneDecision, outbox: inout Outbox) throws -> [WorkSubject] {
    let touched = try done.toggleSending(isUndo: true, outbox: &outbox)
    try restore(done) { $0.before }
    try ExpectedAmounts.toggle(done.decided.activity.id, isUndo: true, in: done.connection)
    return touched
  }

  func bringBack(_ done: DoneDecision, outbox: inout Outbox) throws -> [WorkSubject] {
    let touched = try done.toggleSending(isUndo: false, outbox: &outbox)
    try restore(done) { $0.after }
    try ExpectedAmounts.toggle(done.decided.activity.id, isUndo: false, in: done.connection)
    return touched
  }

  /// Whoever paid before or after it pays again; the payer's own number comes back with it.
  private func restore(
    _ done: DoneDecision,
    _ side: ((before: ClaimPayers.Facts, after: ClaimPayers.Facts)) -> ClaimPayers.Facts
  ) throws {
    guard let claim = done.target,
      let kept = try ClaimPayers.kept(by: done.decided.activity.id, in: done.connection)
    else { return }
    try ClaimPayers.set(side(kept), of: claim, in: done.connection)
  }
}
