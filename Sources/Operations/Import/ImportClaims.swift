import Billing
import ClaimFiles
import Database
import Desk
import Store
import X12

extension FileApplication {
  /// 837P: makes patients, payers, coverages, claims, charge lines and sendings.
  mutating func applyClaims(
    of set: TransactionSetEnvelope, at index: Int, step: (Int) -> Bool
  ) throws {
    var pending: [SentClaim] = []
    var seen = 0
    var refusals: [ClaimFileRefusal] = []
    var problems: [X12Problem] = []
    let application = self
    var added = 0
    var goesOn = true
    let writer = ClaimSetWriter(
      application: application, set: set, index: index,
      reference: Transmission837P.header(of: set, in: file).reference)
    if SetStanding(office: office).isProductionInTest(set) {
      note(
        "set \(set.code) \(set.control) is production data (ISA15 = P), and this office is marked as "
          + "a test: was it meant for another office?", isError: false, in: set)
    }
    let rest = try Transmission837P.forEachClaim(in: file, set: set) { (read) throws in
      guard goesOn else { return }
      problems += read.problems
      do throws(ClaimFileRefusal) {
        pending.append(try SentClaim(read))
      } catch {
        refusals.append(error)
      }
      guard pending.count == FileApplication.step else { return }
      added += try application.write {
        try writer.apply(pending, from: seen, isLast: false, in: $0)
      }
      seen += pending.count
      pending = []
      goesOn = step(read.bytes.upperBound)
    }
    report.claimsAdded += added
    guard goesOn else { return }
    report.claimsAdded += try application.write {
      try writer.apply(pending, from: seen, isLast: true, in: $0)
    }
    note(problems + rest.problems)
    note(refusals, in: set)
  }
}

/// Writes the claims of one 837P set, a step at a time.
private struct ClaimSetWriter {
  let application: FileApplication
  let set: TransactionSetEnvelope
  let index: Int
  /// BHT03.
  let reference: String
  private let payers = PayerCache()

  init(
    application: FileApplication, set: TransactionSetEnvelope, index: Int, reference: String
  ) {
    self.application = application
    self.set = set
    self.index = index
    self.reference = reference
  }

  private var office: Office { application.office }

  /// Applies claims that begin at a position of the set, leaving out what is applied already.
  func apply(
    _ claims: [SentClaim], from start: Int, isLast: Bool, in connection: Connection
  ) throws -> Int {
    let progress = try application.progress(of: set, at: index, in: connection)
    guard !progress.isComplete else { return 0 }
    let end = start + claims.count
    guard end > progress.applied || isLast else { return 0 }
    let sentOn = application.day(of: set)
    let batch = try Submissions.findOrInsertBatch(
      file: application.fileID, outboxName: nil, sender: set.interchangeSender,
      numbers: set.controlNumbers, reference: reference, sentOn: sentOn, in: connection)
    let placer = Placer(rules: office.rules, today: office.today, payers: payers)
    let recorder = SentClaimRecorder(
      office: office, payers: payers, batch: batch, sender: set.interchangeSender, sentOn: sentOn)
    let staged = StagedClaims(office: office, connection: connection)
    var added = 0
    for claim in claims.dropFirst(max(0, progress.applied - start)) {
      let touched = try recorder.record(claim, in: connection)
      for claim in touched { try placer.place(.claim(claim), in: connection) }
      if !touched.isEmpty {
        for subject in try staged.lookAgain(atNumber: claim.controlNumber) {
          try placer.place(subject, in: connection)
        }
      }
      for id in touched where claim.frequency != .original {
        for subject in try staged.lookAgain(at: id, besides: []) {
          try placer.place(subject, in: connection)
        }
      }
      if !touched.isEmpty { added += 1 }
    }
    if isLast {
      try takeEarlierRefusals(of: batch, sentOn: sentOn, placer, in: connection)
      try lookAgainAtPayments(placer, in: connection)
    }
    try application.advance(
      index, from: progress.applied, to: max(end, progress.applied), isComplete: isLast,
      in: connection)
    return added
  }

  /// A TA1 that was read before its interchange refuses it all the same.
  private func takeEarlierRefusals(
    of batch: Int64, sentOn: Day, _ placer: Placer, in connection: Connection
  ) throws {
    let refusals = try InterchangeAnswers.all(
      ofInterchange: set.interchangeControl, on: sentOn, in: connection)
    guard let refusal = refusals.last else { return }
    for sending in try InterchangeAnswers.unanswered(batch: batch, in: connection) {
      try Acknowledgments.insert(
        file: refusal.file, submission: sending.submission, kind: .interchange,
        on: refusal.interchangeDay, verdict: .rejected, hop: 1,
        statusCodes: "TA1 " + refusal.note,
        reasons: [RejectionReason(interchangeNote: refusal.note)], known: office.known,
        in: connection)
      try placer.place(.claim(sending.claim), in: connection)
    }
  }

  /// Payments to an NPI of which nothing was known are ours once claims went out under it.
  private func lookAgainAtPayments(_ placer: Placer, in connection: Connection) throws {
    let staged = StagedClaims(office: office, connection: connection)
    for subject in try staged.lookAgainAtOtherPayees() {
      try placer.place(subject, in: connection)
    }
  }
}
