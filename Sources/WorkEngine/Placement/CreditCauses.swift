package import Billing

extension CreditStory {
  /// What most likely made the credit, by the answers that stand (domain reference 5.11).
  package var likelyCause: CreditCause {
    let paid = claim.adjudications.filter { $0.paid > .zero }
    if case .patient = owner { return .patientAndPayerPaid }
    if case .nextPayer = owner { return .reversalAfterPaid }
    let own = paid.filter { claim.isOfItsPayer($0) }
    if own.count > 1 { return .duplicatePayment }
    if paid.count > own.count, !own.isEmpty { return .twoPrimaries }
    let total = paid.map(\.paid).total()
    if !paid.isEmpty, total <= claim.charge { return .contractualTooHigh }
    return .other
  }
}
