package import Billing

/// Everything that decides how a staged answer is posted: the claim, its answers, what people did.
package struct PostingCase: Equatable, Sendable {
  /// With what is open on its lines now.
  package var claim: Claim
  /// The answers that are one piece of work, in the order in which they are posted.
  package var staged: [StagedAnswer]
  /// Answers that were posted, oldest first, with those that await their take-back.
  package var posted: [PostedAnswer]
  /// Reversals that were posted without their originals, and stand against what the payer recovers.
  package var unfound: [PostedAnswer] = []
  /// What people gave up of each line and what they moved to the patient, in cents.
  package var writtenOff: [ClaimLineID: Cents]
  package var movedToPatient: [ClaimLineID: Cents]
  package var instructions: PostingInstructions

  package init(
    claim: Claim, staged: [StagedAnswer], posted: [PostedAnswer] = [],
    writtenOff: [ClaimLineID: Cents] = [:], movedToPatient: [ClaimLineID: Cents] = [:],
    instructions: PostingInstructions = PostingInstructions()
  ) {
    self.claim = claim
    self.staged = staged
    self.posted = posted
    self.writtenOff = writtenOff
    self.movedToPatient = movedToPatient
    self.instructions = instructions
  }
}

/// An answer that waits, with what its remittance says of it.
package struct StagedAnswer: Equatable, Sendable {
  package var id: RemitClaimID
  package var remittance: RemittanceID
  /// Date of the notice, DTM*405.
  package var noticeOn: Day
  package var answer: RemittanceClaim
  /// Whether a payer after the claim's own gives it.
  package var isNextLevel: Bool
  /// Whether a payer comes after the one that answers.
  package var hasNextPayer: Bool
  /// Lines of the answer, by position from 1, that alone are left to be posted; empty for all.
  package var leftLines: Set<Int>
  /// Whether it is posted as proposed: what a person says is about the answers after it.
  package var isProposed = false

  package init(
    id: RemitClaimID, remittance: RemittanceID, noticeOn: Day, answer: RemittanceClaim,
    isNextLevel: Bool, hasNextPayer: Bool, leftLines: Set<Int> = []
  ) {
    self.isNextLevel = isNextLevel
    self.id = id
    self.remittance = remittance
    self.noticeOn = noticeOn
    self.answer = answer
    self.hasNextPayer = hasNextPayer
    self.leftLines = leftLines
  }
}

/// An answer that was posted, as the books have it now.
package struct PostedAnswer: Equatable, Sendable {
  package var id: RemitClaimID
  package var remittance: RemittanceID
  package var noticeOn: Day
  package var answer: RemittanceClaim
  /// Whether a payer after the claim's own gave it.
  package var isNextLevel: Bool
  /// What it stands for in the books: one amount for each account and line.
  package var effect: [Posting]
  /// Whether a correction took its place already, and the payer has yet to take its money back.
  package var awaitsTakeBack: Bool

  package init(
    id: RemitClaimID, remittance: RemittanceID, noticeOn: Day, answer: RemittanceClaim,
    isNextLevel: Bool, effect: [Posting], awaitsTakeBack: Bool = false
  ) {
    self.id = id
    self.remittance = remittance
    self.noticeOn = noticeOn
    self.answer = answer
    self.isNextLevel = isNextLevel
    self.effect = effect
    self.awaitsTakeBack = awaitsTakeBack
  }
}
