import Billing
import ClaimFiles
import Database
import Desk
import Store
import WorkEngine
import X12

/// Sends one group of claims as one file, whole or not at all, once its count and total were typed.
struct BatchSender {
  let office: Office
  let connection: Connection

  /// A claim made for the batch, before its sending is noted.
  private struct Made {
    var claim: ClaimID
    var outgoing: OutgoingClaim
    /// The order or claim that it comes of, for whoever must put it right.
    var source: String
    var charges: [ChargeID] = []
    var prior: ClaimID?
    var postings: [Posting]
  }

  func send(_ request: SendingRequest, outbox: inout Outbox) throws -> SendingOutcome {
    let plan = try SendingPlan(office: office, connection: connection, payer: request.payer)
    if let refusal = plan.refusal { throw Refusal(refusal) }
    guard let supplier = office.rules.supplier,
      let group = plan.groups.first(where: { $0.payer.id == request.payer })
    else { throw Refusal("Nothing is ready for this payer.") }
    guard request.typedClaims == group.claims, request.typedTotal == group.total else {
      throw Refusal(
        "You typed \(Self.claims(request.typedClaims)) of \(request.typedTotal), but "
          + "\(Self.claims(group.claims)) of \(group.total) would go. Nothing was sent.")
    }
    let made = try claims(of: group, supplier: supplier)
    let faults = made.compactMap { claim in
      claim.outgoing.faults.first.map { "\(claim.source): \($0)" }
    }
    if let first = faults.first {
      throw Refusal(
        "\(faults.count) of \(made.count) claims would be refused (\(first)). Nothing was sent.")
    }
    let sent = try write(made, group, supplier: supplier, outbox: &outbox)
    return SendingOutcome(
      batch: sent.batch, file: sent.name, claims: made.count, total: group.total,
      message: "Sent \(Self.claims(made.count)) of \(group.total) to \(group.payer.name) by way of "
        + "\(group.clearinghouse.name) as \(sent.name).")
  }

  /// `1 claim`, `12 claims`.
  private static func claims(_ count: Int) -> String {
    count == 1 ? "1 claim" : "\(count) claims"
  }

  // MARK: Making claims

  private func claims(of group: SendingPlan.Group, supplier: Supplier) throws -> [Made] {
    let sender = ClaimSender(office: office, connection: connection)
    let first = try group.bills.map { try claim(of: $0, group, supplier: supplier) }
    let later = try group.secondary.map { claim in
      let next = try sender.makeForNextPayer(claim.id)
      return Made(
        claim: next.claim, outgoing: next.outgoing, source: "claim \(claim.controlNumber)",
        prior: claim.id, postings: next.postings)
    }
    return first + later
  }

  private func claim(
    of planned: Bill, _ group: SendingPlan.Group, supplier: Supplier
  ) throws -> Made {
    var bill = planned
    bill.controlNumber = try controlNumber()
    let outgoing: OutgoingClaim
    do throws(ClaimFileRefusal) {
      outgoing = try bill.claim(
        for: supplier, receiver: group.clearinghouse, rules: office.rules)
    } catch {
      throw Refusal("Order \(bill.order.number): \(error.message). Nothing was sent.")
    }
    let from = bill.charges.map(\.serviceFrom).min() ?? office.today
    let id = try Claims.insert(
      Claims.New(
        controlNumber: bill.controlNumber, origin: .docket, patient: bill.order.patient.id,
        payer: bill.coverage.payer.id, sequence: bill.coverage.sequence,
        memberID: bill.coverage.memberID, frequency: .original, payerControlNumber: "",
        placeOfService: bill.order.placeOfService,
        priorAuthorization: outgoing.claim.priorAuthorization,
        diagnoses: outgoing.claim.diagnoses.map(\.code),
        service: ServiceDates(from, through: bill.charges.map(\.serviceThrough).max() ?? from),
        charge: bill.total,
        nextPayer: bill.laterCoverages.first?.payer.id, priorClaim: nil), known: office.known,
      in: connection)
    var postings: [Posting] = []
    for (index, charge) in bill.charges.enumerated() {
      let line = outgoing.claim.lines.indices.contains(index) ? outgoing.claim.lines[index] : nil
      let key = try Claims.insertLine(
        SentLine(
          number: index + 1, controlNumber: line?.controlNumber ?? "",
          procedure: line.map { ProcedureCode($0.procedure.code, $0.procedure.modifiers) }
            ?? charge.procedure, unitsInThousandths: Int64(charge.units) * 1000,
          service: charge.service,
          charge: charge.amount), expected: charge.expected, of: id, in: connection)
      try Charges.bill(charge.id, on: id, line: key, known: office.known, in: connection)
      postings.append(
        Posting(account: .payerReceivable, amount: charge.amount, claim: id, line: key))
      postings.append(
        Posting(account: .unbilledReceivable, amount: -charge.amount, charge: charge.id))
    }
    return Made(
      claim: id, outgoing: outgoing, source: "order \(bill.order.number)",
      charges: bill.charges.map(\.id), postings: postings)
  }

