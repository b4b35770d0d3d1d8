import Billing
import Database
import Store
import WorkEngine

/// A claim that is another sending of an earlier one becomes that: what it opened is taken back, and
/// its sendings are the earlier claim's.
struct SayWhichBillEffect: VerbEffect {
  let verb = DecisionVerb.sameBill

  func prepare(_ work: DecisionWork, outbox: inout Outbox) throws -> Prepared {
    guard case .sameBill(let answer) = work.decision.act, let claim = work.claim,
      let question = try BillQuestions.find(about: claim, in: work.connection)
    else { return Prepared() }
    guard answer == .same else {
      return Prepared(detail: "not \(question.controlNumber)", target: question.earlier)
    }
    let opened = try Ledger.entries(ofClaim: claim, in: work.connection)
    return Prepared(
      detail: "the same as \(question.controlNumber)", target: question.earlier,
      postings: opened.filter { !$0.isReversed }.flatMap { $0.entry.postings.map(\.reversed) },
      cause: .charge)
  }

  func carryOut(
    _ work: DecisionWork, _ prepared: Prepared, as activity: ActivityID
  ) throws -> [WorkSubject] {
    guard work.decision.act == .sameBill(.same), let claim = work.claim,
      let earlier = prepared.target
    else { return [] }
    try BillQuestions.move(
      from: claim, to: earlier, activity: activity, known: work.office.known, in: work.connection)
    try ClaimFacts(connection: work.connection).refresh(earlier)
    return [.claim(earlier)]
  }

  func takeBack(_ done: DoneDecision, outbox: inout Outbox) throws -> [WorkSubject] {
    try toggle(done, isUndo: true)
  }

  func bringBack(_ done: DoneDecision, outbox: inout Outbox) throws -> [WorkSubject] {
    try toggle(done, isUndo: false)
  }

  /// - Throws: ``Refusal`` where a payer has answered one of the sendings as one of the earlier bill.
  private func toggle(_ done: DoneDecision, isUndo: Bool) throws -> [WorkSubject] {
    guard try done.act() == .sameBill(.same), let earlier = done.target else { return [] }
    if try BillQuestions.isAnswered(done.decided.activity.id, in: done.connection) {
      throw Refusal("A payer has answered a sending that this would move: it stays where it is.")
    }
    try BillQuestions.toggle(done.decided.activity.id, isUndo: isUndo, in: done.connection)
    try ClaimFacts(connection: done.connection).refresh(earlier)
    return [.claim(earlier)]
  }
}
