import Billing
import ClaimFiles
import Database
import Store
import WorkEngine
import X12

/// A sending that is written to the outbox and waits to be recorded.
struct PreparedSending {
  var claim: ClaimID
  var controlNumber: String
  var frequency: ClaimFrequency
  var image: [UInt8]
  var fileName: String
  var sender: String
  var numbers: ControlNumbers
  /// Where it goes, where that is not the payer that the claim was with.
  var payer: PayerID?
}

/// Makes claims ready and writes them as 837P files, one claim a file.
struct ClaimSender {
  let office: Office
  let connection: Connection

  /// Corrects a claim and writes it again; nil where its bytes were never kept.
  ///
  /// - Throws: ``Refusal`` where the claim would be refused by any front end.
  func prepare(
    _ claim: ClaimID, frequency: ClaimFrequency, corrections: [ClaimCorrection],
    outbox: inout Outbox
  ) throws -> PreparedSending? {
    guard let kept = try Claims.find(claim, in: connection),
      let image = try Submissions.latestImage(of: claim, in: connection), !image.isEmpty
    else { return nil }
    var outgoing = try outgoing(image)
    outgoing.correct(corrections)
    outgoing.address(
      controlNumber: try controlNumber(for: kept.controlNumber), frequency: frequency,
      payerControlNumber: kept.payerControlNumber)
    return try write(&outgoing, claim: claim, frequency: frequency, outbox: &outbox)
  }

  /// A claim to the next payer with the first payer's answer.
  struct NextPayerClaim {
    var claim: ClaimID
    var payerName: String
    var outgoing: OutgoingClaim
    var postings: [Posting]
  }

  /// Makes and writes it alone.
  func prepareForNextPayer(
    _ id: ClaimID, outbox: inout Outbox
  ) throws -> (made: NextPayerClaim, sending: PreparedSending) {
    var made = try makeForNextPayer(id)
    let sending = try write(
      &made.outgoing, claim: made.claim, frequency: .original, outbox: &outbox)
    try Claims.setNextBilled(true, of: id, in: connection)
    return (made, sending)
  }

  /// The claim as the next payer would get it.
  private struct Forwarded {
    var claim: Claim
    var next: Payer
    var outgoing: OutgoingClaim
  }

  /// Why the claim cannot go to its next payer; nil where it can.
  func nextPayerObstacle(_ id: ClaimID) throws -> String? {
    do {
      var forwarded = try forwarded(id)
      return try faults(of: &forwarded.outgoing, forwarded.claim, frequency: .original)
    } catch let refusal as Refusal {
      return refusal.message
    }
  }

  /// Why the claim cannot be voided by a file; nil where it can, or where its bytes were never kept.
  func voidObstacle(_ claim: Claim) throws -> String? {
    guard let image = try Submissions.latestImage(of: claim.id, in: connection), !image.isEmpty
    else { return nil }
    do {
      var outgoing = try outgoing(image)
      return try faults(of: &outgoing, claim, frequency: .void)
    } catch let refusal as Refusal {
      return refusal.message
    }
  }

  private func faults(
    of outgoing: inout OutgoingClaim, _ claim: Claim, frequency: ClaimFrequency
  ) throws -> String? {
    outgoing.address(
      controlNumber: try controlNumber(for: claim.controlNumber), frequency: frequency,
      payerControlNumber: frequency == .original ? "" : claim.payerControlNumber)
    return Self.refusal(outgoing.faults)
  }

  private static func refusal(_ faults: [String]) -> String? {
    faults.isEmpty
      ? nil : "It would be refused again: " + faults.prefix(3).joined(separator: "; ")
  }

  /// Makes it, with a number of its own, and writes nothing.
  func makeForNextPayer(_ id: ClaimID) throws -> NextPayerClaim {
    let forwarded = try forwarded(id)
    let (claim, next) = (forwarded.claim, forwarded.next)
    var outgoing = forwarded.outgoing
    let later = try outgoing.laterPayers.first.map {
      try PayerCache().payer(named: $0, rules: office.rules, in: connection)
    }
    let made = try insertNext(
      claim, payer: next, memberID: outgoing.claim.memberID, nextPayer: later?.id)
    outgoing.address(
      controlNumber: try controlNumber(for: claim.controlNumber), frequency: .original,
      payerControlNumber: "")
    return NextPayerClaim(
      claim: made.claim, payerName: next.name, outgoing: outgoing, postings: made.postings)
  }

