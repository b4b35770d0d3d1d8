import Billing
import ClaimFiles
import Database
import Desk
import Store
import X12

extension FileApplication {
  /// 835: cash is taken in once, then claim after claim is posted or staged.
  ///
  /// At any moment between two steps what is not explained yet is in suspense, so the deposit
  /// reconciles whatever happens.
  mutating func applyRemittance(
    of set: TransactionSetEnvelope, at index: Int, step: (Int) -> Bool
  ) throws {
    let source = RemittanceSet(file, set: index)
    note(source.problems)
    let header: Remittance
    do throws(ClaimFileRefusal) {
      header = try source.header()
    } catch {
      note([error], in: set)
      return
    }
    let application = self
    let start = try write { connection in
      try RemittanceOpening(application: application, set: set, index: index)
        .open(header, source: source, in: connection)
    }
    switch start {
    case .seenBefore(let place):
      note(
        "remittance \(header.traceNumber) of \(header.payment) on \(header.paymentDate) was read before, in \(place); it was not posted again",
        isError: true, in: set)
      return
    case .complete: return
    case .open(let id):
      report.remittances += 1
      report.paid += header.payment
      let doubts = try doubts(about: header, in: set)
      for doubt in doubts { note(doubt.sentence, isError: false, in: set) }
      let steps = RemittanceSteps(
        application: self, set: set, index: index, header: header, id: id, source: source,
        doubts: doubts)
      var isDone = false
      while !isDone {
        let outcome = try write { try steps.applyNext(in: $0) }
        isDone = outcome.isDone
        add(outcome)
        if !isDone, !step(set.range.lowerBound) { return }
      }
      let suspense = try read { try Ledger.suspense(of: id, in: $0) }
      report.suspense += suspense
      report.posted += header.payment - suspense
    }
  }

  /// Why nothing of a remittance is posted by itself.
  private func doubts(
    about header: Remittance, in set: TransactionSetEnvelope
  ) throws -> [StagingReason] {
    var doubts: [StagingReason] = []
    if SetStanding(office: office).isProductionInTest(set) { doubts.append(.productionData) }
    let stranger = try read {
      try Payees(office: office).stranger(header.payeeIdentifier, in: $0)
    }
    if let stranger { doubts.append(.otherPayee(stranger)) }
    return doubts
  }

  private mutating func add(_ outcome: RemittanceSteps.Outcome) {
    report.claimsPosted += outcome.posted
    report.claimsStaged += outcome.staged
    report.claimsAdded += outcome.added
    report.denials += outcome.denials
  }
}

/// Begins a remittance: refuses one seen before, else notes it and takes its cash in.
private struct RemittanceOpening {
  enum Start {
    case seenBefore(String)
    case complete
    case open(RemittanceID)
  }

  let application: FileApplication
  let set: TransactionSetEnvelope
  let index: Int

  func open(
    _ header: Remittance, source: RemittanceSet, in connection: Connection
  ) throws -> Start {
    let progress = try application.progress(of: set, at: index, in: connection)
    let same = try Remittances.findSame(
      originator: header.originator, traceNumber: header.traceNumber, payment: header.payment,
      paymentDate: header.paymentDate, in: connection)
    if let same, same.file != application.fileID || same.setPosition != index {
      if !progress.isComplete {
        try application.advance(
          index, from: progress.applied, to: progress.applied, isComplete: true, in: connection)
      }
      return .seenBefore(
        same.file == application.fileID ? "this file (set \(same.setPosition + 1))" : same.fileName)
    }
    if progress.isComplete { return .complete }
    if let same { return .open(same.id) }
    let payers = PayerCache()
    let payer = try payers.payer(
      named: header.payer, rules: application.office.rules, in: connection)
    let id = try Remittances.insert(
      header, claimCount: source.claimCount, claimsPaid: source.claimsPaid ?? .zero,
      payer: payer.id, file: application.fileID, setPosition: index,
      known: application.office.known, in: connection)
    try Remittances.insertProviderAdjustments(header.providerAdjustments, of: id, in: connection)
    if header.payment != .zero {
      let postings = [
        Posting(account: .cash, amount: header.payment, remittance: id),
        Posting(account: .suspense, amount: -header.payment, remittance: id),
      ]
      let entry = try JournalEntry(
        cause: .cashReceived, on: header.paymentDate, postings: postings)
      _ = try Ledger.post(
        entry, remittance: id, known: application.office.known, in: connection)
    }
    return .open(id)
  }
}

/// Posts or stages the claims of one remittance, a step at a time.
private struct RemittanceSteps {
  /// What one step did.
  struct Outcome {
    var posted = 0
    var staged = 0
    var added = 0
    var denials = 0
    var isDone = false
  }

  let application: FileApplication
  let set: TransactionSetEnvelope
  let index: Int
  let header: Remittance
  let id: RemittanceID
  let source: RemittanceSet
  /// Why nothing of it is posted by itself.
  let doubts: [StagingReason]

  func applyNext(in connection: Connection) throws -> Outcome {
    var outcome = Outcome()
    let progress = try application.progress(of: set, at: index, in: connection)
    guard !progress.isComplete else {
      outcome.isDone = true
      return outcome
    }
    let end = min(progress.applied + FileApplication.step, source.claimCount)
    let poster = RemittancePoster(
      office: application.office, header: header, id: id,
      adoptsUnknown: try !Submissions.hasAny(in: connection), doubts: doubts)
    for position in progress.applied..<end {
      let claim: Billing.RemittanceClaim
      do throws(ClaimFileRefusal) {
        claim = try source.claim(at: position)
      } catch {
        // The header refuses amounts that no claim can hold, so this cannot happen half way.
        throw Refusal("segment \(error.place.segment), \(error.place.element): \(error.message)")
      }
      switch try poster.apply(claim, position: position, in: connection) {
      case .posted(let denials, let isNew):
        outcome.posted += 1
        outcome.denials += denials
        if isNew { outcome.added += 1 }
      case .staged: outcome.staged += 1
      case .noted: break
      }
    }
    outcome.isDone = end == source.claimCount
    if outcome.isDone { try poster.finish(in: connection) }
    try application.advance(
      index, from: progress.applied, to: end, isComplete: outcome.isDone, in: connection)
    return outcome
  }
}
