import Billing
import Database
import Desk
import Store
import WorkEngine

/// One decision inside one transaction: checked, recorded, carried out, placed anew.
struct DecisionDesk {
  let office: Office
  let connection: Connection

  /// What a decision did.
  struct Done {
    var message: String
    var isUndoable: Bool
  }

  /// Why a decision does not fit an item now, nil where it does.
  func refusal(of decision: Decision, on listed: WorkItems.Listed) throws -> String? {
    if listed.isClosed, decision.verb != .note { return "It is done: nothing is left to work." }
    if let lease = listed.item.lease, lease.session != office.session,
      lease.expires > (try office.now(connection)), decision.verb != .breakLease,
      !office.hasEnded(lease.session)
    {
      return lease.user == office.user.name
        ? "You have it open in another window." : "\(lease.user) has it now."
    }
    let subject = try Subject(listed.item.subject, office: office, in: connection)
    let filled = subject.filled(decision, item: listed.item, office: office)
    if let refusal = CashPosting.refusal(of: filled, subject) { return refusal }
    return DecisionRules.check(
      filled, story: subject.story, staged: subject.staged, orderSide: subject.orderSide,
      fulfilment: try subject.fulfilment(of: filled, office: office, in: connection),
      item: listed.item, isSupervisor: office.user.isSupervisor, on: office.today,
      rules: office.rules
    ).refusal
  }

  func decide(
    _ id: WorkItemID, _ decision: Decision, rowVersion: Int64, fence: Int64?, bulk: Int64?,
    outbox: inout Outbox
  ) throws -> Done {
    guard let listed = try WorkItems.find(id, in: connection) else {
      throw Refusal("There is no item \(id.rawValue).")
    }
    if let reason = try refusal(of: decision, on: listed) { throw Refusal(reason) }
    if decision.verb == .breakLease {
      try Leases.breakLease(id, in: connection)
    } else {
      try claim(listed, rowVersion: rowVersion, fence: fence)
    }
    let subject = try Subject(listed.item.subject, office: office, in: connection)
    let filled = subject.filled(decision, item: listed.item, office: office)
    var effect = DecisionEffect(
      office: office, subject: subject, item: listed.item, connection: connection)
    let prepared = try effect.prepare(filled, outbox: &outbox)
    let activity = try record(
      filled, on: listed.item.subject, queue: listed.item.queue, detail: prepared.detail,
      target: prepared.target, bulk: bulk, undoes: nil)
    try effect.carryOut(filled, prepared, as: activity)
    if let orderSide = subject.orderSide {
      effect.touch(
        try OrderSideEffect(
          office: office, connection: connection, story: orderSide, decision: filled
        ).carryOut(as: activity))
    }
    try WorkItems.touch(id, on: office.today, in: connection)
    try placeAnew([listed.item.subject] + effect.alsoTouched)
    return Done(
      message: DecisionMessage.text(
        filled.verb, reference: listed.reference, detail: prepared.detail,
        now: try WorkItems.find(id, in: connection)),
      isUndoable: filled.verb.canBeUndone)
  }

  /// Adds a line to the journal, chained to the one before.
  func record(
    _ decision: Decision, on subject: WorkSubject, queue: QueueName?, detail: String,
    target: ClaimID?, bulk: Int64?, undoes: ActivityID?
  ) throws -> ActivityID {
    let result = office.rules.results.first { $0.code == decision.resultCode }
    let new = Activities.New(
      at: try office.now(connection), on: office.today, user: office.user.name,
      session: office.session, verb: decision.verb, resultCode: decision.resultCode,
      subject: subject, queue: queue, note: decision.note, detail: detail,
      followUpOn: decision.followUpOn, appealLevel: decision.appealLevel,
      appealOutcome: decision.appealOutcome, noticeOn: decision.noticeOn,
      payerStatus: decision.payerStatus, assignee: decision.assignee, targetClaim: target,
      isProductive: undoes == nil && (result?.isProductive ?? decision.verb.isProductiveByItself),
      bulk: bulk, undoes: undoes)
    let chain = JournalChain.next(after: try Activities.lastChain(in: connection), new)
    return try Activities.insert(new, chain: chain, in: connection)
  }

