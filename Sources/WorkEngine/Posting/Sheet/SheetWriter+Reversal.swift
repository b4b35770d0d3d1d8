import Billing

/// A reversal takes back the posting that it names (domain reference 5.6 and 5.12, point 1).
extension SheetWriter {
  mutating func takeBack(_ reversal: StagedAnswer) {
    let tag = (id: reversal.id, remittance: reversal.remittance)
    show(lines(of: reversal))
    defer {
      end(
        AnswerResult(
          id: reversal.id, denied: [], crossedOver: false, allowed: [], heldLines: [],
          isReversal: true))
    }
    let amount = -reversal.answer.paid
    if let awaited = awaited(reversal.answer) {
      standing.removeAll { $0.id == awaited.id }
      return add(
        "The payer takes back \(amount) of \(awaited.name), whose correction is posted",
        .reversal, of: (awaited.id, reversal.remittance), on: reversal.noticeOn,
        awaited.effect.filter { $0.account == .suspense }.flatMap { cash -> [Posting] in
          var recoupment = cash
          recoupment.account = .recoupment
          return [cash.reversed, recoupment]
        })
    }
    guard let original = original(of: reversal.answer) else {
      note(
        "No posted answer has these amounts: the payer takes back \(amount) of a charge of "
          + "\(-reversal.answer.charge). It stands against what the payer recovers, until somebody "
          + "finds what was paid.")
      return add(
        "Taken back by the payer without a posted original", .reversal, of: tag,
        on: reversal.noticeOn, toRecoupment(reversal))
    }
    noteDifferences(of: reversal.answer, from: original)
    add(
      "Take back \(original.name), paid \(original.answer.paid)", .reversal, of: tag,
      on: reversal.noticeOn,
      original.effect.map { posting in
        var back = posting.reversed
        back.remittance = reversal.remittance
        back.remitClaim = reversal.id
        return back
      }, reverses: original.id)
    fall(original)
    noteWhatOthersPaid(since: original)
  }

  /// The answer with these amounts negated: by the payer's number where several have them, then by
  /// its reductions, then the last.
  private func original(of reversal: RemittanceClaim) -> PostedAnswer? {
    let same = standing.filter {
      !$0.awaitsTakeBack && !$0.answer.isReversal && $0.answer.isOpposite(to: reversal)
    }
    return same.last { isNamed($0, by: reversal) }
      ?? same.last { differences(of: reversal, from: $0).isEmpty } ?? same.last
  }

  /// The answer whose place a correction took before the payer took its money back.
  private func awaited(_ reversal: RemittanceClaim) -> PostedAnswer? {
    standing.last {
      $0.awaitsTakeBack && $0.answer.isOpposite(to: reversal)
    }
  }

  private func isNamed(_ posted: PostedAnswer, by reversal: RemittanceClaim) -> Bool {
    let number = posted.answer.payerControlNumber
    return !number.isEmpty
      && [reversal.payerControlNumber, reversal.originalReference].contains(number)
  }

  /// What an answer pays or takes back, against what the payer recovers.
  private func toRecoupment(_ answer: StagedAnswer) -> [Posting] {
    func posting(_ account: LedgerAccount, _ amount: Cents) -> Posting {
      Posting(
        account: account, amount: amount, claim: claim.id, remittance: answer.remittance,
        remitClaim: answer.id)
    }
    return [
      posting(.suspense, answer.answer.paid), posting(.recoupment, -answer.answer.paid),
    ]
  }

  // MARK: An original that comes after its reversal

  /// The reversal with the amounts of an answer negated that was posted before it came.
  func takenBackBefore(_ staged: StagedAnswer) -> PostedAnswer? {
    guard staged.leftLines.isEmpty, staged.answer.paid != .zero else { return nil }
    return unfound.last {
      $0.isNextLevel == staged.isNextLevel && $0.answer.isOpposite(to: staged.answer)
        && $0.noticeOn >= staged.noticeOn
    }
  }

  /// The payment is what the reversal took back: nothing of the claim is left of either.
  mutating func postTakenBack(_ staged: StagedAnswer, by reversal: PostedAnswer) {
    note(
      "The payer took it back by \(reversal.name): what it paid is what stands against that, and "
        + "nothing of the claim moves.")
    add(
      "Paid \(staged.answer.paid), taken back before it came", .remittanceClaim,
      of: (staged.id, staged.remittance), on: staged.noticeOn, toRecoupment(staged))
    find(reversal)
    sheet(falls: staged.id)
    end(
      AnswerResult(
        id: staged.id, denied: [], crossedOver: false, allowed: [], heldLines: [],
        isReversal: false))
  }

  /// Reductions by code: what the reversal says and what was posted, where they differ.
  private func differences(
    of reversal: RemittanceClaim, from original: PostedAnswer
  ) -> [(code: String, posted: Cents, reversed: Cents)] {
    func sums(_ claim: RemittanceClaim, sign: Int64) -> [String: Cents] {
      Dictionary(
        claim.allAdjustments.map { ($0.code, Cents($0.amount.rawValue * sign)) },
        uniquingKeysWith: +)
    }
    let posted = sums(original.answer, sign: 1)
    let reversed = sums(reversal, sign: -1)
    return Set(posted.keys).union(reversed.keys).sorted().compactMap { code in
      let pair = (posted[code] ?? .zero, reversed[code] ?? .zero)
      return pair.0 == pair.1 ? nil : (code, pair.0, pair.1)
    }
  }

  private mutating func noteDifferences(
    of reversal: RemittanceClaim, from original: PostedAnswer
  ) {
    let differing = differences(of: reversal, from: original)
    guard !differing.isEmpty else { return }
    let texts = differing.map { "\($0.code) \($0.reversed) for \($0.posted)" }
    note(
      "The reversal differs from \(original.name): \(texts.joined(separator: ", ")). What was "
        + "posted is taken back as it was posted.")
  }

  private mutating func noteWhatOthersPaid(since original: PostedAnswer) {
    let later = standing.filter {
      $0.isNextLevel && !original.isNextLevel && $0.answer.paid != .zero
    }
    for answer in later {
      note(
        "A later payer paid \(answer.answer.paid) by \(answer.name): what its share rested on "
          + "falls, and a credit to it may remain.")
    }
  }
}
