/// A check of a claim before it is sent: what common validators let pass and payers refuse.
///
/// Each name is the sentence that a clean claim fulfils.
package enum ClaimEdit: String, CaseIterable, Sendable {
  case controlNumberHasOneToTwentyCharacters
  case chargeIsSumOfLines
  case providerNumberHasRightCheckDigit
  case diagnosisHasFormOfIcd10
  case pointerNamesDiagnosisOfClaim
  case frequencyIsOriginalReplacementOrVoid
  case replacementNamesPayersClaim
  case stateIsKnown
  case zipHasFiveOrNineDigits
  case patientHasBirthDateAndSex
  case textIsInPlainCapitals
  case lineHasAtMostFourModifiers
  case coverageModifiersStandAlone
  case noteHasAtMostEightyCharacters
  case lineHasServiceDate
  case unitsAreMoreThanZero
  case claimHasOneToFiftyLines
  case payerHasNumber
  case everyPartyHasAName
  case subscriberHasMemberNumber
  case medicareNumberHasItsForm
  case patientHasAddress
  case billingAddressIsStreet
  case medicareLineNamesOrderingProvider
  case textFitsItsElement

  /// What this check finds in a claim, nothing when the claim is clean.
  package func findings(in claim: Claim837P) -> [ClaimEditFinding] {
    switch self {
    case .controlNumberHasOneToTwentyCharacters: controlNumber(claim)
    case .chargeIsSumOfLines: charge(claim)
    case .providerNumberHasRightCheckDigit: providerNumbers(claim)
    case .diagnosisHasFormOfIcd10: diagnoses(claim)
    case .pointerNamesDiagnosisOfClaim: pointers(claim)
    case .frequencyIsOriginalReplacementOrVoid: frequency(claim)
    case .replacementNamesPayersClaim: replacement(claim)
    case .stateIsKnown: states(claim)
    case .zipHasFiveOrNineDigits: zips(claim)
    case .patientHasBirthDateAndSex: demographics(claim)
    case .textIsInPlainCapitals: capitals(claim)
    case .lineHasAtMostFourModifiers: modifierCount(claim)
    case .coverageModifiersStandAlone: coverageModifiers(claim)
    case .noteHasAtMostEightyCharacters: notes(claim)
    case .lineHasServiceDate: serviceDates(claim)
    case .unitsAreMoreThanZero: units(claim)
    case .claimHasOneToFiftyLines: lineCount(claim)
    case .payerHasNumber: payerNumber(claim)
    case .everyPartyHasAName: names(claim)
    case .subscriberHasMemberNumber: memberNumber(claim)
    case .medicareNumberHasItsForm: medicareNumber(claim)
    case .patientHasAddress: patientAddress(claim)
    case .billingAddressIsStreet: billingStreet(claim)
    case .medicareLineNamesOrderingProvider: orderingProviders(claim)
    case .textFitsItsElement: lengths(claim)
    }
  }

  /// What all checks find in a claim.
  package static func findings(in claim: Claim837P) -> [ClaimEditFinding] {
    allCases.flatMap { $0.findings(in: claim) }
  }

  func finding(
    _ severity: Severity = .error, loop: String, element: String, line: Int? = nil,
    _ message: String
  ) -> ClaimEditFinding {
    ClaimEditFinding(
      edit: self, severity: severity, loop: loop, element: element, line: line, message: message)
  }
}

/// What a check found.
package struct ClaimEditFinding: Equatable, Sendable {
  /// The check.
  package var edit: ClaimEdit
  /// An error would be refused; a warning is put right when the claim is written.
  package var severity: Severity
  /// The loop of 005010X222A1, such as `2420E`.
  package var loop: String
  /// The element, such as `NM109`.
  package var element: String
  /// The line's number from 1, nil when it is about the whole claim.
  package var line: Int?
  /// Plain words.
  package var message: String
}
