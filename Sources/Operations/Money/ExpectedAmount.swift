import Billing
import Database
import Store

/// What a line is expected to bring.
enum ExpectedAmount {
  /// What this payer lately allowed for the code, at most what is open; that where nothing is known.
  static func of(
    _ line: SentLine, by payer: PayerID, in connection: Connection
  ) throws -> Cents {
    let unit = try AllowedAmounts.unit(line.procedure, by: payer, in: connection)
    return of(units: line.unitsInThousandths, each: unit, atMost: line.open)
  }

  /// What the lines of a claim are expected to bring follows it to another payer: another payer
  /// allows other amounts.
  ///
  /// `activity` is the decision that took it there, nil for a file.
  static func follow(
    to payer: PayerID, from former: PayerID, of id: ClaimID, _ office: Office,
    activity: ActivityID?, in connection: Connection
  ) throws {
    guard payer != former, let payer = try Payers.find(payer, in: connection),
      let claim = try Claims.find(id, in: connection)
    else { return }
    let changes = try claim.lines.map { line in
      let unit = try ofUnit(
        line.procedure, by: payer, state: claim.patient.address.state, on: line.serviceFrom,
        rules: office.rules, in: connection)
      return ExpectedAmounts.Change(
        line.id, before: line.expected,
        after: of(units: line.unitsInThousandths, each: unit, atMost: line.charge))
    }
    try ExpectedAmounts.apply(
      changes, activity: activity, known: office.known, in: connection)
  }

  /// Units in thousandths at so much each, at most what is open; that where nothing is known.
  private static func of(units: Int64, each unit: Cents?, atMost open: Cents) -> Cents {
    guard let unit else { return open }
    let (product, overflow) = unit.rawValue.multipliedReportingOverflow(by: units)
    return overflow ? open : max(.zero, min(open, Cents(product / 1000)))
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
