package import Billing
package import Database

/// Questions about coverage (270), and the answers they got (271).
package enum Eligibilities {
  private static let insertion = Statement(
    """
    INSERT INTO eligibility (patient_id, payer_id, member_id, trace, asked_day, service_day,
      file_name, known_on)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?5)
    """)
  private static let answering = Statement(
    """
    UPDATE eligibility SET answered_day = ?2, standing = ?3, from_day = ?4, through_day = ?5,
      plan_name = ?6, other_payers = ?7, messages = ?8, answer_known_on = ?9
    WHERE trace = ?1
    """)

  /// Keeps a question that was written on a business day of the office.
  package static func insert(
    _ inquiry: EligibilityInquiry, of patient: PatientID, payer: PayerID, askedOn: Day,
    fileName: String, in connection: Connection
  ) throws {
    try connection.run(
      insertion, SQLValue(patient), SQLValue(payer), .text(inquiry.patient.memberID),
      .text(inquiry.trace), SQLValue(askedOn), SQLValue(inquiry.serviceOn), .text(fileName))
  }

  /// Whose coverage a question was about.
  package static func subject(
    ofTrace trace: String, in connection: Connection
  ) throws -> (patient: PatientID, payer: PayerID)? {
    try connection.first(
      "SELECT patient_id, payer_id FROM eligibility WHERE trace = ?1", [.text(trace)]
    ) { (PatientID($0.int(0)), PayerID($0.int(1))) }
  }

  /// Keeps the answer to a question by its trace number.
  ///
  /// `known` is the business day of the office.
  package static func answer(
    _ answer: EligibilityAnswer, known: Day, in connection: Connection
  ) throws {
    try connection.run(
      answering, .text(answer.trace), SQLValue(answer.answeredOn),
      .text(answer.standing.rawValue), SQLValue(answer.covered.from),
      SQLValue(answer.covered.through), .text(answer.planName),
      .text(
        answer.otherPayers.map { TextList.line([$0.name, $0.identifier, $0.memberID]) }
          .joined(separator: "\n")),
      .text(answer.messages.map { TextList.line([$0]) }.joined(separator: "\n")), SQLValue(known))
  }

  /// The latest answer of a payer about a patient.
  package static func latest(
    of patient: PatientID, payer: Payer, in connection: Connection
  ) throws -> EligibilityAnswer? {
    try all(of: patient, payer: payer, in: connection).last
  }

  /// All answers of a payer about a patient, oldest first.
  package static func all(
    of patient: PatientID, payer: Payer, in connection: Connection
  ) throws -> [EligibilityAnswer] {
    try connection.rows(
      """
      SELECT trace, member_id, service_day, answered_day, standing, from_day, through_day,
        plan_name, other_payers, messages, patient.last_name, patient.first_name, eligibility.id
      FROM eligibility JOIN patient ON patient.id = eligibility.patient_id
      WHERE patient_id = ?1 AND payer_id = ?2 AND answered_day IS NOT NULL
      ORDER BY answered_day, eligibility.id
      """, [SQLValue(patient), SQLValue(payer.id)]
    ) { row in
      EligibilityAnswer(
        trace: row.text(0),
        patient: Identity(
          lastName: row.text(10), firstName: row.text(11), memberID: row.text(1)),
        payer: NamedPayer(payer), serviceOn: row.day(2),
        answeredOn: row.day(3),
        standing: try row.word(4, Words.eligibilityStanding, key: 12),
        covered: Validity(from: row.dayOrNil(5), through: row.dayOrNil(6)), planName: row.text(7),
        otherPayers: TextList.lines(row.text(8)).map {
          NamedPayer(
            name: $0[0], identifier: $0.count > 1 ? $0[1] : "", filingIndicator: "",
            memberID: $0.count > 2 ? $0[2] : "")
        }, messages: TextList.lines(row.text(9)).map { $0[0] })
    }
  }

  /// The business day on which the office learnt the payer's last answer about a patient.
  package static func lastAnswerKnown(
    of patient: PatientID, payer: PayerID, in connection: Connection
  ) throws -> Day? {
    try connection.first(
      """
      SELECT max(coalesce(answer_known_on, answered_day)) FROM eligibility
      WHERE patient_id = ?1 AND payer_id = ?2 AND is_withdrawn = 0
      """, [SQLValue(patient), SQLValue(payer)]
    ) { $0.dayOrNil(0) } ?? nil
  }

  /// The day on which a coverage was asked about last, answered or not.
  package static func lastAsked(
    _ patient: PatientID, payer: PayerID, in connection: Connection
  ) throws -> Day? {
    try connection.first(
      """
      SELECT max(asked_day) FROM eligibility
      WHERE patient_id = ?1 AND payer_id = ?2 AND is_withdrawn = 0
      """, [SQLValue(patient), SQLValue(payer)]
    ) { $0.dayOrNil(0) } ?? nil
  }

  /// Ties the questions of a file to the decision that asked them.
  package static func setActivity(
    _ activity: ActivityID, ofFile name: String, in connection: Connection
  ) throws {
    try connection.run(
      "UPDATE eligibility SET activity_id = ?2 WHERE file_name = ?1", .text(name),
      SQLValue(activity))
  }

  /// The file in which a decision asked, as long as nothing of it was answered or taken back.
  package static func unansweredFile(
    ofActivity activity: ActivityID, in connection: Connection
  ) throws -> String? {
    try connection.first(
      """
      SELECT max(file_name) FROM eligibility WHERE activity_id = ?1 AND is_withdrawn = 0
      HAVING count(answered_day) = 0
      """, [SQLValue(activity)]
    ) { $0.textOrNil(0) } ?? nil
  }

  /// What was asked in a file, in its order.
  package static func questions(
    inFile name: String, in connection: Connection
  ) throws -> [(trace: String, patient: String, payer: String, answeredOn: Day?)] {
    try connection.rows(
      """
      SELECT eligibility.trace, patient.last_name || ', ' || patient.first_name, payer.name,
        eligibility.answered_day
      FROM eligibility JOIN patient ON patient.id = eligibility.patient_id
      JOIN payer ON payer.id = eligibility.payer_id
      WHERE eligibility.file_name = ?1 ORDER BY eligibility.id
      """, [.text(name)]
    ) { ($0.text(0), $0.text(1), $0.text(2), $0.dayOrNil(3)) }
  }

  /// Takes back the questions of a file that nobody picked up.
  package static func withdraw(file name: String, in connection: Connection) throws {
    try connection.run(
      "UPDATE eligibility SET is_withdrawn = 1 WHERE file_name = ?1", .text(name))
  }
}

extension NamedPayer {
  init(_ payer: Payer) {
    self.init(
      name: payer.name, identifier: payer.identifier, filingIndicator: "",
      state: payer.state ?? "")
  }
}

/// Lists of foreign texts in one column: a line an entry, a tab between its parts.
enum TextList {
  static func line(_ parts: [String]) -> String {
    parts.map { $0.map { $0.isNewline || $0 == "\t" ? " " : $0 } }.map { String($0) }
      .joined(separator: "\t")
  }

  /// Entries with their parts; each has at least one.
  static func lines(_ text: String) -> [[String]] {
    text.split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }
}
