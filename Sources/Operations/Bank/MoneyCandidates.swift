import Billing
import Database
import Desk
import Store
import WorkEngine

/// What money may belong to, the best first: for the page of an item and for the form of a match.
struct MoneyCandidates {
  let office: Office
  let connection: Connection

  /// Most rows of the other side that are looked at.
  private static let looked = 2000
  /// Days around a payment in which the other side of an electronic one is looked for.
  private static let days = 14

  func all(for subject: WorkSubject) throws -> [MoneyCandidateRow] {
    switch subject {
    case .deposit(let id): return try remittances(for: id)
    case .remittance(let id): return try deposits(for: id)
    default: return []
    }
  }

  private var matching: DepositMatching { DepositMatching(settings: office.rules.deposits) }

  private func remittances(for id: DepositID) throws -> [MoneyCandidateRow] {
    guard let deposit = try Deposits.find(id, in: connection), deposit.left > .zero else {
      return []
    }
    let day = deposit.content.receivedOn
    let back =
      deposit.content.form.isElectronic ? Self.days : office.rules.deposits.staleDays
    var announced = try DepositMatches.announced(
      from: day.adding(days: -back), through: day.adding(days: Self.days), limit: Self.looked,
      in: connection)
    let known = Set(announced.map(\.header.id))
    announced += try DepositMatches.announced(
      trace: TraceNumber.folded(deposit.content.reference), in: connection
    ).filter { !known.contains($0.header.id) }
    let byID = Dictionary(
      announced.map { ($0.header.id, $0) }, uniquingKeysWith: { first, _ in first })
    return matching.candidates(for: deposit.money, among: announced.map(\.money)).map { found in
      let parts = found.others.compactMap { byID[$0] }
      let title =
        parts.count == 1
        ? "\(parts[0].header.traceNumber)  \(parts[0].payerName)  "
          + "\(short(parts[0].header.paymentDate))  \(found.amount)"
        : "\(parts.count) remittances  \(parts.first?.payerName ?? "")  \(found.amount)"
      return MoneyCandidateRow(
        value: found.others.map { String($0.rawValue) }.joined(separator: "+"), title: title,
        reasonsFor: found.evidence.reasonsFor, reasonsAgainst: found.evidence.reasonsAgainst)
    }
  }

  private func deposits(for id: RemittanceID) throws -> [MoneyCandidateRow] {
    guard let header = try Remittances.find(id, in: connection) else { return [] }
    let left = try DepositMatches.left(of: header, in: connection)
    guard left > .zero, try Deposits.firstDay(in: connection) != nil,
      let payer = try Payers.find(header.payer, in: connection)
    else { return [] }
    let announced = DepositMatches.Announced(
      header: header, payerName: payer.name, left: left)
    let day = header.paymentDate
    let missing = MissingMoney(left: left, method: header.method, paidOn: day)
    let ahead = missing.isElectronic ? Self.days : office.rules.deposits.staleDays
    var open = try Deposits.open(
      from: day.adding(days: -Self.days), through: day.adding(days: ahead), limit: Self.looked,
      in: connection)
    let known = Set(open.map(\.id))
    open += try Deposits.open(trace: TraceNumber.folded(header.traceNumber), in: connection)
      .filter { !known.contains($0.id) }
    let byID = Dictionary(open.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return matching.candidates(for: announced.money, among: open.map(\.money)).map { found in
      let deposit = found.others.first.flatMap { byID[$0] }
      let content = deposit?.content
      return MoneyCandidateRow(
        value: found.others.map { String($0.rawValue) }.joined(separator: "+"),
        title: [
          content?.reference ?? "", content?.form.title ?? "", content?.payer ?? "",
          content.map { short($0.receivedOn) } ?? "", "\(found.amount)",
        ].filter { !$0.isEmpty }.joined(separator: "  "),
        reasonsFor: found.evidence.reasonsFor, reasonsAgainst: found.evidence.reasonsAgainst)
    }
  }

  private func short(_ day: Day) -> String { day.short(seenFrom: office.today) }
}
