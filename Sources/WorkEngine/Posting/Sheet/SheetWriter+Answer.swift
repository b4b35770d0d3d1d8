import Billing

/// An answer is posted against what is open, after what stands in its way was looked after.
extension SheetWriter {
  mutating func post(_ staged: StagedAnswer) {
    let isNext = staged.isNextLevel
    let cut = cutLines(of: staged)
    let rows = lines(of: staged, cut)
    show(rows)
    guard sheet.problem == nil else { return }
    if let reversal = takenBackBefore(staged) { return postTakenBack(staged, by: reversal) }
    noteDoubts(of: staged)
    var (journal, answers) = journal(staged, cut, isNext)
    let earlier = standing.filter { $0.isNextLevel == isNext && !$0.awaitsTakeBack }
    // What its own reversal takes back at once changes nothing of what stands.
    if journal.excess > .zero, !isTakenBackHere(staged) {
      giveWay(to: staged, journal, cut, earlier: earlier, isNext: isNext)
      (journal, answers) = self.journal(staged, cut, isNext)
    }
    let (fitted, leftOut) = journal.fitted()
    noteLeftOut(leftOut, isNext: isNext)
    noteOverpayment(fitted)
    add(
      "Post the answer: paid \(fitted.moves.filter { $0.kind == .cash }.map(\.amount).total())",
      .remittanceClaim, of: (staged.id, staged.remittance), on: staged.noticeOn, fitted.postings)
    let difference = addDifference(of: staged, cut, posted: fitted)
    stand(
      PostedAnswer(
        id: staged.id, remittance: staged.remittance, noticeOn: staged.noticeOn,
        answer: staged.answer, isNextLevel: isNext, effect: fitted.postings + difference))
    end(
      AnswerResult(
        id: staged.id, denied: denied(rows, staged, earlier),
        crossedOver: RemittancePosting.isCrossover(staged.answer, rules),
        allowed: Allowances.learnt(answers, claim), heldLines: cut.held.sorted(),
        isReversal: false))
  }

  private func isTakenBackHere(_ staged: StagedAnswer) -> Bool {
    posting.staged.drop { $0.id != staged.id }.contains {
      $0.answer.isReversal && $0.answer.isOpposite(to: staged.answer)
    }
  }

  private func journal(
    _ staged: StagedAnswer, _ cut: CutAnswer, _ isNext: Bool
  ) -> (ClaimJournal, [LineAnswer]) {
    var journal = ClaimJournal(
      claim: claim, isNextLevel: isNext, hasNextPayer: !isNext && staged.hasNextPayer,
      remittance: staged.remittance, remitClaim: staged.id)
    let (answers, _) = RemittancePosting.fill(
      &journal, with: cut.answer, of: claim, cut.matches, rules)
    return (journal, answers)
  }

  // MARK: What stands in the way

  /// Takes back what explains why more comes than is open (domain reference 5.12, point 2).
  ///
  /// A payment after something was given up or moved to the patient shows that this was too early;
  /// an answer after an unpaid one, and one that restates what was paid (B13), replaces its
  /// reductions; a whole answer with another result is a correction whose reversal is still to come.
  private mutating func giveWay(
    to staged: StagedAnswer, _ journal: ClaimJournal, _ cut: CutAnswer, earlier: [PostedAnswer],
    isNext: Bool
  ) {
    for index in claim.lines.indices {
      var excess = journal.excessByLine[index]
      guard excess > .zero else { continue }
      excess -= takeBackWriteOff(index, upTo: excess, staged, isNext)
      excess -= takeBackTransfer(index, upTo: excess, staged, isNext)
      if isNext { excess -= giveShareToNextPayer(index, upTo: excess, staged) }
      guard excess > .zero else { continue }
      let line = claim.lines[index].id
      let paid = earlier.map { $0.paid(on: line) }.total()
      if paid == .zero || restated(cut, index) == paid {
        for answer in earlier { restate(answer, line, staged) }
      }
    }
    replaceEarlier(staged, cut, earlier: earlier, isNext: isNext)
  }

  private mutating func takeBackWriteOff(
    _ index: Int, upTo excess: Cents, _ staged: StagedAnswer, _ isNext: Bool
  ) -> Cents {
    let line = claim.lines[index].id
    let part = min(excess, max(.zero, writtenOff[line] ?? .zero))
    guard part > .zero else { return .zero }
    writtenOff[line, default: .zero] -= part
    move(
      "Take back a write-off of \(part) on line \(claim.lines[index].number): the payer pays after all",
      .writeOff, part, from: .writeOff, to: receivable(isNext), index, staged)
    return part
  }

