import Billing
import Database
import Store

/// What a line is expected to bring.
enum ExpectedAmount {
  /// What this payer lately allowed for the code, at most what is open; that where nothing is known.
  static func of(
    _ line: SentLine, by payer: PayerID, in connection: Connection
  ) throws -> Cents {
    guard let unit = try AllowedAmounts.unit(line.procedure, by: payer, in: connection) else {
      return line.open
    }
    let (product, overflow) = unit.rawValue.multipliedReportingOverflow(by: line.unitsInThousandths)
    return overflow ? line.open : max(.zero, min(line.open, Cents(product / 1000)))
  }

  /// One unit or month of a code, in cents: what this payer lately allowed, else what the rules
  /// expect; nil where neither knows it.
  static func ofUnit(
    _ procedure: ProcedureCode, by payer: Payer, state: String, on day: Day, rules: RuleBook,
    in connection: Connection
  ) throws -> Cents? {
    try AllowedAmounts.unit(procedure, by: payer.id, in: connection)
      ?? rules.allowable(
        procedure, family: payer.family, state: payer.state ?? state, on: day)
  }
}
