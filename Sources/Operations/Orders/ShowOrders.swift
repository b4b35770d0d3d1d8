package import Billing
import ClaimFiles
import Database
package import Desk
import Store
import WorkEngine

extension Office {
  /// Answers what the screens and verbs of orders ask.
  ///
  /// - Throws: ``Refusal`` where something is not there or cannot be done; any failure of the
  ///   database.
  package func answer(_ request: OrderRequest) throws -> OrderReply {
    switch request {
    case .orders(let query):
      let found = try orders(query)
      return .orders(found.rows, count: found.count)
    case .order(let id): return .order(try order(id))
    case .checkOrder(let items): return try checkOrder(items)
    case .saveOrder(let items): return try saveOrder(items)
    case .transmission: return .transmission(try transmission())
    case .send(let request): return .sent(try send(request))
    case .calendar(let weeks): return .calendar(try calendar(weeks: weeks))
    case .holds: return .holds(try holds())
    case .orderProblems(let from, let through):
      return .orderProblems(try orderProblems(from: from, through: through))
    case .documents(let patient):
      return .documents(try database.read { try Documents.all(of: patient, in: $0) })
    case .openRepair(let entry): return .repairOpened(try openRepair(entry))
    case .askEligibility:
      let asked = try askEligibility()
      return .eligibilityAsked(file: asked.file, inquiries: asked.inquiries)
    }
  }

  /// Orders, newest first.
  ///
  /// - Throws: Any failure of the database.
  package func orders(_ query: OrderQuery) throws -> (rows: [OrderRow], count: Int) {
    try database.read { connection in
      let found = try Orders.list(
        text: query.text, standing: query.standing, offset: query.offset, limit: query.limit,
        in: connection)
      let rows = try found.rows.map { row in
        OrderRow(
          id: row.id, number: row.number, patient: row.patientName, payer: row.payerName,
          procedure: row.procedure, servedOn: row.servedOn, standing: row.standing,
          charge: row.charge, item: try openItem(.order(row.id), in: connection))
      }
      return (rows, found.count)
    }
  }

  /// One order with its documents, findings and charges.
  ///
  /// - Throws: ``Refusal`` where there is no such order; any failure of the database.
  package func order(_ id: OrderID) throws -> OrderDetail {
    try database.read { connection in
      let stories = OrderStories(rules: rules, today: today, connection: connection)
      guard let story = try stories.order(id) else {
        throw Refusal("There is no order \(id.rawValue).")
      }
      return try detail(of: story, stories)
    }
  }

  /// The key of an order by its number.
  ///
  /// - Throws: ``Refusal`` where there is no such order; any failure of the database.
  package func order(numbered number: String) throws -> OrderID {
    guard let id = try database.read({ try Orders.withNumber(number, in: $0) }) else {
      throw Refusal("There is no order \(number).")
    }
    return id
  }

  func detail(of story: OrderStory, _ stories: OrderStories) throws -> OrderDetail {
    let connection = stories.connection
    let charges = try Charges.all(of: story.order.id, in: connection)
    return OrderDetail(
      order: story.order, documents: story.documents, findings: story.findings,
      charges: try charges.map { try row($0, in: connection) },
      expected: stories.expected(of: story.order),
      item: try openItem(.order(story.order.id), in: connection))
  }

  private func row(_ charge: Charge, in connection: Connection) throws -> ChargeRow {
    var number = ""
    if case .billed(let claim, _) = charge.standing {
      number = try Claims.find(claim, in: connection)?.controlNumber ?? ""
    }
    let holds = try Holds.open(of: charge.id, rental: charge.rental, in: connection)
    return ChargeRow(
      charge: charge, place: try ChargeAudit.place(of: charge.id, in: connection),
      holds: holds.map(\.reason), claimNumber: number)
  }

  func openItem(_ subject: WorkSubject, in connection: Connection) throws -> WorkItemID? {
    try WorkItems.find(subject, in: connection).flatMap { $0.isClosed ? nil : $0.item.id }
  }

  // MARK: Order entry

  /// What is wrong with an order as typed; nothing is saved.
  private func checkOrder(_ items: [[String: String]]) throws -> OrderReply {
    let (draft, problems) = OrderFields.draft(from: items)
    guard let draft else { return .entered(nil, problems: problems, findings: []) }
    return .entered(
      nil, problems: problems + OrderDraftCheck.problems(in: draft, on: today), findings: [])
  }

  private func saveOrder(_ items: [[String: String]]) throws -> OrderReply {
    let (typed, found) = OrderFields.draft(from: items)
    guard let draft = typed else { return .entered(nil, problems: found, findings: []) }
    let problems = found + OrderDraftCheck.problems(in: draft, on: today)
    guard !problems.contains(where: \.isError) else {
      return .entered(nil, problems: problems, findings: [])
    }
    return try database.write { connection in
      let made = try OrderRecorder(office: self, connection: connection).record(draft)
      if case .kept(let standing) = made.outcome {
        throw Refusal(
          "Order \(draft.number) is \(standing.rawValue); it can no longer be changed. Correct its "
            + "charges, or give the new order another number.")
      }
      let story = try OrderStories(rules: rules, today: today, connection: connection)
        .order(made.id)
      return .entered(made.id, problems: problems, findings: story?.findings ?? [])
    }
  }
}
