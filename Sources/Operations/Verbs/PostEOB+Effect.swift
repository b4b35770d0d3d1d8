import Billing
import Database
import Store
import WorkEngine

/// A paper EOB that was typed stops counting, and counts again.
struct PostEOBEffect: VerbEffect {
  let verb = DecisionVerb.postEOB

  func takeBack(_ done: DoneDecision, outbox: inout Outbox) throws -> [WorkSubject] {
    guard case .remittance(let id) = done.subject else { return [] }
    var touched = try AnswerToggle(done).toggle(isUndo: true)
    for match in try DepositMatches.standing(of: id, in: done.connection) {
      guard match.activity == nil else {
        throw Refusal(
          "Its money was matched with deposit \(match.deposit.rawValue): take that apart first.")
      }
      try DepositMatches.takeApart(
        match, activity: nil, known: done.office.known, in: done.connection)
      touched += [.deposit(match.deposit), .remittance(id)]
    }
    return try touched + refusedSets(done, id)
  }

  func bringBack(_ done: DoneDecision, outbox: inout Outbox) throws -> [WorkSubject] {
    guard case .remittance(let id) = done.subject else { return [] }
    var touched = try AnswerToggle(done).toggle(isUndo: false)
    try LookAlikes.refuseTwin(of: id, in: done.connection)
    if let header = try Remittances.find(id, in: done.connection) {
      touched += try DepositDesk(office: done.office, connection: done.connection)
        .settle(trace: header.traceNumber)
    }
    return try touched + refusedSets(done, id)
  }

  /// Sets of the same number that could not be read are work as long as nothing stands for them.
  private func refusedSets(_ done: DoneDecision, _ id: RemittanceID) throws -> [WorkSubject] {
    try RefusedSets.sharing(traceOf: id, in: done.connection).map { .refusedSet($0) }
  }
}
