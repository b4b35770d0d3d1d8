import Billing
import Database
import Store
import WorkEngine

/// What follows from a decision of the order side: charges are made, holds placed and released,
/// documents indexed, orders made from special work.
struct OrderSideEffect {
  let office: Office
  let connection: Connection
  let story: OrderSideStory
  let decision: Decision

  /// Its line in the journal, in words.
  var detail: String {
    switch (decision.details, story) {
    case (.problem(let cause, let team), _): return "\(cause.title), to \(team.title)"
    case (.hold(let entry), _):
      let title = office.rules.holdReasons[entry.reason]?.title ?? entry.reason
      return title + (entry.isForAgreement ? ", with the months to come" : "")
    case (.release(_, let allMonths, let evidence), _):
      return (allMonths ? "all held months: " : "") + evidence
    case (.document(let draft), _):
      return [draft.kind.title, draft.number, draft.dated?.description ?? ""]
        .filter { !$0.isEmpty }.joined(separator: " ")
    case (.charge(let corrections), .charge(let charge)):
      let after = corrections.reduce(charge.review.charge) { $0.applying($1) }
      return ChargeDifference.text(from: charge.review.charge, to: after)
    case (.answers(let answers, let by), _):
      let wanted = answers.filter { $0.units > 0 }.map { "\($0.units) \($0.code)" }
      return (wanted.isEmpty ? "nothing wanted" : wanted.joined(separator: ", "))
        + (by.isEmpty ? "" : ", said \(by)")
    case (.fulfilment(let day, _), _): return "on \(day)"
    case (.pickup(let day), _): return "on \(day)"
    case (_, .order(let order)) where decision.verb == .confirm:
      let count = order.order.lines.count
      return count == 1 ? "1 line" : "\(count) lines"
    default: return ""
    }
  }

  /// Does it; gives the subjects whose placement may change.
  func carryOut(as activity: ActivityID) throws -> [WorkSubject] {
    switch (decision.verb, story) {
    case (.confirm, .order(let story)):
      return try OrderConfirming(office: office, connection: connection)
        .confirm(story.order, as: activity)
    case (.returnOrder, .order(let story)):
      try Orders.setStanding(.returned, of: story.order.id, in: connection)
      if case .problem(let cause, let team) = decision.details {
        try OrderProblems.add(
          cause, of: story.order.id, team: team, isReturn: true,
          message: decision.note.isEmpty ? cause.title : decision.note, on: office.today,
          in: connection)
      }
    case (.cancelOrder, .order(let story)):
      try Orders.setStanding(.cancelled, of: story.order.id, in: connection)
      // A serial number may be free now.
      return try Orders.inConfirmation(of: story.order.patient.id, in: connection)
        .map { .order($0) }
    case (.attachDocument, _): return try attach(as: activity)
    case (.hold, .charge(let story)): return try hold(story.review.charge, as: activity)
    case (.releaseHold, .charge(let story)): return try release(story, as: activity)
    case (.correctCharge, .charge(let story)):
      return try correct(story.review.charge, as: activity)
    case (.withdrawCharge, .charge(let story)):
      return try withdraw(story.review, as: activity)
    case (.pickUp, .charge(let story)): return try pickUp(story.review)
    case (.contactPatient, .special(let story)): return try answer(story, as: activity)
    case (.decline, .special(let story)):
      try SpecialWorks.setStanding(
        .declined, answers: story.work.answers, madeOrder: nil, of: story.work.id, in: connection)
    case (.fulfil, .special(let story)):
      return try SpecialOrders(office: office, connection: connection)
        .fulfil(story, decision.details, as: activity)
    default: break
    }
    return []
  }

  // MARK: Documents and holds

  private func attach(as activity: ActivityID) throws -> [WorkSubject] {
    guard case .document(let draft) = decision.details, let place = patientAndOrder else {
      return []
    }
    _ = try Documents.insert(
      draft, of: place.patient, order: place.order, receivedOn: office.today, activity: activity,
      known: office.today, in: connection)
    return try OrderSideFacts(office: office, connection: connection).changed(place.patient)
  }

  private var patientAndOrder: (patient: PatientID, order: OrderID?)? {
    switch story {
    case .order(let story): (story.order.patient.id, story.order.id)
    // What one item of a patient needs may serve another, but a proof belongs to its order.
    case .charge(let story): (story.review.order.patient.id, story.review.order.id)
    case .special(let story): (story.work.due.patient, story.work.due.order)
    case .batch: nil
    }
  }

  private func hold(_ charge: Charge, as activity: ActivityID) throws -> [WorkSubject] {
    guard case .hold(let entry) = decision.details else { return [] }
    let subject: HoldSubject =
      entry.isForAgreement
      ? charge.rental.map { .rental($0) } ?? .charge(charge.id)
      : .charge(charge.id)
    _ = try Holds.insert(
      Hold(
        id: HoldID(0), subject: subject, type: entry.type, reason: entry.reason,
        detail: entry.detail, team: entry.team, owner: entry.owner, placedOn: office.today,
        placedBy: office.user.name, edit: "", reviewOn: entry.reviewOn), activity: activity,
      known: office.today, in: connection)
    return try months(of: charge)
  }

