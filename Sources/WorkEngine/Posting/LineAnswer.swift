import Billing

/// What a remittance says of one line of a claim.
struct LineAnswer {
  /// Position in the claim's lines.
  var line: Int
  var charge: Cents
  /// Paid on the line as reported (SVC03), in cents.
  var linePaid: Cents
  var paid: Cents
  var reductions: [Reduction]
  var allowed: Cents?
  var unitsInThousandths: Int64

  /// One reduction, what it is, and the remark codes of line and claim beside it.
  struct Reduction {
    var adjustment: Adjustment
    var kind: ReductionKind
    var remarks: [String]
  }

  /// One answer for each line of the remittance.
  static func all(
    _ remitClaim: RemittanceClaim, _ claim: Claim, _ matches: [Int?], _ rules: RuleBook
  ) -> [LineAnswer] {
    zip(remitClaim.lines, matches).compactMap { line, match in
      guard let match, claim.lines.indices.contains(match) else { return nil }
      let remarks = line.remarks + remitClaim.remarks.filter { !line.remarks.contains($0) }
      let kinds = DenialClassification.kinds(
        of: line.adjustments, remarks: remarks, charge: line.charge, paid: line.paid,
        isDenied: remitClaim.status == .denied, family: claim.payer.family, rules: rules)
      return LineAnswer(
        line: match, charge: line.charge, linePaid: line.paid, paid: line.paid,
        reductions: zip(line.adjustments, kinds).map {
          Reduction(adjustment: $0, kind: $1, remarks: remarks)
        }, allowed: line.allowed,
        unitsInThousandths: line.unitsInThousandths)
    }
  }

  /// What each line of the claim was paid, as weights for reductions of the whole claim.
  static func paidWeights(
    _ answers: [LineAnswer], _ claim: Claim, else open: [Cents]
  ) -> [Cents] {
    var weights = [Cents](repeating: .zero, count: claim.lines.count)
    for answer in answers { weights[answer.line] += answer.linePaid }
    return weights.contains { $0 > .zero } ? weights : open
  }
}

/// Learning from an answer what a payer allows.
enum Allowances {
  static func learnt(_ answers: [LineAnswer], _ claim: Claim) -> [LearntAllowance] {
    answers.compactMap { answer in
      var allowed = answer.charge
      for reduction in answer.reductions {
        let reason = reduction.adjustment.reason
        if reduction.kind == .denial || reason == DenialClassification.priorPayer { return nil }
        if reason == DenialClassification.feeSchedule { allowed -= reduction.adjustment.amount }
      }
      let units = answer.unitsInThousandths
      let total = (answer.allowed ?? allowed).rawValue
      guard units > 0, total > 0, total <= Cents.largestFromOutside else { return nil }
      let unit = (total * 1000 + units / 2) / units
      let line = claim.lines[answer.line]
      return LearntAllowance(
        procedure: line.procedure, unit: Cents(unit), line: line.number, total: Cents(total),
        unitsInThousandths: units)
    }
  }
}
