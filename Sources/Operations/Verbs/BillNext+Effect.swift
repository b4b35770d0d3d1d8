import Billing
import Database
import Store
import WorkEngine

/// A claim to the next payer is made and sent with the first payer's answer.
struct BillNextEffect: VerbEffect {
  let verb = DecisionVerb.billNext

  func prepare(_ work: DecisionWork, outbox: inout Outbox) throws -> Prepared {
    guard let id = work.claim else { return Prepared() }
    let sender = ClaimSender(office: work.office, connection: work.connection)
    let (made, sending) = try sender.prepareForNextPayer(id, outbox: &outbox)
    return Prepared(
      detail: "to \(made.payerName) as \(sending.controlNumber)", target: made.claim,
      sending: sending, postings: made.postings, cause: .transfer)
  }

  func carryOut(
    _ work: DecisionWork, _ prepared: Prepared, as activity: ActivityID
  ) throws -> [WorkSubject] {
    try ClaimSending(work).record(prepared, as: activity)
    return prepared.target.map { [.claim($0)] } ?? []
  }

  func takeBack(_ done: DoneDecision, outbox: inout Outbox) throws -> [WorkSubject] {
    try toggle(done, isUndo: true, outbox: &outbox)
  }

  func bringBack(_ done: DoneDecision, outbox: inout Outbox) throws -> [WorkSubject] {
    try toggle(done, isUndo: false, outbox: &outbox)
  }

  private func toggle(
    _ done: DoneDecision, isUndo: Bool, outbox: inout Outbox
  ) throws -> [WorkSubject] {
    let touched = try done.toggleSending(isUndo: isUndo, outbox: &outbox)
    if case .claim(let id) = done.subject {
      try StagedClaims(office: done.office, connection: done.connection).refreshNextBilled(id)
    }
    return touched
  }
}
