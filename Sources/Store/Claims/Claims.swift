package import Billing
package import Database

/// Claims with their lines, payers and patients.
package enum Claims {
  /// What is known of a new claim; keys and balances come later.
  package struct New: Sendable, Served {
    package var controlNumber: String
    package var origin: ClaimOrigin
    package var patient: PatientID
    package var payer: PayerID
    package var sequence: PayerSequence
    package var memberID: String
    package var frequency: ClaimFrequency
    package var payerControlNumber: String
    package var placeOfService: String
    package var priorAuthorization: String
    package var diagnoses: [String]
    package var service: ServiceDates
    package var charge: Cents
    package var nextPayer: PayerID?
    package var priorClaim: ClaimID?

    package init(
      controlNumber: String, origin: ClaimOrigin, patient: PatientID, payer: PayerID,
      sequence: PayerSequence, memberID: String, frequency: ClaimFrequency,
      payerControlNumber: String, placeOfService: String, priorAuthorization: String,
      diagnoses: [String], service: ServiceDates, charge: Cents,
      nextPayer: PayerID?, priorClaim: ClaimID?
    ) {
      self.controlNumber = controlNumber
      self.origin = origin
      self.patient = patient
      self.payer = payer
      self.sequence = sequence
      self.memberID = memberID
      self.frequency = frequency
      self.payerControlNumber = payerControlNumber
      self.placeOfService = placeOfService
      self.priorAuthorization = priorAuthorization
      self.diagnoses = diagnoses
      self.service = service
      self.charge = charge
      self.nextPayer = nextPayer
      self.priorClaim = priorClaim
    }
  }

  private static let insertion = Statement(
    """
    INSERT INTO claim (control_number, origin, patient_id, payer_id, sequence, member_id,
      frequency, payer_control, place_of_service, prior_authorization, diagnoses, from_day,
      through_day, charge_cents, next_payer_id, prior_claim_id, known_on)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)
    """)
  private static let lineInsertion = Statement(
    """
    INSERT INTO claim_line (claim_id, number, control_number, code, modifiers, units, from_day,
      through_day, charge_cents, expected_cents)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
    """)

  /// Adds a claim without its lines.
  ///
  /// `known` is the business day of the office.
  package static func insert(
    _ claim: New, known: Day, in connection: Connection
  ) throws -> ClaimID {
    ClaimID(
      try connection.insert(
        insertion, .text(claim.controlNumber), .text(claim.origin.rawValue),
        SQLValue(claim.patient), SQLValue(claim.payer), .text(claim.sequence.rawValue),
        .text(claim.memberID), .text(claim.frequency.rawValue), .text(claim.payerControlNumber),
        .text(claim.placeOfService), .text(claim.priorAuthorization),
        .text(CodeList.text(claim.diagnoses)), SQLValue(claim.serviceFrom),
        SQLValue(claim.serviceThrough), SQLValue(claim.charge), SQLValue(claim.nextPayer),
        SQLValue(claim.priorClaim), SQLValue(known)))
  }

  package static func insertLine(
    _ line: SentLine, expected: Cents, of claim: ClaimID, in connection: Connection
  ) throws -> ClaimLineID {
    ClaimLineID(
      try connection.insert(
        lineInsertion, SQLValue(claim), SQLValue(line.number), .text(line.controlNumber),
        .text(line.procedure.code), .text(CodeList.text(line.procedure.modifiers)),
        .integer(line.unitsInThousandths), SQLValue(line.serviceFrom),
        SQLValue(line.serviceThrough), SQLValue(line.charge), SQLValue(expected)))
  }

  private static let dayReading = Statement(
    "SELECT number, from_day, through_day FROM claim_line WHERE claim_id = ?1")

  /// First and last day of service of each line, by line number.
  package static func serviceDays(
    of id: ClaimID, in connection: Connection
  ) throws -> [Int: ServiceDates] {
    let lines = try connection.rows(dayReading, [SQLValue(id)]) {
      (Int($0.int(0)), ServiceDates($0.day(1), through: $0.day(2)))
    }
    return Dictionary(lines, uniquingKeysWith: { first, _ in first })
  }

  private static let reading = KeysReading { keys in
    """
    SELECT claim.control_number, claim.origin, claim.sequence, claim.member_id, claim.frequency,
      claim.payer_control, claim.place_of_service, claim.prior_authorization, claim.diagnoses,
      claim.from_day, claim.through_day, claim.charge_cents, claim.row_version,
      patient.id, patient.last_name, patient.first_name, patient.birth_day, patient.sex,
      \(Payers.columns), claim.id
    FROM claim JOIN patient ON patient.id = claim.patient_id
    JOIN payer ON payer.id = claim.payer_id WHERE claim.id IN \(keys)
    """
  }
  private static let lineReading = KeysReading { keys in
    """
    SELECT id, number, control_number, code, modifiers, units, from_day, through_day,
      charge_cents, expected_cents, payer_cents, next_payer_cents, patient_cents, paid_cents,
      adjusted_cents, claim_id
    FROM claim_line WHERE claim_id IN \(keys) ORDER BY claim_id, number
    """
  }

  package static func find(_ id: ClaimID, in connection: Connection) throws -> Claim? {
    try all([id], in: connection)[id]
  }

  /// Some claims by key, each once; one that is not there is left out.
  package static func all(
    _ ids: [ClaimID], in connection: Connection
  ) throws -> [ClaimID: Claim] {
    let keys = ids.map { SQLValue($0) }
    var lines: [ClaimID: [ClaimLine]] = [:]
    try lineReading.forEach(keys, in: connection) { row in
      lines[ClaimID(row.int(15)), default: []].append(line(from: row))
    }
    var claims: [ClaimID: Claim] = [:]
    try reading.forEach(keys, in: connection) { row in
      let id = ClaimID(row.int(18 + Payers.columnCount))
      let key = RowKey.known(id.rawValue)
      claims[id] = Claim(
        id: id, controlNumber: row.text(0),
        origin: try row.word(1, Words.claimOrigin, key: key),
        patient: Patient(
          id: PatientID(row.int(13)), lastName: row.text(14), firstName: row.text(15),
          birthDate: row.dayOrNil(16), sex: row.text(17)),
        payer: try Payers.payer(from: row, at: 18),
        sequence: try row.word(2, Words.claimSequence, key: key), memberID: row.text(3),
        frequency: try row.word(4, Words.claimFrequency, key: key),
        payerControlNumber: row.text(5), placeOfService: row.text(6),
        priorAuthorization: row.text(7), diagnoses: CodeList.codes(row.text(8)),
        service: ServiceDates(row.day(9), through: row.day(10)), charge: row.cents(11),
        lines: lines[id] ?? [],
        rowVersion: row.int(12))
    }
    return claims
  }

  private static func line(from row: borrowing Row) -> ClaimLine {
    ClaimLine(
      id: ClaimLineID(row.int(0)), number: Int(row.int(1)), controlNumber: row.text(2),
      procedure: ProcedureCode(row.text(3), CodeList.codes(row.text(4))),
      unitsInThousandths: row.int(5), service: ServiceDates(row.day(6), through: row.day(7)),
      charge: row.cents(8), expected: row.cents(9),
      balances: LineBalances(
        payer: row.cents(10), nextPayer: row.cents(11), patient: row.cents(12),
        paid: row.cents(13), adjusted: row.cents(14)))
  }

  // MARK: Finding

  /// A claim by one control number of any of its sendings, at one payer level or any.
  package static func withControlNumber(
    _ control: String, in connection: Connection
  ) throws -> [ClaimID] {
    try connection.rows(
      Statement.claimsByControl, [.text(control)]
    ) { ClaimID($0.int(0)) }
  }

  private static let numberReading = KeysReading { keys in
    """
    SELECT control_number, id FROM claim WHERE control_number IN \(keys)
    UNION SELECT control_number, claim_id FROM submission WHERE control_number IN \(keys)
    ORDER BY 1, 2
    """
  }

  /// What ``withControlNumber(_:in:)`` gives, for some numbers; one that nothing has is left out.
  package static func withControlNumbers(
    _ numbers: Set<String>, in connection: Connection
  ) throws -> [String: [ClaimID]] {
    var found: [String: [ClaimID]] = [:]
    try numberReading.forEach(numbers.map { .text($0) }, in: connection) { row in
      found[row.text(0), default: []].append(ClaimID(row.int(1)))
    }
    return found.mapValues { Array($0.prefix(20)) }
  }

  package static func withPayerControlNumber(
    _ control: String, in connection: Connection
  ) throws -> [ClaimID] {
    try connection.rows(
      "SELECT id FROM claim WHERE payer_control = ?1 AND payer_control <> '' LIMIT 20",
      [.text(control)]
    ) { ClaimID($0.int(0)) }
  }

  package static func withMember(
    _ member: String, from day: Day, in connection: Connection
  ) throws -> [ClaimID] {
    try connection.rows(
      "SELECT id FROM claim WHERE member_id = ?1 AND from_day = ?2 LIMIT 20",
      [.text(member), SQLValue(day)]
    ) { ClaimID($0.int(0)) }
  }

  package static func withPatient(
    lastName: String, firstName: String, from day: Day, in connection: Connection
  ) throws -> [ClaimID] {
    // Half-open range on the identity's prefix: upper-case name, then anything.
    let prefix = lastName.uppercased() + "|" + firstName.uppercased() + "|"
    return try connection.rows(
      """
      SELECT claim.id FROM patient JOIN claim ON claim.patient_id = patient.id
      WHERE patient.identity >= ?1 AND patient.identity < ?2 AND claim.from_day = ?3 LIMIT 20
      """, [.text(prefix), .text(prefix + "\u{10FFFF}"), SQLValue(day)]
    ) { ClaimID($0.int(0)) }
  }

  /// Claims of a patient on which something is open with the payer or the patient, newest first.
  package static func open(
    of patient: PatientID, in connection: Connection
  ) throws -> [ClaimID] {
    try connection.rows(
      """
      SELECT claim.id FROM claim WHERE claim.patient_id = ?1 AND EXISTS (
        SELECT 1 FROM claim_line WHERE claim_line.claim_id = claim.id
          AND (payer_cents > 0 OR patient_cents > 0))
      ORDER BY claim.from_day DESC, claim.id DESC LIMIT 50
      """, [SQLValue(patient)]
    ) { ClaimID($0.int(0)) }
  }

  private static let nextPayerReading = Statement(
    "SELECT next_payer_id FROM claim WHERE id = ?1")

  /// The payer after the one that a claim went to, where the claim named one.
  package static func nextPayer(
    of claim: ClaimID, in connection: Connection
  ) throws -> PayerID? {
    try connection.first(nextPayerReading, [SQLValue(claim)]) {
      $0.idOrNil(0, of: Payer.self)
    } ?? nil
  }

  /// The claim to the next payer that follows this one.
  package static func following(
    _ claim: ClaimID, in connection: Connection
  ) throws -> ClaimID? {
    try connection.first(
      "SELECT id FROM claim WHERE prior_claim_id = ?1 ORDER BY id DESC LIMIT 1", [SQLValue(claim)]
    ) { ClaimID($0.int(0)) }
  }

  /// Whether a claim to the next payer follows this one and its sending stands.
  package static func hasStandingSuccessor(
    _ claim: ClaimID, in connection: Connection
  ) throws -> Bool {
    try connection.first(
      """
      SELECT 1 FROM claim JOIN submission ON submission.claim_id = claim.id
      WHERE claim.prior_claim_id = ?1 AND submission.answer <> 'withdrawn'
      """, [SQLValue(claim)]
    ) { $0.bool(0) } ?? false
  }

  package static func count(in connection: Connection) throws -> Int {
    // Keys are given in order and claims never deleted, so the highest key is their number, less
    // those that were taken back.
    try connection.first(
      """
      SELECT coalesce(max(id), 0) - (SELECT count(DISTINCT submission.claim_id) FROM submission
        JOIN claim ON claim.id = submission.claim_id
        WHERE submission.answer = 'withdrawn' AND \(isTakenBack))
        - (SELECT count(DISTINCT sending_move.from_claim) FROM sending_move
          JOIN claim ON claim.id = sending_move.from_claim WHERE \(BillQuestions.isMoved))
      FROM claim
      """
    ) { Int($0.int(0)) } ?? 0
  }

  /// Whether a row of `claim` was made here and taken back, or found to be a bill that was there
  /// already.
  ///
  /// Of one for the next payer no sending stands; of one made from a remittance no cent and no answer
  /// is left besides. Its row stays for the postings and journal lines that name it.
  static let isTakenBack =
    """
    (\(BillQuestions.isMoved) OR claim.origin IN ('docket', '835') AND NOT EXISTS (SELECT 1 FROM submission AS standing
      WHERE standing.claim_id = claim.id AND standing.answer <> 'withdrawn')
    AND (claim.origin = 'docket' OR (
      NOT EXISTS (SELECT 1 FROM remit_claim WHERE remit_claim.claim_id = claim.id)
      AND NOT EXISTS (SELECT 1 FROM claim_line WHERE claim_line.claim_id = claim.id
        AND (payer_cents <> 0 OR next_payer_cents <> 0 OR patient_cents <> 0 OR paid_cents <> 0
          OR adjusted_cents <> 0)))))
    """

  /// Everything that could be work: claims and what of remittances is not posted.
  package static func subjects(in connection: Connection) throws -> [WorkSubject] {
    try connection.rows("SELECT id FROM claim ORDER BY id") {
      WorkSubject.claim(ClaimID($0.int(0)))
    }
      + connection.rows("SELECT id FROM remit_claim WHERE state = 'staged' ORDER BY id") {
        WorkSubject.remitClaim(RemitClaimID($0.int(0)))
      }
      + connection.rows(
        """
        SELECT id FROM remittance WHERE difference_cents <> 0 OR standing = 'asked'
          OR EXISTS (SELECT 1 FROM provider_adjustment WHERE remittance_id = remittance.id)
        ORDER BY id
        """
      ) { WorkSubject.remittance(RemittanceID($0.int(0))) }
      + connection.rows(
        """
        SELECT claim_id FROM claim_line GROUP BY claim_id
        HAVING min(sum(payer_cents), sum(next_payer_cents), sum(patient_cents)) < 0
        ORDER BY claim_id
        """
      ) { WorkSubject.credit(ClaimID($0.int(0))) }
      + ProviderBalances.leaders(in: connection).map { .providerBalance($0) }
      + PatientDebts.patients(in: connection).map { .patient($0) }
      + RefusedSets.all(in: connection).map { .refusedSet($0) }
      + Underpayments.claims(in: connection).map { .underpayment($0) }
  }

  /// Whether a claim was made from a remittance and taken back since, or is another sending of a bill
  /// that was there.
  ///
  /// No cent, no answer and no sending is left of it: nobody means it any more, and its row stays only
  /// for the postings and journal lines that name it.
  package static func isTakenBack(_ claim: Claim, in connection: Connection) throws -> Bool {
    let isEmpty = claim.lines.allSatisfy { $0.balances == LineBalances() }
    guard claim.origin == .remittance || claim.origin == .claimFile && isEmpty else { return false }
    return try connection.first(Statement.takenBack, [SQLValue(claim.id)]) { _ in true } ?? false
  }
}

extension Statement {
  fileprivate static let claimsByControl = Statement(
    """
    SELECT id FROM claim WHERE control_number = ?1
    UNION SELECT claim_id FROM submission WHERE control_number = ?1 ORDER BY 1 LIMIT 20
    """)
  fileprivate static let takenBack = Statement(
    "SELECT 1 FROM claim WHERE id = ?1 AND \(Claims.isTakenBack)")
}
