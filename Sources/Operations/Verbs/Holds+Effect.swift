import Billing
import Database
import Store
import WorkEngine

/// A charge, or all months of its agreement, are kept back.
struct PlaceHoldEffect: VerbEffect {
  let verb = DecisionVerb.hold

  func prepare(_ work: DecisionWork, outbox: inout Outbox) throws -> Prepared {
    guard case .hold(let entry) = work.decision.act else { return Prepared() }
    let title = work.office.rules.holdReasons[entry.reason]?.title ?? entry.reason
    return Prepared(detail: title + (entry.isForAgreement ? ", with the months to come" : ""))
  }

  func carryOut(
    _ work: DecisionWork, _ prepared: Prepared, as activity: ActivityID
  ) throws -> [WorkSubject] {
    let rules = work.office.rules
    guard case .hold(let entry) = work.decision.act,
      case .charge(let story) = work.situation.story, let row = rules.holdReasons[entry.reason]
    else { return [] }
    let charge = story.review.charge
    let subject: HoldSubject =
      entry.isForAgreement
      ? charge.rental.map { .rental($0) } ?? .charge(charge.id) : .charge(charge.id)
    let usual = row.review(on: work.office.today, latestIn: rules.orders.manualHoldDays)
    _ = try Holds.insert(
      Hold(
        id: HoldID(0), subject: subject, type: row.type, reason: entry.reason,
        detail: work.decision.note, team: entry.team ?? row.team, owner: entry.owner,
        placedOn: work.office.today, placedBy: work.office.user.name, edit: "",
        reviewOn: entry.reviewOn ?? usual), activity: activity,
      known: work.office.known, in: work.connection)
    return try OtherMonths(work.connection).of(charge)
  }

  func takeBack(_ done: DoneDecision, outbox: inout Outbox) throws -> [WorkSubject] {
    try Holds.setWithdrawn(true, placedBy: done.decided.activity.id, in: done.connection)
    return try done.changed()
  }

  func bringBack(_ done: DoneDecision, outbox: inout Outbox) throws -> [WorkSubject] {
    try Holds.setWithdrawn(false, placedBy: done.decided.activity.id, in: done.connection)
    return try done.changed()
  }
}

/// A hold ends, in this month or in all held months.
struct ReleaseHoldEffect: VerbEffect {
  let verb = DecisionVerb.releaseHold

  func prepare(_ work: DecisionWork, outbox: inout Outbox) throws -> Prepared {
    guard case .releaseHold(let release) = work.decision.act else { return Prepared() }
    return Prepared(detail: (release.allMonths ? "all held months: " : "") + release.evidence)
  }

  func carryOut(
    _ work: DecisionWork, _ prepared: Prepared, as activity: ActivityID
  ) throws -> [WorkSubject] {
    guard case .releaseHold(let release) = work.decision.act,
      case .charge(let story) = work.situation.story
    else { return [] }
    let charge = story.review.charge
    let named = story.holds.filter { release.hold == nil || $0.id == release.hold }
    guard !named.isEmpty else { throw Refusal("That hold is not open any more.") }
    var holds = named
    if release.allMonths, let rental = charge.rental {
      let reasons = Set(named.map(\.reason))
      holds += try Holds.openOfMonths(of: rental, in: work.connection).filter { hold in
        reasons.contains(hold.reason) && !named.contains { $0.id == hold.id }
      }
    }
    for hold in holds {
      try Holds.release(
        hold.id,
        Hold.Release(
          on: work.office.today, by: work.office.user.name, evidence: release.evidence),
        activity: activity, known: work.office.known, in: work.connection)
    }
    return try OtherMonths(work.connection).of(charge)
  }

  func takeBack(_ done: DoneDecision, outbox: inout Outbox) throws -> [WorkSubject] {
    try Holds.reopen(releasedBy: done.line.activity.id, in: done.connection)
    return try done.changed()
  }

  func bringBack(_ done: DoneDecision, outbox: inout Outbox) throws -> [WorkSubject] {
    try carryOut(try done.again(), Prepared(), as: done.activity) + done.changed()
  }
}

/// The other unbilled months of an agreement.
struct OtherMonths {
  let connection: Connection

  init(_ connection: Connection) { self.connection = connection }

  func of(_ charge: Charge) throws -> [WorkSubject] {
    guard let rental = charge.rental else { return [] }
    return try Charges.all(of: charge.order, in: connection)
      .filter { $0.rental == rental && $0.id != charge.id && $0.standing == .unbilled }
      .map { .charge($0.id) }
  }
}
