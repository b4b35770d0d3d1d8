/// What the generated files say, counted while they were made, so that an import can be checked.
///
/// Amounts are cents.
package struct SampleTruth: Equatable, Sendable {
  /// Files by kind.
  package var claimFiles = 0
  package var implementationAcknowledgmentFiles = 0
  package var interchangeAcknowledgmentFiles = 0
  package var claimAcknowledgmentFiles = 0
  package var remittanceFiles = 0

  /// Claims sent in 837P files, each with a control number of its own, and their charges.
  package var claimsSent = 0
  package var chargeSent: Int64 = 0
  /// Transaction sets that a 999 rejects, and the claims in them.
  package var setsRejected = 0
  package var claimsInRejectedSets = 0
  /// Claims in files whose envelope was refused (TA1 R).
  package var claimsInRefusedFiles = 0
  /// Claims that a 277CA of a clearinghouse or payer rejects.
  package var claimsRejected = 0
  /// Claims that no 277CA ever names although the 999 let them through.
  package var claimsNeverAcknowledged = 0

  /// Remittances (835 transaction sets) without repeats.
  package var remittances = 0
  /// The sum of BPR02 over them.
  package var payment: Int64 = 0
  /// Remittances that came again in another file.
  package var repeatedRemittances = 0
  /// Remittances that do not balance at some level, by plan.
  package var unbalancedRemittances = 0
  /// Remittances without money (BPR04 NON).
  package var zeroPayments = 0
  /// CLP loops in the remittances without repeats.
  package var remittanceClaims = 0
  /// Claims answered as the first payer, of those that the office sent.
  package var claimsAnswered = 0
  package var claimsDenied = 0
  package var claimsWithDeniedLines = 0
  package var claimsPaidShort = 0
  package var reversals = 0
  package var corrections = 0
  package var crossovers = 0
  /// Answers of a next payer after a crossover.
  package var secondaryAnswers = 0
  /// Claims that two payers paid as the first.
  package var doublePayments = 0
  /// Answered claims that the office never sent.
  package var foreignClaims = 0
  /// CLP01 came back wrong; the payer's number is right.
  package var garbledControlNumbers = 0
  package var chargesThatDiffer = 0
  /// Predeterminations and claims of others.
  package var informationalClaims = 0
  /// PLB amounts by their reason code.
  package var providerAdjustments: [String: Int] = [:]
  /// Claims that wait for the next payer's answer after a crossover.
  package var crossoversUnanswered = 0
  /// Claims whose next payer has to be billed by the office.
  package var nextPayerUnbilled = 0

  package init() {}

  /// All files together.
  package var files: Int {
    claimFiles + implementationAcknowledgmentFiles + interchangeAcknowledgmentFiles
      + claimAcknowledgmentFiles + remittanceFiles
  }

  /// Claims that were refused before anybody judged them: the Rejections queue.
  package var rejections: Int { claimsInRejectedSets + claimsInRefusedFiles + claimsRejected }

  /// Claims that were sent and not refused, and that no payer has answered: A/R follow-up.
  package var claimsUnanswered: Int { claimsSent - rejections - claimsAnswered }

  /// Claims of remittances that a person has to place, and what no claim explains.
  package var cashExceptions: Int {
    reversals + corrections + foreignClaims + chargesThatDiffer + informationalClaims
      + unbalancedRemittances
      + providerAdjustments.reduce(0) { $0 + ($1.key == "L6" ? 0 : $1.value) }
  }

  /// Open pieces of work that should result, by what made them; near, since one claim can have more
  /// than one reason and holds one place only.
  package var openWork: Int {
    rejections + claimsUnanswered + crossoversUnanswered + nextPayerUnbilled + claimsDenied
      + claimsWithDeniedLines + claimsPaidShort + cashExceptions + doublePayments
  }
}
