import Billing
import Database
import Store
import WorkEngine

/// Records one claim as sent: who, what, how much, and that it was sent.
struct SentClaimRecorder {
  let office: Office
  let payers: PayerCache
  let batch: Int64
  /// Who sent the file: ISA06.
  let sender: String
  let sentOn: Day

  /// Records a claim; gives the claims whose placement may change.
  func record(_ sent: SentClaim, in connection: Connection) throws -> [ClaimID] {
    guard let known = try known(sent, in: connection) else { return try add(sent, in: connection) }
    guard try Submissions.find(claim: known.id, batch: batch, in: connection) == nil else {
      return []
    }
    let isFirst =
      try known.origin == .remittance && Submissions.all(of: known.id, in: connection).isEmpty
    var touched = [known.id]
    if isFirst {
      touched += try bill(known, as: sent, in: connection)
    } else {
      try follow(sent, from: known, in: connection)
    }
    let now = isFirst ? try Claims.find(known.id, in: connection) ?? known : known
    try addSending(of: now, sent, in: connection)
    if try Claims.find(known.id, in: connection)?.patient.id != known.patient.id {
      // What the claim left with the person that it was said to be of is no work any more.
      try Placer(rules: office.rules, today: office.today, payers: payers)
        .place(.patient(known.patient.id), in: connection)
    }
    return touched
  }

  /// A claim made from a remittance takes what its bill says; gives the other bills of its service.
  private func bill(
    _ claim: Claim, as sent: SentClaim, in connection: Connection
  ) throws -> [ClaimID] {
    let payer = try payers.payer(named: sent.payer, rules: office.rules, in: connection)
    let next = try nextPayer(of: sent, patient: claim.patient.id, in: connection)
    try FirstBill(office: office, connection: connection, sentOn: sentOn)
      .follow(sent, from: claim, payer: payer.id, next: next?.id)
    let bills = LaterBills(office: office, connection: connection)
    var touched = try bills.follow(claim.id, on: sentOn)
    if sent.sequence != .primary, try Claims.prior(of: claim.id, in: connection) == nil,
      let prior = try priorClaim(of: sent, claim.patient.id, in: connection),
      let now = try Claims.find(claim.id, in: connection)
    {
      try Claims.setPrior(prior.id, of: claim.id, in: connection)
      try bills.takeFrom(prior, for: now, on: sentOn)
      try Claims.setNextBilled(true, of: prior.id, in: connection)
      touched.append(prior.id)
    }
    return touched
  }

  /// The same bill sent before, or made from a remittance: same number, payer level, day, charge.
  private func known(_ sent: SentClaim, in connection: Connection) throws -> Claim? {
    let from = sent.lines.map(\.serviceFrom).min()
    for id in try Claims.withControlNumber(sent.controlNumber, in: connection) {
      guard let claim = try standing(id, in: connection), isOfSameBill(claim, sent) else {
        continue
      }
      if claim.charge == sent.charge, claim.serviceFrom == from { return claim }
    }
    return try replaced(by: sent, in: connection) ?? replacedSince(sent, in: connection)
      ?? sentAgain(sent, in: connection)
  }

  /// A claim that is meant by a file: what a decision made of an answer or sent to a next payer, and its
  /// undoing took back, keeps its row and is no bill.
  private func standing(_ id: ClaimID, in connection: Connection) throws -> Claim? {
    guard let claim = try Claims.find(id, in: connection),
      try !Claims.isTakenBack(claim, in: connection)
    else { return nil }
    guard claim.origin == .docket else { return claim }
    return try Submissions.all(of: id, in: connection).isEmpty ? nil : claim
  }

  /// The bill that comes once more under another number, as from a second system: only where its
  /// identity leaves no doubt, and where one bill fits.
  private func sentAgain(_ sent: SentClaim, in connection: Connection) throws -> Claim? {
    guard !sent.patient.memberID.isEmpty, let from = sent.lines.map(\.serviceFrom).min() else {
      return nil
    }
    let candidates = try Claims.withMember(sent.patient.memberID, from: from, in: connection)
      .compactMap { try standing($0, in: connection) }.filter {
        isOfSameBill($0, sent) && $0.charge == sent.charge
      }
    if candidates.isEmpty { return nil }
    let sending = BillSending(sent, sender: sender)
    let known = try SentBills.all(ofMember: sent.patient.memberID, in: connection)
    let identity = BillIdentity(among: known.map(\.sending) + [sending])
    let same = try candidates.filter { claim in
      // Twice in one set it is a mistake of the sender that a person must see.
      guard try Submissions.find(claim: claim.id, batch: batch, in: connection) == nil else {
        return false
      }
      return known.contains {
        $0.claim == claim.id && identity.verdict($0.sending, sending) == .same
      }
    }
    return same.count == 1 ? same.first : nil
  }

