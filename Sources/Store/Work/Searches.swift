package import Billing
package import Database

/// What a word may mean, in every queue and outside of all of them.
///
/// Half-open ranges stand where others would write patterns: they use the indexes, and no character
/// is special.
package enum Searches {
  private static let end = "\u{10FFFF}"

  /// A claim with the money that tells how it stands, in cents.
  package struct FoundClaim: Equatable, Sendable {
    package var id: ClaimID
    package var controlNumber: String
    package var patientName: String
    package var payerName: String
    package var memberID: String
    package var serviceFrom: Day
    package var balances: LineBalances
    /// Claims of remittances for it that wait in Cash posting.
    package var staged: Int
    package var lastFrequency: ClaimFrequency?
    package var work: WorkItems.Listed?
  }

  /// A patient with what there is of them; `open` is what payers owe, in cents.
  package struct FoundPatient: Equatable, Sendable {
    package var patient: Patient
    package var claims: Int
    package var orders: Int
    package var open: Cents
  }

  // MARK: Keys

  /// Claims whose own, payer's or member's number begins with a text, also those of earlier sendings.
  package static func claims(
    numbered text: String, limit: Int, in connection: Connection
  ) throws -> [ClaimID] {
    var found: [ClaimID] = []
    for text in variants(of: text) {
      for source in [
        "SELECT id FROM claim WHERE control_number >= ?1 AND control_number < ?2",
        "SELECT claim_id FROM submission WHERE control_number >= ?1 AND control_number < ?2",
        """
        SELECT id FROM claim WHERE payer_control >= ?1 AND payer_control < ?2
          AND payer_control <> ''
        """,
        "SELECT id FROM claim WHERE member_id >= ?1 AND member_id < ?2",
      ] {
        found += try connection.rows(
          """
          SELECT claim.id FROM claim WHERE claim.id IN (\(source))
            AND NOT (\(Claims.isTakenBack)) LIMIT ?3
          """, [.text(text), .text(text + end), SQLValue(limit)]
        ) { ClaimID($0.int(0)) }
      }
    }
    return unique(found, limit: limit)
  }

  /// Patients whose name begins so (`DOE`, `DOE, J`, `JANE DOE`), or whose member number does.
  package static func patients(
    _ text: String, limit: Int, in connection: Connection
  ) throws -> [PatientID] {
    var found: [PatientID] = []
    for name in identities(of: text) {
      found += try connection.rows(
        "SELECT id FROM patient WHERE identity >= ?1 AND identity < ?2 ORDER BY identity LIMIT ?3",
        [.text(name), .text(name + end), SQLValue(limit)]
      ) { PatientID($0.int(0)) }
    }
    // A number that claims and orders know: it has digits.
    guard text.contains(where: \.isNumber) else { return unique(found, limit: limit) }
    for text in variants(of: text) {
      found += try connection.rows(
        "SELECT patient_id FROM coverage WHERE member_id >= ?1 AND member_id < ?2 LIMIT ?3",
        [.text(text), .text(text + end), SQLValue(limit)]
      ) { PatientID($0.int(0)) }
      found += try connection.rows(
        """
        SELECT sales_order.patient_id FROM order_coverage
        JOIN sales_order ON sales_order.id = order_coverage.order_id
        WHERE order_coverage.member_id >= ?1 AND order_coverage.member_id < ?2 LIMIT ?3
        """, [.text(text), .text(text + end), SQLValue(limit)]
      ) { PatientID($0.int(0)) }
    }
    return unique(found, limit: limit)
  }

  /// Claims of a patient, the latest service first.
  package static func claims(
    of patient: PatientID, limit: Int, in connection: Connection
  ) throws -> [ClaimID] {
    try connection.rows(
      """
      SELECT id FROM claim WHERE patient_id = ?1 AND NOT (\(Claims.isTakenBack))
      ORDER BY from_day DESC, id DESC LIMIT ?2
      """,
      [SQLValue(patient), SQLValue(limit)]
    ) { ClaimID($0.int(0)) }
  }

  /// Orders whose number begins with a text.
  package static func orders(
    numbered text: String, limit: Int, in connection: Connection
  ) throws -> [OrderID] {
    let number = Dialect.folded("number")
    return try connection.rows(
      """
      SELECT id FROM sales_order WHERE \(number) >= ?1 AND \(number) < ?2
      ORDER BY number LIMIT ?3
      """, [.text(text), .text(text + end), SQLValue(limit)]
    ) { OrderID($0.int(0)) }
  }

  /// Orders of a patient, newest first.
  package static func orders(
    of patient: PatientID, limit: Int, in connection: Connection
  ) throws -> [OrderID] {
    try connection.rows(
      "SELECT id FROM sales_order WHERE patient_id = ?1 ORDER BY id DESC LIMIT ?2",
      [SQLValue(patient), SQLValue(limit)]
    ) { OrderID($0.int(0)) }
  }

  /// Open work of a patient that is neither a claim nor an order: charges and what the calendar
  /// brings, highest rank first.
  package static func otherWork(
    of patient: PatientID, limit: Int, in connection: Connection
  ) throws -> [WorkItems.Listed] {
    try connection.rows(
      """
      SELECT \(WorkItems.columns) FROM work_item LEFT JOIN payer ON payer.id = work_item.payer_id
      WHERE work_item.is_closed = 0 AND (
        (work_item.subject_kind = 'charge' AND work_item.subject_key IN
          (SELECT id FROM charge WHERE patient_id = ?1))
        OR (work_item.subject_kind = 'special' AND work_item.subject_key IN
          (SELECT id FROM special_work WHERE patient_id = ?1)))
      ORDER BY work_item.tier, work_item.id LIMIT ?2
      """, [SQLValue(patient), SQLValue(limit)]
    ) { try WorkItems.listed(from: $0) }
  }

  /// Answers of payers that wait in Cash posting, by their number or the name that the payer wrote:
  /// many belong to no claim or patient of the office yet.
  package static func staged(
    _ text: String, limit: Int, in connection: Connection
  ) throws -> [WorkItems.Listed] {
    let number = Dialect.folded("work_item.reference")
    let name = Dialect.folded("work_item.patient_name")
    let names = identities(of: text).map { $0.replacing("|", with: ", ") }
    return try connection.rows(
      """
      SELECT \(WorkItems.columns) FROM \(WorkItems.table)
      WHERE \(isStaged) AND ((\(number) >= ?1 AND \(number) < ?2)
        OR (\(name) >= ?3 AND \(name) < ?4) OR (\(name) >= ?5 AND \(name) < ?6))
      ORDER BY work_item.expected_cents DESC, work_item.id LIMIT ?7
      """,
      [
        .text(text), .text(text + end), .text(names[0]), .text(names[0] + end),
        .text(names[names.count - 1]), .text(names[names.count - 1] + end), SQLValue(limit),
      ]
    ) { try WorkItems.listed(from: $0) }
  }

  /// Answers that wait in Cash posting and belong to a claim of a patient, or name the patient.
  package static func staged(
    of patient: PatientID, named name: String, limit: Int, in connection: Connection
  ) throws -> [WorkItems.Listed] {
    try connection.rows(
      """
      SELECT \(WorkItems.columns) FROM \(WorkItems.table)
      WHERE \(isStaged) AND (\(Dialect.folded("work_item.patient_name")) = ?2
        OR work_item.subject_key IN (SELECT remit_claim.id FROM claim
          JOIN remit_claim ON remit_claim.claim_id = claim.id WHERE claim.patient_id = ?1))
      ORDER BY work_item.expected_cents DESC, work_item.id LIMIT ?3
      """, [SQLValue(patient), .text(name), SQLValue(limit)]
    ) { try WorkItems.listed(from: $0) }
  }

  /// In the words of the ranking index, which holds these few.
  private static let isStaged = """
    work_item.queue = 'cash-posting' AND work_item.is_closed = 0
      AND work_item.subject_kind = 'remit-claim'
    """

  /// Remittances whose trace number begins with a text, newest first.
  package static func remittances(
    traced text: String, limit: Int, in connection: Connection
  ) throws -> [RemittanceID] {
    try connection.rows(
      """
      SELECT id FROM remittance WHERE trace_number >= ?1 AND trace_number < ?2
      ORDER BY payment_day DESC, id DESC LIMIT ?3
      """, [.text(text), .text(text + end), SQLValue(limit)]
    ) { RemittanceID($0.int(0)) }
  }

  // MARK: Rows

  /// A claim as it stands.
  package static func claim(
    _ id: ClaimID, in connection: Connection
  ) throws -> FoundClaim? {
    let work = try WorkItems.find(.claim(id), in: connection)
    return try connection.first(
      """
      SELECT claim.control_number, patient.last_name, patient.first_name, payer.name,
        claim.member_id, claim.from_day,
        (SELECT coalesce(sum(payer_cents), 0) FROM claim_line WHERE claim_id = ?1),
        (SELECT coalesce(sum(next_payer_cents), 0) FROM claim_line WHERE claim_id = ?1),
        (SELECT coalesce(sum(patient_cents), 0) FROM claim_line WHERE claim_id = ?1),
        (SELECT coalesce(sum(paid_cents), 0) FROM claim_line WHERE claim_id = ?1),
        (SELECT coalesce(sum(adjusted_cents), 0) FROM claim_line WHERE claim_id = ?1),
        (SELECT count(*) FROM remit_claim WHERE claim_id = ?1
          AND (state = 'staged' OR state = 'held')),
        (SELECT frequency FROM submission WHERE claim_id = ?1 ORDER BY id DESC LIMIT 1)
      FROM claim JOIN patient ON patient.id = claim.patient_id
      JOIN payer ON payer.id = claim.payer_id WHERE claim.id = ?1
      """, [SQLValue(id)]
    ) { row in
      FoundClaim(
        id: id, controlNumber: row.text(0),
        patientName: row.text(2).isEmpty ? row.text(1) : row.text(1) + ", " + row.text(2),
        payerName: row.text(3), memberID: row.text(4), serviceFrom: row.day(5),
        balances: LineBalances(
          payer: row.cents(6), nextPayer: row.cents(7), patient: row.cents(8),
          paid: row.cents(9), adjusted: row.cents(10)),
        staged: Int(row.int(11)),
        lastFrequency: try row.wordOrNil(12, Words.submissionFrequency), work: work)
    }
  }

  /// A patient with the number of their claims and orders, and what payers owe.
  package static func patient(
    _ id: PatientID, in connection: Connection
  ) throws -> FoundPatient? {
    guard let patient = try Patients.find(id, in: connection) else { return nil }
    return try connection.first(
      """
      SELECT (SELECT count(*) FROM claim
          WHERE patient_id = ?1 AND NOT (\(Claims.isTakenBack))),
        (SELECT count(*) FROM sales_order WHERE patient_id = ?1),
        (SELECT coalesce(sum(claim_line.payer_cents + claim_line.next_payer_cents), 0)
          FROM claim JOIN claim_line ON claim_line.claim_id = claim.id
          WHERE claim.patient_id = ?1)
      """, [SQLValue(id)]
    ) { row in
      FoundPatient(
        patient: patient, claims: Int(row.int(0)), orders: Int(row.int(1)), open: row.cents(2))
    }
  }

  // MARK: Words

  /// As typed, and in capitals: numbers of payers and members are written so.
  private static func variants(of text: String) -> [String] {
    let upper = text.uppercased()
    return upper == text ? [text] : [text, upper]
  }

  /// The beginnings of a patient's identity that a name may mean.
  private static func identities(of text: String) -> [String] {
    let upper = text.uppercased()
    if upper.contains(",") {
      return [upper.replacing(", ", with: "|").replacing(",", with: "|")]
    }
    let words = upper.split(separator: " ").map(String.init)
    guard words.count > 1, let last = words.last else { return [upper] }
    // A last name of several words, or the first name before the last.
    return [upper, last + "|" + words.dropLast().joined(separator: " ")]
  }

  private static func unique<Key: Hashable>(_ keys: [Key], limit: Int) -> [Key] {
    var seen: Set<Key> = []
    return Array(keys.filter { seen.insert($0).inserted }.prefix(limit))
  }
}
