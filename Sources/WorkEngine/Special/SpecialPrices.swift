import Billing

/// What special work is expected to bring, from the allowables of the rules data.
enum SpecialPrices {
  /// The allowable of the row that fits best, times the units, in cents; zero where none fits.
  ///
  /// A row that names the modifier, the family or the state goes before one that does not.
  static func expected(
    _ procedure: ProcedureCode, units: Int, family: PayerFamily?, state: String?, on day: Day,
    rules: RuleBook
  ) -> Cents {
    let modifier = procedure.pricingModifier
    var best: (score: Int, amount: Cents)?
    for row in rules.allowables[procedure.code] ?? [] {
      guard row.modifier.isEmpty || row.modifier == modifier,
        row.family == nil || row.family == family, row.state == nil || row.state == state,
        row.effective.contains(day)
      else { continue }
      let score =
        (row.modifier.isEmpty ? 0 : 4) + (row.family == nil ? 0 : 2) + (row.state == nil ? 0 : 1)
      if score > best?.score ?? -1 { best = (score, row.amount) }
    }
    guard let best else { return .zero }
    let (amount, isTooLarge) = best.amount.rawValue.multipliedReportingOverflow(by: Int64(units))
    return isTooLarge ? .zero : Cents(amount)
  }
}
