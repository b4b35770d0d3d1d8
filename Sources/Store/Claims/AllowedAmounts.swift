package import Billing
package import Database

/// What payers allowed lately: the office's own experience of what a claim will bring.
package enum AllowedAmounts {
  private static let reading = Statement(
    "SELECT unit_cents, answers, seen_day FROM allowed_amount "
      + "WHERE payer_id = ?1 AND code = ?2 AND modifier = ?3")

  /// One answer: the day of its notice, and cents a unit.
  struct Answer: Hashable {
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

  /// Keeps an answer of the payer among its last ones, and learns from them together.
  package static func save(
    _ unit: Cents, for procedure: ProcedureCode, by payer: PayerID, on day: Day,
    in connection: Connection
  ) throws {
    let learnt = LearntAllowances()
    try learnt.learn(unit, for: procedure, by: payer, on: day, in: connection)
    try learnt.write(in: connection)
  }

  static func find(
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

  static func text(_ answers: [Answer]) -> String {
    answers.map { "\($0.on.rawValue):\($0.unit.rawValue)" }.joined(separator: ",")
  }

  private static func answers(_ text: String) -> [Answer] {
    text.utf8.split(separator: UInt8(ascii: ",")).compactMap { part in
      guard let colon = part.firstIndex(of: UInt8(ascii: ":")),
        let day = Int32(Substring(part[..<colon])),
        let cents = Int64(Substring(part[part.index(after: colon)...]))
      else { return nil }
      return Answer(on: Day(rawValue: day), unit: Cents(cents))
    }
  }
}
