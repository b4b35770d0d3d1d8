package import Billing
package import Database

/// What payers allowed, while many of their answers are posted: read once and written once.
package final class LearntAllowances {
  private struct Price: Hashable {
    var payer: PayerID
    var code: String
    var modifier: String
  }
  private struct Known {
    /// Cents a unit, nil where the payer never answered for the price.
    var unit: Cents?
    /// The newest first.
    var answers: [AllowedAmounts.Answer]
    var isChanged = false
  }
  private var prices: [Price: Known] = [:]
  /// Prices in the order in which they were met, which is that of the rows.
  private var order: [Price] = []

  private static let saving = Statement(
    """
    INSERT INTO allowed_amount (payer_id, code, modifier, unit_cents, seen_day, answers)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6)
    ON CONFLICT (payer_id, code, modifier) DO UPDATE SET unit_cents = excluded.unit_cents,
      seen_day = excluded.seen_day, answers = excluded.answers
    """)

  package init() {}

  /// What this very price came to, in cents a unit; nil where the payer never answered for it.
  package func known(
    _ procedure: ProcedureCode, by payer: PayerID, in connection: Connection
  ) throws -> Cents? {
    try find(procedure, by: payer, in: connection).known.unit
  }

  /// Adds an answer of the payer to its last ones, and learns from them together; it is kept by
  /// ``write(in:)``.
  package func learn(
    _ unit: Cents, for procedure: ProcedureCode, by payer: PayerID, on day: Day,
    in connection: Connection
  ) throws {
    var (price, known) = try find(procedure, by: payer, in: connection)
    // Of answers of one day the higher is the newer: their order in the file means nothing.
    let answers = Array(
      (known.answers + [AllowedAmounts.Answer(on: day, unit: unit)])
        .sorted { ($0.on, $0.unit) > ($1.on, $1.unit) }.prefix(LearntUnit.kept))
    guard answers != known.answers, let newest = answers.first else { return }
    known.unit = LearntUnit.amount(of: answers.map(\.unit), newest: newest.unit)
    known.answers = answers
    known.isChanged = true
    prices[price] = known
  }

  /// Writes what was learnt, and forgets everything.
  package func write(in connection: Connection) throws {
    for price in order {
      guard let known = prices[price], known.isChanged, let unit = known.unit,
        let newest = known.answers.first
      else { continue }
      try connection.run(
        Self.saving, SQLValue(price.payer), .text(price.code), .text(price.modifier),
        SQLValue(unit), SQLValue(newest.on), .text(AllowedAmounts.text(known.answers)))
    }
    prices = [:]
    order = []
  }

  private func find(
    _ procedure: ProcedureCode, by payer: PayerID, in connection: Connection
  ) throws -> (price: Price, known: Known) {
    let price = Price(
      payer: payer, code: procedure.code, modifier: procedure.allowanceModifier)
    if let known = prices[price] { return (price, known) }
    let kept = try AllowedAmounts.find(procedure, by: payer, in: connection)
    let known = Known(unit: kept?.unit, answers: kept?.answers ?? [])
    prices[price] = known
    order.append(price)
    return (price, known)
  }
}
