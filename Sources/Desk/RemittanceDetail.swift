package import Billing

/// One remittance in the list.
package struct RemittanceRow: Equatable, Sendable {
  package var id: RemittanceID
  package var traceNumber: String
  package var payer: String
  package var paymentDate: Day
  package var method: String
  package var payment: Cents
  package var posted: Cents
  package var suspense: Cents
  package var claims: Int
  /// Claims that wait; 1 where none does but the remittance itself.
  package var staged: Int
  /// Whether it counts, or what became of it.
  package var standing: RemittanceStanding

  package init(
    id: RemittanceID, traceNumber: String, payer: String, paymentDate: Day, method: String,
    payment: Cents, posted: Cents, suspense: Cents, claims: Int, staged: Int,
    standing: RemittanceStanding = .standing
  ) {
    self.standing = standing
    self.id = id
    self.traceNumber = traceNumber
    self.payer = payer
    self.paymentDate = paymentDate
    self.method = method
    self.payment = payment
    self.posted = posted
    self.suspense = suspense
    self.claims = claims
    self.staged = staged
  }
}

/// A remittance with its balance at every level, what posted, and what is staged and why.
package struct RemittanceDetail: Equatable, Sendable {
  package var row: RemittanceRow
  /// The file that brought it; of one that was typed, what was typed.
  package var file: String
  /// Who typed it from paper; nil for one that a file brought.
  package var typedBy: String?
  /// Σ CLP04 and Σ PLB, in cents.
  package var claimsPaid: Cents
  package var providerAdjusted: Cents
  package var difference: Cents
  package var claims: [RemittanceClaimRow]
  package var providerAdjustments: [ProviderAdjustment]

  package init(
    row: RemittanceRow, file: String, typedBy: String? = nil, claimsPaid: Cents,
    providerAdjusted: Cents,
    difference: Cents, claims: [RemittanceClaimRow], providerAdjustments: [ProviderAdjustment]
  ) {
    self.row = row
    self.file = file
    self.typedBy = typedBy
    self.claimsPaid = claimsPaid
    self.providerAdjusted = providerAdjusted
    self.difference = difference
    self.claims = claims
    self.providerAdjustments = providerAdjustments
  }
}

/// One claim of a remittance as the remittance screen shows it.
package struct RemittanceClaimRow: Equatable, Sendable {
  package var id: RemitClaimID
  package var controlNumber: String
  package var patient: String
  package var status: RemittanceClaimStatus
  package var charge: Cents
  package var paid: Cents
  package var adjusted: Cents
  package var patientShare: Cents
  package var denied: Cents
  package var isPosted: Bool
  package var stagingReasons: [StagingReason]
  package var item: WorkItemID?

  package init(
    id: RemitClaimID, controlNumber: String, patient: String, status: RemittanceClaimStatus,
    charge: Cents, paid: Cents, adjusted: Cents, patientShare: Cents, denied: Cents,
    isPosted: Bool, stagingReasons: [StagingReason], item: WorkItemID?
  ) {
    self.id = id
    self.controlNumber = controlNumber
    self.patient = patient
    self.status = status
    self.charge = charge
    self.paid = paid
    self.adjusted = adjusted
    self.patientShare = patientShare
    self.denied = denied
    self.isPosted = isPosted
    self.stagingReasons = stagingReasons
    self.item = item
  }
}
