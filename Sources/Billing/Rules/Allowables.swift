/// What payers are expected to allow.
extension RuleBook {
  /// What a kind of payer allows for one unit or one month of rent, in cents; nil where no row in
  /// force on the day speaks of it.
  ///
  /// The most specific row wins: one for the family and the state, for the family, for the state,
  /// for everybody; among equals that of the very modifier, then the one in force most lately,
  /// then the last. Bought equipment may be priced without a modifier. Rent of month 4 and later
  /// (KJ) that has no row of its own is `OrderSettings.laterRentPercent` of the rent.
  package func allowable(
    _ procedure: ProcedureCode, family: PayerFamily, state: String?, on day: Day
  ) -> Cents? {
    price(procedure, family: family, state: state, on: day) { _ in true }
  }

  /// As ``allowable(_:family:state:on:)``, from rows alone that were read in a contract or a fee
  /// schedule (confidence high): by these a payer can be held to its word.
  package func contractedAllowable(
    _ procedure: ProcedureCode, family: PayerFamily, state: String?, on day: Day
  ) -> Cents? {
    price(procedure, family: family, state: state, on: day) { $0.confidence == .high }
  }

  private func price(
    _ procedure: ProcedureCode, family: PayerFamily, state: String?, on day: Day,
    from isMeant: (AllowableRow) -> Bool
  ) -> Cents? {
    guard let rows = allowables[procedure.code] else { return nil }
    let wanted = Self.prices(of: procedure)
    var best: (row: AllowableRow, rank: (Int, Int, Day))?
    for row in rows where isMeant(row) && row.effective.contains(day) {
      guard let place = wanted.firstIndex(of: row.modifier),
        let specificity = row.specificity(for: family, in: state)
      else { continue }
      let rank = (specificity, -place, row.effective.from ?? Day(rawValue: .min))
      if let other = best, rank < other.rank { continue }
      best = (row, rank)
    }
    guard let row = best?.row else { return nil }
    if row.modifier == "RR", wanted.first == "KJ" { return laterRent(row.amount) }
    return row.amount
  }

  /// Modifiers of the rows that can price a procedure, the best first.
  private static func prices(of procedure: ProcedureCode) -> [String] {
    switch procedure.pricingModifier {
    case "": ["", "NU"]
    case "NU": ["NU", ""]
    case "RR" where procedure.modifiers.contains("KJ"): ["KJ", "RR"]
    case let modifier: [modifier]
    }
  }

  private func laterRent(_ amount: Cents) -> Cents? {
    let (hundredfold, overflow) = amount.rawValue.multipliedReportingOverflow(
      by: Int64(orders.laterRentPercent))
    guard !overflow, hundredfold <= .max - 50 else { return nil }
    return Cents((hundredfold + 50) / 100)
  }
}

extension AllowableRow {
  /// 2 for the family, 1 for the state, both added; nil where the row is for another.
  fileprivate func specificity(for family: PayerFamily, in state: String?) -> Int? {
    if let own = self.family, own != family { return nil }
    if let own = self.state, own != state { return nil }
    return (self.family == nil ? 0 : 2) + (self.state == nil ? 0 : 1)
  }
}
