package import Billing
package import Database

/// The facts of one claim or staged remittance, gathered for the placement function.
package enum Stories {
  private static let claimReading = Statement(
    """
    SELECT control_number, payer_id, sequence, from_day, through_day, charge_cents, next_payer_id,
      next_billed, prior_claim_id, patient_id
    FROM claim WHERE id = ?1
    """)
  private static let lineTotals = Statement(
    """
    SELECT coalesce(sum(payer_cents), 0), coalesce(sum(next_payer_cents), 0),
      coalesce(sum(patient_cents), 0), coalesce(sum(paid_cents), 0),
      coalesce(sum(adjusted_cents), 0),
      coalesce(sum(\(Dialect.least("expected_cents", Dialect.greatest("payer_cents", "0")))), 0)
    FROM claim_line WHERE claim_id = ?1
    """)
  private static let remitReading = Statement(
    """
    SELECT remit_claim.id, remit_claim.remittance_id, remit_claim.status,
      remit_claim.payer_control, remit_claim.charge_cents, remit_claim.paid_cents,
      remit_claim.crossover, remit_claim.remarks, remit_claim.posted_at, remit_claim.state,
      remittance.notice_day, remit_claim.control_number, remittance.payer_id,
      (SELECT \(Dialect.joined("remarks", by: " ")) FROM remit_line
        WHERE remit_claim_id = remit_claim.id AND remarks <> '')
    FROM remit_claim JOIN remittance ON remittance.id = remit_claim.remittance_id
    WHERE remit_claim.claim_id = ?1 ORDER BY remit_claim.posted_at, remit_claim.id
    """)
  private static let denialReading = Statement(
    """
    SELECT adjustment.line, coalesce(remit_line.code, ''), coalesce(remit_line.modifiers, ''),
      adjustment.group_code, adjustment.reason, adjustment.amount_cents,
      coalesce(remit_line.remarks, '')
    FROM adjustment LEFT JOIN remit_line ON remit_line.remit_claim_id = adjustment.remit_claim_id
      AND remit_line.number = adjustment.line
    WHERE adjustment.remit_claim_id = ?1 AND adjustment.is_denial = 1
    ORDER BY adjustment.line, adjustment.position
    """)

  /// Everything that happened to a claim; `isCrossover` says of a remark code whether the payer passed
  /// the claim on.
  package static func claim(
    _ id: ClaimID, payers: (PayerID) throws -> Payer,
    decisions: (WorkSubject) throws -> [RecordedDecision], isCrossover: (String) -> Bool,
    in connection: Connection
  ) throws -> ClaimStory? {
    let key = RowKey.known(id.rawValue)
    let found = try connection.first(claimReading, [SQLValue(id)]) { row in
      (
        control: row.text(0), payer: PayerID(row.int(1)),
        sequence: try row.word(2, Words.claimSequence, key: key), from: row.day(3),
        through: row.day(4), charge: row.cents(5), next: row.idOrNil(6, of: Payer.self),
        nextBilled: try row.word(7, Words.claimNextBilled, key: key),
        prior: row.idOrNil(8, of: Claim.self), patient: PatientID(row.int(9))
      )
    }
    guard let found else { return nil }
    let totals =
      try connection.first(lineTotals, [SQLValue(id)]) { row in
        (
          LineBalances(
            payer: row.cents(0), nextPayer: row.cents(1), patient: row.cents(2),
            paid: row.cents(3), adjusted: row.cents(4)), row.cents(5)
        )
      } ?? (LineBalances(), .zero)
    let submissions = try Submissions.all(of: id, in: connection)
    let sendings = SendingPayers(submissions, now: found.payer)
    var adjudications: [Adjudication] = []
    var staged = 0
    try connection.forEach(remitReading, [SQLValue(id)]) { row in
      switch try row.word(9, Words.remitClaimState) {
      case .staged, .held: staged += 1
      case .posted:
        var answer = try adjudication(from: row, isCrossover, in: connection)
        answer.payer = sendings.payer(
          answering: row.text(11), remittancePayer: PayerID(row.int(12)))
        adjudications.append(answer)
      case .reversed, .noted: break
      }
    }
    let decided = try decisions(.claim(id))
    var story = ClaimStory(
      claim: id, controlNumber: found.control, payer: try payers(found.payer),
      sequence: found.sequence, service: ServiceDates(found.from, through: found.through),
      charge: found.charge, balances: totals.0, expected: totals.1)
    story.submissions = submissions
    story.adjudications = adjudications
    story.stagedRemittances = staged
    story.primaryRemittanceOn =
      try found.prior.flatMap { try lastNotice(of: $0, in: connection) }
      ?? decided.lastEnteredNotice
    story.nextPayer = try found.next.map { try payers($0) }
    story.nextPayerBilled = found.nextBilled
    story.decisions = decided
    // Nothing else gives money of a claim up, so the many claims without such a decision cost nothing.
    if decided.contains(where: { $0.verb == .writeOff }) {
      story.writtenOff = try Ledger.writtenOff(of: id, in: connection)
    }
    if decided.contains(where: { $0.verb == .checkEligibility }) {
      story.coverageAnsweredOn = try Eligibilities.lastAnswerKnown(
        of: found.patient, payer: found.payer, in: connection)
    }
    if found.from != found.through {
      story.serviceByLine = try Claims.serviceDays(of: id, in: connection)
    }
    story.billQuestion = try BillQuestions.find(about: id, in: connection)
    let requests = try Requests.all(about: .claim(id), in: connection)
    story.documentRequests = try weighed(requests.letters, about: id, in: connection)
    story.authorizations = requests.authorizations
    return story
  }

  /// Letters that ask for records, with what hangs on each: what is open with the payer or was paid
  /// by it on the lines that the letter names.
  private static func weighed(
    _ letters: [PayerRequest], about claim: ClaimID, in connection: Connection
  ) throws -> [PayerRequest] {
    guard !letters.isEmpty, let lines = try Claims.find(claim, in: connection)?.lines else {
      return letters
    }
    return letters.map { letter in
      var letter = letter
      letter.amount = lines.filter { letter.lines.isEmpty || letter.lines.contains($0.number) }
        .map { max($0.balances.payer, .zero) + max($0.balances.paid, .zero) }.total()
      return letter
    }
  }

  /// What a staged claim or remittance waits for.
  package static func staged(
    _ subject: WorkSubject, payers: (PayerID) throws -> Payer,
    decisions: (WorkSubject) throws -> [RecordedDecision], in connection: Connection
  ) throws -> StagedRemittanceStory? {
    switch subject {
    case .claim, .order, .charge, .batch, .special, .credit, .providerBalance, .refusedSet,
      .underpayment, .deposit, .approval, .patient:
      return nil
    case .remitClaim(let id):
      guard let kept = try RemitClaims.find(id, in: connection),
        let header = try Remittances.find(kept.remittance, in: connection)
      else { return nil }
      let waits = kept.state == .staged
      return StagedRemittanceStory(
        subject: subject, payer: try payers(header.payer), paymentDate: header.paymentDate,
        suspense: waits ? kept.suspense : .zero, reasons: waits ? kept.staging : [],
        matchedTo: kept.matchedTo,
        decisions: try decisions(subject))
    case .remittance(let id):
      guard let header = try Remittances.find(id, in: connection) else { return nil }
      guard header.standing == .standing else {
        return StagedRemittanceStory(
          subject: subject, payer: try payers(header.payer), paymentDate: header.paymentDate,
          suspense: .zero, reasons: [], decisions: try decisions(subject))
      }
      let states = try RemitClaims.states(of: id, in: connection)
      var reasons: [StagingReason] = []
      let adjustments = try Remittances.providerAdjustments(of: id, in: connection)
      let isSettled = try isSettled(header, in: connection)
      if !isSettled {
        if header.difference != .zero {
          reasons.append(.transactionOutOfBalance(header.difference))
        }
        reasons += adjustments.map { .providerAdjustment(reason: $0.reason, $0.amount) }
      }
      // What its own items do not account for: differences, provider money, held claims.
      var suspense = Cents.zero
      if !isSettled { suspense = header.difference - adjustments.map(\.amount).total() }
      if states[.held] != nil {
        suspense += try heldPaid(of: id, in: connection)
      }
      return StagedRemittanceStory(
        subject: subject, payer: try payers(header.payer), paymentDate: header.paymentDate,
        suspense: suspense, reasons: reasons,
        missingMoney: try missingMoney(of: header, in: connection),
        decisions: try decisions(subject))
    }
  }

  /// What the bank has not shown of a remittance, once the office records its deposits.
  private static func missingMoney(
    of header: Remittances.Header, in connection: Connection
  ) throws -> MissingMoney? {
    guard let first = try Deposits.firstDay(in: connection), header.paymentDate >= first else {
      return nil
    }
    let left = try DepositMatches.left(of: header, in: connection)
    guard left > .zero else { return nil }
    return MissingMoney(left: left, method: header.method, paidOn: header.paymentDate)
  }

  /// The journal lines of a subject that stand, oldest first.
  package static func standing(
    on subject: WorkSubject, in connection: Connection
  ) throws -> [Activities.Kept] {
    let all = try Activities.all(of: subject, in: connection)
    guard !all.isEmpty else { return [] }
    let undoing = Dictionary(
      all.compactMap { kept in kept.activity.undoes.map { ($0, kept.activity.id) } },
      uniquingKeysWith: { first, _ in first })
    func stands(_ id: ActivityID) -> Bool {
      guard let undo = undoing[id] else { return true }
      return !stands(undo)
    }
    return all.filter {
      $0.activity.undoes == nil && stands($0.activity.id)
    }
  }

  /// Whether what of a remittance belongs to no claim was posted, by a person or by itself.
  private static func isSettled(
    _ header: Remittances.Header, in connection: Connection
  ) throws -> Bool {
    if try postedItself(header.id, in: connection) { return true }
    // By the decision and not by its entries: undone and done again, they are reversals. Of one that
    // looked like another the first decision says what it is.
    let posted = try standing(on: .remittance(header.id), in: connection).count {
      $0.activity.verb == .post
    }
    return posted > (header.looksLike == nil ? 0 : 1)
  }

  private static func postedItself(
    _ remittance: RemittanceID, in connection: Connection
  ) throws -> Bool {
    try connection.first(
      """
      SELECT 1 FROM journal_entry
      WHERE remittance_id = ?1 AND cause = 'provider-adjustment'
        AND (activity_id IS NULL
          OR activity_id IN (SELECT id FROM activity WHERE verb = 'post-eob'))
      """, [SQLValue(remittance)]
    ) { _ in true } ?? false
  }

  private static func heldPaid(
    of remittance: RemittanceID, in connection: Connection
  ) throws -> Cents {
    try connection.first(
      """
      SELECT coalesce(sum(paid_cents), 0) FROM remit_claim
      WHERE remittance_id = ?1 AND state = 'held'
      """, [SQLValue(remittance)]
    ) { $0.cents(0) } ?? .zero
  }

  private static func lastNotice(
    of claim: ClaimID, in connection: Connection
  ) throws -> Day? {
    try connection.first(
      """
      SELECT max(remittance.notice_day) FROM remit_claim
      JOIN remittance ON remittance.id = remit_claim.remittance_id
      WHERE remit_claim.claim_id = ?1 AND remit_claim.state = 'posted'
      """, [SQLValue(claim)]
    ) { $0.dayOrNil(0) } ?? nil
  }

  private static func adjudication(
    from row: borrowing Row, _ isCrossover: (String) -> Bool, in connection: Connection
  ) throws -> Adjudication {
    let claimRemarks = CodeList.codes(row.text(7))
    let status = RemittanceClaimStatus(code: row.text(2))
    var crossedOver = !row.text(6).isEmpty
    if case .forwarded = status { crossedOver = true }
    let remarks = claimRemarks + CodeList.codes(row.textOrNil(13) ?? "")
    if remarks.contains(where: isCrossover) { crossedOver = true }
    let key = row.int(0)
    let denials = try connection.rows(denialReading, [.integer(key)]) { denial in
      Denial(
        line: Int(denial.int(0)),
        procedure: ProcedureCode(denial.text(1), CodeList.codes(denial.text(2))),
        adjustment: Adjustment(
          group: try denial.word(3, Words.adjustmentGroup, key: .known(key)),
          reason: denial.text(4), amount: denial.cents(5)),
        remarks: CodeList.codes(denial.text(6)) + claimRemarks)
    }
    return Adjudication(
      remittance: RemittanceID(row.int(1)), noticeOn: row.day(10), status: status,
      payerControlNumber: row.text(3), charge: row.cents(4), paid: row.cents(5),
      denials: denials, crossedOver: crossedOver, sequence: row.intOrNil(8) ?? 0)
  }
}

/// Whose answers the answers to a claim are, where it went to one payer after another.
private struct SendingPayers {
  /// Payers by the number of the sending; empty where the claim never changed its payer.
  private var byNumber: [String: PayerID] = [:]

  init(_ submissions: [ClaimSubmission], now: PayerID) {
    guard submissions.contains(where: { $0.payer ?? now != now }) else { return }
    for submission in submissions {
      byNumber[submission.controlNumber] = submission.payer ?? now
    }
  }

  /// The payer whose sending an answer names (CLP01), or that itself sent the remittance; nil where
  /// there is nothing to tell apart.
  func payer(answering number: String, remittancePayer: PayerID) -> PayerID? {
    if byNumber.isEmpty { return nil }
    return byNumber[number] ?? byNumber.values.first { $0 == remittancePayer }
  }
}

extension [RecordedDecision] {
  /// Date of the first payer's notice that a person entered last.
  fileprivate var lastEnteredNotice: Day? {
    last { $0.verb == .changePayer }.flatMap {
      if case .changePayer(let change)? = $0.act { change.answer?.paidOn } else { nil }
    }
  }
}
