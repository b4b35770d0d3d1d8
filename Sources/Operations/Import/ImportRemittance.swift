import Billing
import ClaimFiles
import Database
import Desk
import Store
import WorkEngine
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
      let problem = report.problems.last ?? FileProblem(isError: true, message: error.message)
      try keepRefused(set, at: index, because: problem)
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
    case .asked(let like):
      report.remittances += 1
      note(
        "remittance \(header.traceNumber) of \(header.payment) on \(header.paymentDate) looks like one "
          + "that was read before, in \(like); Cash posting asks whether it is the same check",
        isError: false, in: set)
      return
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

/// Begins a remittance: refuses one seen before, asks about one that looks like another, else notes it
/// and takes its cash in.
private struct RemittanceOpening {
  enum Start {
    case seenBefore(String)
    case complete
    case open(RemittanceID)
    /// It looks like another one, and a person says what it is: which one, and what differs.
    case asked(String)
  }

  let application: FileApplication
  let set: TransactionSetEnvelope
  let index: Int

  func open(
    _ header: Remittance, source: RemittanceSet, in connection: Connection
  ) throws -> Start {
    let progress = try application.progress(of: set, at: index, in: connection)
    let hash = FileDigest.hash(Array(source.claimsText.utf8))
    let known = try Remittances.withTraceKey(of: header.traceNumber, in: connection)
    let own = known.first { $0.header.file == application.fileID && $0.setPosition == index }
    if progress.isComplete { return own == nil ? try seenBefore(header, hash, known) : .complete }
    if let own { return .open(own.header.id) }
    let new = LookAlike.Identity(
      originator: header.originator, traceNumber: header.traceNumber, payment: header.payment,
      paymentDate: header.paymentDate, claimsHash: hash)
    for other in known where LookAlike.verdict(new, against: other.header.identity) == .same {
      try complete(at: progress.applied, in: connection)
      return .seenBefore(place(of: other))
    }
    // What stands is asked about first: the last file that counts is the one to compare with.
    let standing = known.filter { $0.header.standing == .standing } + known
    let alike = standing.first {
      if case .asks = LookAlike.verdict(new, against: $0.header.identity) { true } else { false }
    }
    let root = alike.map { $0.header.looksLike ?? $0.header.id }
    let id = try insert(header, source, hash, looksLike: root, in: connection)
    guard let alike else {
      try takeCash(of: id, header, in: connection)
      // A set that could not be read before is replaced by it.
      let placer = Placer(rules: application.office.rules, today: application.office.today)
      for refused in try RefusedSets.sharing(traceOf: id, in: connection) {
        try placer.place(.refusedSet(refused), in: connection)
      }
      return .open(id)
    }
    try keepUnposted(source, of: id, in: connection)
    try complete(at: source.claimCount, in: connection)
    guard case .asks(_, let differs) = LookAlike.verdict(new, against: alike.header.identity)
    else { return .complete }
    return .asked("\(place(of: alike)): \(differs)")
  }

  private typealias Known = (header: Remittances.Header, setPosition: Int, fileName: String)

  private func seenBefore(
    _ header: Remittance, _ hash: String, _ known: [Known]
  ) throws -> Start {
    known.first.map { .seenBefore(place(of: $0)) } ?? .complete
  }

  private func place(of other: Known) -> String {
    other.header.file == application.fileID
      ? "this file (set \(other.setPosition + 1))" : other.fileName
  }

  private func complete(at applied: Int, in connection: Connection) throws {
    let progress = try application.progress(of: set, at: index, in: connection)
    guard !progress.isComplete else { return }
    try application.advance(
      index, from: progress.applied, to: max(applied, progress.applied), isComplete: true,
      in: connection)
  }

  private func insert(
    _ header: Remittance, _ source: RemittanceSet, _ hash: String, looksLike: RemittanceID?,
    in connection: Connection
  ) throws -> RemittanceID {
    let payer = try PayerCache().payer(
      named: header.payer, rules: application.office.rules, in: connection)
    let id = try Remittances.insert(
      header, claimCount: source.claimCount, claimsPaid: source.claimsPaid ?? .zero,
      payer: payer.id, file: application.fileID, setPosition: index, claimsHash: hash,
      looksLike: looksLike, known: application.office.known, in: connection)
    try Remittances.insertProviderAdjustments(header.providerAdjustments, of: id, in: connection)
    return id
  }

  private func takeCash(
    of id: RemittanceID, _ header: Remittance, in connection: Connection
  ) throws {
    guard
      let entry = try RemittancePosting.cashEntry(
        header.payment, of: id, on: header.paymentDate)
    else { return }
    _ = try Ledger.post(
      entry, remittance: id, known: application.office.known, in: connection)
  }

  /// Its claims are kept word for word, and speak for no claim of ours until it counts.
  private func keepUnposted(
    _ source: RemittanceSet, of id: RemittanceID, in connection: Connection
  ) throws {
    for position in 0..<source.claimCount {
      let claim: Billing.RemittanceClaim
      do throws(ClaimFileRefusal) {
        claim = try source.claim(at: position)
      } catch {
        throw Refusal("segment \(error.place.segment), \(error.place.element): \(error.message)")
      }
      _ = try RemitClaims.insert(
        claim, position: position, of: id, matchedTo: nil, state: .noted, staging: [],
        known: application.office.known, in: connection)
    }
    let placer = Placer(rules: application.office.rules, today: application.office.today)
    for other in try LookAlikes.group(of: id, in: connection) {
      try placer.place(.remittance(other.id), in: connection)
    }
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
    let adoptsUnknown = try !Submissions.hasAny(in: connection)
    let claims = try (progress.applied..<end).map { try claim(at: $0) }
    let step = try RemittanceStep(
      office: application.office, connection: connection,
      naming: adoptsUnknown ? [] : claims.map(\.controlNumber))
    let poster = RemittancePoster(
      office: application.office, header: header, id: id, adoptsUnknown: adoptsUnknown,
      doubts: doubts, step: step)
    for (position, claim) in zip(progress.applied..<end, claims) {
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
    try step.finish()
    try application.advance(
      index, from: progress.applied, to: end, isComplete: outcome.isDone, in: connection)
    return outcome
  }

  private func claim(at position: Int) throws -> Billing.RemittanceClaim {
    do throws(ClaimFileRefusal) {
      return try source.claim(at: position)
    } catch {
      // The header refuses amounts that no claim can hold, so this cannot happen half way.
      throw Refusal("segment \(error.place.segment), \(error.place.element): \(error.message)")
    }
  }
}
