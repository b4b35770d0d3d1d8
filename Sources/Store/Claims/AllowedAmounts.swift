package import Billing
package import Database

/// What payers allowed lately: the office's own experience of what a claim will bring.
package enum AllowedAmounts {
  private static let reading = Statement(
    "SELECT unit_cents, answers, seen_day FROM allowed_amount "
      + "WHERE payer_id = ?1 AND code = ?2 AND modifier = ?3")
  private static let saving = Statement(
    """
    INSERT INTO allowed_amount (payer_id, code, modifier, unit_cents, seen_day, answers)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6)
    ON CONFLICT (payer_id, code, modifier) DO UPDATE SET unit_cents = excluded.unit_cents,
      seen_day = excluded.seen_day, answers = excluded.answers
    """)

  /// One answer: the day of its notice, and cents a unit.
  private struct Answer: Hashable {
    var on: Day
    var unit: Cents
  }

  /// Cents a unit, or nil where this payer never paid for the code.
  ///
  /// Rent of month 4 and later counts as other rent does where it was never paid by itself.
  package static func unit(
    _ procedure: ProcedureCode, by payer: PayerID, in connection: Connection
  ) throws -> Cents? {
    if let own = try find(procedure, by: payer, in: connection) { return own.unit }
    guard procedure.allowanceModifier != procedure.pricingModifier else { return nil }
    return try find(
      ProcedureCode(procedure.code, [procedure.pricingModifier]), by: payer, in: connection)?.unit
  }

  /// What this very price came to, nil where the payer never answered for it.
  package static func known(
    _ procedure: ProcedureCode, by payer: PayerID, in connection: Connection
  ) throws -> Cents? {
    try find(procedure, by: payer, in: connection)?.unit
  }

  /// Keeps an answer of the payer among its last ones, and learns from them together.
  package static func save(
    _ unit: Cents, for procedure: ProcedureCode, by payer: PayerID, on day: Day,
    in connection: Connection
  ) throws {
    let before = try find(procedure, by: payer, in: connection)?.answers ?? []
    // Of answers of one day the higher is the newer: their order in the file means nothing.
    let answers = Array(
      (before + [Answer(on: day, unit: unit)]).sorted { ($0.on, $0.unit) > ($1.on, $1.unit) }
        .prefix(LearntUnit.kept))
    guard answers != before, let newest = answers.first else { return }
    let learnt = LearntUnit.amount(of: answers.map(\.unit), newest: newest.unit)
    try connection.run(
      saving, SQLValue(payer), .text(procedure.code), .text(procedure.allowanceModifier),
      SQLValue(learnt), SQLValue(newest.on), .text(text(answers)))
  }

  private static func find(
    _ procedure: ProcedureCode, by payer: PayerID, in connection: Connection
  ) throws -> (unit: Cents, answers: [Answer])? {
    try connection.first(
      reading, [SQLValue(payer), .text(procedure.code), .text(procedure.allowanceModifier)]
    ) { row in
      let kept = answers(row.text(1))
      // What was learnt before answers were kept is one answer.
      return (
        row.cents(0), kept.isEmpty ? [Answer(on: row.day(2), unit: row.cents(0))] : kept
      )
    }
  }

  private static func text(_ answers: [Answer]) -> String {
    answers.map { "\($0.on.rawValue):\($0.unit.rawValue)" }.joined(separator: ",")
  }

  private static func answers(_ text: String) -> [Answer] {
    text.split(separator: ",").compactMap { part in
      let pair = part.split(separator: ":")
      guard pair.count == 2, let day = Int32(pair[0]), let cents = Int64(pair[1]) else {
        return nil
      }
      return Answer(on: Day(rawValue: day), unit: Cents(cents))
    }
  }
}