  private func release(_ story: ChargeStory, as activity: ActivityID) throws -> [WorkSubject] {
    guard case .release(let id, let allMonths, let evidence) = decision.details else { return [] }
    let charge = story.review.charge
    let named = story.holds.filter { id == nil || $0.id == id }
    guard !named.isEmpty else { throw Refusal("That hold is not open any more.") }
    var holds = named
    if allMonths, let rental = charge.rental {
      let reasons = Set(named.map(\.reason))
      holds += try Holds.openOfMonths(of: rental, in: connection).filter { hold in
        reasons.contains(hold.reason) && !named.contains { $0.id == hold.id }
      }
    } else if let agreement = named.first(where: { $0.subject != .charge(charge.id) }) {
      throw Refusal(
        "\"\(agreement.detail)\" holds the whole agreement: release it for all held months.")
    }
    for hold in holds {
      try Holds.release(
        hold.id, Hold.Release(on: office.today, by: office.user.name, evidence: evidence),
        activity: activity, known: office.today, in: connection)
    }
    return try months(of: charge)
  }

  /// The charge itself and the other unbilled months of its agreement.
  private func months(of charge: Charge) throws -> [WorkSubject] {
    guard let rental = charge.rental else { return [] }
    return try Charges.all(of: charge.order, in: connection)
      .filter { $0.rental == rental && $0.id != charge.id && $0.standing == .unbilled }
      .map { .charge($0.id) }
  }

  // MARK: Charges

  private func correct(_ charge: Charge, as activity: ActivityID) throws -> [WorkSubject] {
    guard case .charge(let corrections) = decision.details else { return [] }
    let after = corrections.reduce(charge) { $0.applying($1) }
    try ChargeRevisions.insert(
      charge.id, activity: activity, before: charge, after: after, known: office.today,
      in: connection)
    try Charges.save(after, in: connection)
    try ChargeMaker(office: office, connection: connection).post(
      after.amount - charge.amount, of: charge.id, cause: .unbilledCharge, activity: activity)
    try HoldKeeper(office: office, connection: connection).refresh(charge.id)
    return []
  }

  private func withdraw(_ review: ChargeReview, as activity: ActivityID) throws -> [WorkSubject] {
    let charge = review.charge
    try ChargeMaker(office: office, connection: connection).post(
      -charge.amount, of: charge.id, cause: .unbilledCharge, activity: activity)
    try Charges.setWithdrawn(true, charge.id, in: connection)
    return try OrderSideFacts(office: office, connection: connection)
      .changed(review.order.patient.id)
  }

  private func pickUp(_ review: ChargeReview) throws -> [WorkSubject] {
    guard case .pickup(let day) = decision.details, let rental = review.charge.rental else {
      return []
    }
    try Rentals.setPickedUp(day, rental, in: connection)
    return try OrderSideFacts(office: office, connection: connection)
      .changed(review.order.patient.id)
  }

  // MARK: Special work

  private func answer(_ story: SpecialStory, as activity: ActivityID) throws -> [WorkSubject] {
    guard case .answers(let answers, let by) = decision.details else { return [] }
    let wanted = answers.filter { $0.units > 0 }
    try SpecialWorks.setStanding(
      wanted.isEmpty ? .declined : .answered, answers: answers, madeOrder: nil,
      of: story.work.id, in: connection)
    guard !wanted.isEmpty else { return [] }
    // The affirmative answer, item by item, is the document that lets the refill be charged.
    _ = try Documents.insert(
      DocumentDraft(
        kind: .refillRequest, dated: office.today, signer: by, codes: wanted.map(\.code),
        answers: wanted), of: story.work.due.patient, order: story.work.due.order,
      receivedOn: office.today, activity: activity, known: office.today, in: connection)
    return try OrderSideFacts(office: office, connection: connection)
      .changed(story.work.due.patient)
  }
}

/// What a correction changed, in words.
private enum ChargeDifference {
  static func text(from before: Charge, to after: Charge) -> String {
    var parts: [String] = []
    func note(_ name: String, _ old: String, _ new: String) {
      if old != new { parts.append("\(name) \(old.isEmpty ? "none" : old) -> \(new)") }
    }
    note("code", before.procedure.description, after.procedure.description)
    note("units", String(before.units), String(after.units))
    note("charge", before.amount.description, after.amount.description)
    note("serial", before.serialNumber, after.serialNumber)
    note("narrative", before.narrative, after.narrative)
    note("authorization", before.authorizationNumber, after.authorizationNumber)
    note("from", before.serviceFrom.description, after.serviceFrom.description)
    note("through", before.serviceThrough.description, after.serviceThrough.description)
    note(
      "pointers", before.diagnosisPointers.map { String($0) }.joined(separator: ","),
      after.diagnosisPointers.map { String($0) }.joined(separator: ","))
    return parts.joined(separator: "; ")
  }
}
