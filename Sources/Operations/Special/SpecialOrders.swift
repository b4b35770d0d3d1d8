import Billing
import Database
import Store
import WorkEngine

/// Makes orders from special work: only what its evidence allows, to be confirmed like any other.
struct SpecialOrders {
  let office: Office
  let connection: Connection

  func fulfil(
    _ story: SpecialStory, _ fulfilment: Fulfilment
  ) throws -> [WorkSubject] {
    let work = story.work
    let day = fulfilment.on
    let calendar = SpecialCalendar(office: office, connection: connection)
    let facts = try calendar.facts(of: work.due.patient)
    try refuseUnlessPermitted(story, on: day)
    let lines = SpecialFulfilment.lines(
      work, documents: story.documents, latest: facts.latestLines, rules: office.rules, on: day,
      delivered: fulfilment.delivered)
    guard !lines.isEmpty else {
      // Trials, conversions and renewals charge nothing: what they asked for is there.
      try finish(work, madeOrder: nil)
      return try PatientFacts(office: office, connection: connection).changed(work.due.patient)
    }
    guard let template = template(for: work, among: facts.orders) else {
      throw Refusal(Self.noTemplate)
    }
    let served = SpecialFulfilment.serviceDay(of: work, documents: story.documents, on: day)
    let number = try Settings.nextNumber(of: "special order number", in: connection)
    let draft = draft(
      number: "S-\(number)", from: template, lines: lines, servedOn: served, story: story)
    // Its proof of delivery comes after it: that is no problem to feed back to anybody.
    let made = try OrderRecorder(
      office: office, logsProblems: false, connection: connection
    ).record(draft)
    try finish(work, madeOrder: made.id)
    return try [.order(made.id)]
      + PatientFacts(office: office, connection: connection).changed(work.due.patient)
  }

  /// Does again what an undo took back: the order that it cancelled stands again, under its number.
  ///
  /// - Throws: ``Refusal`` where the work may not be fulfilled any more.
  func fulfilAgain(
    _ story: SpecialStory, _ fulfilment: Fulfilment
  ) throws -> [WorkSubject] {
    try refuseUnlessPermitted(story, on: fulfilment.on)
    let made = try SpecialWorks.lastMade(of: story.work.id, in: connection)
    if let made { try Orders.setStanding(.delivered, of: made, in: connection) }
    try finish(story.work, madeOrder: made)
    return try (made.map { [.order($0)] } ?? [])
      + PatientFacts(office: office, connection: connection).changed(story.work.due.patient)
  }

  private func refuseUnlessPermitted(_ story: SpecialStory, on day: Day) throws {
    let permission = SpecialFulfilment.permission(
      story.work, documents: story.documents, rules: office.rules, on: day)
    if let refusal = permission.refusal { throw Refusal(refusal) }
  }

  /// Why its order cannot be made: none is there to make it from; nil where one is, or where it
  /// delivers nothing.
  func obstacle(_ story: SpecialStory) throws -> String? {
    if story.work.due.items.isEmpty { return nil }
    let facts = try SpecialCalendar(office: office, connection: connection)
      .facts(of: story.work.due.patient)
    return template(for: story.work, among: facts.orders) == nil ? Self.noTemplate : nil
  }

  private static let noTemplate =
    "No confirmed order of this patient is there to make the next one from."

  private func finish(_ work: SpecialWork, madeOrder: OrderID?) throws {
    try SpecialWorks.setStanding(.done, answers: work.answers, of: work.id, in: connection)
    try SpecialWorks.setMade(madeOrder, of: work.id, in: connection)
  }

  /// The order that the new one continues: its own, else the patient's latest.
  private func template(for work: SpecialWork, among orders: [Order]) -> Order? {
    orders.first { $0.id == work.due.order } ?? orders.last
  }

  private func draft(
    number: String, from order: Order, lines: [OrderLine], servedOn day: Day, story: SpecialStory
  ) -> OrderDraft {
    let isShipped = story.work.due.kind == .resupply
    // What proves this delivery is copied onto the new order, so that its charges find it there.
    let proofs = story.documents.filter { document in
      switch document.content.kind {
      case .deliveryTicket, .proofOfDelivery: document.content.dated == day
      case .refillRequest: document.content.dated.map { $0 >= story.work.due.opensOn } ?? false
      default: false
      }
    }
    let written = story.documents.filter {
      $0.order == order.id
        && [
          .standardWrittenOrder, .writtenOrderPriorToDelivery, .faceToFace, .sleepStudy,
          .bloodGasStudy, .certificateOfMedicalNecessity,
        ].contains($0.content.kind)
    }
    return OrderDraft(
      number: number,
      patient: order.patient.identity(),
      address: order.patient.address, phone: order.patient.phone,
      coverages: order.coverages.map { CoverageDraft($0) }, prescriber: order.prescriber,
      diagnoses: order.diagnoses, orderedOn: order.orderedOn,
      delivery: Delivery(
        method: isShipped ? .shipped : .inPerson, deliveredOn: isShipped ? nil : day,
        shippedOn: isShipped ? day : nil), placeOfService: order.placeOfService, lines: lines,
      documents: (written + proofs).map(\.content))
  }
}

extension CoverageDraft {
  /// A coverage as it would be given again.
  init(_ coverage: Coverage) {
    self.init(
      payer: NamedPayer(
        name: coverage.payer.name, identifier: coverage.payer.identifier,
        filingIndicator: coverage.filingIndicator, sequence: coverage.sequence,
        memberID: coverage.memberID, state: coverage.payer.state ?? ""),
      groupNumber: coverage.groupNumber, secondaryPayerType: coverage.secondaryPayerType,
      relationship: coverage.relationship, subscriber: coverage.subscriber,
      effective: coverage.effective)
  }
}
