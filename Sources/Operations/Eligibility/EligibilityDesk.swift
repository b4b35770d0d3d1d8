import Billing
import ClaimFiles
import Database
import Store
import WorkEngine

/// Asks payers about coverage: for all that is asked at once one 270 file to each clearinghouse.
struct EligibilityDesk {
  let office: Office
  let connection: Connection

  /// Asks for the patients of these items; the names of the files, nil where all were asked today.
  ///
  /// - Throws: ``Refusal`` where the office has no supplier or clearinghouse to ask through.
  func ask(_ stories: [WorkStory], outbox: inout Outbox) throws -> String? {
    var inquiries: [(EligibilityInquiry, PatientID, PayerID)] = []
    for story in stories {
      guard let subject = try subject(of: story),
        try Eligibilities.lastAsked(
          subject.patient.id, payer: subject.coverage.payer.id, in: connection) != office.today,
        !inquiries.contains(where: {
          $0.1 == subject.patient.id && $0.2 == subject.coverage.payer.id
        })
      else { continue }
      let number = try Settings.nextNumber(of: "eligibility trace number", in: connection)
      let patient = subject.patient
      let coverage = subject.coverage
      let inquiry = EligibilityInquiry(
        trace: "E" + String(number).leftPadded(9),
        patient: patient.identity(memberID: coverage.memberID),
        payer: NamedPayer(
          name: coverage.payer.name, identifier: coverage.payer.identifier,
          filingIndicator: coverage.filingIndicator, sequence: coverage.sequence,
          memberID: coverage.memberID), serviceOn: subject.serviceOn,
        subscriber: coverage.subscriber)
      inquiries.append((inquiry, patient.id, coverage.payer.id))
    }
    guard !inquiries.isEmpty else { return nil }
    return try write(inquiries, outbox: &outbox)
  }

  /// Why nobody can be asked about a piece of work; nil where somebody can.
  func obstacle(_ story: WorkStory) throws -> String? {
    guard let subject = try subject(of: story) else {
      return "No payer of the patient is known that could be asked."
    }
    guard let supplier = office.rules.supplier else { return Self.noSupplier }
    return supplier.clearinghouse(for: subject.coverage.payer) == nil ? Self.noClearinghouse : nil
  }

  private static let noSupplier =
    "The office's rules file names no supplier: see `docket rules edit`."
  private static let noClearinghouse =
    "No clearinghouse of the rules file takes questions to this payer."

  /// One file for each clearinghouse; their names in one line.
  private func write(
    _ inquiries: [(EligibilityInquiry, PatientID, PayerID)], outbox: inout Outbox
  ) throws -> String {
    guard let supplier = office.rules.supplier else {
      throw Refusal(Self.noSupplier)
    }
    var groups: [(receiver: Clearinghouse, inquiries: [(EligibilityInquiry, PatientID, PayerID)])] =
      []
    for inquiry in inquiries {
      guard let payer = try Payers.find(inquiry.2, in: connection),
        let receiver = supplier.clearinghouse(for: payer)
      else { continue }
      if let index = groups.firstIndex(where: { $0.receiver == receiver }) {
        groups[index].inquiries.append(inquiry)
      } else {
        groups.append((receiver, [inquiry]))
      }
    }
    guard !groups.isEmpty else {
      throw Refusal(Self.noClearinghouse)
    }
    return try groups.map {
      try write($0.inquiries, from: supplier, to: $0.receiver, outbox: &outbox)
    }.joined(separator: ", ")
  }

  private func write(
    _ inquiries: [(EligibilityInquiry, PatientID, PayerID)], from supplier: Supplier,
    to receiver: Clearinghouse, outbox: inout Outbox
  ) throws -> String {
    let numbers = try ControlNumberSeries(connection: connection).next()
    let time = Timestamp(rawValue: try connection.clockMilliseconds()).hourAndMinute
    let envelope = supplier.envelope(
      to: receiver, on: office.today, time: time, numbers: numbers)
    let name = "270-\(numbers.interchange).x12"
    try outbox.prepare(
      name, .eligibility, interchange: numbers.interchange,
      EligibilityFile.inquiries(
        inquiries.map(\.0), supplier: supplier, receiverID: receiver.receiverID,
        envelope: envelope, on: office.today))
    for (inquiry, patient, payer) in inquiries {
      try Eligibilities.insert(
        inquiry, of: patient, payer: payer, askedOn: office.today, fileName: name,
        in: connection)
    }
    return name
  }

  private func subject(
    of story: WorkStory
  ) throws -> (patient: Patient, coverage: Coverage, serviceOn: Day)? {
    switch story {
    case .order(let story):
      return story.order.primary.map {
        (story.order.patient, $0, story.order.delivery.servedOn ?? office.today)
      }
    case .charge(let story):
      return story.review.coverage.map {
        (story.review.order.patient, $0, story.review.charge.serviceFrom)
      }
    case .special(let story):
      let orders = try Orders.all(of: story.patient.id, in: connection)
        .compactMap { try Orders.find($0, in: connection) }
      return orders.last?.primary.map {
        (story.patient, $0, max(story.work.due.dueOn, office.today))
      }
    case .claim(let story): return try subject(of: story)
    case .batch, .stagedAnswer, .remittance, .credit, .providerBalance, .refusedSet, .underpayment,
      .deposit, .approval, .patient:
      return nil
    }
  }
}

extension EligibilityDesk {
  /// Whom a claim was for, as its payer has it.
  private func subject(
    of story: ClaimStory
  ) throws -> (patient: Patient, coverage: Coverage, serviceOn: Day)? {
    guard let claim = try Claims.find(story.claim, in: connection) else { return nil }
    var coverage = Coverage(
      payer: claim.payer, sequence: claim.sequence, memberID: claim.memberID)
    // What the card says besides stands in the claim as it was sent last.
    if let image = try Submissions.latestImage(of: story.claim, in: connection),
      let sent = try? OutgoingClaim(image: image)
    {
      sent.describe(&coverage)
    }
    return (claim.patient, coverage, claim.serviceFrom)
  }
}

extension Office {
  /// Asks about everybody whose coverage is to be verified: due checks, and charges held for it.
  ///
  /// - Throws: ``Refusal`` where the office has no supplier or clearinghouse; any failure of the
  ///   database.
  package func askEligibility() throws -> (file: String?, inquiries: Int) {
    try write { connection, outbox in
      let placer = Placer(rules: rules, today: today)
      let subjects = try WorkItems.eligibilityToAsk(in: connection)
      let before = try Settings.value("eligibility trace number", in: connection)
      let file = try EligibilityDesk(office: self, connection: connection)
        .ask(try subjects.compactMap { try placer.story(of: $0, in: connection) }, outbox: &outbox)
      let after = try Settings.value("eligibility trace number", in: connection)
      return (file, (Int(after ?? "") ?? 0) - (Int(before ?? "") ?? 0))
    }
  }
}
