package import Billing
package import Database

/// What is asked of payers and by them about claims and charges, step by step.
package enum Requests {
  /// What a request is about.
  package enum Subject: Equatable, Sendable {
    case claim(ClaimID)
    case charge(ChargeID)

    fileprivate var claim: ClaimID? { if case .claim(let id) = self { id } else { nil } }
    fileprivate var charge: ChargeID? { if case .charge(let id) = self { id } else { nil } }
  }

  private static let insertion = Statement(
    """
    INSERT INTO request (kind, claim_id, charge_id, contractor, reference, asked_for, asked_day,
      due_day, lines, state, opened_activity, known_on)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 'open', ?10, ?11)
    """)

  // MARK: Opening

  /// Records that an authorization was asked for; without a day where only its result is known.
  package static func ask(
    authorizationFor subject: Subject, on day: Day?, reference: String, activity: ActivityID,
    known: Day, in connection: Connection
  ) throws {
    try connection.run(
      insertion, .text(RequestKind.authorization.rawValue), SQLValue(subject.claim),
      SQLValue(subject.charge), .null, .text(reference), .text(""), SQLValue(day), .null,
      .text(""), SQLValue(activity), SQLValue(known))
  }

  /// Records a letter that asks for records.
  package static func open(
    _ letter: DocumentLetter, about subject: Subject, activity: ActivityID, known: Day,
    in connection: Connection
  ) throws {
    try connection.run(
      insertion, .text(RequestKind.documents.rawValue), SQLValue(subject.claim),
      SQLValue(subject.charge), .text(letter.contractor.rawValue), .text(""),
      .text(letter.asksFor), SQLValue(letter.datedOn), SQLValue(letter.dueOn),
      .text(CodeList.text(letter.lines.map { String($0) })), SQLValue(activity),
      SQLValue(known))
  }

  /// The latest request of a kind whose result has not come.
  package static func pending(
    _ kind: RequestKind, about subject: Subject, in connection: Connection
  ) throws -> Int64? {
    try connection.first(
      """
      SELECT id FROM request
      WHERE (claim_id = ?2 OR charge_id = ?3) AND kind = ?1 AND state IN ('open', 'sent')
        AND is_withdrawn = 0
      ORDER BY id DESC LIMIT 1
      """, [.text(kind.rawValue), SQLValue(subject.claim), SQLValue(subject.charge)]
    ) { $0.int(0) }
  }

  // MARK: Going on

  /// The records went out.
  package static func send(
    _ id: Int64, on day: Day, by way: String, activity: ActivityID, known: Day,
    in connection: Connection
  ) throws {
    try connection.run(
      """
      UPDATE request SET state = 'sent', sent_day = ?2, sent_by = ?3, sent_activity = ?4,
        sent_known_on = ?5
      WHERE id = ?1
      """, .integer(id), SQLValue(day), .text(way), SQLValue(activity), SQLValue(known))
  }

  /// The result came; a grant where it is an authorization.
  package static func close(
    _ id: Int64, as state: RequestState, on day: Day, reference: String = "",
    grant: AuthorizationGrant? = nil, activity: ActivityID, known: Day,
    in connection: Connection
  ) throws {
    try connection.run(
      """
      UPDATE request SET state = ?2, result_day = ?3, number = ?4, codes = ?5, valid_from = ?6,
        valid_through = ?7, units = ?8, closed_activity = ?9, result_reference = ?10,
        result_known_on = ?11
      WHERE id = ?1
      """, .integer(id), .text(state.rawValue), SQLValue(day), .text(grant?.number ?? ""),
      .text(CodeList.text(grant?.codes ?? [])), SQLValue(grant?.valid.from),
      SQLValue(grant?.valid.through), SQLValue(grant?.units), SQLValue(activity),
      .text(reference), SQLValue(known))
  }

  /// Takes back the step that a decision was: a result first, then a sending, then the whole
  /// request.
  package static func takeBack(_ activity: ActivityID, in connection: Connection) throws {
    try connection.run(
      """
      UPDATE request SET state = CASE WHEN sent_activity IS NULL THEN 'open' ELSE 'sent' END,
        result_day = NULL, result_reference = '', number = '', codes = '', valid_from = NULL, valid_through = NULL,
        units = NULL, closed_activity = NULL, result_known_on = NULL
      WHERE closed_activity = ?1
      """, SQLValue(activity))
    try connection.run(
      """
      UPDATE request SET state = 'open', sent_day = NULL, sent_by = '', sent_activity = NULL,
        sent_known_on = NULL
      WHERE sent_activity = ?1
      """, SQLValue(activity))
    try connection.run(
      "UPDATE request SET is_withdrawn = 1 WHERE opened_activity = ?1", SQLValue(activity))
  }

  /// Brings back the request that a decision opened; false where it opened none.
  package static func reopen(
    _ activity: ActivityID, in connection: Connection
  ) throws -> Bool {
    guard let id = try opened(by: activity, in: connection) else { return false }
    try connection.run("UPDATE request SET is_withdrawn = 0 WHERE id = ?1", .integer(id))
    return true
  }

  // MARK: Reading

  private static func opened(
    by activity: ActivityID, in connection: Connection
  ) throws -> Int64? {
    try connection.first(
      "SELECT id FROM request WHERE opened_activity = ?1", [SQLValue(activity)]
    ) { $0.int(0) }
  }

  private static let ofClaim = Statement(
    "SELECT \(columns) FROM request WHERE claim_id = ?1 AND is_withdrawn = 0 ORDER BY id")
  private static let ofCharge = Statement(
    "SELECT \(columns) FROM request WHERE charge_id = ?1 AND is_withdrawn = 0 ORDER BY id")
  private static let columns = """
    id, kind, state, asked_day, result_day, reference, contractor, asked_for, due_day, lines, sent_day,
    sent_by, number, codes, valid_from, valid_through, units
    """

  /// All requests about a claim or a charge, oldest first: letters that ask for records (what hangs
  /// on each is not known here), and requests for an authorization.
  package static func all(
    about subject: Subject, in connection: Connection
  ) throws -> (letters: [PayerRequest], authorizations: [AuthorizationRequest]) {
    var letters: [PayerRequest] = []
    var authorizations: [AuthorizationRequest] = []
    func take(_ row: borrowing Row) throws {
      switch try row.word(1, Words.requestKind) {
      case .documents: letters.append(try letter(from: row))
      case .authorization: authorizations.append(try authorization(from: row))
      }
    }
    switch subject {
    case .claim(let id): try connection.forEach(ofClaim, [SQLValue(id)]) { try take($0) }
    case .charge(let id): try connection.forEach(ofCharge, [SQLValue(id)]) { try take($0) }
    }
    return (letters, authorizations)
  }

  private static func letter(from row: borrowing Row) throws(DatabaseFailure) -> PayerRequest {
    let state = try row.word(2, Words.requestState)
    return PayerRequest(
      contractor: try row.word(6, Words.requestContractor), kind: row.text(7),
      letterOn: row.day(3), dueOn: row.dayOrNil(8),
      lines: try row.list(9, Words.requestLines, CodeList.numbers), sentOn: row.dayOrNil(10),
      sentBy: row.text(11), result: state == .open || state == .sent ? "" : state.rawValue)
  }

  private static func authorization(
    from row: borrowing Row
  ) throws(DatabaseFailure) -> AuthorizationRequest {
    let state = try row.word(2, Words.requestState)
    return AuthorizationRequest(
      reference: row.text(5), askedOn: row.dayOrNil(3), state: state, resultOn: row.dayOrNil(4),
      grant: state == .obtained
        ? AuthorizationGrant(
          number: row.text(12), codes: CodeList.codes(row.text(13)),
          valid: Validity(from: row.dayOrNil(14), through: row.dayOrNil(15)),
          units: row.intOrNil(16).map { Int($0) }) : nil)
  }
}
