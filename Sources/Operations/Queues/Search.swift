import Billing
import Database
package import Desk
import Store

extension Office {
  /// Claims, patients, orders and remittances that a person may mean, whether or not they need work.
  ///
  /// - Throws: ``Refusal`` where a patient is asked for who is not there; any failure of the database.
  package func search(_ query: SearchQuery) throws -> SearchResults {
    try database.read { connection in
      try EverythingSearch(office: self, connection: connection).results(of: query)
    }
  }
}

/// One search through everything that is kept.
struct EverythingSearch {
  let office: Office
  let connection: Connection

  /// The most patients of a name; each brings claims of theirs.
  private static let patients = 10
  private static let claimsOfEach = 12

  func results(of query: SearchQuery) throws -> SearchResults {
    let limit = SearchResults.limit
    var rows: [SearchRow] = []
    switch query {
    case .text(let text):
      guard !text.isEmpty else { break }
      rows = try self.rows(text)
    case .patient(let id):
      guard try Searches.patient(id, in: connection) != nil else {
        throw Refusal("There is no such patient.")
      }
      rows = try self.rows(of: id, limit: limit + 1)
    }
    var seen: Set<SearchRow.Subject> = []
    let unique = rows.filter { seen.insert($0.subject).inserted }
    return SearchResults(
      query: query, rows: Array(unique.prefix(limit)), isCut: unique.count > limit)
  }

  private func rows(_ text: String) throws -> [SearchRow] {
    let limit = SearchResults.limit + 1
    let patients = try Searches.patients(text, limit: EverythingSearch.patients, in: connection)
    var rows = try patients.compactMap { try row(ofPatient: $0) }
    rows += try Searches.claims(numbered: text, limit: limit, in: connection)
      .compactMap { try row(of: $0) }
    for order in try Searches.orders(numbered: text, limit: limit, in: connection) {
      rows += try [self.row(of: order)].compactMap(\.self) + charges(of: order)
    }
    rows += try Searches.remittances(traced: text, limit: limit, in: connection)
      .compactMap { try row(of: $0) }
    rows += try Searches.staged(text, limit: limit, in: connection).map { row(of: $0) }
    for patient in patients {
      rows += try self.rows(of: patient, limit: EverythingSearch.claimsOfEach)
    }
    return rows
  }

  private func rows(of patient: PatientID, limit: Int) throws -> [SearchRow] {
    var rows = try Searches.claims(of: patient, limit: limit, in: connection)
      .compactMap { try row(of: $0) }
    if let name = try Searches.patient(patient, in: connection)?.patient.listName {
      rows += try Searches.staged(of: patient, named: name, limit: limit, in: connection)
        .map { row(of: $0) }
    }
    rows += try Searches.otherWork(of: patient, limit: limit, in: connection).map { row(of: $0) }
    rows += try Searches.orders(of: patient, limit: limit, in: connection)
      .compactMap { try row(of: $0) }
    return rows
  }

  // MARK: Rows

  private func row(of id: ClaimID) throws -> SearchRow? {
    guard let claim = try Searches.claim(id, in: connection) else { return nil }
    let open = claim.work.flatMap { $0.isClosed ? nil : $0.item }
    return SearchRow(
      subject: .work(.claim(id)), reference: claim.controlNumber, patient: claim.patientName,
      payer: claim.payerName, memberID: claim.memberID, on: claim.serviceFrom,
      state: ClaimWords.state(of: claim), open: claim.balances.payer + claim.balances.nextPayer,
      item: open?.id, queue: open?.queue)
  }

  private func row(ofPatient id: PatientID) throws -> SearchRow? {
    guard let found = try Searches.patient(id, in: connection) else { return nil }
    // Known only by a claim that was taken back: the office has no such patient.
    if found.claims == 0, found.orders == 0 { return nil }
    let claims = found.claims == 1 ? "1 claim" : "\(found.claims) claims"
    let orders = found.orders == 1 ? "1 order" : "\(found.orders) orders"
    return SearchRow(
      subject: .patient(id), reference: found.patient.birthDate?.description ?? "",
      patient: found.patient.listName, payer: "",
      state: found.orders == 0 ? claims : found.claims == 0 ? orders : claims + ", " + orders,
      open: found.open)
  }

  private func row(of id: OrderID) throws -> SearchRow? {
    guard let order = try Orders.find(id, in: connection) else { return nil }
    let work = try WorkItems.find(.order(id), in: connection)
    let open = work.flatMap { $0.isClosed ? nil : $0.item }
    return SearchRow(
      subject: .work(.order(id)), reference: order.number, patient: order.patient.listName,
      payer: order.primary?.payer.name ?? "", memberID: order.primary?.memberID ?? "",
      on: order.delivery.deliveredOn ?? order.delivery.shippedOn,
      state: open.map { ClaimWords.state(of: $0) } ?? "order, \(order.standing.rawValue)",
      open: open?.balance ?? .zero, item: open?.id, queue: open?.queue)
  }

  /// Charges of an order that are work of their own.
  private func charges(of order: OrderID) throws -> [SearchRow] {
    try Charges.all(of: order, in: connection).compactMap { charge in
      guard let work = try WorkItems.find(.charge(charge.id), in: connection), !work.isClosed
      else { return nil }
      return row(of: work)
    }
  }

  private func row(of work: WorkItems.Listed) -> SearchRow {
    SearchRow(
      subject: .work(work.item.subject), reference: work.reference, patient: work.patientName,
      payer: work.payerName ?? "", on: work.serviceOn, state: ClaimWords.state(of: work.item),
      open: work.item.balance, item: work.item.id, queue: work.item.queue)
  }

  private func row(of id: RemittanceID) throws -> SearchRow? {
    guard let header = try Remittances.find(id, in: connection) else { return nil }
    let work = try WorkItems.find(.remittance(id), in: connection)
    let open = work.flatMap { $0.isClosed ? nil : $0.item }
    let suspense = try Ledger.suspense(of: id, in: connection)
    return SearchRow(
      subject: .work(.remittance(id)), reference: header.traceNumber, patient: "",
      payer: try PayerCache().payer(header.payer, in: connection).name, on: header.paymentDate,
      state: suspense == .zero
        ? "remittance, \(header.payment) posted" : "remittance, \(suspense) in suspense",
      open: suspense, item: open?.id, queue: open?.queue)
  }
}