  private mutating func takeBackTransfer(
    _ index: Int, upTo excess: Cents, _ staged: StagedAnswer, _ isNext: Bool
  ) -> Cents {
    let line = claim.lines[index]
    let part = min(
      excess, max(.zero, movedToPatient[line.id] ?? .zero), max(.zero, line.balances.patient))
    guard part > .zero else { return .zero }
    movedToPatient[line.id, default: .zero] -= part
    move(
      "Take back \(part) that was moved to the patient on line \(line.number)",
      .transfer, part, from: .patientReceivable, to: receivable(isNext), index, staged)
    return part
  }

  /// A payer answers of which nothing was known: the patient's share is its to answer for.
  private mutating func giveShareToNextPayer(
    _ index: Int, upTo excess: Cents, _ staged: StagedAnswer
  ) -> Cents {
    let line = claim.lines[index]
    let part = min(excess, max(.zero, line.balances.patient))
    guard part > .zero else { return .zero }
    move(
      "The patient's share of \(part) on line \(line.number) is this payer's to answer for",
      .restatement, part, from: .patientReceivable, to: .nextPayerReceivable, index, staged)
    return part
  }

  private mutating func move(
    _ title: String, _ cause: PostingCause, _ amount: Cents, from source: LedgerAccount,
    to account: LedgerAccount, _ index: Int, _ staged: StagedAnswer
  ) {
    let line = claim.lines[index].id
    func posting(_ account: LedgerAccount, _ amount: Cents) -> Posting {
      Posting(account: account, amount: amount, claim: claim.id, line: line)
    }
    add(
      title, cause, of: nil, on: staged.noticeOn,
      [posting(source, -amount), posting(account, amount)])
  }

  private func receivable(_ isNext: Bool) -> LedgerAccount {
    isNext ? .nextPayerReceivable : .payerReceivable
  }

  /// What the answer says for a line of the claim that the payer paid earlier, in cents.
  private func restated(_ cut: CutAnswer, _ index: Int) -> Cents {
    zip(cut.answer.lines, cut.matches).filter { $1 == index }.flatMap(\.0.adjustments).filter {
      rules.hasTrait(.earlierPayment, $0.reason)
    }.map(\.amount).total()
  }

  /// The reductions of an earlier answer on a line fall; its payment stays.
  private mutating func restate(
    _ answer: PostedAnswer, _ line: ClaimLineID, _ staged: StagedAnswer
  ) {
    let back = answer.reductions(on: line).map(\.reversed)
    guard !back.isEmpty else { return }
    add(
      "Take back the reductions of \(answer.name): this answer states them anew", .restatement,
      of: (answer.id, answer.remittance), on: staged.noticeOn, back)
    guard let index = standing.firstIndex(where: { $0.id == answer.id }) else { return }
    standing[index].effect = Self.net(standing[index].effect + back)
  }

  /// A whole answer with another result takes the place of the one before it; what that one paid
  /// stays as the payer's, until its reversal takes it back.
  private mutating func replaceEarlier(
    _ staged: StagedAnswer, _ cut: CutAnswer, earlier: [PostedAnswer], isNext: Bool
  ) {
    guard journal(staged, cut, isNext).0.excess > .zero,
      let last = standing.last(where: { answer in earlier.contains { $0.id == answer.id } }),
      last.answer.paid != .zero
    else { return }
    let said = staged.isProposed ? nil : posting.instructions.meaning
    let isCorrection =
      said.map { $0 == .correction } ?? isMeantAsCorrection(staged.answer, of: last.answer)
    if !staged.isProposed { take(isCorrection ? .correction : .another) }
    guard isCorrection else { return }
    let cash = last.effect.filter { $0.account == .suspense && $0.amount != .zero }
    let kept = cash.flatMap { posting -> [Posting] in
      var receivable = posting
      receivable.account = last.receivable
      var recoupment = posting.reversed
      recoupment.account = .recoupment
      return [receivable, recoupment]
    }
    let reductions = Set(last.effect.compactMap(\.line)).sorted().flatMap { line in
      last.reductions(on: line).map(\.reversed)
    }
    add(
      "This answer takes the place of \(last.name): its \(last.answer.paid) stands until the payer "
        + "takes it back", .restatement, of: (last.id, last.remittance), on: staged.noticeOn,
      reductions + kept)
    fall(last)
  }

  private func isMeantAsCorrection(
    _ answer: RemittanceClaim, of earlier: RemittanceClaim
  ) -> Bool {
    guard answer.charge == earlier.charge else { return false }
    // The same result again is a second payment; only another one can be a correction.
    let isSame =
      answer.paid == earlier.paid
      && Set(answer.allAdjustments) == Set(earlier.allAdjustments)
    if isSame { return false }
    return answer.saysCorrection || answer.allAdjustments.allSatisfy { !refuses($0) }
  }

