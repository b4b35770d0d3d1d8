import Billing
import Database
import Store
import WorkEngine

/// A question about the coverage of the item's patient goes to the outbox (270).
struct CheckEligibilityEffect: VerbEffect {
  let verb = DecisionVerb.checkEligibility

  func prepare(_ work: DecisionWork, outbox: inout Outbox) throws -> Prepared {
    let desk = EligibilityDesk(office: work.office, connection: work.connection)
    let file = try desk.ask([work.situation.story].compactMap(\.self), outbox: &outbox)
    return Prepared(detail: file.map { "in \($0)" } ?? "asked already today", file: file)
  }

  func carryOut(
    _ work: DecisionWork, _ prepared: Prepared, as activity: ActivityID
  ) throws -> [WorkSubject] {
    if let file = prepared.file {
      try Eligibilities.setActivity(activity, ofFile: file, in: work.connection)
      try OutgoingFiles.setActivity(activity, ofFile: file, in: work.connection)
    }
    return []
  }

  /// A question that somebody picked up stays asked: its answer does no harm.
  func takeBack(_ done: DoneDecision, outbox: inout Outbox) throws -> [WorkSubject] {
    let file = try Eligibilities.unansweredFile(
      ofActivity: done.decided.activity.id, in: done.connection)
    guard let file, try outbox.withhold(file) else { return [] }
    try Eligibilities.withdraw(file: file, in: done.connection)
    return []
  }

  /// One that was taken back is asked anew, under new numbers.
  func bringBack(_ done: DoneDecision, outbox: inout Outbox) throws -> [WorkSubject] {
    let desk = EligibilityDesk(office: done.office, connection: done.connection)
    if let file = try desk.ask([try done.situation().story].compactMap(\.self), outbox: &outbox) {
      let activity = done.decided.activity.id
      try Eligibilities.setActivity(activity, ofFile: file, in: done.connection)
      try OutgoingFiles.setActivity(activity, ofFile: file, in: done.connection)
    }
    return []
  }
}
