import Billing
import Database
import Store
import WorkEngine

/// The charges of an order are made, and its rentals begin.
struct ConfirmOrderEffect: VerbEffect {
  let verb = DecisionVerb.confirm

  func prepare(_ work: DecisionWork, outbox: inout Outbox) throws -> Prepared {
    guard case .order(let story) = work.situation.story else { return Prepared() }
    let count = story.order.lines.count
    return Prepared(detail: count == 1 ? "1 line" : "\(count) lines")
  }

  func carryOut(
    _ work: DecisionWork, _ prepared: Prepared, as activity: ActivityID
  ) throws -> [WorkSubject] {
    guard case .order(let story) = work.situation.story else { return [] }
    return try OrderConfirming(office: work.office, connection: work.connection)
      .confirm(story.order, as: activity)
  }

  func takeBack(_ done: DoneDecision, outbox: inout Outbox) throws -> [WorkSubject] {
    try toggle(done, isUndo: true)
  }

  /// Charges that come back say what the order said when it was confirmed.
  func bringBack(_ done: DoneDecision, outbox: inout Outbox) throws -> [WorkSubject] {
    guard case .order(let id) = done.subject else { return [] }
    if let order = try Orders.find(id, in: done.connection),
      try done.isRevised(order, since: done.decided.activity.id)
    {
      throw Refusal("Order \(order.number) has changed since: confirm it once more.")
    }
    return try toggle(done, isUndo: false)
  }

  private func toggle(_ done: DoneDecision, isUndo: Bool) throws -> [WorkSubject] {
    guard case .order(let id) = done.subject else { return [] }
    let connection = done.connection
    let charges = try Charges.all(of: id, in: connection)
    for charge in charges {
      if case .billed = charge.standing {
        throw Refusal("A charge of this order is on a claim: void the claim, or withdraw the rest.")
      }
      guard isUndo == (charge.standing == .unbilled) else { continue }
      try Charges.setWithdrawn(
        isUndo, charge.id, known: done.office.known, in: connection)
      // Months that began after the confirmation have entries of their own.
      let wanted = isUndo ? Cents.zero : charge.amount
      let stands = try ChargeAudit.unbilled(of: charge.id, in: connection)
      try ChargeMaker(office: done.office, connection: connection)
        .post(wanted - stands, of: charge.id, cause: .unbilledCharge, activity: nil)
    }
    try Rentals.setWithdrawn(isUndo, ofOrder: id, in: connection)
    try done.restand(id)
    return try charges.map { .charge($0.id) } + done.changed()
  }
}

/// The front office gets an order back, and the cause is fed back.
struct ReturnOrderEffect: VerbEffect {
  let verb = DecisionVerb.returnOrder

  func prepare(_ work: DecisionWork, outbox: inout Outbox) throws -> Prepared {
    guard case .returnOrder(let cause, let team) = work.decision.act else { return Prepared() }
    return Prepared(detail: "\(cause.title), to \(team.title)")
  }

  func carryOut(
    _ work: DecisionWork, _ prepared: Prepared, as activity: ActivityID
  ) throws -> [WorkSubject] {
    guard case .order(let id) = work.subject,
      case .returnOrder(let cause, let team) = work.decision.act
    else { return [] }
    try Orders.setStanding(.returned, of: id, in: work.connection)
    try OrderProblems.add(
      cause, of: id, team: team, isReturn: true,
      message: work.decision.note.isEmpty ? cause.title : work.decision.note,
      on: work.office.today, in: work.connection)
    return []
  }

  func takeBack(_ done: DoneDecision, outbox: inout Outbox) throws -> [WorkSubject] {
    try done.restandOrder()
  }

  func bringBack(_ done: DoneDecision, outbox: inout Outbox) throws -> [WorkSubject] {
    try done.restandOrder()
  }
}

/// An order is cancelled: nothing of it is billed.
struct CancelOrderEffect: VerbEffect {
  let verb = DecisionVerb.cancelOrder

  func carryOut(
    _ work: DecisionWork, _ prepared: Prepared, as activity: ActivityID
  ) throws -> [WorkSubject] {
    guard case .order(let story) = work.situation.story else { return [] }
    try Orders.setStanding(.cancelled, of: story.order.id, in: work.connection)
    // A serial number may be free now.
    return try Orders.inConfirmation(of: story.order.patient.id, in: work.connection)
      .map { .order($0) }
  }

  func takeBack(_ done: DoneDecision, outbox: inout Outbox) throws -> [WorkSubject] {
    try done.restandOrder()
  }

  func bringBack(_ done: DoneDecision, outbox: inout Outbox) throws -> [WorkSubject] {
    try done.restandOrder()
  }
}

extension DoneDecision {
  fileprivate func restandOrder() throws -> [WorkSubject] {
    guard case .order(let id) = subject else { return [] }
    try restand(id)
    return try changed()
  }

  /// What the decisions that stand say of an order.
  fileprivate func restand(_ id: OrderID) throws {
    let last = try Journal.standing(on: .order(id), in: connection).last {
      [.confirm, .returnOrder, .cancelOrder].contains($0.verb)
    }
    guard let order = try Orders.find(id, in: connection) else { return }
    let standing: OrderStanding =
      switch last?.verb {
      case .confirm: .confirmed
      // What came again corrected is to be confirmed.
      case .returnOrder: try isRevised(order, since: last?.activity) ? .delivered : .returned
      case .cancelOrder: .cancelled
      default: order.delivery.servedOn == nil ? .open : .delivered
      }
    try Orders.setStanding(standing, of: id, in: connection)
  }

  /// Whether an order says something else than when a decision about it was made.
  fileprivate func isRevised(_ order: Order, since activity: ActivityID?) throws -> Bool {
    guard let decision = try activity.flatMap({ try Activities.find($0, in: connection) }),
      let known = try Orders.known(number: order.number, in: connection)
    else { return false }
    return known.revisedAt.rawValue > decision.sequence
  }
}
