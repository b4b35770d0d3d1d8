package import Billing
import Database
package import Desk
import Store

extension Office {
  /// Open holds: days and dollars by type, team, payer and prescriber.
  ///
  /// - Throws: Any failure of the database.
  package func holds() throws -> HoldsReport {
    let rows = try database.read { try HoldTotals.rows(in: $0) }
    return HoldsReport(
      holds: Set(rows.map(\.hold)).count, charges: Set(rows.map(\.charge)).count,
      expected: expected(rows), byType: grouped(rows) { $0.type.title },
      byTeam: grouped(rows) { $0.team.title },
      byPayer: grouped(rows) { $0.payer.isEmpty ? "no payer" : $0.payer },
      byPrescriber: grouped(rows) { $0.prescriber.isEmpty ? "no prescriber" : $0.prescriber })
  }

  /// Each held charge once, however many holds it has, in cents.
  private func expected(_ rows: [HoldTotals.Row]) -> Cents {
    var seen: Set<ChargeID> = []
    return rows.filter { seen.insert($0.charge).inserted }.map(\.expected).total()
  }

  private func grouped(
    _ rows: [HoldTotals.Row], by name: (HoldTotals.Row) -> String
  ) -> [HoldsRow] {
    Dictionary(grouping: rows, by: name).map { name, rows in
      var seen: Set<HoldID> = []
      let days = rows.filter { seen.insert($0.hold).inserted }.map { today - $0.placedOn }
      return HoldsRow(
        name: name, holds: seen.count, charges: Set(rows.map(\.charge)).count,
        expected: expected(rows), meanDays: days.isEmpty ? 0 : days.reduce(0, +) / days.count,
        longestDays: days.max() ?? 0)
    }.sorted { ($1.expected, $0.name) < ($0.expected, $1.name) }
  }

  /// Why orders were found wrong or sent back, by cause.
  ///
  /// - Throws: Any failure of the database.
  package func orderProblems(from: Day, through: Day) throws -> OrderProblemsReport {
    let rows = try database.read {
      try OrderProblems.byCause(from: from, through: through, in: $0)
    }
    return OrderProblemsReport(
      from: from, through: through,
      rows: rows.map {
        OrderProblemRow(
          cause: $0.cause, team: $0.team, returned: $0.returned, found: $0.found,
          examples: [$0.example])
      })
  }
}
