import Billing
import Database
import Desk
import Store
import WorkEngine

/// One decision inside one transaction: read, checked, recorded, carried out, placed anew.
struct DecisionDesk {
  let office: Office
  let connection: Connection

  /// What a decision did.
  struct Done {
    var message: String
    var isUndoable: Bool
  }

  /// The decision that an entry means for an item.
  ///
  /// - Throws: ``Refusal`` with the field that is wrong, or where somebody else has the item.
  func read(_ entry: DecisionEntry, on listed: WorkItems.Listed) throws -> DecisionWork {
    if listed.isClosed, !entry.verb.has(.afterwards) {
      throw Refusal("It is done: nothing is left to work.")
    }
    if let lease = listed.item.lease, lease.session != office.session,
      lease.expires > (try office.now(connection)), entry.verb != .breakLease,
      !office.hasEnded(lease.session)
    {
      throw Refusal(
        lease.user == office.user.name
          ? "You have it open in another window." : "\(lease.user) has it now.")
    }
    let situation = try Situations(office: office, connection: connection)
      .situation(of: listed.item)
    do throws(FieldFault) {
      return DecisionWork(
        office: office, connection: connection, subject: listed.item.subject,
        situation: situation, decision: try situation.decision(of: entry))
    } catch {
      throw Refusal(error.message, field: error.field)
    }
  }

  func decide(
    _ id: WorkItemID, _ entry: DecisionEntry, rowVersion: Int64, fence: Int64?, bulk: Int64?,
    outbox: inout Outbox
  ) throws -> Done {
    guard let listed = try WorkItems.find(id, in: connection) else {
      throw Refusal("There is no item \(id.rawValue).")
    }
    let work = try read(entry, on: listed)
    if entry.verb == .breakLease {
      try Leases.breakLease(id, in: connection)
    } else {
      try claim(listed, rowVersion: rowVersion, fence: fence)
    }
    let effect = VerbEffects[entry.verb]
    let prepared = try effect.prepare(work, outbox: &outbox)
    let activity = try record(
      work.decision, on: work.subject, queue: listed.item.queue, detail: prepared.detail,
      target: prepared.target, bulk: bulk)
    try post(prepared, work, as: activity)
    let touched = try effect.carryOut(work, prepared, as: activity)
    try WorkItems.touch(id, on: office.today, in: connection)
    try placeAnew([work.subject] + touched)
    return Done(
      message: DecisionMessage.text(
        entry.verb, reference: listed.reference, detail: prepared.detail,
        now: try WorkItems.find(id, in: connection), today: office.today),
      isUndoable: !entry.verb.has(.final))
  }

  /// The money of a decision moves in one entry of the ledger.
  private func post(_ prepared: Prepared, _ work: DecisionWork, as activity: ActivityID) throws {
    if prepared.postings.isEmpty { return }
    let entry = try JournalEntry(
      cause: prepared.cause, on: office.today, postings: prepared.postings)
    _ = try Ledger.post(
      entry, claim: work.claim ?? prepared.target, deposit: work.deposit, activity: activity,
      known: office.known, in: connection)
  }

  /// Adds a decision to the journal, chained to the line before.
  func record(
    _ decision: Decision, on subject: WorkSubject, queue: QueueName?, detail: String,
    target: ClaimID?, bulk: Int64?
  ) throws -> ActivityID {
    let result = office.rules.results.first { $0.code == decision.resultCode }
    return try insert(
      Activities.New(
        at: try office.now(connection), on: office.today, user: office.user.name,
        session: office.session, verb: decision.verb, resultCode: decision.resultCode,
        subject: subject, queue: queue, note: decision.note, detail: detail,
        followUpOn: decision.followUpOn, decision: DecisionReader.text(of: decision.act),
        targetClaim: target,
        isProductive: result?.isProductive ?? !decision.verb.has(.uncounted), bulk: bulk))
  }

