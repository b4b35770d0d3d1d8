package import Billing
package import Database

/// Money in the bank.
package enum Deposits {
  /// A deposit was taken out of the books, or brought back.
  package enum Event: String, CaseIterable {
    case voided, restored
  }

  /// True for a row of `deposit` that is out of the books.
  static let isVoid = """
    coalesce((SELECT kind FROM deposit_event WHERE deposit_event.deposit_id = deposit.id
      ORDER BY deposit_event.id DESC LIMIT 1) = 'voided', 0)
    """
  private static let matched = """
    (SELECT coalesce(sum(deposit_match.amount_cents), 0) FROM deposit_match
      WHERE deposit_match.deposit_id = deposit.id AND \(DepositMatches.stands))
    """
  private static let columns = """
    deposit.id, received_day, form, amount_cents, payer, reference, originator, account, memo,
    file_id, line, user, known_on, \(isVoid), \(matched)
    """
  private static let insertion = Statement(
    """
    INSERT INTO deposit (received_day, form, amount_cents, payer, reference, originator, account,
      memo, trace_key, line_key, occurrence, file_id, line, user, known_on)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)
    """)

  /// Adds a deposit; `known` is the business day of the office.
  ///
  /// `occurrence` says which of the lines of that day that look alike it is, from 1; `file` is nil
  /// where it was typed.
  package static func insert(
    _ content: DepositDraft, occurrence: Int, file: FileID?, line: Int, user: String, known: Day,
    in connection: Connection
  ) throws -> DepositID {
    DepositID(
      try connection.insert(
        insertion, SQLValue(content.receivedOn), .text(content.form.rawValue),
        SQLValue(content.amount), .text(content.payer), .text(content.reference),
        .text(content.originator), .text(content.account), .text(content.memo),
        .text(TraceNumber.folded(content.reference)), .text(content.lineKey),
        SQLValue(occurrence), SQLValue(file), SQLValue(line), .text(user), SQLValue(known)))
  }

  /// Deposits that look like a line of the bank: day, amount and number or words agree, and so does
  /// the account where both sides know it; oldest first.
  ///
  /// One that was typed and voided does not count: it was no line of the bank.
  package static func alike(
    _ content: DepositDraft, in connection: Connection
  ) throws -> [Deposit] {
    try connection.rows(
      """
      SELECT \(columns) FROM deposit
      WHERE received_day = ?1 AND amount_cents = ?2 AND line_key = ?3
        AND (account = ?4 OR account = '' OR ?4 = '') AND NOT (file_id IS NULL AND \(isVoid))
      ORDER BY deposit.id
      """,
      [
        SQLValue(content.receivedOn), SQLValue(content.amount), .text(content.lineKey),
        .text(content.account),
      ]
    ) { try deposit(from: $0) }
  }

  /// The number under which one more line of that day, amount and words is kept, from 1.
  package static func nextOccurrence(
    of content: DepositDraft, in connection: Connection
  ) throws -> Int {
    try connection.first(
      """
      SELECT coalesce(max(occurrence), 0) + 1 FROM deposit
      WHERE received_day = ?1 AND amount_cents = ?2 AND line_key = ?3 AND account = ?4
      """,
      [
        SQLValue(content.receivedOn), SQLValue(content.amount), .text(content.lineKey),
        .text(content.account),
      ]
    ) { Int($0.int(0)) } ?? 1
  }

  package static func find(_ id: DepositID, in connection: Connection) throws -> Deposit? {
    try connection.first(
      "SELECT \(columns) FROM deposit WHERE deposit.id = ?1", [SQLValue(id)]
    ) { try deposit(from: $0) }
  }

  /// Which deposits of a list are wanted.
  package struct Selection: Equatable, Sendable {
    package var form: DepositForm?
    /// Only those of which something belongs to no remittance.
    package var isUnmatchedOnly: Bool
    package var from: Day?
    package var through: Day?

    package init(
      form: DepositForm? = nil, isUnmatchedOnly: Bool = false, from: Day? = nil, through: Day? = nil
    ) {
      self.form = form
      self.isUnmatchedOnly = isUnmatchedOnly
      self.from = from
      self.through = through
    }

    fileprivate static let condition = """
      (?1 IS NULL OR form = ?1) AND (?2 IS NULL OR received_day >= ?2)
        AND (?3 IS NULL OR received_day <= ?3)
        AND (?4 = 0 OR (NOT \(isVoid) AND amount_cents > \(matched)))
      """

    fileprivate var arguments: [SQLValue] {
      [
        form.map { .text($0.rawValue) } ?? .null, SQLValue(from), SQLValue(through),
        SQLValue(isUnmatchedOnly),
      ]
    }
  }

  /// The newest first.
  package static func page(
    _ selection: Selection, offset: Int, limit: Int, in connection: Connection
  ) throws -> [Deposit] {
    try connection.rows(
      """
      SELECT \(columns) FROM deposit WHERE \(Selection.condition)
      ORDER BY received_day DESC, deposit.id DESC LIMIT ?5 OFFSET ?6
      """, selection.arguments + [SQLValue(limit), SQLValue(offset)]
    ) { try deposit(from: $0) }
  }

  package static func count(_ selection: Selection, in connection: Connection) throws -> Int {
    try connection.first(
      "SELECT count(*) FROM deposit WHERE \(Selection.condition)", selection.arguments
    ) { Int($0.int(0)) } ?? 0
  }

  /// Sums of a selection by form, void ones left out: how many, what they are and what of it is
  /// matched, in cents.
  package static func sums(
    _ selection: Selection, in connection: Connection
  ) throws -> [(form: DepositForm, count: Int, amount: Cents, matched: Cents)] {
    try connection.rows(
      """
      SELECT form, count(*), sum(amount_cents), sum(\(matched)), min(deposit.id) FROM deposit
      WHERE \(Selection.condition) AND NOT \(isVoid) GROUP BY form ORDER BY form
      """, selection.arguments
    ) {
      (try $0.word(0, Words.depositForm, key: 4), Int($0.int(1)), $0.cents(2), $0.cents(3))
    }
  }

  /// The day from which on the office records its deposits: that of its first one that stands.
  package static func firstDay(in connection: Connection) throws -> Day? {
    try connection.first(
      "SELECT received_day FROM deposit WHERE NOT \(isVoid) ORDER BY received_day LIMIT 1"
    ) { $0.day(0) }
  }

  /// Deposits with something left that have a trace number, as it is compared.
  package static func open(
    trace: String, in connection: Connection
  ) throws -> [Deposit] {
    try connection.rows(
      """
      SELECT \(columns) FROM deposit
      WHERE trace_key = ?1 AND trace_key <> '' AND NOT \(isVoid) AND amount_cents > \(matched)
      ORDER BY deposit.id
      """, [.text(trace)]
    ) { try deposit(from: $0) }
  }

  /// Deposits with something left that came in between two days, the newest first.
  package static func open(
    from: Day, through: Day, limit: Int, in connection: Connection
  ) throws -> [Deposit] {
    try connection.rows(
      """
      SELECT \(columns) FROM deposit
      WHERE received_day BETWEEN ?1 AND ?2 AND NOT \(isVoid) AND amount_cents > \(matched)
      ORDER BY received_day DESC, deposit.id DESC LIMIT ?3
      """, [SQLValue(from), SQLValue(through), SQLValue(limit)]
    ) { try deposit(from: $0) }
  }

  /// Every deposit, and every remittance whose money is expected since the first one.
  package static func subjects(in connection: Connection) throws -> [WorkSubject] {
    guard let first = try firstDay(in: connection) else { return [] }
    return try connection.rows("SELECT id FROM deposit ORDER BY id") {
      WorkSubject.deposit(DepositID($0.int(0)))
    }
      + DepositMatches.paid(from: first, before: Day(rawValue: Int32.max), in: connection)
      .map { .remittance($0) }
  }

  /// Notes that a deposit was voided or brought back.
  package static func add(
    _ event: Event, to id: DepositID, activity: ActivityID, known: Day, in connection: Connection
  ) throws {
    try connection.run(
      """
      INSERT INTO deposit_event (deposit_id, kind, activity_id, known_on) VALUES (?1, ?2, ?3, ?4)
      """, SQLValue(id), .text(event.rawValue), SQLValue(activity), SQLValue(known))
  }

  private static func deposit(from row: borrowing Row) throws(DatabaseFailure) -> Deposit {
    Deposit(
      id: DepositID(row.int(0)),
      content: DepositDraft(
        receivedOn: row.day(1), form: try row.word(2, Words.depositForm), amount: row.cents(3),
        payer: row.text(4), reference: row.text(5), originator: row.text(6), account: row.text(7),
        memo: row.text(8)), file: row.idOrNil(9, of: ImportedFile.self), line: Int(row.int(10)),
      user: row.text(11), knownOn: row.day(12), isVoid: row.int(13) != 0,
      matched: row.cents(14))
  }
}
