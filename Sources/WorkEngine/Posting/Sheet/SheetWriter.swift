package import Billing

extension PostingSheet {
  /// The sheet of a case under the rules.
  package static func of(_ posting: PostingCase, rules: RuleBook) -> PostingSheet {
    var writer = SheetWriter(posting, rules: rules)
    return writer.written()
  }
}

/// Writes a sheet: answer after answer, each against the books as the steps before it leave them.
struct SheetWriter {
  let posting: PostingCase
  let rules: RuleBook
  /// The claim with the balances that the steps so far leave.
  var claim: Claim
  /// Answers that still stand posted.
  var standing: [PostedAnswer]
  /// Reversals that were posted without their originals.
  private(set) var unfound: [PostedAnswer]
  var writtenOff: [ClaimLineID: Cents]
  var movedToPatient: [ClaimLineID: Cents]
  private(set) var sheet = PostingSheet()

  init(_ posting: PostingCase, rules: RuleBook) {
    self.posting = posting
    self.rules = rules
    claim = posting.claim
    standing = posting.posted
    unfound = posting.unfound
    writtenOff = posting.writtenOff
    movedToPatient = posting.movedToPatient
  }

  mutating func written() -> PostingSheet {
    for staged in posting.staged {
      guard sheet.problem == nil else { break }
      if staged.answer.isReversal { takeBack(staged) } else { post(staged) }
    }
    sheet.balances = zip(posting.claim.lines, claim.lines).map { before, after in
      PostingSheet.LineChange(
        line: before.id, number: before.number, procedure: before.procedure,
        before: before.balances,
        after: after.balances)
    }
    return sheet
  }

  // MARK: What the parts write with

  /// Adds an entry and moves the balances by it; an entry that moves nothing is left out.
  mutating func add(
    _ title: String, _ cause: PostingCause,
    of answer: (id: RemitClaimID, remittance: RemittanceID)?, on day: Day, _ postings: [Posting],
    reverses: RemitClaimID? = nil
  ) {
    let moving = postings.filter { $0.amount != .zero }
    guard !moving.isEmpty else { return }
    for posting in moving {
      guard let line = posting.line,
        let index = claim.lines.firstIndex(where: { $0.id == line })
      else { continue }
      claim.lines[index].balances.move(posting)
    }
    sheet.steps.append(
      PostingStep(
        title: title, cause: cause, on: day, answer: answer?.id, remittance: answer?.remittance,
        postings: moving, reverses: reverses))
  }

  mutating func note(_ text: String) {
    if !sheet.notes.contains(text) { sheet.notes.append(text) }
  }

  mutating func fail(_ text: String, line: Int? = nil) {
    sheet.problem = sheet.problem ?? PostingSheet.Problem(text, line: line)
  }

  mutating func take(_ meaning: PostingInstructions.Meaning) { sheet.meaning = meaning }

  mutating func show(_ lines: [SheetLine]) { sheet.lines += lines }

  mutating func end(_ result: AnswerResult) { sheet.results.append(result) }

  /// An answer that was just posted stands for those after it.
  mutating func stand(_ answer: PostedAnswer) { standing.append(answer) }

  /// A reversal that waited for its original has found it.
  mutating func find(_ reversal: PostedAnswer) { unfound.removeAll { $0.id == reversal.id } }

  /// An answer of this very sheet stands no more.
  mutating func sheet(falls id: RemitClaimID) { sheet.takenBack.append(id) }

  /// An earlier answer stands no more.
  mutating func fall(_ answer: PostedAnswer) {
    standing.removeAll { $0.id == answer.id }
    sheet.takenBack.append(answer.id)
  }
}

extension PostedAnswer {
  /// `the answer of 2026-10-20 (26280000000001)`.
  var name: String {
    let number = answer.payerControlNumber
    return "the answer of \(noticeOn)" + (number.isEmpty ? "" : " (\(number))")
  }

  /// What it paid on a line, in cents.
  func paid(on line: ClaimLineID) -> Cents {
    effect.filter { $0.line == line && $0.account == .suspense }.map(\.amount).total()
  }

  /// Its postings on a line but cash and what cash took from the receivable.
  func reductions(on line: ClaimLineID) -> [Posting] {
    let cash = paid(on: line)
    return effect.filter { $0.line == line && $0.account != .suspense }.map { posting in
      var posting = posting
      if posting.account == receivable { posting.amount += cash }
      return posting
    }.filter { $0.amount != .zero }
  }

  /// The account that it took its amounts from.
  var receivable: LedgerAccount { isNextLevel ? .nextPayerReceivable : .payerReceivable }
}