  /// The bill that a replacement or a void names by the payer's number for it (REF*F8), under
  /// whatever number it is sent now.
  private func replaced(by sent: SentClaim, in connection: Connection) throws -> Claim? {
    guard sent.frequency != .original else { return nil }
    let named = try Claims.withPayerControlNumber(
      sent.originalPayerControlNumber, in: connection
    ).compactMap { try standing($0, in: connection) }.filter {
      isOfSameBill($0, sent) && mayReplace(sent, $0)
    }
    if named.count == 1 { return named.first }
    guard named.isEmpty, sent.frequency == .replacement else { return nil }
    return try sameNumberAndDay(sent, in: connection).first { mayReplace(sent, $0) }
  }

  /// The charge of a replacement may be another one.
  ///
  /// What an earlier payer left decides what a later one is billed, and so there it may not.
  private func mayReplace(_ sent: SentClaim, _ claim: Claim) -> Bool {
    sent.frequency == .void || claim.sequence == .primary || claim.charge == sent.charge
  }

  /// The bill whose replacement was read before it: the replacement is what counts.
  private func replacedSince(_ sent: SentClaim, in connection: Connection) throws -> Claim? {
    guard sent.frequency == .original else { return nil }
    return try sameNumberAndDay(sent, in: connection).first { claim in
      try Submissions.all(of: claim.id, in: connection).contains {
        $0.frequency == .replacement && $0.sentOn >= sentOn
      }
    }
  }

  /// The bill of a number, a patient and a day; nothing where several fit.
  private func sameNumberAndDay(
    _ sent: SentClaim, in connection: Connection
  ) throws -> [Claim] {
    let from = sent.lines.map(\.serviceFrom).min()
    let found = try Claims.withControlNumber(sent.controlNumber, in: connection)
      .compactMap { try standing($0, in: connection) }.filter {
        isOfSameBill($0, sent) && $0.serviceFrom == from
          && !Self.differs(
            $0.memberID, sent.patient.memberID)
      }
    return found.count == 1 ? found : []
  }

  private static func differs(_ known: String, _ named: String) -> Bool {
    !known.isEmpty && !named.isEmpty && known != named
  }

  private func isOfSameBill(_ claim: Claim, _ sent: SentClaim) -> Bool {
    claim.sequence == sent.sequence
      && claim.patient.lastName.uppercased() == sent.patient.lastName.uppercased()
  }

  /// A bill is with the payer that it was sent to last; what went to another one before belongs to
  /// that one.
  private func follow(
    _ sent: SentClaim, from claim: Claim, in connection: Connection
  ) throws {
    let last = try Submissions.all(of: claim.id, in: connection).map(\.sentOn).max()
    guard let last, last <= sentOn else { return }
    let payer = try payers.payer(named: sent.payer, rules: office.rules, in: connection)
    let isSame =
      payer.id == claim.payer.id
      || !payer.identifier.isEmpty && payer.identifier == claim.payer.identifier
    guard !isSame, let before = try ClaimPayers.facts(of: claim.id, in: connection) else { return }
    let after = ClaimPayers.Facts(
      payer: payer.id, sequence: claim.sequence, memberID: sent.patient.memberID, controlNumber: "",
      nextPayer: try nextPayer(of: sent, patient: claim.patient.id, in: connection)?.id)
    try ClaimPayers.set(after, of: claim.id, in: connection)
    try ClaimPayers.keep(
      before: before, after: after, of: claim.id, activity: nil, known: office.known,
      in: connection)
    try ExpectedAmount.follow(
      to: payer.id, from: claim.payer.id, of: claim.id, office, activity: nil, in: connection)
  }

