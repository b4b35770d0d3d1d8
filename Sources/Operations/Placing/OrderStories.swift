import Billing
import Database
import Store
import WorkEngine

/// The facts of orders, charges, batches and special work, gathered for the edits, the checks and the placement function.
struct OrderStories {
  let rules: RuleBook
  let today: Day
  let connection: Connection

  func order(_ id: OrderID) throws -> OrderStory? {
    guard let order = try Orders.find(id, in: connection) else { return nil }
    let review = try review(of: order)
    let isOpen = order.standing == .delivered || order.standing == .returned
    let expected = order.lines.map { line in
      min(
        charge(of: line), (review.expected[line.number]).map { units($0, line) } ?? charge(of: line)
      )
    }
    return OrderStory(
      order: order, documents: review.patient.documents,
      findings: isOpen ? OrderChecks.findings(in: review, rules: rules, on: today) : [],
      expected: expected.total(), filing: filing(of: order),
      decisions: try Journal.standing(on: .order(id), in: connection))
  }

  /// What the checks of an order look at.
  func review(of order: Order) throws -> OrderReview {
    OrderReview(
      order: order, patient: try patientFile(for: order),
      serialsInUse: try Orders.serialsInUse(besides: order.id, in: connection),
      expected: expected(of: order))
  }

  /// What the payer should allow for one unit of each line, in cents, by line number.
  ///
  /// By the rules alone: what payers lately allowed changes with every remittance, and an order that
  /// waits would have to be placed anew each time.
  func expected(of order: Order) -> [Int: Cents] {
    guard let payer = order.primary?.payer else { return [:] }
    var expected: [Int: Cents] = [:]
    for line in order.lines {
      expected[line.number] = rules.allowable(
        line.procedure, family: payer.family, state: payer.state ?? order.patient.address.state,
        on: order.delivery.servedOn ?? today)
    }
    return expected
  }

  /// The same with what the payer lately allowed, for charges that are made now.
  func learntExpected(of order: Order) throws -> [Int: Cents] {
    guard let payer = order.primary?.payer else { return [:] }
    var expected: [Int: Cents] = [:]
    for line in order.lines {
      expected[line.number] = try ExpectedAmount.ofUnit(
        line.procedure, by: payer, state: order.patient.address.state,
        on: order.delivery.servedOn ?? today, rules: rules, in: connection)
    }
    return expected
  }

  private func filing(of order: Order) -> Deadline? {
    guard let payer = order.primary?.payer, let served = order.delivery.servedOn else { return nil }
    return DeadlineEngine.filing(
      payer: payer, service: ServiceDates(served), rules: rules)
  }

  private func charge(of line: OrderLine) -> Cents { units(line.unitCharge, line) }

  private func units(_ amount: Cents, _ line: OrderLine) -> Cents {
    Cents(amount.rawValue * Int64(max(0, line.deliveredUnits)))
  }

  // MARK: Charges

  func charge(_ id: ChargeID) throws -> ChargeStory? {
    guard let charge = try Charges.find(id, in: connection),
      let review = try review(of: charge)
    else { return nil }
    let isOpen = charge.standing == .unbilled
    return ChargeStory(
      review: review, holds: try Holds.open(of: id, rental: charge.rental, in: connection),
      warnings: isOpen
        ? ChargeEdits.findings(in: review, rules: rules, on: today)
          .filter { $0.holdReason == nil } : [],
      decisions: try Journal.standing(on: .charge(id), in: connection))
  }

  /// What the edits of a charge look at; nil where its order is missing.
  func review(of charge: Charge) throws -> ChargeReview? {
    guard let order = try Orders.find(charge.order, in: connection) else { return nil }
    return ChargeReview(
      charge, of: order, patient: try patientFile(for: order),
      rental: try charge.rental.flatMap { try Rentals.find($0, in: connection) }, rules: rules)
  }

  private func patientFile(for order: Order) throws -> PatientFile {
    let first = PayerSequence.allCases.lazy
      .compactMap { place in order.coverages.first { $0.sequence == place } }.first
    return PatientFile(
      documents: try Documents.all(of: order.id, patient: order.patient.id, in: connection),
      eligibility: try first.flatMap {
        try Eligibilities.latest(of: order.patient.id, payer: $0.payer, in: connection)
      }, charges: try Charges.all(of: order.patient.id, in: connection))
  }

  // MARK: Batches and special work

  func batch(_ id: BatchID) throws -> BatchStory? {
    guard let batch = try Batches.find(id, in: connection) else { return nil }
    let isAnswered = try Batches.isAnswered(id, in: connection)
    var filing: Deadline?
    if !isAnswered {
      let limits = try Batches.claims(of: id, in: connection).compactMap { row in
        try Claims.find(row.claim, in: connection).flatMap {
          DeadlineEngine.filing(
            payer: $0.payer, service: $0.service,
            rules: rules)
        }
      }
      filing = limits.min { $0.safe < $1.safe }
    }
    return BatchStory(
      batch: batch, isAnswered: isAnswered, filing: filing,
      decisions: try Journal.standing(on: .batch(id), in: connection))
  }

  func special(_ id: SpecialID) throws -> SpecialStory? {
    guard let work = try SpecialWorks.find(id, in: connection),
      let patient = try Patients.find(work.due.patient, in: connection)
    else { return nil }
    return SpecialStory(
      work: work, patient: patient,
      payer: try SpecialWorks.payer(of: id, in: connection).flatMap {
        try Payers.find($0, in: connection)
      }, documents: try Documents.all(of: work.due.patient, in: connection),
      decisions: try Journal.standing(on: .special(id), in: connection))
  }
}
