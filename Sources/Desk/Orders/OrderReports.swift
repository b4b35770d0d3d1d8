package import Billing

/// Open holds: days and dollars by type, team, payer and prescriber.
package struct HoldsReport: Equatable, Sendable {
  package var holds: Int
  /// Charges that at least one hold keeps back, and their expected cents.
  package var charges: Int
  package var expected: Cents
  package var byType: [HoldsRow]
  package var byTeam: [HoldsRow]
  package var byPayer: [HoldsRow]
  package var byPrescriber: [HoldsRow]

  package init(
    holds: Int, charges: Int, expected: Cents, byType: [HoldsRow], byTeam: [HoldsRow],
    byPayer: [HoldsRow], byPrescriber: [HoldsRow]
  ) {
    self.holds = holds
    self.charges = charges
    self.expected = expected
    self.byType = byType
    self.byTeam = byTeam
    self.byPayer = byPayer
    self.byPrescriber = byPrescriber
  }
}

/// One line of the holds report.
package struct HoldsRow: Equatable, Sendable {
  package var name: String
  package var holds: Int
  package var charges: Int
  package var expected: Cents
  /// Mean and longest days on hold.
  package var meanDays: Int
  package var longestDays: Int

  package init(
    name: String, holds: Int, charges: Int, expected: Cents, meanDays: Int, longestDays: Int
  ) {
    self.name = name
    self.holds = holds
    self.charges = charges
    self.expected = expected
    self.meanDays = meanDays
    self.longestDays = longestDays
  }
}

/// Why orders were returned, by cause, for the teams that can prevent it.
package struct OrderProblemsReport: Equatable, Sendable {
  package var from: Day
  package var through: Day
  package var rows: [OrderProblemRow]

  package init(from: Day, through: Day, rows: [OrderProblemRow]) {
    self.from = from
    self.through = through
    self.rows = rows
  }
}

/// One cause of order problems.
package struct OrderProblemRow: Equatable, Sendable {
  package var cause: OrderProblemCause
  package var team: Team
  /// Orders returned for it, and found with it at a check.
  package var returned: Int
  package var found: Int
  package var examples: [String]

  package init(
    cause: OrderProblemCause, team: Team, returned: Int, found: Int, examples: [String]
  ) {
    self.cause = cause
    self.team = team
    self.returned = returned
    self.found = found
    self.examples = examples
  }
}
