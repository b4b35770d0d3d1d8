package import Billing
package import Database

/// Where facts stood at the end of a past business day, from what was known by then.
package enum EarlierStates {
  /// What the front end had said of a sending; nil words where nobody had answered.
  package struct Answer: Equatable, Sendable {
    package var submission: SubmissionID
    /// `none`, `received`, `accepted`, `rejected`, or `withdrawn` where it was taken back.
    package var answer: String
    package var answeredOn: Day?
  }

  /// Where an answer of a remittance stood.
  package struct RemitClaim: Equatable, Sendable {
    package var id: RemitClaimID
    package var state: RemitClaims.State
    package var matchedTo: ClaimID?
  }

  /// Where a charge stood.
  package struct Charge: Equatable, Sendable {
    package var id: ChargeID
    /// `unbilled`, `billed` or `withdrawn`.
    package var standing: String
    package var claim: ClaimID?
  }

  /// Every sending that was known by a day, by number, as it stood at the end of that day.
  ///
  /// - Throws: Any failure of the database.
  package static func sendings(
    asOf day: Day, in connection: Connection
  ) throws -> [Answer] {
    try connection.rows(
      standing("submission", known: "answer_known_on", ["answer", "answer_day"]), [SQLValue(day)]
    ) { row in
      Answer(
        submission: SubmissionID(row.int(0)),
        answer: try row.word(1, Words.submissionAnswer).rawValue, answeredOn: row.dayOrNil(2))
    }
  }

  /// Every answer of a remittance that was known by a day, by number, as it stood at its end.
  ///
  /// - Throws: Any failure of the database.
  package static func remitClaims(
    asOf day: Day, in connection: Connection
  ) throws -> [RemitClaim] {
    try connection.rows(
      standing("remit_claim", known: "state_known_on", ["state", "claim_id"]), [SQLValue(day)]
    ) { row in
      RemitClaim(
        id: RemitClaimID(row.int(0)), state: try row.word(1, Words.remitClaimState),
        matchedTo: row.idOrNil(2, of: Billing.Claim.self))
    }
  }

  /// Every charge that was known by a day, by number, as it stood at its end.
  ///
  /// - Throws: Any failure of the database.
  package static func charges(
    asOf day: Day, in connection: Connection
  ) throws -> [Charge] {
    try connection.rows(
      standing("charge", known: "standing_known_on", ["standing", "claim_id"]), [SQLValue(day)]
    ) { row in
      Charge(
        id: ChargeID(row.int(0)), standing: try row.word(1, Words.chargeStanding).rawValue,
        claim: row.idOrNil(2, of: Billing.Claim.self))
    }
  }

  /// The last state in the order of recording that was known by a day.
  ///
  /// Later states may have an earlier day where the day was taken back. What nobody knows the day of
  /// was there before.
  private static func standing(_ table: String, known: String, _ columns: [String]) -> String {
    let names = columns.joined(separator: ", ")
    return """
      SELECT subject, \(names) FROM (
        SELECT subject, \(names),
          row_number() OVER (PARTITION BY subject ORDER BY is_now DESC, place DESC) AS number
        FROM (
          SELECT \(table)_id AS subject, \(names), known_on, 0 AS is_now, id AS place
          FROM \(table)_earlier
          UNION ALL
          SELECT id, \(names), coalesce(\(known), known_on), 1, 0 FROM \(table))
        WHERE known_on IS NULL OR known_on <= ?1)
      WHERE number = 1 ORDER BY subject
      """
  }
}

/// Facts of which nobody knows when they were recorded.
package enum UnknownDays {
  private static let tables = [
    "file", "claim", "submission", "acknowledgment", "remittance", "remit_claim",
    "journal_entry", "sales_order", "document", "rental", "charge", "charge_revision", "hold",
    "eligibility", "special_work",
  ]

  /// How many rows of each table have no known day; tables without such rows are left out.
  ///
  /// - Throws: Any failure of the database.
  package static func counts(
    in connection: Connection
  ) throws -> [(table: String, count: Int)] {
    try tables.map { table in
      (
        table,
        try connection.first("SELECT count(*) FROM \(table) WHERE known_on IS NULL") {
          Int($0.int(0))
        } ?? 0
      )
    }.filter { $0.1 > 0 }
  }
}