  private func addSending(
    of claim: Claim, _ sent: SentClaim, in connection: Connection
  ) throws {
    let last = try Submissions.all(of: claim.id, in: connection).map(\.sentOn).max()
    _ = try Submissions.insert(
      claim: claim.id, controlNumber: sent.controlNumber, frequency: sent.frequency,
      sentOn: sentOn, batch: batch, image: sent.image, billingNPI: sent.billingNPI,
      known: office.known, in: connection)
    let isCutOtherwise = claim.lines.map(\.charge) != sent.lines.map(\.charge)
    if isCutOtherwise, let last, last > sentOn { return }
    if isCutOtherwise, sent.frequency == .replacement, claim.sequence == .primary {
      try ClaimReplacement(office: office, connection: connection)
        .follow(sent, from: claim, on: sentOn)
      try LeftOutReductions(office: office, connection: connection).post(of: claim.id)
    }
    // Money stands on lines: where they are cut otherwise, only what the whole claim says follows.
    if claim.lines.map(\.charge) == sent.lines.map(\.charge) {
      try ClaimFacts(connection: connection).refresh(claim.id)
    } else {
      try Claims.correct(
        claim.id, memberID: sent.patient.memberID, placeOfService: sent.placeOfService,
        priorAuthorization: sent.priorAuthorization, diagnoses: sent.diagnoses, in: connection)
    }
  }

  private func add(_ sent: SentClaim, in connection: Connection) throws -> [ClaimID] {
    let payer = try payers.payer(named: sent.payer, rules: office.rules, in: connection)
    let patient = try Patients.findOrInsert(sent.patient, in: connection)
    try Patients.addCoverage(
      of: patient, payer: payer.id, memberID: sent.patient.memberID, sequence: sent.sequence,
      in: connection)
    let next = try nextPayer(of: sent, patient: patient, in: connection)
    let prior = try releasing(
      sent.sequence == .primary ? nil : try priorClaim(of: sent, patient, in: connection), sent,
      payer, in: connection)
    let claim = try Claims.insert(
      Claims.New(
        controlNumber: sent.controlNumber, origin: .claimFile, patient: patient,
        payer: payer.id, sequence: sent.sequence, memberID: sent.patient.memberID,
        frequency: sent.frequency, payerControlNumber: "", placeOfService: sent.placeOfService,
        priorAuthorization: sent.priorAuthorization, diagnoses: sent.diagnoses,
        service: ServiceDates(spanning: sent.lines.map(\.service)) ?? ServiceDates(sentOn),
        charge: sent.charge,
        nextPayer: next?.id, priorClaim: prior?.id), known: office.known, in: connection)
    var lines: [(line: SentLine, id: ClaimLineID)] = []
    for line in sent.lines {
      let expected = try ExpectedAmount.of(line, by: payer.id, in: connection)
      lines.append(
        (line, try Claims.insertLine(line, expected: expected, of: claim, in: connection)))
    }
    try Opening.post(
      Opening.postings(for: lines, of: claim, prior: prior), of: claim, on: sentOn,
      known: office.known, in: connection)
    _ = try Submissions.insert(
      claim: claim, controlNumber: sent.controlNumber, frequency: sent.frequency, sentOn: sentOn,
      batch: batch, image: sent.image, billingNPI: sent.billingNPI, known: office.known,
      in: connection)
    try ask(about: claim, sent, in: connection)
    let later = try LaterBills(office: office, connection: connection).follow(claim, on: sentOn)
    guard let prior else { return [claim] + later.filter { $0 != claim } }
    try Claims.setNextBilled(true, of: prior.id, in: connection)
    return [prior.id, claim] + later.filter { $0 != claim }
  }

  /// The bill before one that is read now, without the answers to the later one: as long as that was
  /// not read they were taken for answers to it.
  private func releasing(
    _ prior: Claim?, _ sent: SentClaim, _ payer: Payer, in connection: Connection
  ) throws -> Claim? {
    guard let prior else { return nil }
    try AnswersInOrder(office: office, connection: connection).release(from: prior.id) {
      kept, header in
      kept.claim.controlNumber == sent.controlNumber
        && (RemittancePosting.isAnswerOfNextPayer(kept.claim.status, on: prior)
          || header.payer == payer.id && payer.id != prior.payer.id)
    }
    return try Claims.find(prior.id, in: connection)
  }

  /// Where the same numbers of lines come with another day or beside others, a person says whether
  /// it is one bill; until then it counts as two.
  private func ask(
    about claim: ClaimID, _ sent: SentClaim, in connection: Connection
  ) throws {
    guard try BillQuestions.mayBeAsked(of: claim, in: connection) else { return }
    let sending = BillSending(sent, sender: sender)
    let known = try SentBills.all(ofMember: sent.patient.memberID, in: connection)
    let identity = BillIdentity(among: known.map(\.sending))
    let inDoubt = known.first {
      $0.claim != claim && identity.verdict($0.sending, sending) == .doubtful
    }
    guard let inDoubt else { return }
    try BillQuestions.ask(claim, isOf: inDoubt.claim, known: office.known, in: connection)
  }

