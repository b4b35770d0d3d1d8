package import Billing

/// Plans the postings of one claim of a remittance (domain reference 5.3 to 5.10).
package enum RemittancePosting {
  /// The postings of an answer that fits in every way, or the reasons why a person must look.
  ///
  /// Clean means: balanced at every level, no reversal or other status that moves no money of
  /// ours, not answered before, the charge as billed, every line matched, and nothing paid or
  /// reduced beyond what is open. Amounts that the payer refused stay open with it; they are never
  /// written off here. What is not clean is posted by a ``PostingSheet``.
  ///
  /// `alreadyAdjudicated` says whether the latest sending of the claim has a posted answer of this
  /// payer level already, `isPart` whether the payer split the bill and answers some of its lines
  /// here (``SplitAnswer``), `hasNextPayer` whether a payer comes after the one that answers.
  package static func plan(
    _ remitClaim: RemittanceClaim, against claim: Claim, alreadyAdjudicated: Bool,
    hasNextPayer: Bool, isPart: Bool = false, remittance: RemittanceID,
    remitClaim id: RemitClaimID?, on day: Day, rules: RuleBook
  ) -> PostingPlan {
    let matches = LineMatching.matches(remitClaim.lines, of: remitClaim, to: claim.lines)
    let reasons = StagingCheck(
      remitClaim, claim, matches, alreadyAdjudicated, isPart: isPart
    ).reasons
    // What was answered before may still be more than is open, and whoever looks must know it.
    guard reasons.isEmpty || reasons == [.alreadyPaid] else { return .stage(reasons) }
    var journal = ClaimJournal(
      claim: claim, isNextLevel: isAnswerOfNextPayer(remitClaim.status, on: claim),
      hasNextPayer: hasNextPayer, remittance: remittance, remitClaim: id)
    let (answers, denials) = fill(&journal, with: remitClaim, of: claim, matches, rules)
    let excess = journal.excess
    if !reasons.isEmpty || excess > .zero {
      return .stage(reasons + (excess > .zero ? [.exceedsBalance(excess)] : []))
    }
    let entry: JournalEntry
    do throws(UnbalancedEntry) {
      entry = try JournalEntry(cause: .remittanceClaim, on: day, postings: journal.postings)
    } catch {
      return .stage([.claimOutOfBalance(error.sum)])
    }
    return .post(
      ClaimPosting(
        entry: entry, denials: denials, lineMatches: matches,
        crossedOver: isCrossover(remitClaim, rules),
        allowed: Allowances.learnt(answers, claim)))
  }

  /// Gathers what an answer moves, line by line, and what it refuses.
  static func fill(
    _ journal: inout ClaimJournal, with remitClaim: RemittanceClaim, of claim: Claim,
    _ matches: [Int?], _ rules: RuleBook
  ) -> (answers: [LineAnswer], denials: [Denial]) {
    var denials: [Denial] = []
    let answers = LineAnswer.all(remitClaim, claim, matches, rules)
    for answer in answers {
      let line = claim.lines[answer.line]
      journal.pay(answer.paid, line: answer.line)
      for reduction in answer.reductions {
        journal.reduce(reduction.adjustment, reduction.kind, line: answer.line)
        guard reduction.kind == .denial else { continue }
        denials.append(
          Denial(
            line: line.number, procedure: line.procedure, adjustment: reduction.adjustment,
            remarks: reduction.remarks))
      }
    }
    denials += claimLevel(remitClaim, claim, answers, rules, &journal)
    return (answers, denials)
  }

  /// Whether the answer is one of a payer after the one that the claim was sent to.
  ///
  /// The status names the place of the payer that answers (CLP02 2, 3, 20, 21); one that names an
  /// earlier place or none is the claim's own payer.
  package static func isAnswerOfNextPayer(
    _ status: RemittanceClaimStatus, on claim: Claim
  ) -> Bool {
    (status.sequence?.order ?? 0) > claim.sequence.order
  }

  /// Evidence that the payer passed the claim on: status 19 to 21, NM1*TT, or a remark of it.
  package static func isCrossover(_ remitClaim: RemittanceClaim, _ rules: RuleBook) -> Bool {
    if case .forwarded = remitClaim.status { return true }
    if !remitClaim.crossoverCarrier.isEmpty { return true }
    let remarks = remitClaim.remarks + remitClaim.lines.flatMap(\.remarks)
    return remarks.contains { rules.remarks[$0]?.effect == .crossover }
  }

  /// Reductions of the whole claim: divided over the lines to the cent, denials kept whole.
  ///
  /// A denial of the whole claim posts nothing, so it needs no dividing and stays one denial with
  /// line 0.
  private static func claimLevel(
    _ remitClaim: RemittanceClaim, _ claim: Claim, _ answers: [LineAnswer], _ rules: RuleBook,
    _ journal: inout ClaimJournal
  ) -> [Denial] {
    var denials: [Denial] = []
    let hasLines = !remitClaim.lines.isEmpty
    // What is left to divide by shrinks with every amount, so that rounding never takes more from
    // a line than it has.
    var weights =
      hasLines
      ? LineAnswer.paidWeights(answers, claim, else: journal.openBalances) : journal.openBalances
    func divided(_ amount: Cents) -> [Cents] {
      let shares = Allocation.shares(of: amount, by: weights)
      for (line, share) in shares.enumerated() { weights[line] -= share }
      return shares
    }
    if !hasLines {
      for (line, share) in divided(remitClaim.paid).enumerated() { journal.pay(share, line: line) }
    }
    let kinds = DenialClassification.kinds(
      of: remitClaim.adjustments, remarks: remitClaim.remarks, charge: remitClaim.charge,
      paid: remitClaim.paid, isDenied: remitClaim.status == .denied, family: claim.payer.family,
      rules: rules)
    for (adjustment, kind) in zip(remitClaim.adjustments, kinds) {
      let isPosted = kind == .contractual || kind == .patientShare
      if hasLines || isPosted {
        for (line, share) in divided(adjustment.amount).enumerated() {
          var part = adjustment
          part.amount = share
          journal.reduce(part, kind, line: line)
          // The lines report their payment before the claim's own reductions (5.3).
          if hasLines { journal.pay(-share, line: line) }
        }
      }
      guard kind == .denial else { continue }
      let only = claim.lines.count == 1 ? claim.lines.first : nil
      denials.append(
        Denial(
          line: only?.number ?? 0, procedure: only?.procedure ?? ProcedureCode(""),
          adjustment: adjustment, remarks: remitClaim.remarks))
    }
    return denials
  }
}
