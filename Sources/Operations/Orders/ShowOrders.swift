package import Billing
import ClaimFiles
import Database
package import Desk
import Store
import WorkEngine

extension Office {
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

  /// The documents of a patient.
  ///
  /// - Throws: Any failure of the database.
  package func documents(of patient: PatientID) throws -> [Document] {
    try database.read { try Documents.all(of: patient, in: $0) }
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
  package func checkOrder(_ rows: [[String: String]]) throws -> EnteredOrder {
    let (draft, problems) = OrderFields.draft(from: rows)
    guard let draft else { return EnteredOrder(problems: problems) }
    return EnteredOrder(problems: problems + OrderDraftCheck.problems(in: draft, on: today))
  }

  /// Saves an order as typed, one dictionary a line, column name to text, unless something is wrong.
  ///
  /// - Throws: ``Refusal`` where the order can no longer be changed; any failure of the database.
  package func saveOrder(_ rows: [[String: String]]) throws -> EnteredOrder {
    let (typed, found) = OrderFields.draft(from: rows)
    guard let draft = typed else { return EnteredOrder(problems: found) }
    let problems = found + OrderDraftCheck.problems(in: draft, on: today)
    guard !problems.contains(where: \.isError) else {
      return EnteredOrder(problems: problems)
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
      return EnteredOrder(id: made.id, problems: problems, findings: story?.findings ?? [])
    }
  }
}
