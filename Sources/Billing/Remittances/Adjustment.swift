/// The claim adjustment group codes (CAS01).
package enum AdjustmentGroup: String, Sendable, CaseIterable {
  case contractual = "CO"
  case patientResponsibility = "PR"
  case other = "OA"
  case payerInitiated = "PI"
  /// 4010 only; accepted on input, never expected (X12 RFI 1147).
  case correctionReversal = "CR"
}

/// One reason with its amount, as the payer gave it; signs are never altered.
package struct Adjustment: Hashable, Sendable {
  package var group: AdjustmentGroup
  /// Claim adjustment reason code, `45`, `16`, `B7`.
  package var reason: String
  /// In cents; positive reduces the payment.
  package var amount: Cents

  package init(group: AdjustmentGroup, reason: String, amount: Cents) {
    self.group = group
    self.reason = reason
    self.amount = amount
  }

  /// `CO-45`.
  package var code: String { group.rawValue + "-" + reason }
}
