import Billing
import Database
import Store
import WorkEngine

/// Records one order as given: who, what, for whom; the same again changes nothing.
struct OrderRecorder {
  let office: Office
  let payers: PayerCache
  /// Whether what the checks find is fed back by cause.
  let logsProblems: Bool
  let connection: Connection

  /// What came of an order.
  enum Outcome: Equatable {
    case added, updated, unchanged
    /// It is confirmed or cancelled, and its items say something else now: nothing was changed.
    case kept(OrderStanding)
  }

  init(
    office: Office, payers: PayerCache = PayerCache(), logsProblems: Bool = true,
    connection: Connection
  ) {
    self.logsProblems = logsProblems
    self.office = office
    self.payers = payers
    self.connection = connection
  }

  /// Records an order with its documents and places it.
  func record(_ draft: OrderDraft) throws -> (id: OrderID, outcome: Outcome) {
    let hash = OrderFingerprint.of(draft)
    guard let known = try Orders.known(number: draft.number, in: connection) else {
      let id = try Orders.insert(
        try new(draft, hash: hash), known: office.known, in: connection)
      try index(draft.documents, of: id)
      try finish(id)
      return (id, .added)
    }
    let isSame = known.contentHash == hash
    let before = isSame ? [] : try neighbours(of: known.id)
    let isRevised = try !isSame && revise(known, draft, hash: hash)
    // A corrected name may be another patient: the documents are that one's.
    let hasDocuments = try index(draft.documents, of: known.id)
    if isRevised || hasDocuments { try finish(known.id, besides: before) }
    if isSame { return (known.id, hasDocuments ? .updated : .unchanged) }
    return (known.id, isRevised ? .updated : .kept(known.standing))
  }

  /// Takes what an order says now; false where it may not change any more.
  ///
  /// Of a confirmed order its items and its delivery are fixed, since charges were made of them; who
  /// the patient, the payers and the prescriber are may still be put right.
  private func revise(
    _ known: Orders.Known, _ draft: OrderDraft, hash: String
  ) throws -> Bool {
    var new = try new(draft, hash: hash)
    switch known.standing {
    case .cancelled: return false
    case .confirmed:
      guard let kept = try Orders.find(known.id, in: connection), kept.lines == draft.lines,
        kept.delivery == draft.delivery, kept.patient.id == new.patient
      else { return false }
      new.standing = .confirmed
    case .open, .delivered, .returned: break
    }
    try Orders.revise(known.id, new, known: office.known, in: connection)
    return true
  }

  /// Runs the checks, logs what they find, and places the order and its charges anew, and the other
  /// orders that had to do with what it said before.
  private func finish(_ id: OrderID, besides others: [OrderID] = []) throws {
    let placer = Placer(rules: office.rules, today: office.today, payers: payers)
    let stories = OrderStories(rules: office.rules, today: office.today, connection: connection)
    if let story = try stories.order(id) {
      for finding in story.findings where finding.isBlocking && logsProblems {
        try OrderProblems.add(
          finding.cause, of: id, team: finding.cause.team, isReturn: false,
          message: finding.message, on: office.today, in: connection)
      }
      let keeper = HoldKeeper(office: office, connection: connection)
      for charge in try Charges.unbilled(of: story.order.patient.id, in: connection) {
        try keeper.refresh(charge)
        try placer.place(.charge(charge), in: connection)
      }
    }
    let touched = try Set(others + [id] + neighbours(of: id))
    for order in touched.sorted() { try placer.place(.order(order), in: connection) }
  }

  /// Orders in confirmation whose findings may depend on this one.
  private func neighbours(of id: OrderID) throws -> [OrderID] {
    guard let order = try Orders.find(id, in: connection) else { return [] }
    return try Orders.inConfirmation(of: order.patient.id, in: connection)
  }

  /// Indexes documents; whether any of them was new.
  @discardableResult
  private func index(_ drafts: [DocumentDraft], of id: OrderID) throws -> Bool {
    guard !drafts.isEmpty, let order = try Orders.find(id, in: connection) else { return false }
    let before = try Documents.all(of: id, patient: order.patient.id, in: connection).count
    for draft in drafts {
      _ = try Documents.insert(
        draft, of: order.patient.id, order: id, receivedOn: office.today,
        known: office.known, in: connection)
    }
    return try Documents.all(of: id, patient: order.patient.id, in: connection).count > before
  }

  private func new(_ draft: OrderDraft, hash: String) throws -> Orders.New {
    let coverages = try draft.coverages.map { given in
      Coverage(
        payer: try payers.payer(named: given.payer, rules: office.rules, in: connection),
        sequence: given.payer.sequence, memberID: given.payer.memberID,
        groupNumber: given.groupNumber, filingIndicator: given.payer.filingIndicator,
        secondaryPayerType: given.secondaryPayerType, relationship: given.relationship,
        subscriber: given.subscriber, effective: given.effective)
    }
    let patient = try patient(of: draft, coverages)
    return Orders.New(
      draft: draft, patient: patient, coverages: coverages,
      prescriber: try draft.prescriber.map { try Prescribers.save($0, in: connection) },
      standing: draft.delivery.servedOn == nil ? .open : .delivered, receivedOn: office.today,
      revisedAt: try office.sequence(connection), contentHash: hash)
  }

  /// The patient as claims know them: by member number and name, else by name and birth day.
  private func patient(of draft: OrderDraft, _ coverages: [Coverage]) throws -> PatientID {
    var person = draft.patient
    var known: PatientID?
    for coverage in coverages where known == nil && !coverage.memberID.isEmpty {
      person.memberID = coverage.memberID
      known = try Patients.find(person, payer: coverage.payer.id, in: connection)
    }
    person.memberID = coverages.first?.memberID ?? draft.accountNumber
    let id = try known ?? Patients.findOrInsert(person, in: connection)
    try Patients.setContact(
      of: id, address: draft.address, phone: draft.phone, sex: person.sex, in: connection)
    for coverage in coverages where !coverage.memberID.isEmpty {
      try Patients.addCoverage(
        of: id, payer: coverage.payer.id, memberID: coverage.memberID,
        sequence: coverage.sequence, in: connection)
    }
    return id
  }
}
