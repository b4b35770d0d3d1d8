package import Billing
package import Database

/// The append-only journal of what people decided.
package enum Activities {
  /// A new line of the journal; the chain is computed by the caller from the one before.
  package struct New: Sendable {
    package var at: Timestamp
    package var on: Day
    package var user: String
    package var session: String
    package var verb: DecisionVerb
    package var resultCode: String
    package var subject: WorkSubject
    package var queue: QueueName?
    package var note: String
    package var detail: String
    package var followUpOn: Day?
    /// What was decided, by the journal's codec.
    package var decision: String
    /// The claim that the decision made or means.
    package var targetClaim: ClaimID?
    package var isProductive: Bool
    package var bulk: Int64?
    package var undoes: ActivityID?

    package init(
      at: Timestamp, on: Day, user: String, session: String, verb: DecisionVerb,
      resultCode: String, subject: WorkSubject, queue: QueueName?, note: String, detail: String,
      followUpOn: Day?, decision: String, targetClaim: ClaimID?, isProductive: Bool, bulk: Int64?,
      undoes: ActivityID? = nil
    ) {
      self.at = at
      self.on = on
      self.user = user
      self.session = session
      self.verb = verb
      self.resultCode = resultCode
      self.subject = subject
      self.queue = queue
      self.note = note
      self.detail = detail
      self.followUpOn = followUpOn
      self.decision = decision
      self.targetClaim = targetClaim
      self.isProductive = isProductive
      self.bulk = bulk
      self.undoes = undoes
    }
  }

  package static func insert(
    _ activity: New, chain: String, in connection: Connection
  ) throws -> ActivityID {
    let id = try connection.insert(
      """
      INSERT INTO activity (at, on_day, user, session, verb, result_code, subject_kind,
        subject_key, queue, note, detail, follow_up_day, payer_status, target_claim,
        is_productive, bulk, undoes, chain, decision)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, '', ?13, ?14, ?15, ?16, ?17, ?18)
      """, .integer(activity.at.rawValue), SQLValue(activity.on), .text(activity.user),
      .text(activity.session), .text(activity.verb.rawValue), .text(activity.resultCode),
      .text(activity.subject.kind), .integer(activity.subject.key),
      SQLValue(activity.queue?.rawValue), .text(activity.note), .text(activity.detail),
      SQLValue(activity.followUpOn), SQLValue(activity.targetClaim),
      SQLValue(activity.isProductive), SQLValue(activity.bulk), SQLValue(activity.undoes),
      .text(chain), .text(activity.decision))
    return ActivityID(id)
  }

  /// The chain value of the last line, empty where there is none.
  package static func lastChain(in connection: Connection) throws -> String {
    try connection.first("SELECT chain FROM activity ORDER BY id DESC LIMIT 1") { $0.text(0) } ?? ""
  }

  private static let columns = """
    activity.id, activity.at, activity.on_day, activity.user, activity.verb, activity.result_code,
    activity.subject_kind, activity.subject_key, activity.queue, activity.note,
    activity.follow_up_day, activity.detail, activity.undoes,
    (SELECT later.id FROM activity AS later WHERE later.undoes = activity.id),
    activity.is_productive, activity.bulk, activity.appeal_level, activity.appeal_outcome,
    activity.assignee, activity.target_claim, activity.notice_day, activity.payer_status, activity.decision,
    (SELECT count(*) FROM clock_mend WHERE clock_mend.after_activity < activity.id)
    """

  /// A line with what ties it to others.
  package struct Kept: Equatable, Sendable {
    package var activity: Activity
    package var bulk: Int64?
    package var targetClaim: ClaimID?
    /// What was decided, by the journal's codec; nil in lines of version 0.
    package var decision: String?
    /// What lines of version 0 kept in columns.
    package var earlier: Earlier
    /// How often the office's clock had been mended before it.
    package var clockMends: Int64

    /// Its place among all events, which no mended clock turns round.
    package var sequence: Int64 {
      OfficeSequence.value(at: activity.at.rawValue, clockMends: clockMends)
    }
  }

  /// What the journal kept of a decision before it kept all of it: version 0.
  package struct Earlier: Equatable, Sendable {
    package var appealLevel: AppealLevel?
    package var appealOutcome: AppealOutcome?
    package var assignee: String?
    package var noticeOn: Day?
    package var payerStatus: String
  }

  package static func find(_ id: ActivityID, in connection: Connection) throws -> Kept? {
    try connection.first(
      "SELECT \(columns) FROM activity WHERE id = ?1", [SQLValue(id)]
    ) { kept(from: $0) } ?? nil
  }

  private static let ofSubject = Statement(
    "SELECT \(columns) FROM activity WHERE subject_kind = ?1 AND subject_key = ?2 ORDER BY id")

  package static func all(
    of subject: WorkSubject, in connection: Connection
  ) throws -> [Kept] {
    try connection.rows(ofSubject, [.text(subject.kind), .integer(subject.key)]) {
      kept(from: $0)
    }.compactMap(\.self)
  }

  /// What anybody ever decided about by one of some verbs.
  package static func subjects(
    of verbs: [DecisionVerb], in connection: Connection
  ) throws -> [WorkSubject] {
    let words = verbs.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    return try connection.rows(
      """
      SELECT DISTINCT subject_kind, subject_key FROM activity WHERE verb IN (\(words))
      ORDER BY subject_kind, subject_key
      """
    ) { WorkSubject(kind: $0.text(0), key: $0.int(1)) }.compactMap(\.self)
  }

  package static func all(
    bulk: Int64, in connection: Connection
  ) throws -> [Kept] {
    try connection.rows(
      "SELECT \(columns) FROM activity WHERE bulk = ?1 ORDER BY id", [.integer(bulk)]
    ) { kept(from: $0) }.compactMap(\.self)
  }

  /// A user's lines before one, or the last ones; newest first.
  package static func latest(
    of user: String, before id: ActivityID? = nil, limit: Int, in connection: Connection
  ) throws -> [Kept] {
    try connection.rows(
      "SELECT \(columns) FROM activity WHERE user = ?1 AND id < ?3 ORDER BY id DESC LIMIT ?2",
      [.text(user), SQLValue(limit), .integer(id?.rawValue ?? .max)]
    ) { kept(from: $0) }.compactMap(\.self)
  }

  /// The newest lines first, of one user or day where asked.
  package static func page(
    user: String?, on day: Day?, offset: Int, limit: Int, in connection: Connection
  ) throws -> [(kept: Kept, reference: String, item: WorkItemID?)] {
    try connection.rows(
      """
      SELECT \(columns), coalesce(work_item.reference, ''), work_item.id FROM activity
      LEFT JOIN work_item ON work_item.subject_kind = activity.subject_kind
        AND work_item.subject_key = activity.subject_key
      WHERE (?1 IS NULL OR activity.user = ?1) AND (?2 IS NULL OR activity.on_day = ?2)
      ORDER BY activity.id DESC LIMIT ?3 OFFSET ?4
      """, [SQLValue(user), SQLValue(day), SQLValue(limit), SQLValue(offset)]
    ) { row in
      kept(from: row).map { ($0, row.text(24), row.idOrNil(25, of: WorkItem.self)) }
    }.compactMap(\.self)
  }

  /// Productive touches of a day: all, and by queue.
  package static func touches(
    by user: String?, on day: Day, in connection: Connection
  ) throws -> [QueueName: Int] {
    var counts: [QueueName: Int] = [:]
    try connection.forEach(
      """
      SELECT queue, count(DISTINCT subject_kind || subject_key) FROM activity
      WHERE on_day = ?1 AND (?2 IS NULL OR user = ?2) AND is_productive = 1
        AND NOT EXISTS (SELECT 1 FROM activity AS later WHERE later.undoes = activity.id)
        AND queue IS NOT NULL
      GROUP BY queue
      """, [SQLValue(day), SQLValue(user)]
    ) { row in
      counts[try row.word(0, Words.activityQueue, key: .many)] = Int(row.int(1))
    }
    return counts
  }

  /// Everyone who ever did something.
  package static func users(in connection: Connection) throws -> [String] {
    try connection.rows("SELECT DISTINCT user FROM activity ORDER BY user") { $0.text(0) }
  }

  /// Every line in order with its chain value, for `docket check`; nil for a line that no program
  /// can have written.
  package static func forEach(
    in connection: Connection, _ visit: (ActivityID, Kept?, String) throws -> Void
  ) throws {
    try connection.forEach("SELECT \(columns), activity.chain FROM activity ORDER BY id") { row in
      try visit(ActivityID(row.int(0)), kept(from: row), row.text(24))
    }
  }

  private static func kept(from row: borrowing Row) -> Kept? {
    guard let subject = WorkSubject(kind: row.text(6), key: row.int(7)),
      let verb = DecisionVerb(rawValue: row.text(4))
    else { return nil }
    return Kept(
      activity: Activity(
        id: ActivityID(row.int(0)), at: Timestamp(rawValue: row.int(1)), on: row.day(2),
        user: row.text(3), verb: verb, resultCode: row.text(5), subject: subject,
        queue: row.textOrNil(8).flatMap { QueueName(rawValue: $0) }, note: row.text(9),
        followUpOn: row.dayOrNil(10), detail: row.text(11),
        undoes: row.idOrNil(12, of: Activity.self), undoneBy: row.idOrNil(13, of: Activity.self),
        isProductive: row.bool(14)), bulk: row.intOrNil(15),
      targetClaim: row.idOrNil(19, of: Claim.self), decision: row.textOrNil(22),
      earlier: Earlier(
        appealLevel: row.intOrNil(16).flatMap { AppealLevel(rawValue: Int($0)) },
        appealOutcome: row.textOrNil(17).flatMap { AppealOutcome(rawValue: $0) },
        assignee: row.textOrNil(18), noticeOn: row.dayOrNil(20), payerStatus: row.text(21)),
      clockMends: row.int(23))
  }
}
