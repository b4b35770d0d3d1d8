package import Billing
package import Database

/// Questions that one person asks and another answers; the answers are lines of the journal.
package enum Approvals {
  /// Asks; gives the number of the question.
  package static func insert(
    _ new: Approval, known: Day, in connection: Connection
  ) throws -> ApprovalID {
    var period: BookPeriod?
    var work: WorkSubject?
    switch new.target {
    case .period(let target): period = target
    case .work(let target): work = target
    }
    return ApprovalID(
      try connection.insert(
        insertion, .text(new.purpose.rawValue), SQLValue(period?.kind.rawValue),
        SQLValue(period?.first), SQLValue(period?.last), SQLValue(work?.kind),
        work.map { .integer($0.key) } ?? .null, SQLValue(new.amount), .text(new.askedBy),
        SQLValue(new.askedOn), .text(new.reason), SQLValue(known)))
  }

  private static let insertion = Statement(
    """
    INSERT INTO approval (purpose, period_kind, first_day, last_day, subject_kind, subject_key,
      amount_cents, asked_by, asked_on, reason, known_on)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
    """)
  private static let columns = """
    id, purpose, period_kind, first_day, last_day, subject_kind, subject_key, amount_cents,
    asked_by, asked_on, reason
    """

  package static func find(_ id: ApprovalID, in connection: Connection) throws -> Approval? {
    try connection.first("SELECT \(columns) FROM approval WHERE id = ?1", [SQLValue(id)]) {
      try approval(from: $0)
    }
  }

  /// The newest first.
  package static func page(
    offset: Int, limit: Int, in connection: Connection
  ) throws -> [Approval] {
    try connection.rows(
      "SELECT \(columns) FROM approval ORDER BY id DESC LIMIT ?1 OFFSET ?2",
      [SQLValue(limit), SQLValue(offset)]
    ) { try approval(from: $0) }
  }

  /// What was asked about a piece of work, oldest first.
  package static func all(
    about subject: WorkSubject, in connection: Connection
  ) throws -> [Approval] {
    try connection.rows(
      "SELECT \(columns) FROM approval WHERE subject_kind = ?1 AND subject_key = ?2 ORDER BY id",
      [.text(subject.kind), .integer(subject.key)]
    ) { try approval(from: $0) }
  }

  private static func approval(from row: borrowing Row) throws(DatabaseFailure) -> Approval {
    let target: ApprovalTarget
    if let kind = try row.wordOrNil(2, Words.approvalPeriod) {
      target = .period(BookPeriod(kind: kind, first: row.day(3), last: row.day(4)))
    } else {
      target = .work(WorkSubject(try row.word(5, Words.approvalSubject), key: row.int(6)))
    }
    return Approval(
      id: ApprovalID(row.int(0)), purpose: try row.word(1, Words.approvalPurpose), target: target,
      amount: row.cents(7), askedBy: row.text(8), askedOn: row.day(9), reason: row.text(10))
  }
}
