import Billing
import ClaimFiles
import Database
import Desk
import Store
import WorkEngine

/// What follows from a decision besides its line in the journal: money moves, claims are sent,
/// remittances posted.
struct DecisionEffect {
  let office: Office
  let subject: Subject
  let item: WorkItem
  let connection: Connection
  /// Other subjects whose placement may change.
  private(set) var alsoTouched: [WorkSubject] = []

  init(office: Office, subject: Subject, item: WorkItem, connection: Connection) {
    self.office = office
    self.subject = subject
    self.item = item
    self.connection = connection
  }

  /// Notes subjects whose placement may change because of what was done besides.
  mutating func touch(_ subjects: [WorkSubject]) { alsoTouched += subjects }

  /// What is known before the line is written: its detail in words, and the claim it is about.
  struct Prepared {
    var detail = ""
    var target: ClaimID?
    var sending: PreparedSending?
    var postings: [Posting] = []
    var cause = PostingCause.transfer
  }

  mutating func prepare(_ decision: Decision, outbox: inout Outbox) throws -> Prepared {
    switch decision.verb {
    case .resubmit: return try send(decision, .original, outbox: &outbox)
    case .replace: return try send(decision, .replacement, outbox: &outbox)
    case .void: return try send(decision, .void, outbox: &outbox)
    case .billNext: return try billNext(decision, outbox: &outbox)
    case .writeOff: return try writeOff(decision)
    case .transferPatient: return try transferToPatient(decision)
    case .match: return try match(decision)
    case .post: return Prepared(detail: try CashPosting(self).detail(of: decision))
    case .leaveInSuspense: return Prepared(detail: decision.reasonCode)
    case .appeal:
      let level = decision.appealLevel.map { "level \($0.rawValue)" } ?? ""
      return Prepared(detail: level)
    case .appealOutcome: return Prepared(detail: decision.appealOutcome?.rawValue ?? "")
    case .calledPayer, .checkedPortal: return Prepared(detail: decision.payerStatus)
    case .assign, .deferred:
      return Prepared(
        detail: decision.assignee.map { $0.isEmpty ? "to the pool" : "to " + $0 } ?? "")
    case .confirm, .returnOrder, .cancelOrder, .hold, .releaseHold, .attachDocument,
      .correctCharge, .withdrawCharge, .contactPatient, .fulfil, .decline, .pickUp:
      guard let orderSide = subject.orderSide else { return Prepared() }
      return Prepared(
        detail: OrderSideEffect(
          office: office, connection: connection, story: orderSide, decision: decision
        ).detail)
    case .checkEligibility: return try checkEligibility(outbox: &outbox)
    case .reopen, .requestDocuments, .followUp, .note, .escalate, .deescalate, .pin, .unpin, .undo,
      .redo, .breakLease, .transmit:
      return Prepared()
    }
  }

  mutating func carryOut(
    _ decision: Decision, _ prepared: Prepared, as activity: ActivityID
  ) throws {
    if let sending = prepared.sending {
      try ClaimSender(office: office, connection: connection).record(sending)
    }
    if !prepared.postings.isEmpty {
      try postMoves(prepared, as: activity)
    }
    switch decision.verb {
    case .match, .post:
      alsoTouched += try CashPosting(self).carryOut(decision, target: prepared.target, as: activity)
    default: break
    }
  }

  // MARK: Sending

  private func send(
    _ decision: Decision, _ frequency: ClaimFrequency, outbox: inout Outbox
  ) throws -> Prepared {
    guard case .claim(let id) = subject.subject else { return Prepared() }
    let sender = ClaimSender(office: office, connection: connection)
    guard
      let sending = try sender.prepare(
        id, frequency: frequency, corrections: decision.corrections, outbox: &outbox)
    else {
      guard decision.corrections.isEmpty else {
        throw Refusal(
          "Docket never saw this claim sent, so it cannot correct it. Correct and send it in the "
            + "billing system, then record it here without corrections.")
      }
      return Prepared(detail: "sent from the billing system")
    }
    return Prepared(detail: "as \(sending.controlNumber)", target: id, sending: sending)
  }

