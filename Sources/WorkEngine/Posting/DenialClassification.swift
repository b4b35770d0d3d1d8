package import Billing

/// What one reduction of a remittance is (domain reference 3.4).
package enum ReductionKind: String, Sendable, CaseIterable {
  /// Given up by contract or by law; written off at posting.
  case contractual
  /// Deductible, coinsurance, copay: moves to the next payer or the patient.
  case patientShare = "patient-share"
  /// Explains and is not posted.
  case informational
  /// Refused: stays open with the payer and needs work.
  case denial
}

/// Tells denials from the reductions that come with every payment.
package enum DenialClassification {
  /// What one reduction of a line is.
  ///
  /// A denied amount is never written off by itself, whatever its group: a known reduction that
  /// takes the whole charge of an unpaid line is a denial in disguise.
  ///
  /// Charge and payment are those of the line, or of the claim for a reduction of the whole claim.
  package static func kind(
    of adjustment: Adjustment, remarks: [String], charge: Cents, paid: Cents,
    family: PayerFamily, rules: RuleBook
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
    let takesAll = paid == .zero && adjustment.amount == charge
    let isReduction = adjustment.group == .contractual || adjustment.group == .other
    if row.isContractual, isReduction { return takesAll ? .denial : .contractual }
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
