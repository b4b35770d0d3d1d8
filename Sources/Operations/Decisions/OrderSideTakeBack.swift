import Billing
import Database
import Store
import WorkEngine

/// Takes back what a decision of the order side did besides money, or brings it back.
struct OrderSideTakeBack {
  let office: Office
  let connection: Connection

  /// Gives the subjects whose placement may change.
  ///
  /// - Throws: ``Refusal`` where something was built on it since: a charge was billed, an order
  ///   confirmed, a batch picked up.
  func toggle(
    _ decision: Activities.Kept, isUndo: Bool, outbox: inout Outbox
  ) throws -> [WorkSubject] {
    let activity = decision.activity
    switch (activity.verb, activity.subject) {
    case (.confirm, .order(let id)):
      return try confirm(id, decision, isUndo: isUndo) + touched(by: activity.subject)
    case (.returnOrder, .order(let id)), (.cancelOrder, .order(let id)):
      try restand(id)
    case (.attachDocument, _):
      try Documents.setWithdrawn(isUndo, ofActivity: activity.id, in: connection)
    case (.hold, .charge):
      try Holds.setWithdrawn(isUndo, placedBy: activity.id, in: connection)
    case (.releaseHold, .charge):
      guard isUndo else {
        throw Refusal("A release is not done again by itself: release the hold once more.")
      }
      try Holds.reopen(releasedBy: activity.id, in: connection)
    case (.correctCharge, .charge(let id)):
      try correct(id, decision, isUndo: isUndo)
    case (.withdrawCharge, .charge(let id)):
      try Charges.setWithdrawn(!isUndo, id, in: connection)
    case (.pickUp, .charge(let id)):
      try pickUp(id, decision, isUndo: isUndo)
    case (.contactPatient, .special(let id)), (.decline, .special(let id)):
      guard isUndo else { throw Refusal("Record the patient's answer once more.") }
      try Documents.setWithdrawn(true, ofActivity: activity.id, in: connection)
      try answerAsBefore(id)
    case (.fulfil, .special(let id)): try fulfil(id, isUndo: isUndo)
    case (.transmit, .batch(let id)):
      guard isUndo else { throw Refusal("Send the claims again from the transmission screen.") }
      return try BatchSender(office: office, connection: connection)
        .withdraw(id, outbox: &outbox)
    default: return []
    }
    return try touched(by: activity.subject)
  }

  private func touched(by subject: WorkSubject) throws -> [WorkSubject] {
    let facts = OrderSideFacts(office: office, connection: connection)
    switch subject {
    case .order(let id):
      return try Orders.find(id, in: connection).map { try facts.changed($0.patient.id) } ?? []
    case .charge(let id):
      return try Charges.patient(of: id, in: connection).map { try facts.changed($0) } ?? []
    case .special(let id):
      return try SpecialWorks.find(id, in: connection)
        .map { try facts.changed($0.due.patient) } ?? []
    case .batch, .claim, .remitClaim, .remittance: return []
    }
  }

  private func confirm(
    _ id: OrderID, _ decision: Activities.Kept, isUndo: Bool
  ) throws -> [WorkSubject] {
    if !isUndo { try refuseIfRevised(id, since: decision) }
    let charges = try Charges.all(of: id, in: connection)
    for charge in charges {
      if case .billed = charge.standing {
        throw Refusal("A charge of this order is on a claim: void the claim, or withdraw the rest.")
      }
      guard isUndo == (charge.standing == .unbilled) else { continue }
      try Charges.setWithdrawn(isUndo, charge.id, in: connection)
      // Months that began after the confirmation have entries of their own.
      let wanted = isUndo ? Cents.zero : charge.amount
      let stands = try ChargeAudit.unbilled(of: charge.id, in: connection)
      try ChargeMaker(office: office, connection: connection)
        .post(wanted - stands, of: charge.id, cause: .unbilledCharge, activity: nil)
    }
    try Rentals.setWithdrawn(isUndo, ofOrder: id, in: connection)
    try restand(id)
    return charges.map { .charge($0.id) }
  }

  /// Whether an order says something else than when a decision about it was made.
  private func isRevised(_ order: Order, since activity: ActivityID?) throws -> Bool {
    guard let decision = try activity.flatMap({ try Activities.find($0, in: connection) }),
      let known = try Orders.known(number: order.number, in: connection)
    else { return false }
    return known.revisedAt > decision.activity.at
  }

  /// Charges that come back say what the order said when it was confirmed.
  private func refuseIfRevised(_ id: OrderID, since decision: Activities.Kept) throws {
    guard let order = try Orders.find(id, in: connection),
      try isRevised(order, since: decision.activity.id)
    else { return }
    throw Refusal("Order \(order.number) has changed since: confirm it once more.")
  }

  /// What the patient said last before, as far as it stands.
  private func answerAsBefore(_ id: SpecialID) throws {
    let said = try Stories.decisions(on: .special(id), in: connection)
      .last { $0.verb == .contactPatient }
    var answers: [SupplyAnswer] = []
    if let said { answers = try Documents.answers(ofActivity: said.activity, in: connection) }
    try SpecialWorks.setStanding(
      answers.isEmpty ? .open : .answered, answers: answers, madeOrder: nil, of: id,
      in: connection)
  }

  /// What the decisions that stand say of an order.
  private func restand(_ id: OrderID) throws {
    let last = try Stories.decisions(on: .order(id), in: connection).last {
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

  private func correct(_ id: ChargeID, _ decision: Activities.Kept, isUndo: Bool) throws {
    guard let now = try Charges.find(id, in: connection), now.standing == .unbilled,
      let other = try ChargeRevisions.charge(
        now, activity: decision.activity.id, isBefore: isUndo, in: connection)
    else { throw Refusal("The charge is on a claim now; it can no longer be changed.") }
    try Charges.save(other, in: connection)
  }

  private func pickUp(_ id: ChargeID, _ decision: Activities.Kept, isUndo: Bool) throws {
    guard isUndo else { throw Refusal("Record the pickup once more.") }
    guard let rental = try Charges.find(id, in: connection)?.rental else { return }
    try Rentals.setPickedUp(nil, rental, in: connection)
  }

  private func fulfil(_ id: SpecialID, isUndo: Bool) throws {
    guard isUndo else { throw Refusal("Make the order or charge once more.") }
    guard let work = try SpecialWorks.find(id, in: connection) else { return }
    if let made = work.madeOrder, let order = try Orders.find(made, in: connection) {
      guard order.standing != .confirmed else {
        throw Refusal("Order \(order.number) that came of it is confirmed: undo that first.")
      }
      try Orders.setStanding(.cancelled, of: made, in: connection)
      try Placer(rules: office.rules, today: office.today).place(.order(made), in: connection)
    }
    try SpecialWorks.setStanding(
      work.answers.contains { $0.units > 0 } ? .answered : .open, answers: work.answers,
      madeOrder: nil, of: id, in: connection)
  }
}
