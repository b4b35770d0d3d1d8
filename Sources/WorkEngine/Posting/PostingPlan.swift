package import Billing

/// What is to happen with one claim of a remittance.
package enum PostingPlan: Equatable, Sendable {
  /// Everything fits: these are its postings and what it leaves to work.
  case post(ClaimPosting)
  /// A person must look at it first; the reasons are never empty.
  case stage([StagingReason])
}

/// The postings of one answer of a payer, and what it says.
package struct ClaimPosting: Equatable, Sendable {
  /// Sums to zero; without postings where nothing was paid or reduced.
  package var entry: JournalEntry
  /// What the payer refused: still open with it.
  package var denials: [Denial]
  /// For each line of the remittance, the position in the claim's lines.
  package var lineMatches: [Int?]
  /// Whether the payer passed the claim on to the next one.
  package var crossedOver: Bool
  /// What the payer allows for one unit, learnt from lines without a denial.
  package var allowed: [LearntAllowance]
}
