extension SampleTruth {
  /// Counts what a payer says of one claim.
  mutating func count(_ answers: [AnsweredClaim], of entry: RemittanceEntry) {
    switch entry.kind {
    case .paid, .modifiersDropped, .codeChanged, .unitsCut: claimsAnswered += 1
    case .denied, .deniedWithoutLines:
      claimsAnswered += 1
      claimsDenied += 1
    case .lineDenied:
      claimsAnswered += 1
      claimsWithDeniedLines += 1
    case .paidShort:
      claimsAnswered += 1
      claimsPaidShort += 1
    case .garbledNumber:
      claimsAnswered += 1
      garbledControlNumbers += 1
    case .chargeDiffers:
      claimsAnswered += 1
      chargesThatDiffer += 1
    case .predetermination, .notOurs: informationalClaims += 1
    case .foreign: foreignClaims += 1
    case .secondary: secondaryAnswers += 1
    case .secondaryAsPrimary: doublePayments += 1
    case .reversal, .reversalWithRecoveryLater: reversals += 1
    case .correction: corrections += 1
    case .reversalAndCorrection:
      reversals += 1
      corrections += 1
    }
    crossovers += answers.count { $0.crossover != nil }
  }

  /// Counts a finished remittance.
  mutating func count(_ remittance: SampleRemittance) {
    remittances += 1
    payment += remittance.payment
    remittanceClaims += remittance.claims.count
    for adjustment in remittance.adjustments {
      providerAdjustments[adjustment.reason, default: 0] += 1
    }
  }
}
