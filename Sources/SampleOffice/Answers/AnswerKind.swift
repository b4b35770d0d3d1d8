import Billing

/// How a payer answers a claim on a remittance.
enum AnswerKind: UInt8, Sendable, CaseIterable {
  case paid
  /// Some lines denied, or all of them: ``RemittanceEntry/denial`` says why.
  case denied
  case lineDenied
  /// Denied with adjustments of the claim and no lines at all.
  case deniedWithoutLines
  /// Allowed well below the contract.
  case paidShort
  /// Paid for fewer units than were delivered.
  case unitsCut
  /// Paid, but CLP01 does not come back as it was sent.
  case garbledNumber
  /// Paid on a charge that is not the one that was billed.
  case chargeDiffers
  /// Paid with the modifiers left out and without line numbers.
  case modifiersDropped
  /// Paid under another code, SVC06 names the one that was billed.
  case codeChanged
  case predetermination
  case notOurs
  /// A claim that this office never sent.
  case foreign
  /// The next payer's answer after a crossover.
  case secondary
  /// The next payer pays as if it were the first: the claim is overpaid.
  case secondaryAsPrimary
  /// An earlier payment is taken back and a corrected result follows in the same remittance.
  case reversalAndCorrection
  /// An earlier payment is taken back; the correction comes later.
  case reversal
  case correction
  /// Taken back, but the money is asked for later (PLB WO).
  case reversalWithRecoveryLater
}

/// One claim that waits for its remittance.
struct RemittanceEntry: Sendable {
  var key: ClaimKey
  var kind: AnswerKind
  /// Place in ``DenialKind/table``.
  var denial: UInt8 = 0
  /// Place in ``PayerTable/all``.
  var payer: UInt8
  /// Day on which the payer took the claim; part of the payer's number for it.
  var acceptedOn: Day
}
