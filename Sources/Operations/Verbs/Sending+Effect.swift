import Billing
import Database
import Store
import WorkEngine

/// A claim goes out once more, in a file of its own.
protocol SendingEffect: VerbEffect {}

extension SendingEffect {
  func carryOut(
    _ work: DecisionWork, _ prepared: Prepared, as activity: ActivityID
  ) throws -> [WorkSubject] {
    try ClaimSending(work).record(prepared, as: activity)
    return []
  }

  func takeBack(_ done: DoneDecision, outbox: inout Outbox) throws -> [WorkSubject] {
    try done.toggleSending(isUndo: true, outbox: &outbox)
  }

  func bringBack(_ done: DoneDecision, outbox: inout Outbox) throws -> [WorkSubject] {
    try done.toggleSending(isUndo: false, outbox: &outbox)
  }
}

/// A corrected claim goes out as a new one.
struct ResubmitEffect: SendingEffect {
  let verb = DecisionVerb.resubmit

  func prepare(_ work: DecisionWork, outbox: inout Outbox) throws -> Prepared {
    guard case .resubmit(let resending) = work.decision.act else { return Prepared() }
    return try ClaimSending(work).prepare(.original, resending, outbox: &outbox)
  }
}

/// A claim takes the place of the one that the payer has.
struct ReplaceEffect: SendingEffect {
  let verb = DecisionVerb.replace

  func prepare(_ work: DecisionWork, outbox: inout Outbox) throws -> Prepared {
    guard case .replace(let resending) = work.decision.act else { return Prepared() }
    return try ClaimSending(work).prepare(.replacement, resending, outbox: &outbox)
  }
}

/// A claim is taken back at the payer.
struct VoidEffect: SendingEffect {
  let verb = DecisionVerb.void

  func prepare(_ work: DecisionWork, outbox: inout Outbox) throws -> Prepared {
    try ClaimSending(work).prepare(.void, Resending(), outbox: &outbox)
  }
}

/// The claim of the work, written once more.
struct ClaimSending {
  let work: DecisionWork

  init(_ work: DecisionWork) { self.work = work }

  func prepare(
    _ frequency: ClaimFrequency, _ resending: Resending, outbox: inout Outbox
  ) throws -> Prepared {
    guard let id = work.claim else { return Prepared() }
    let sender = ClaimSender(office: work.office, connection: work.connection)
    guard
      let sending = try sender.prepare(
        id, frequency: frequency, corrections: resending.corrections, outbox: &outbox)
    else {
      guard resending.corrections.isEmpty else {
        throw Refusal(
          "Docket never saw this claim sent, so it cannot correct it. Correct and send it in the "
            + "billing system, then record it here without corrections.")
      }
      return Prepared(detail: "sent from the billing system")
    }
    let detail = ["as \(sending.controlNumber)"] + resending.corrections.map(\.words)
    return Prepared(
      detail: detail.joined(separator: ", "), target: id, sending: sending,
      postings: try chargePostings(resending.corrections, of: id), cause: .charge)
  }

  /// What is billed more or less than before is open more or less with the payer.
  ///
  /// - Throws: ``Refusal`` where less is left open than is taken off the charge.
  private func chargePostings(
    _ corrections: [ClaimCorrection], of id: ClaimID
  ) throws -> [Posting] {
    guard let claim = try Claims.find(id, in: work.connection) else { return [] }
    var postings: [Posting] = []
    for case .charge(let number, let amount) in corrections {
      guard let line = claim.lines.first(where: { $0.number == number }), amount != line.charge
      else { continue }
      let more = amount - line.charge
      if line.balances.payer + more < .zero {
        throw Refusal(
          "Only \(line.balances.payer) of line \(number) is open with the payer: the charge "
            + "cannot come down by \(-more).", field: .line("charge", number))
      }
      postings.append(Posting(account: .payerReceivable, amount: more, claim: id, line: line.id))
      postings.append(Posting(account: .revenue, amount: -more, claim: id))
    }
    return postings
  }

  func record(_ prepared: Prepared, as activity: ActivityID) throws {
    guard let sending = prepared.sending else { return }
    try ClaimSender(office: work.office, connection: work.connection)
      .record(sending, activity: activity)
  }
}

extension DoneDecision {
  /// Takes a sending back as long as nobody picked its file up, or writes the same file again.
  func toggleSending(isUndo: Bool, outbox: inout Outbox) throws -> [WorkSubject] {
    guard let claim = target else { return [] }
    guard
      let sending = try Submissions.made(by: decided.activity.id, in: connection)
        ?? Submissions.madeHere(of: claim, isWithdrawn: !isUndo, in: connection),
      let name = try Submissions.outboxName(of: sending.id, in: connection)
    else { return [.claim(claim)] }
    if isUndo {
      guard sending.isUnanswered, try outbox.withhold(name) else {
        throw Refusal(
          "\(sending.controlNumber) has left the house: void it, or send a corrected claim.")
      }
    } else {
      try outbox.writeAgain(name)
    }
    try Submissions.setWithdrawn(
      isUndo, submission: sending.id, known: office.known, in: connection)
    try ClaimFacts(connection: connection).refresh(claim)
    return [.claim(claim)]
  }
}
