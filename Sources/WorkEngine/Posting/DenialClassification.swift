package import Billing

/// Tells denials from the reductions that come with every payment.
package enum DenialClassification {
  /// What each reduction of a line is, or of a whole claim.
  ///
  /// A denied amount is never written off by itself, whatever its group: known reductions that
  /// together take the whole charge of an unpaid line are a denial in disguise, and so are those of
  /// an answer that denies (CLP02 4; domain reference 5.12, point 6). What an earlier payer did
  /// (OA-23) is not one of them: where it stands beside, the rest is no whole charge.
  ///
  /// Charge and payment are those of the line, or of the claim for reductions of the whole claim.
  package static func kinds(
    of adjustments: [Adjustment], remarks: [String], charge: Cents, paid: Cents, isDenied: Bool,
    family: PayerFamily, rules: RuleBook
  ) -> [ReductionKind] {
    var kinds = adjustments.map {
      kind(of: $0, remarks: remarks, paid: paid, family: family, rules: rules)
    }
    let given = zip(adjustments, kinds).filter { $1 == .contractual }.map(\.0.amount).total()
    let takesAll = paid == .zero && given == charge && given > .zero
    guard isDenied && paid == .zero || takesAll else { return kinds }
    for index in kinds.indices where kinds[index] == .contractual { kinds[index] = .denial }
    return kinds
  }

  /// What a reduction is, whatever stands beside it.
  private static func kind(
    of adjustment: Adjustment, remarks: [String], paid: Cents, family: PayerFamily,
    rules: RuleBook
  ) -> ReductionKind {
    if adjustment.amount == .zero { return .informational }
    // OA-23 restates what earlier payers did; posting it would count their answer twice.
    if adjustment.reason == priorPayer { return .informational }
    guard
      let row = rules.playbookRow(
        carc: adjustment.reason, remarks: remarks, group: adjustment.group, family: family)
    else { return .denial }
    if adjustment.group == .patientResponsibility, row.traits.contains(.patientShare) {
      // A claim that could not be processed left nobody a share (MA130, N704).
      let isProcessed = !remarks.contains { rules.remarks[$0]?.effect == .newClaimOnly }
      return isProcessed ? .patientShare : .denial
    }
    let isReduction = adjustment.group == .contractual || adjustment.group == .other
    if row.isContractual, isReduction { return .contractual }
    // Codes that leave something to do are denials beside a payment too.
    let onlyExplains = row.dispositions == [.informational] && !row.isContractual
    return onlyExplains && paid != .zero ? .informational : .denial
  }

  /// Effect of an earlier payer's decision.
  static let priorPayer = "23"
  /// Above the fee schedule: the one reduction that a contract explains.
  static let feeSchedule = "45"

  /// The account of a contractual reduction.
  static func account(of adjustment: Adjustment) -> LedgerAccount {
    adjustment.reason == feeSchedule ? .contractualAdjustment : .otherAdjustment
  }
}
