package import Billing
import Database
import Store

/// Which open holds to list.
package struct HoldQuery: Equatable, Sendable {
  package var team: Team?
  package var type: HoldType?
  /// Is in the payer's name; empty for all.
  package var payer: String
  package var offset: Int
  package var limit: Int

  package init(
    team: Team? = nil, type: HoldType? = nil, payer: String = "", offset: Int = 0, limit: Int = 50
  ) {
    self.team = team
    self.type = type
    self.payer = payer
    self.offset = offset
    self.limit = limit
  }
}

/// An open hold with the charge that it keeps back.
package struct OpenHold: Equatable, Sendable {
  package var hold: Hold
  /// Its reason in words.
  package var title: String
  /// Days from its placing to today.
  package var days: Int
  package var charge: Charge
  package var orderNumber: String
  /// `LAST, FIRST`; foreign text.
  package var patient: String
  package var payer: String
  /// The item in Holds, where it is one.
  package var item: WorkItemID?
}

extension Office {
  /// Open holds of unbilled charges, oldest first, with how many the query finds in all.
  ///
  /// - Throws: Any failure of the database.
  package func openHolds(_ query: HoldQuery) throws -> (rows: [OpenHold], count: Int) {
    let payer = query.payer.lowercased()
    return try database.read { connection in
      let found = try HoldTotals.rows(in: connection).filter { row in
        (query.team.map { $0 == row.team } ?? true) && (query.type.map { $0 == row.type } ?? true)
          && (payer.isEmpty || row.payer.lowercased().contains(payer))
      }.sorted { ($0.placedOn, $0.hold, $0.charge) < ($1.placedOn, $1.hold, $1.charge) }
      let rows = try found.dropFirst(query.offset).prefix(query.limit).compactMap { row in
        try openHold(row, in: connection)
      }
      return (rows, found.count)
    }
  }

  private func openHold(
    _ row: HoldTotals.Row, in connection: Connection
  ) throws -> OpenHold? {
    guard let hold = try Holds.find(row.hold, in: connection),
      let charge = try Charges.find(row.charge, in: connection),
      let order = try Orders.find(charge.order, in: connection)
    else { return nil }
    return OpenHold(
      hold: hold, title: rules.holdReasons[hold.reason]?.title ?? hold.reason,
      days: today - hold.placedOn, charge: charge, orderNumber: order.number,
      patient: order.patient.listName, payer: row.payer,
      item: try openItem(.charge(charge.id), in: connection))
  }
}
