package import Billing

/// What the office's rules keep for a person of an answer that fits in every way (domain reference
/// 5.9).
package enum PostingHolds {
  /// Why an answer does not post by itself; nil where the rules let it.
  ///
  /// - Parameters:
  ///   - answer: What the payer says.
  ///   - payer: The payer that answers.
  ///   - day: The day of which the rules are read: that of the notice.
  ///   - rules: The rules.
  /// - Returns: The most telling reason, with the name of the row.
  package static func find(
    in answer: RemittanceClaim, from payer: Payer, on day: Day, rules: RuleBook
  ) -> StagingReason? {
    guard let row = rules.posting(for: payer, on: day) else { return nil }
    return hold(row, answer, payer.family, rules).map { .heldByRule(row.id, $0) }
  }

  private static func hold(
    _ row: PostingRow, _ answer: RemittanceClaim, _ family: PayerFamily, _ rules: RuleBook
  ) -> PostingHold? {
    guard row.isAutomatic else { return .payer }
    let reductions = answer.allAdjustments.filter { $0.amount != .zero }
    let watched = reductions.filter { reduction in
      row.watched.contains { $0.matches(reduction) }
    }
    if !watched.isEmpty { return .watched(codes(watched)) }
    if !row.listed.isEmpty {
      let others = reductions.filter { reduction in
        !row.listed.contains { $0.matches(reduction) }
      }
      if !others.isEmpty { return .unlisted(codes(others)) }
    }
    guard !row.writesOffContractual else { return nil }
    let given = contractual(answer, family, rules)
    guard let first = given.first else { return nil }
    return .contractual(given.map(\.amount).total(), code: first.code)
  }

  /// What posting would write off as above the fee schedule.
  private static func contractual(
    _ answer: RemittanceClaim, _ family: PayerFamily, _ rules: RuleBook
  ) -> [Adjustment] {
    func given(
      _ adjustments: [Adjustment], _ remarks: [String], charge: Cents, paid: Cents
    ) -> [Adjustment] {
      let kinds = DenialClassification.kinds(
        of: adjustments, remarks: remarks, charge: charge, paid: paid,
        isDenied: answer.status == .denied, family: family, rules: rules)
      return zip(adjustments, kinds).filter { adjustment, kind in
        kind == .contractual && adjustment.reason == DenialClassification.feeSchedule
          && adjustment.amount != .zero
      }.map(\.0)
    }
    return answer.lines.flatMap { line in
      given(
        line.adjustments,
        line.remarks + answer.remarks.filter { !line.remarks.contains($0) }, charge: line.charge,
        paid: line.paid)
    } + given(answer.adjustments, answer.remarks, charge: answer.charge, paid: answer.paid)
  }

  /// Each code once, in the order in which the payer gives them.
  private static func codes(_ adjustments: [Adjustment]) -> [String] {
    var seen: Set<String> = []
    return adjustments.map(\.code).filter { seen.insert($0).inserted }
  }
}
