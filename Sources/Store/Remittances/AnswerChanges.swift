package import Billing
package import Database

/// What decisions made of answers of remittances, with what they were before.
package enum AnswerChanges {
  /// What changes about an answer.
  package struct Facts: Equatable, Sendable {
    package var state: RemitClaims.State
    package var staging: [StagingReason]
    package var matchedTo: ClaimID?
    package var postedAt: Timestamp?

    package init(
      state: RemitClaims.State, staging: [StagingReason], matchedTo: ClaimID?,
      postedAt: Timestamp?
    ) {
      self.state = state
      self.staging = staging
      self.matchedTo = matchedTo
      self.postedAt = postedAt
    }

    package init(_ kept: RemitClaims.Kept) {
      self.init(
        state: kept.state, staging: kept.staging, matchedTo: kept.matchedTo,
        postedAt: kept.postedAt)
    }
  }

  /// One answer before and after a decision.
  package struct Change: Equatable, Sendable {
    package var answer: RemitClaimID
    package var before: Facts
    package var after: Facts

    package init(answer: RemitClaimID, before: Facts, after: Facts) {
      self.answer = answer
      self.before = before
      self.after = after
    }
  }

  /// Keeps the payer's number of a claim as a decision about an answer of it left it.
  package static func keepNumber(
    before: String, after: String, of answer: RemitClaimID, activity: ActivityID,
    in connection: Connection
  ) throws {
    try connection.run(
      """
      UPDATE answer_change SET before_number = ?3, after_number = ?4
      WHERE activity_id = ?1 AND remit_claim_id = ?2
      """, SQLValue(activity), SQLValue(answer), .text(before), .text(after))
  }

  /// Gives the claims of a decision back the payer's numbers that they had before it, or after it.
  package static func restoreNumbers(
    of activity: ActivityID, isUndo: Bool, in connection: Connection
  ) throws {
    let (claim, number) =
      isUndo ? ("after_claim", "before_number") : ("after_claim", "after_number")
    try connection.forEach(
      """
      SELECT \(claim), \(number) FROM answer_change
      WHERE activity_id = ?1 AND \(number) IS NOT NULL AND \(claim) IS NOT NULL ORDER BY id
      """, [SQLValue(activity)]
    ) { row in
      try connection.run(
        "UPDATE claim SET payer_control = ?2 WHERE id = ?1", .integer(row.int(0)),
        .text(row.text(1)))
    }
  }

  /// Changes an answer and keeps what it was before the decision; `known` is the business day.
  package static func apply(
    _ after: Facts, to kept: RemitClaims.Kept, activity: ActivityID, known: Day,
    in connection: Connection
  ) throws {
    let before = Facts(kept)
    guard before != after else { return }
    try set(after, of: kept.id, known: known, in: connection)
    try connection.run(
      """
      INSERT INTO answer_change (activity_id, remit_claim_id, before_state, before_staging,
        before_claim, before_posted_at, after_state, after_staging, after_claim, after_posted_at,
        known_on)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
      """, SQLValue(activity), SQLValue(kept.id), .text(before.state.rawValue),
      .text(StagingText.text(before.staging)), SQLValue(before.matchedTo),
      SQLValue(before.postedAt?.rawValue), .text(after.state.rawValue),
      .text(StagingText.text(after.staging)), SQLValue(after.matchedTo),
      SQLValue(after.postedAt?.rawValue), SQLValue(known))
  }

  /// What a decision changed, in its order.
  package static func all(
    of activity: ActivityID, in connection: Connection
  ) throws -> [Change] {
    try changes(where: "activity_id", SQLValue(activity), in: connection)
  }

  /// What decisions changed about an answer, oldest first; those that were taken back too.
  package static func all(
    about answer: RemitClaimID, in connection: Connection
  ) throws -> [Change] {
    try changes(where: "remit_claim_id", SQLValue(answer), in: connection)
  }

  private static func changes(
    where column: StaticString, _ key: SQLValue, in connection: Connection
  ) throws -> [Change] {
    try connection.rows(
      """
      SELECT remit_claim_id, before_state, before_staging, before_claim, before_posted_at,
        after_state, after_staging, after_claim, after_posted_at, id
      FROM answer_change WHERE \(column) = ?1 ORDER BY id
      """, [key]
    ) { row in
      Change(
        answer: RemitClaimID(row.int(0)),
        before: try facts(from: row, 1, Words.answerBefore, Words.answerStagingBefore),
        after: try facts(from: row, 5, Words.answerAfter, Words.answerStagingAfter))
    }
  }

  /// The decisions that changed an answer, oldest first.
  package static func decisions(
    about answer: RemitClaimID, in connection: Connection
  ) throws -> [ActivityID] {
    try connection.rows(
      "SELECT activity_id FROM answer_change WHERE remit_claim_id = ?1 ORDER BY id",
      [SQLValue(answer)]
    ) { ActivityID($0.int(0)) }
  }

  private static func facts(
    from row: borrowing Row, _ first: Int, _ state: WordColumn<RemitClaims.State>,
    _ staging: WordPlace
  ) throws -> Facts {
    Facts(
      state: try row.word(first, state, key: 9),
      staging: try row.list(first + 1, staging, key: 9) { StagingText.reasons($0) },
      matchedTo: row.idOrNil(first + 2, of: Claim.self),
      postedAt: row.intOrNil(first + 3).map { Timestamp(rawValue: $0) })
  }

  /// Puts an answer where it shall stand; `known` is the business day.
  package static func set(
    _ facts: Facts, of answer: RemitClaimID, known: Day, in connection: Connection
  ) throws {
    try RemitClaims.setState(
      facts.state, of: answer, matchedTo: facts.matchedTo, staging: facts.staging,
      postedAt: facts.postedAt, known: known, in: connection)
  }
}