  /// Runs placement for what was touched, and copies who it was handed to.
  func placeAnew(_ subjects: [WorkSubject]) throws {
    let placer = Placer(rules: office.rules, today: office.today)
    for subject in subjects {
      try placer.place(subject, in: connection)
      let handed = try Stories.standing(on: subject, in: connection).last {
        $0.activity.verb == .assign || ($0.activity.verb == .deferred && $0.assignee != nil)
      }
      try WorkItems.setOwner(
        handed?.assignee.flatMap { $0.isEmpty ? nil : $0 }, of: subject, in: connection)
    }
  }

  /// The right to save: version, fence and lease must all still hold.
  private func claim(_ listed: WorkItems.Listed, rowVersion: Int64, fence: Int64?) throws {
    if let lease = listed.item.lease, office.hasEnded(lease.session) {
      try Leases.releaseAll(session: lease.session, in: connection)
    }
    let now = try office.now(connection)
    let isOurs = try Leases.claimForSaving(
      listed.item.id, rowVersion: rowVersion, fence: fence, session: office.session, now: now,
      in: connection)
    guard !isOurs else { return }
    if let lease = listed.item.lease, lease.session != office.session {
      throw Refusal(
        "\(listed.reference) was taken over by \(lease.user); nothing was saved. Read it again.")
    }
    if fence != nil, listed.item.rowVersion == rowVersion {
      throw Refusal(
        "Your hold on \(listed.reference) has run out; nothing was saved. Take it again.")
    }
    throw Refusal(
      "\(listed.reference) was changed since you opened it; nothing was saved. Read it again.")
  }
}

/// What a decision is about, with its facts.
struct Subject {
  let subject: WorkSubject
  let story: ClaimStory?
  let staged: StagedRemittanceStory?
  /// For orders, charges, batches and special work.
  let orderSide: OrderSideStory?
  /// The claim of a remittance, where the item is one.
  let remitClaim: RemitClaims.Kept?

  init(_ subject: WorkSubject, office: Office, in connection: Connection) throws {
    self.subject = subject
    let placer = Placer(rules: office.rules, today: office.today)
    if case .claim(let id) = subject {
      story = try placer.story(of: id, in: connection)
      staged = nil
    } else {
      story = nil
      staged = try placer.staged(subject, in: connection)
    }
    orderSide = try placer.orderSide(in: connection).story(of: subject)
    if case .remitClaim(let id) = subject {
      remitClaim = try RemitClaims.find(id, in: connection)
    } else {
      remitClaim = nil
    }
  }

  func filled(_ decision: Decision, item: WorkItem, office: Office) -> Decision {
    DecisionDefaults.filled(
      decision, story: story, item: item, rules: office.rules, on: office.today)
  }

  /// What the special processes say of fulfilling the item on the day that the decision names.
  func fulfilment(
    of decision: Decision, office: Office, in connection: Connection
  ) throws -> Permission {
    guard let orderSide else { return OrderSideRules.unasked }
    var day = office.today
    if case .fulfilment(let on, _) = decision.details { day = on }
    return OrderSideStories(rules: office.rules, today: day, connection: connection)
      .fulfilment(of: orderSide)
  }
}

extension DecisionVerb {
  /// Whether a touch counts where no result code says so.
  var isProductiveByItself: Bool {
    switch self {
    case .note, .assign, .pin, .unpin, .undo, .redo, .breakLease, .escalate, .deescalate: false
    default: true
    }
  }

  /// Whether the decision can be taken back as long as nothing left the house.
  var canBeUndone: Bool { self != .breakLease }
}

/// What was done, in one sentence.
enum DecisionMessage {
  /// Names the decision and where the item stands after it.
  static func text(
    _ verb: DecisionVerb, reference: String, detail: String, now: WorkItems.Listed?
  ) -> String {
    let title = verb.title.prefix(1).lowercased() + verb.title.dropFirst()
    var parts = [title]
    if !detail.isEmpty { parts.append(detail) }
    if now?.isClosed == true {
      parts.append("nothing left to work")
    } else if let item = now?.item, item.lane == .waiting, let day = item.followUpOn {
      parts.append("back on " + day.short)
    }
    return "\(reference): \(parts.joined(separator: ", "))."
  }
}
