package import Billing
package import Database

/// Charges as they were before a person corrected them, so that a correction can be taken back.
package enum ChargeRevisions {
  /// Keeps what a correction changed.
  ///
  /// `known` is the business day of the office.
  package static func insert(
    _ charge: ChargeID, activity: ActivityID, before: Charge, after: Charge,
    known: Day, in connection: Connection
  ) throws {
    try connection.run(
      """
      INSERT INTO charge_revision (charge_id, activity_id, before, after, known_on)
      VALUES (?1, ?2, ?3, ?4, ?5)
      """, SQLValue(charge), SQLValue(activity), .text(text(before)), .text(text(after)),
      SQLValue(known))
  }

  /// A charge as it was before or after one correction, with everything else as it is now.
  package static func charge(
    _ now: Charge, activity: ActivityID, isBefore: Bool, in connection: Connection
  ) throws -> Charge? {
    try connection.first(
      "SELECT before, after FROM charge_revision WHERE charge_id = ?1 AND activity_id = ?2",
      [SQLValue(now.id), SQLValue(activity)]
    ) { row in
      try row.list(
        isBefore ? 0 : 1, isBefore ? Words.revisionBefore : Words.revisionAfter,
        key: .known(now.id.rawValue)
      ) { charge(now, from: $0) }
    }
  }

  private static func text(_ charge: Charge) -> String {
    TextList.line([
      charge.procedure.code, CodeList.text(charge.procedure.modifiers), String(charge.units),
      charge.serviceFrom.description, charge.serviceThrough.description,
      String(charge.amount.rawValue), String(charge.expected.rawValue), charge.serialNumber,
      charge.narrative, charge.authorizationNumber,
      CodeList.text(charge.diagnosisPointers.map(String.init)),
    ])
  }

  private static func charge(_ now: Charge, from text: String) -> Charge? {
    let parts = text.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 11, let units = Int(parts[2]), let from = Day(parts[3]),
      let through = Day(parts[4]), let amount = Int64(parts[5]), let expected = Int64(parts[6]),
      let pointers = CodeList.numbers(parts[10])
    else { return nil }
    var charge = now
    charge.procedure = ProcedureCode(parts[0], CodeList.codes(parts[1]))
    charge.units = units
    charge.serviceFrom = from
    charge.serviceThrough = through
    charge.amount = Cents(amount)
    charge.expected = Cents(expected)
    charge.serialNumber = parts[7]
    charge.narrative = parts[8]
    charge.authorizationNumber = parts[9]
    charge.diagnosisPointers = pointers
    return charge
  }
}
