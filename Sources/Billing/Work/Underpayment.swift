/// What a payer allowed for a claim less than was expected, line by line (domain 5.12, point 11).
package struct Underpayment: Equatable, Sendable {
  package var claim: ClaimID
  package var lines: [Line]
  /// In cents, paid on the claim by later answers of the payer.
  package var paidSince: Cents

  package init(claim: ClaimID, lines: [Line], paidSince: Cents = .zero) {
    self.claim = claim
    self.lines = lines
    self.paidSince = paidSince
  }

  /// What is still missing, in cents.
  package var shortfall: Cents {
    max(.zero, lines.map(\.shortfall).total() - max(.zero, paidSince))
  }

  /// One line that was allowed too little.
  package struct Line: Equatable, Sendable {
    /// The line of the claim, from 1.
    package var number: Int
    package var procedure: ProcedureCode
    /// In cents, for all units.
    package var allowed: Cents
    package var expected: Cents
    package var source: Source
    /// The remittance that said so, and the date of its notice.
    package var traceNumber: String
    package var noticeOn: Day

    package init(
      number: Int, procedure: ProcedureCode, allowed: Cents, expected: Cents, source: Source,
      traceNumber: String, noticeOn: Day
    ) {
      self.number = number
      self.procedure = procedure
      self.allowed = allowed
      self.expected = expected
      self.source = source
      self.traceNumber = traceNumber
      self.noticeOn = noticeOn
    }

    package var shortfall: Cents { expected - allowed }
  }

  /// Where the expected amount comes from.
  package enum Source: String, Sendable, CaseIterable {
    /// A fee schedule that the office loaded and trusts.
    case contract
    /// What the payer allowed for the code in most of its last answers.
    case learnt
  }
}

/// An underpayment with its claim and what people decided, as placement needs it.
package struct UnderpaymentStory: Equatable, Sendable {
  package var underpayment: Underpayment
  package var claim: ClaimStory
  /// Decisions about the underpayment that stand, oldest first.
  package var decisions: [RecordedDecision]

  package init(
    underpayment: Underpayment, claim: ClaimStory, decisions: [RecordedDecision] = []
  ) {
    self.underpayment = underpayment
    self.claim = claim
    self.decisions = decisions
  }
}