  /// The claim with its payer's answer, addressed to the next one.
  ///
  /// - Throws: ``Refusal`` where its bytes were never kept, or where nobody has answered it.
  private func forwarded(_ id: ClaimID) throws -> Forwarded {
    guard let claim = try Claims.find(id, in: connection),
      let image = try Submissions.latestImage(of: id, in: connection), !image.isEmpty
    else {
      throw Refusal("Docket never saw this claim sent; bill the next payer in the billing system.")
    }
    guard let nextID = try Claims.nextPayer(of: id, in: connection),
      let next = try Payers.find(nextID, in: connection)
    else { throw Refusal("The claim names no next payer.") }
    let answers = try RemitClaims.all(of: id, in: connection).filter { $0.state == .posted }
    guard let answer = answers.last,
      let header = try Remittances.find(answer.remittance, in: connection)
    else { throw Refusal("\(claim.payer.name) has not answered yet.") }
    var outgoing = try outgoing(image)
    do throws(ClaimFileRefusal) {
      try outgoing.billNextPayer(after: answer.claim, paidOn: header.paymentDate)
    } catch {
      throw Refusal(error.message)
    }
    return Forwarded(claim: claim, next: next, outgoing: outgoing)
  }

  /// Notes a sending in the database, with the decision that sent it.
  func record(_ sending: PreparedSending, activity: ActivityID) throws {
    let batch = try Submissions.findOrInsertBatch(
      file: nil, outboxName: sending.fileName, sender: sending.sender,
      numbers: sending.numbers, reference: sending.controlNumber, sentOn: office.today,
      in: connection)
    _ = try Submissions.insert(
      claim: sending.claim, controlNumber: sending.controlNumber, frequency: sending.frequency,
      sentOn: office.today, batch: batch, image: sending.image,
      billingNPI: try outgoing(sending.image).claim.billing.party.name.npi, payer: sending.payer,
      activity: activity, known: office.known, in: connection)
    try OutgoingFiles.setActivity(activity, ofFile: sending.fileName, in: connection)
    try ClaimFacts(connection: connection).refresh(sending.claim)
  }

  private func envelope(
    for outgoing: OutgoingClaim, numbers: ControlNumbers, on day: Day
  ) throws -> OutgoingEnvelope {
    let (sender, receiver) = outgoing.parties
    let time = Timestamp(rawValue: try connection.clockMilliseconds()).hourAndMinute
    return OutgoingEnvelope(
      from: sender, to: receiver, on: day, time: time, numbers: numbers,
      usage: office.usageIndicator)
  }

  func outgoing(_ image: [UInt8]) throws -> OutgoingClaim {
    do throws(ClaimFileRefusal) {
      return try OutgoingClaim(image: image)
    } catch {
      throw Refusal(error.message)
    }
  }

  func write(
    _ outgoing: inout OutgoingClaim, claim: ClaimID, frequency: ClaimFrequency,
    outbox: inout Outbox
  ) throws -> PreparedSending {
    let number = outgoing.claim.controlNumber
    if let refusal = Self.refusal(outgoing.faults) { throw Refusal(refusal) }
    let numbers = try ControlNumberSeries(connection: connection).next()
    let envelope = try envelope(for: outgoing, numbers: numbers, on: office.today)
    let name = "837P-\(numbers.interchange)-\(FileName.safe(number)).x12"
    try outbox.prepare(
      name, .claim, interchange: numbers.interchange,
      outgoing.file(envelope: envelope, reference: number, on: office.today))
    return PreparedSending(
      claim: claim, controlNumber: number, frequency: frequency, image: outgoing.image,
      fileName: name, sender: outgoing.parties.sender, numbers: numbers)
  }

  /// The first free number of the claim: its own with R2, R3 and so on, at most 20 characters.
  func controlNumber(for base: String) throws -> String {
    var count = 2
    while true {
      let suffix = "R\(count)"
      let number = String(base.prefix(20 - suffix.count)) + suffix
      if try Claims.withControlNumber(number, in: connection).isEmpty { return number }
      count += 1
    }
  }