  private mutating func billNext(
    _ decision: Decision, outbox: inout Outbox
  ) throws -> Prepared {
    guard case .claim(let id) = subject.subject else { return Prepared() }
    let sender = ClaimSender(office: office, connection: connection)
    let (made, sending) = try sender.prepareForNextPayer(id, outbox: &outbox)
    alsoTouched.append(.claim(made.claim))
    return Prepared(
      detail: "to \(made.payerName) as \(sending.controlNumber)", target: made.claim,
      sending: sending, postings: made.postings, cause: .transfer)
  }

  // MARK: Money

  private func writeOff(_ decision: Decision) throws -> Prepared {
    let title = office.rules.writeOffs.first { $0.code == decision.reasonCode }?.title
    let moved = try moves(decision.amount, to: .writeOff)
    return Prepared(
      detail: "\(moved.amount), \(title ?? decision.reasonCode)", postings: moved.postings,
      cause: .writeOff)
  }

  private func transferToPatient(_ decision: Decision) throws -> Prepared {
    let moved = try moves(decision.amount, to: .patientReceivable)
    return Prepared(detail: "\(moved.amount)", postings: moved.postings, cause: .transfer)
  }

  /// Takes an amount off the open lines in order, first what is with the payer, then with the next.
  private func moves(
    _ amount: Cents?, to account: LedgerAccount
  ) throws -> (amount: Cents, postings: [Posting]) {
    guard case .claim(let id) = subject.subject,
      let claim = try Claims.find(id, in: connection)
    else { throw Refusal("Only a claim has a balance to move.") }
    let open = claim.lines.flatMap { line in
      [
        (LedgerAccount.payerReceivable, line, line.balances.payer),
        (LedgerAccount.nextPayerReceivable, line, line.balances.nextPayer),
      ]
    }.filter { $0.2 > .zero }
    let total = amount ?? open.map(\.2).total()
    guard total > .zero else { throw Refusal("Nothing is open on \(claim.controlNumber).") }
    var remaining = total
    var postings: [Posting] = []
    for (source, line, balance) in open where remaining > .zero {
      let part = min(remaining, balance)
      postings.append(Posting(account: account, amount: part, claim: id, line: line.id))
      postings.append(Posting(account: source, amount: -part, claim: id, line: line.id))
      remaining -= part
    }
    guard remaining == .zero else {
      throw Refusal("Only \(total - remaining) is open on \(claim.controlNumber).")
    }
    return (total, postings)
  }

  private func postMoves(_ prepared: Prepared, as activity: ActivityID) throws {
    let entry = try JournalEntry(
      cause: prepared.cause, on: office.today, postings: prepared.postings)
    var moved = prepared.target
    if case .claim(let id) = subject.subject { moved = id }
    _ = try Ledger.post(
      entry, claim: moved, activity: activity, known: office.today, in: connection)
  }

  // MARK: Order side

  /// Writes a question about the coverage of the item's patient to the outbox (270).
  private func checkEligibility(outbox: inout Outbox) throws -> Prepared {
    let desk = EligibilityDesk(office: office, connection: connection)
    let file = try desk.ask(subject.orderSide.map { [$0] } ?? [], outbox: &outbox)
    return Prepared(detail: file.map { "in \($0)" } ?? "asked already today")
  }

  // MARK: Cash posting

  private func match(_ decision: Decision) throws -> Prepared {
    let made = try CashPosting(self).claimToMatch(decision)
    guard let claim = try Claims.find(made.claim, in: connection) else {
      throw Refusal("There is no such claim.")
    }
    return Prepared(
      detail: "to \(claim.controlNumber)", target: made.claim, postings: made.postings,
      cause: .charge)
  }
}