  /// Adds to the journal that a decision was taken back or brought back.
  func record(
    _ verb: DecisionVerb, of decided: Activities.Kept, undoes: ActivityID
  ) throws -> ActivityID {
    try insert(
      Activities.New(
        at: try office.now(connection), on: office.today, user: office.user.name,
        session: office.session, verb: verb,
        resultCode: office.rules.results.first { $0.verb == verb }?.code ?? verb.rawValue,
        subject: decided.activity.subject, queue: decided.activity.queue, note: "",
        detail: decided.activity.verb.title, followUpOn: nil,
        decision: DecisionText.encode([:]), targetClaim: decided.targetClaim,
        isProductive: false, bulk: decided.bulk, undoes: undoes))
  }

  private func insert(_ new: Activities.New) throws -> ActivityID {
    let chain = JournalChain.next(after: try Activities.lastChain(in: connection), new)
    return try Activities.insert(new, chain: chain, in: connection)
  }

  /// Runs placement for what was touched, and copies who it was handed to.
  func placeAnew(_ subjects: [WorkSubject]) throws {
    let placer = Placer(rules: office.rules, today: office.today)
    for subject in subjects {
      try placer.place(subject, in: connection)
      try WorkItems.setOwner(try owner(of: subject), of: subject, in: connection)
    }
  }

  /// Whom the last decision that stands handed a subject to, else whom a rule of the office gives it
  /// to; nil for the pool.
  private func owner(of subject: WorkSubject) throws -> String? {
    for decision in try Journal.standing(on: subject, in: connection).reversed() {
      switch decision.act {
      case .assign(let person): return person
      case .deferred(let person?): return person
      default: continue
      }
    }
    guard case .remitClaim(let id) = subject else { return nil }
    return try ExceptionOwner(rules: office.rules, connection: connection).name(for: id)
  }

  /// Whoever lost an item to somebody who decided about it since takes it again before saving: what
  /// they still have open may know the new version of the row, and yet be about the old state.
  private func refuseAfterBreak(of listed: WorkItems.Listed) throws {
    let all = try Activities.all(of: listed.item.subject, in: connection).map(\.activity)
    guard
      let broken = all.lastIndex(where: {
        $0.verb == .breakLease && $0.on == office.today && $0.undoes == nil
          && $0.user != office.user.name && $0.detail == "from " + office.user.name
      })
    else { return }
    let since = all[broken...].dropFirst().filter { $0.undoes == nil && $0.undoneBy == nil }
    guard !since.contains(where: { $0.user == office.user.name }),
      let last = since.last(where: { $0.verb != .note })
    else { return }
    throw Refusal(
      "\(all[broken].user) took \(listed.reference) from you, and \(last.user) decided since "
        + "(\(last.verb.title)); nothing was saved. Take it again.")
  }

  /// The right to save: version, fence and lease must all still hold.
  private func claim(_ listed: WorkItems.Listed, rowVersion: Int64, fence: Int64?) throws {
    if fence == nil, listed.item.lease?.session != office.session {
      try refuseAfterBreak(of: listed)
    }
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
      "\(listed.reference) was changed since you opened it\(try change(of: listed)); nothing was "
        + "saved. Read it again.")
  }

  /// What somebody else decided last about an item, for whoever wanted to save over it.
  private func change(of listed: WorkItems.Listed) throws -> String {
    let all = try Activities.all(of: listed.item.subject, in: connection)
    guard let last = all.last(where: { $0.activity.user != office.user.name })?.activity else {
      return ""
    }
    let detail = last.detail.isEmpty ? "" : " " + last.detail
    return " (\(last.user), \(last.on): \(last.verb.title)\(detail))"
  }
}

/// What was done, in one sentence.
enum DecisionMessage {
  /// Names the decision and where the item stands after it.
  static func text(
    _ verb: DecisionVerb, reference: String, detail: String, now: WorkItems.Listed?, today: Day
  ) -> String {
    let title = verb.title.prefix(1).lowercased() + verb.title.dropFirst()
    var parts = [title]
    if !detail.isEmpty { parts.append(detail) }
    if now?.isClosed == true {
      parts.append("nothing left to work")
    } else if let item = now?.item, item.lane == .waiting, let day = item.followUpOn {
      parts.append("back on " + day.short(seenFrom: today))
    }
    return "\(reference): \(parts.joined(separator: ", "))."
  }
}