  private func refuses(_ adjustment: Adjustment) -> Bool {
    rules.hasTrait(.duplicate, adjustment.reason)
      || rules.hasTrait(.earlierPayment, adjustment.reason)
  }

  // MARK: What is said

  private mutating func noteDoubts(of staged: StagedAnswer) {
    let nameless = staged.answer.allAdjustments.filter { $0.reason.isEmpty && $0.amount != .zero }
    if !nameless.isEmpty {
      note(
        "\(nameless.map(\.amount).total()) comes without the reason code that says what it is "
          + "(CAS02): it stays open as refused.")
    }
    let answer = staged.answer
    let whole = answer.charge - answer.allAdjustments.map(\.amount).total() - answer.paid
    if whole != .zero {
      note("Its charge less adjustments differs from what it says is paid by \(whole).")
    }
    for (index, line) in staged.answer.lines.enumerated() {
      let rest = line.charge - line.adjustments.map(\.amount).total() - line.paid
      guard rest != .zero else { continue }
      note(
        "Line \(index + 1) does not add up: \(rest) of its charge is neither paid nor explained.")
    }
  }

  private mutating func noteLeftOut(_ moves: [ClaimJournal.Move], isNext: Bool) {
    for move in moves {
      let number = claim.lines[move.line].number
      note(
        "\(move.code) \(move.amount) on line \(number) is not posted: nothing is left to "
          + (move.kind == .share ? "pass on." : "reduce.")
          + (isNext ? " An earlier payer reduced it already." : ""))
    }
  }

  private mutating func noteOverpayment(_ journal: ClaimJournal) {
    let over = journal.excess
    guard over > .zero else { return }
    note("\(over) is more than is open: it becomes a credit that belongs to this payer.")
  }

  /// By how much the paid amounts of an answer do not add up: kept apart from the claim; gives what
  /// was posted of it.
  private mutating func addDifference(
    of staged: StagedAnswer, _ cut: CutAnswer, posted journal: ClaimJournal
  ) -> [Posting] {
    guard cut.held.isEmpty, staged.leftLines.isEmpty else { return [] }
    let cash = journal.moves.filter { $0.kind == .cash }.map(\.amount).total()
    let difference = staged.answer.paid - cash
    guard difference != .zero else { return [] }
    note(
      "The answer says paid \(staged.answer.paid), its lines \(cash): \(difference) stands as a "
        + "difference until the payer corrects it.")
    func posting(_ account: LedgerAccount, _ amount: Cents) -> Posting {
      Posting(
        account: account, amount: amount, claim: claim.id, remittance: staged.remittance,
        remitClaim: staged.id)
    }
    let kept = [posting(.suspense, difference), posting(.paymentDifference, -difference)]
    add(
      "Keep the payer's difference of \(difference)", .paymentDifference,
      of: (staged.id, staged.remittance), on: staged.noticeOn, kept)
    return kept
  }

  /// What the answer refuses, but for what only restates an earlier payment.
  private func denied(
    _ rows: [SheetLine], _ staged: StagedAnswer, _ earlier: [PostedAnswer]
  ) -> [DeniedAmount] {
    let paid = earlier.map(\.answer.paid).total()
    return rows.filter { !$0.isHeld && isToBePosted($0, staged) }.flatMap { row in
      row.reductions.filter { reduction in
        reduction.kind == .denial
          && !(rules.hasTrait(.earlierPayment, reduction.adjustment.reason)
            && reduction.adjustment.amount <= paid)
      }.map { reduction in
        let line = claim.lines.first { [$0.number] == row.targets }
        let said = row.position > 0 ? staged.answer.lines[row.position - 1].remarks : []
        return DeniedAmount(
          position: row.position,
          denial: Denial(
            line: line?.number ?? 0, procedure: line?.procedure ?? row.procedure,
            adjustment: reduction.adjustment,
            remarks: said + staged.answer.remarks.filter { !said.contains($0) }))
      }
    }
  }

  private func isToBePosted(_ row: SheetLine, _ staged: StagedAnswer) -> Bool {
    staged.leftLines.isEmpty || staged.leftLines.contains(row.position)
  }

  /// One amount for each account and line, without those that come to nothing.
  static func net(_ postings: [Posting]) -> [Posting] {
    var net: [Posting] = []
    for posting in postings {
      if let index = net.firstIndex(where: {
        $0.account == posting.account && $0.line == posting.line
      }) {
        net[index].amount += posting.amount
      } else {
        net.append(posting)
      }
    }
    return net.filter { $0.amount != .zero }
  }
}
