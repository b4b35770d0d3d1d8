import Billing
import Database
import Store
import WorkEngine

/// A deposit and what it is the money of are matched.
struct MatchMoneyEffect: VerbEffect {
  let verb = DecisionVerb.matchDeposit

  func prepare(_ work: DecisionWork, outbox: inout Outbox) throws -> Prepared {
    guard case .matchDeposit(let match) = work.decision.act else { return Prepared() }
    let pairs = try work.deposits.pairs(match, about: work.subject)
    let others = try pairs.map { pair -> String in
      if case .remittance = work.subject { return "deposit \(pair.deposit.rawValue)" }
      return try Remittances.find(pair.remittance, in: work.connection)?.traceNumber ?? ""
    }
    return Prepared(
      detail: "\(pairs.map(\.amount).total()) with \(others.joined(separator: ", "))")
  }

  func carryOut(
    _ work: DecisionWork, _ prepared: Prepared, as activity: ActivityID
  ) throws -> [WorkSubject] {
    guard case .matchDeposit(let match) = work.decision.act else { return [] }
    let pairs = try work.deposits.pairs(match, about: work.subject)
    for pair in pairs {
      try DepositMatches.insert(
        deposit: pair.deposit, remittance: pair.remittance, amount: pair.amount,
        activity: activity, known: work.office.known, in: work.connection)
    }
    return pairs.flatMap { [.deposit($0.deposit), .remittance($0.remittance)] }
  }

  func takeBack(_ done: DoneDecision, outbox: inout Outbox) throws -> [WorkSubject] {
    let made = try DepositMatches.made(by: done.line.activity.id, in: done.connection).matched
    return try done.deposits.takeApart(made, as: done.activity)
  }

  func bringBack(_ done: DoneDecision, outbox: inout Outbox) throws -> [WorkSubject] {
    try carryOut(done.again(), Prepared(), as: done.activity)
  }
}

/// Matches of a deposit are taken apart.
struct UnmatchMoneyEffect: VerbEffect {
  let verb = DecisionVerb.unmatchDeposit

  func prepare(_ work: DecisionWork, outbox: inout Outbox) throws -> Prepared {
    Prepared(detail: "from " + (try matches(of: work).map(\.trace).joined(separator: ", ")))
  }

  func carryOut(
    _ work: DecisionWork, _ prepared: Prepared, as activity: ActivityID
  ) throws -> [WorkSubject] {
    try work.deposits.takeApart(matches(of: work), as: activity)
  }

  func takeBack(_ done: DoneDecision, outbox: inout Outbox) throws -> [WorkSubject] {
    let apart = try DepositMatches.made(by: done.line.activity.id, in: done.connection).apart
    return try done.deposits.putTogether(apart, as: done.activity)
  }

  func bringBack(_ done: DoneDecision, outbox: inout Outbox) throws -> [WorkSubject] {
    // What the undo matched again is taken apart again.
    let made = try DepositMatches.made(by: done.line.activity.id, in: done.connection).matched
    return try done.deposits.takeApart(made, as: done.activity)
  }

  private func matches(of work: DecisionWork) throws -> [DepositMatch] {
    guard case .unmatchDeposit(let remittance) = work.decision.act,
      case .deposit(let id) = work.subject
    else { return [] }
    return try DepositMatches.standing(of: id, in: work.connection)
      .filter { remittance == nil || $0.remittance == remittance }
  }
}

/// A deposit leaves the books.
struct VoidDepositEffect: VerbEffect {
  let verb = DecisionVerb.voidDeposit

  func prepare(_ work: DecisionWork, outbox: inout Outbox) throws -> Prepared {
    guard case .deposit(let id) = work.subject,
      let deposit = try Deposits.find(id, in: work.connection)
    else { throw Refusal("The deposit is missing; run `docket check`.") }
    return Prepared(
      detail: "\(deposit.content.amount)",
      postings: DepositDesk.postings(-deposit.content.amount), cause: .deposit)
  }

  func carryOut(
    _ work: DecisionWork, _ prepared: Prepared, as activity: ActivityID
  ) throws -> [WorkSubject] {
    try note(.voided, work.subject, work.deposits, as: activity)
  }

  func takeBack(_ done: DoneDecision, outbox: inout Outbox) throws -> [WorkSubject] {
    try note(
      .restored, done.subject,
      done.deposits, as: done.activity)
  }

  func bringBack(_ done: DoneDecision, outbox: inout Outbox) throws -> [WorkSubject] {
    if case .deposit(let id) = done.subject,
      let match = try DepositMatches.standing(of: id, in: done.connection).first
    {
      throw Refusal("It is matched with \(match.trace) since: take the match apart first.")
    }
    return try note(.voided, done.subject, done.deposits, as: done.activity)
  }

  private func note(
    _ event: Deposits.Event, _ subject: WorkSubject, _ desk: DepositDesk, as activity: ActivityID
  ) throws -> [WorkSubject] {
    guard case .deposit(let id) = subject else { return [] }
    let before = try Deposits.firstDay(in: desk.connection)
    try Deposits.add(
      event, to: id, activity: activity, known: desk.office.known, in: desk.connection)
    let reference = try Deposits.find(id, in: desk.connection)?.content.reference ?? ""
    return try desk.settle(trace: reference) + desk.followFirstDay(since: before)
  }
}

extension DecisionWork {
  var deposits: DepositDesk { DepositDesk(office: office, connection: connection) }

  /// The deposit that it is about.
  var deposit: DepositID? { if case .deposit(let id) = subject { id } else { nil } }
}

extension DoneDecision {
  var deposits: DepositDesk { DepositDesk(office: office, connection: connection) }
}
