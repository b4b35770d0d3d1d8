import Billing
import Database
import Desk
import Store
import WorkEngine

/// Deposits with their remittances and how fast they were posted, as lists and pages show them.
struct DepositRows {
  let office: Office
  let connection: Connection
  private let payers = PayerCache()

  init(office: Office, connection: Connection) {
    self.office = office
    self.connection = connection
  }

  func row(of deposit: Deposit) throws -> DepositRow {
    let matches = try DepositMatches.standing(of: deposit.id, in: connection)
    let headers = try matches.compactMap { try Remittances.find($0.remittance, in: connection) }
    let names = Set(try headers.map { try payers.payer($0.payer, in: connection).name })
    let posted = try postedOn(deposit, headers)
    let from = deposit.content.receivedOn
    return DepositRow(
      deposit: deposit,
      payer: names.count == 1 ? names.first ?? "" : deposit.content.payer,
      traces: headers.map(\.traceNumber), postedOn: posted,
      lag: from.businessDays(until: posted ?? office.today),
      item: try WorkItems.find(.deposit(deposit.id), in: connection)?.item.id)
  }

  /// The day on which the last line of all that a deposit is the money of was posted; nil where part
  /// of it is not matched, or not posted.
  private func postedOn(_ deposit: Deposit, _ headers: [Remittances.Header]) throws -> Day? {
    guard !deposit.isVoid, deposit.left == .zero, !headers.isEmpty else { return nil }
    var last: Day?
    for header in headers {
      let states = try RemitClaims.states(of: header.id, in: connection)
      guard states[.staged] == nil, states[.held] == nil,
        try Ledger.suspense(of: header.id, in: connection) == .zero,
        let day = try Remittances.lastPosted(header.id, in: connection)
      else { return nil }
      last = last.map { max($0, day) } ?? day
    }
    return last
  }

  func detail(of deposit: Deposit) throws -> DepositDetail {
    let row = try row(of: deposit)
    let matches = try DepositMatches.standing(of: deposit.id, in: connection).compactMap {
      match -> DepositMatchRow? in
      guard let header = try Remittances.find(match.remittance, in: connection) else { return nil }
      return DepositMatchRow(
        match: match, payer: try payers.payer(header.payer, in: connection).name,
        paidOn: header.paymentDate, payment: header.payment,
        suspense: try Ledger.suspense(of: header.id, in: connection))
    }
    return DepositDetail(
      row: row,
      file: try deposit.file.flatMap { try Files.name(of: $0, in: connection) } ?? "",
      matches: matches,
      candidates: try MoneyCandidates(office: office, connection: connection)
        .all(for: .deposit(deposit.id)),
      documents: try DepositDocuments.all(of: deposit.id, in: connection).map {
        DepositDocumentRow(
          path: $0.path, hash: $0.hash, byteCount: $0.byteCount, user: $0.user,
          addedOn: $0.knownOn)
      })
  }
}