  /// Numbers of claims made here: never one that any claim had.
  private func controlNumber() throws -> String {
    while true {
      let number = try Settings.nextNumber(of: "patient control number", in: connection)
      let text = "D" + String(number).leftPadded(8)
      if try Claims.withControlNumber(text, in: connection).isEmpty { return text }
    }
  }

  // MARK: Writing

  private func write(
    _ made: [Made], _ group: SendingPlan.Group, supplier: Supplier, outbox: inout Outbox
  ) throws -> (batch: BatchID, name: String) {
    let numbers = try ControlNumberSeries(connection: connection).next()
    let batch = OutgoingBatch(
      claims: made.map(\.outgoing), from: supplier, to: group.clearinghouse)
    let time = Timestamp(rawValue: try connection.clockMilliseconds()).hourAndMinute
    let envelope = supplier.envelope(
      to: group.clearinghouse, on: office.today, time: time, numbers: numbers)
    let name = "837P-\(numbers.interchange)-\(FileName.safe(group.payer.name)).x12"
    try outbox.prepare(
      name, .batch, interchange: numbers.interchange,
      batch.file(envelope: envelope, reference: "B" + numbers.interchange, on: office.today))
    let id = BatchID(
      try Submissions.findOrInsertBatch(
        file: nil, outboxName: name, sender: supplier.submitterID, numbers: numbers,
        reference: "B" + numbers.interchange,
        sentOn: office.today, in: connection))
    try Batches.setReceiver(group.clearinghouse.name, of: id, in: connection)
    // The file's own arrangement: claims that were sent elsewhere before are readdressed in it.
    let sent = Dictionary(
      batch.claims.map { ($0.claim.controlNumber, $0.image) },
      uniquingKeysWith: { first, _ in first })
    try record(made, images: sent, batch: id, file: name, group)
    return (id, name)
  }

  private func record(
    _ made: [Made], images: [String: [UInt8]], batch: BatchID, file: String,
    _ group: SendingPlan.Group
  ) throws {
    let desk = DecisionDesk(office: office, connection: connection)
    let activity = try desk.record(
      Decision(.transmit), on: .batch(batch), queue: .transmission,
      detail: "\(Self.claims(made.count)), \(group.total), to \(group.payer.name)", target: nil,
      bulk: nil)
    try OutgoingFiles.setActivity(activity, ofFile: file, in: connection)
    var touched: [WorkSubject] = [.batch(batch)]
    for claim in made {
      let number = claim.outgoing.claim.controlNumber
      _ = try Submissions.insert(
        claim: claim.claim, controlNumber: number, frequency: .original, sentOn: office.today,
        batch: batch.rawValue, image: images[number] ?? claim.outgoing.image,
        billingNPI: claim.outgoing.claim.billing.party.name.npi, known: office.known,
        in: connection)
      let entry = try JournalEntry(
        cause: claim.prior == nil ? .charge : .transfer, on: office.today,
        postings: claim.postings)
      _ = try Ledger.post(
        entry, claim: claim.claim, activity: activity, known: office.known, in: connection)
      if let prior = claim.prior {
        try Claims.setNextBilled(true, of: prior, in: connection)
        touched.append(.claim(prior))
      }
      touched.append(.claim(claim.claim))
      touched += claim.charges.map { .charge($0) }
    }
    let placer = Placer(rules: office.rules, today: office.today)
    for subject in touched { try placer.place(subject, in: connection) }
  }

  /// Takes a batch back that nobody picked up: its charges are ready again.
  func withdraw(_ id: BatchID, outbox: inout Outbox) throws -> [WorkSubject] {
    guard let batch = try Batches.find(id, in: connection) else { return [] }
    let isAnswered = try Batches.isAnswered(id, in: connection)
    guard !isAnswered, try outbox.withhold(batch.fileName) else {
      throw Refusal("\(batch.fileName) has left the house: void or correct its claims.")
    }
    var touched: [WorkSubject] = [.batch(id)]
    for row in try Batches.claims(of: id, in: connection) {
      guard let sending = try Submissions.find(claim: row.claim, batch: id.rawValue, in: connection)
      else { continue }
      try Submissions.setWithdrawn(
        true, submission: sending, known: office.known, in: connection)
      let charges = try Charges.unbill(row.claim, known: office.known, in: connection)
      touched += charges.map { .charge($0) } + [.claim(row.claim)]
      if charges.isEmpty, let prior = try Claims.prior(of: row.claim, in: connection) {
        try Claims.setNextBilled(false, of: prior, in: connection)
        touched.append(.claim(prior))
      }
    }
    return touched
  }
}