  private func insertNext(
    _ claim: Claim, payer: Payer, memberID: String, nextPayer: PayerID?
  ) throws -> (claim: ClaimID, postings: [Posting]) {
    let sequence: PayerSequence = claim.sequence == .primary ? .secondary : .tertiary
    let id = try Claims.insert(
      Claims.New(
        controlNumber: claim.controlNumber, origin: .docket, patient: claim.patient.id,
        payer: payer.id, sequence: sequence, memberID: memberID, frequency: .original,
        payerControlNumber: "", placeOfService: claim.placeOfService,
        priorAuthorization: claim.priorAuthorization, diagnoses: claim.diagnoses,
        service: claim.service,
        charge: claim.charge, nextPayer: nextPayer, priorClaim: claim.id),
      known: office.known, in: connection)
    var postings: [Posting] = []
    for line in claim.lines {
      let open = max(.zero, line.balances.nextPayer)
      let new = try Claims.insertLine(
        SentLine(
          number: line.number, controlNumber: line.controlNumber, procedure: line.procedure,
          unitsInThousandths: line.unitsInThousandths, service: line.service, charge: line.charge,
          open: open), expected: open,
        of: id, in: connection)
      guard open > .zero else { continue }
      postings.append(Posting(account: .payerReceivable, amount: open, claim: id, line: new))
      postings.append(
        Posting(account: .nextPayerReceivable, amount: -open, claim: claim.id, line: line.id))
    }
    return (id, postings)
  }
}

/// Copies onto a claim what its latest standing sending says.
struct ClaimFacts {
  let connection: Connection

  func refresh(_ id: ClaimID) throws {
    guard let image = try Submissions.latestImage(of: id, in: connection), !image.isEmpty,
      let claim = try Claims.find(id, in: connection),
      let sent = try? OutgoingClaim(image: image).sent()
    else { return }
    try Claims.correct(
      id, memberID: sent.patient.memberID, placeOfService: sent.placeOfService,
      priorAuthorization: sent.priorAuthorization, diagnoses: sent.diagnoses, in: connection)
    try refreshPatient(of: claim, sent)
    for (line, source) in zip(claim.lines, sent.lines) {
      try Claims.correctLine(
        line.id, procedure: source.procedure, unitsInThousandths: source.unitsInThousandths,
        in: connection)
      guard line.service != source.service || line.charge != source.charge else { continue }
      try Claims.correctLine(
        line.id, service: source.service, charge: source.charge, in: connection)
    }
    let lines = sent.lines.map(\.service)
    guard claim.lines.count == lines.count, let service = ServiceDates(spanning: lines),
      service != claim.service || sent.charge != claim.charge
    else { return }
    try Claims.correct(id, service: service, charge: sent.charge, in: connection)
  }
}

extension ClaimFacts {
  /// Makes the claim that of the person whom its latest sending names.
  ///
  /// A name or birth date that was put right is another identity; once the sending is taken back, the
  /// claim is the earlier person's again. What other claims were sent with stays as it is.
  private func refreshPatient(of claim: Claim, _ sent: SentClaim) throws {
    let (known, named) = (claim.patient, sent.patient)
    guard let born = named.birthDate else { return }
    let isSameName =
      Self.letters(named.lastName) == Self.letters(known.lastName)
      && Self.letters(named.firstName) == Self.letters(known.firstName)
    if isSameName, born == known.birthDate {
      // The same person, of whom the latest sending says another sex.
      if !named.sex.isEmpty, named.sex != known.sex {
        try Patients.correct(known.id, sex: named.sex, in: connection)
      }
      return
    }
    let patient = try Patients.findOrInsert(
      Identity(
        lastName: isSameName ? known.lastName : named.lastName,
        firstName: isSameName ? known.firstName : named.firstName, birthDate: born,
        sex: named.sex.isEmpty ? known.sex : named.sex, memberID: named.memberID),
      in: connection)
    if let before = try Patients.find(known.id, in: connection),
      try Patients.find(patient, in: connection)?.address.isEmpty == true
    {
      try Patients.setContact(
        of: patient, address: before.address, phone: before.phone, sex: before.sex, in: connection)
    }
    try Patients.addCoverage(
      of: patient, payer: claim.payer.id, memberID: sent.patient.memberID, sequence: claim.sequence,
      in: connection)
    try Claims.setPatient(patient, of: claim.id, in: connection)
  }

  private static func letters(_ name: String) -> String { name.uppercased().filter(\.isLetter) }
}

extension String {
  /// Filled with zeros on the left.
  func leftPadded(_ width: Int) -> String {
    String(repeating: "0", count: max(0, width - count)) + self
  }
}

/// Names of files made from foreign numbers.
enum FileName {
  /// Letters, digits and dashes only.
  static func safe(_ text: String) -> String {
    String(text.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
  }
}
