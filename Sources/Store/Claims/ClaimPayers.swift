package import Billing
package import Database

/// Who pays a claim, and how that changed: one bill may go to one payer after another.
package enum ClaimPayers {
  /// What a claim says of its payer.
  package struct Facts: Equatable, Sendable {
    package var payer: PayerID
    package var sequence: PayerSequence
    package var memberID: String
    /// The payer's number for it; empty until it gave one.
    package var controlNumber: String
    package var nextPayer: PayerID?

    package init(
      payer: PayerID, sequence: PayerSequence, memberID: String, controlNumber: String,
      nextPayer: PayerID?
    ) {
      self.payer = payer
      self.sequence = sequence
      self.memberID = memberID
      self.controlNumber = controlNumber
      self.nextPayer = nextPayer
    }
  }

  package static func facts(
    of claim: ClaimID, in connection: Connection
  ) throws -> Facts? {
    try connection.first(
      """
      SELECT id, payer_id, sequence, member_id, payer_control, next_payer_id FROM claim
      WHERE id = ?1
      """, [SQLValue(claim)]
    ) { try facts(from: $0, at: 1, Words.claimSequence) }
  }

  /// Gives a claim to a payer; the sendings so far stay those of the payer that they went to.
  package static func set(
    _ facts: Facts, of claim: ClaimID, in connection: Connection
  ) throws {
    try connection.run(
      """
      UPDATE submission SET payer_id = (SELECT payer_id FROM claim WHERE id = ?1)
      WHERE claim_id = ?1 AND payer_id IS NULL
      """, SQLValue(claim))
    try connection.run(
      """
      UPDATE claim SET payer_id = ?2, sequence = ?3, member_id = ?4, payer_control = ?5,
        next_payer_id = ?6, row_version = row_version + 1
      WHERE id = ?1
      """, SQLValue(claim), SQLValue(facts.payer), .text(facts.sequence.rawValue),
      .text(facts.memberID), .text(facts.controlNumber), SQLValue(facts.nextPayer))
  }

  private static let insertion = Statement(
    """
    INSERT INTO payer_change (claim_id, activity_id, before_payer, before_sequence, before_member,
      before_control, before_next, after_payer, after_sequence, after_member, after_control,
      after_next, known_on)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
    """)

  /// Keeps a change, so that it can be taken back and brought back.
  package static func keep(
    before: Facts, after: Facts, of claim: ClaimID, activity: ActivityID?, known: Day,
    in connection: Connection
  ) throws {
    try connection.run(
      insertion,
      [SQLValue(claim), SQLValue(activity)] + values(before) + values(after)
        + [SQLValue(known)])
  }

  /// The change that a decision made.
  package static func kept(
    by activity: ActivityID, in connection: Connection
  ) throws -> (before: Facts, after: Facts)? {
    try connection.first(
      """
      SELECT id, before_payer, before_sequence, before_member, before_control, before_next,
        after_payer, after_sequence, after_member, after_control, after_next
      FROM payer_change WHERE activity_id = ?1
      """, [SQLValue(activity)]
    ) { row in
      (
        try facts(from: row, at: 1, Words.changeBefore),
        try facts(from: row, at: 6, Words.changeAfter)
      )
    }
  }

  private static let namedReading = KeysReading { keys in
    "SELECT DISTINCT claim_id FROM submission WHERE claim_id IN \(keys) AND payer_id IS NOT NULL"
  }

  /// Those of some claims of which a sending names its payer: only they can have a former one.
  package static func withNamedPayer(
    among claims: [ClaimID], in connection: Connection
  ) throws -> Set<ClaimID> {
    var found: Set<ClaimID> = []
    try namedReading.forEach(claims.map { SQLValue($0) }, in: connection) { row in
      found.insert(ClaimID(row.int(0)))
    }
    return found
  }

  private static let formerReading = Statement(
    """
    SELECT submission.payer_id FROM submission JOIN claim ON claim.id = submission.claim_id
    WHERE submission.claim_id = ?1 AND submission.control_number = ?2
      AND submission.payer_id <> claim.payer_id
    """)

  /// The payer whose sending of a claim has a number (CLM01), as the answers to it name it; nil where
  /// that is the payer that the claim is with.
  package static func former(
    of claim: ClaimID, asked number: String, in connection: Connection
  ) throws -> PayerID? {
    try connection.first(formerReading, [SQLValue(claim), .text(number)]) {
      $0.idOrNil(0, of: Payer.self)
    } ?? nil
  }

  /// In SQL over `claim` and `remit_claim`: the payer that the sending went to which is answered.
  static let asked = asked(by: "remit_claim.control_number")

  static func asked(by number: String) -> String {
    """
    coalesce((SELECT sending.payer_id FROM submission AS sending WHERE sending.claim_id = claim.id
      AND sending.control_number = \(number) ORDER BY sending.id DESC LIMIT 1), claim.payer_id)
    """
  }

  private static func values(_ facts: Facts) -> [SQLValue] {
    [
      SQLValue(facts.payer), .text(facts.sequence.rawValue), .text(facts.memberID),
      .text(facts.controlNumber), SQLValue(facts.nextPayer),
    ]
  }

  private static func facts(
    from row: borrowing Row, at column: Int, _ words: WordColumn<PayerSequence>
  ) throws(DatabaseFailure) -> Facts {
    Facts(
      payer: PayerID(row.int(column)),
      sequence: try row.word(column + 1, words),
      memberID: row.text(column + 2), controlNumber: row.text(column + 3),
      nextPayer: row.idOrNil(column + 4, of: Payer.self))
  }
}