  /// The payer after this one; its coverage is noted as well.
  private func nextPayer(
    of sent: SentClaim, patient: PatientID, in connection: Connection
  ) throws -> Payer? {
    let later = sent.otherPayers.filter { $0.sequence.order > sent.sequence.order }
    guard let named = later.min(by: { $0.sequence.order < $1.sequence.order }) else {
      return nil
    }
    let payer = try payers.payer(named: named, rules: office.rules, in: connection)
    try Patients.addCoverage(
      of: patient, payer: payer.id, memberID: named.memberID, sequence: named.sequence,
      in: connection)
    return payer
  }

  /// The claim to the payer before this one: same number, else same patient, day and charge; of
  /// several the one to the payer nearest before.
  private func priorClaim(
    of sent: SentClaim, _ patient: PatientID, in connection: Connection
  ) throws -> Claim? {
    guard let from = sent.lines.map(\.serviceFrom).min() else { return nil }
    let byNumber = try Claims.withControlNumber(sent.controlNumber, in: connection)
    let byPatient = try Claims.withPatient(
      lastName: sent.patient.lastName, firstName: sent.patient.firstName, from: from,
      in: connection)
    var nearest: Claim?
    for id in byNumber + byPatient {
      guard let claim = try standing(id, in: connection),
        claim.sequence.order < sent.sequence.order, claim.charge == sent.charge,
        claim.serviceFrom == from,
        // A file without a birth day makes another patient; the number still says whose bill it is.
        claim.patient.id == patient
          || byNumber.contains(id)
            && claim.patient.lastName.uppercased() == sent.patient.lastName.uppercased()
      else { continue }
      if nearest.map({ $0.sequence.order < claim.sequence.order }) ?? true { nearest = claim }
    }
    return nearest
  }
}

/// The postings that open a claim: its charge, or what the claim before it left.
enum Opening {
  /// Takes what the prior claim holds for the next payer, then what it still has open; only what
  /// neither covers is new revenue.
  static func postings(
    for lines: [(line: SentLine, id: ClaimLineID)], of claim: ClaimID, prior: Claim?
  ) -> [Posting] {
    var postings = lines.map {
      Posting(account: .payerReceivable, amount: $0.line.open, claim: claim, line: $0.id)
    }
    var wanted = lines.map(\.line.open)
    var sources = sources(of: prior)
    func take(_ index: Int, _ isAllowed: (Source) -> Bool) {
      for place in sources.indices where isAllowed(sources[place]) {
        let part = min(wanted[index], sources[place].open)
        guard part > .zero else { continue }
        postings.append(
          Posting(
            account: sources[place].account, amount: -part, claim: prior?.id,
            line: sources[place].line.id))
        sources[place].open -= part
        wanted[index] -= part
      }
    }
    for index in lines.indices { take(index) { $0.line.number == lines[index].line.number } }
    // An answer known only for the whole claim may have been laid on another line.
    for index in lines.indices { take(index) { $0.account == .nextPayerReceivable } }
    let revenue = wanted.total()
    if revenue != .zero {
      postings.append(Posting(account: .revenue, amount: -revenue, claim: claim))
    }
    return postings
  }

  /// What a prior claim can give, in the order in which it is taken.
  private struct Source {
    var account: LedgerAccount
    var line: ClaimLine
    var open: Cents
  }

  private static func sources(of prior: Claim?) -> [Source] {
    let lines = prior?.lines ?? []
    return lines.map {
      Source(account: .nextPayerReceivable, line: $0, open: $0.balances.nextPayer)
    } + lines.map { Source(account: .payerReceivable, line: $0, open: $0.balances.payer) }
  }

  static func post(
    _ postings: [Posting], of claim: ClaimID, on day: Day, known: Day, in connection: Connection
  ) throws {
    let moving = postings.filter { $0.amount != .zero }
    guard !moving.isEmpty else { return }
    let entry = try JournalEntry(cause: .charge, on: day, postings: moving)
    _ = try Ledger.post(entry, claim: claim, known: known, in: connection)
  }
}

extension BillSending {
  fileprivate init(_ sent: SentClaim, sender: String) {
    self.init(
      sender: sender, controlNumber: sent.controlNumber, memberID: sent.patient.memberID,
      lastName: sent.patient.lastName, level: sent.sequence, charge: sent.charge,
      lines: sent.lines.map {
        Line(controlNumber: $0.controlNumber, day: $0.serviceFrom, procedure: $0.procedure)
      }, replaces: sent.originalPayerControlNumber)
  }
}
