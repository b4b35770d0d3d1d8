import Billing
import Database
import Store
import WorkEngine

/// The journal read as decisions: what its lines say, by the version in which they were written.
enum Journal {
  /// The decisions that stand on a subject, oldest first; those undone are left out, and those whose
  /// undoing was itself undone come back.
  static func standing(
    on subject: WorkSubject, in connection: Connection
  ) throws -> [RecordedDecision] {
    try Stories.standing(on: subject, in: connection).map { try recorded($0) }
  }

  static func recorded(_ kept: Activities.Kept) throws -> RecordedDecision {
    let activity = kept.activity
    return RecordedDecision(
      activity: activity.id, verb: activity.verb, act: try act(of: kept), on: activity.on,
      user: activity.user, followUpOn: activity.followUpOn, note: activity.note,
      sequence: kept.sequence)
  }

  /// The decision as it was taken; nil where the journal did not keep it yet.
  static func decision(of kept: Activities.Kept) throws -> Decision? {
    try act(of: kept).map {
      Decision(
        $0, note: kept.activity.note, followUpOn: kept.activity.followUpOn,
        resultCode: kept.activity.resultCode)
    }
  }

  /// What a line says.
  ///
  /// - Throws: `DatabaseFailure.row` where its text is damaged.
  static func act(of kept: Activities.Kept) throws -> Decision.Act? {
    guard let text = kept.decision else { return earlier(kept) }
    if kept.activity.undoes != nil { return nil }
    guard
      let act = DecisionReader.act(of: kept.activity.verb, kept: text, on: kept.activity.on)
    else {
      throw DatabaseFailure.row(
        RowFault(
          table: "activity", column: "decision", row: "id \(kept.activity.id.rawValue)", found: text
        ))
    }
    return act
  }

  /// Version 0 kept a few values in columns of their own, and the rest in words alone.
  private static func earlier(_ kept: Activities.Kept) -> Decision.Act? {
    let old = kept.earlier
    switch kept.activity.verb {
    case .appeal: return .appeal(Appeal(old.appealLevel ?? .first))
    case .appealOutcome:
      return old.appealOutcome.map {
        .appealOutcome(AppealDecision($0, noticeOn: old.noticeOn ?? kept.activity.on))
      }
    case .calledPayer: return .calledPayer(PayerContact(status: old.payerStatus))
    case .checkedPortal: return .checkedPortal(PayerContact(status: old.payerStatus))
    case .assign: return .assign(to: old.assignee.flatMap { $0.isEmpty ? nil : $0 })
    case .deferred: return .deferred(to: old.assignee.flatMap { $0.isEmpty ? nil : $0 })
    default: return nil
    }
  }
}
