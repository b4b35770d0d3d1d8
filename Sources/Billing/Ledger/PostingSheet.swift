/// What a staged answer will post, line by line, and what stays open afterwards (domain 5.12).
///
/// Enter posts exactly this. What the answer says and the sheet does not post stands in the notes,
/// with the reason.
package struct PostingSheet: Equatable, Sendable {
  /// The entries in the order in which they are posted.
  package var steps: [PostingStep] = []
  /// What each answer says, line by line, and where it goes.
  package var lines: [SheetLine] = []
  /// What is not posted and why, and what differs.
  package var notes: [String] = []
  /// What becomes of the answers that are posted by it.
  package var results: [AnswerResult] = []
  /// Earlier answers that fall with it.
  package var takenBack: [RemitClaimID] = []
  /// Each line of the claim before and after.
  package var balances: [LineChange] = []
  /// Why it cannot be posted as it stands; nil where it can.
  package var problem: Problem?
  /// What an answer is taken for that another one of the same payer stands before, where that is a
  /// choice.
  package var meaning: PostingInstructions.Meaning?

  package init() {}

  /// Why a sheet cannot be posted, with what to do.
  package struct Problem: Equatable, Sendable {
    package var sentence: String
    /// The line of the answer that has no place, by position from 1.
    package var line: Int?

    package init(_ sentence: String, line: Int? = nil) {
      self.sentence = sentence
      self.line = line
    }
  }

  /// The balances of one line of the claim, before and after.
  package struct LineChange: Equatable, Sendable {
    package var line: ClaimLineID
    package var number: Int
    package var procedure: ProcedureCode
    package var before: LineBalances
    package var after: LineBalances

    package init(
      line: ClaimLineID, number: Int, procedure: ProcedureCode, before: LineBalances,
      after: LineBalances
    ) {
      self.line = line
      self.number = number
      self.procedure = procedure
      self.before = before
      self.after = after
    }
  }
}

/// One entry of a sheet.
package struct PostingStep: Equatable, Sendable {
  /// What it does, for people.
  package var title: String
  package var cause: PostingCause
  package var on: Day
  /// The answer that it is a part of: an earlier one where that is restated, none where a person's
  /// step is taken back, which stays so whatever becomes of the answer.
  package var answer: RemitClaimID?
  package var remittance: RemittanceID?
  /// Sums to zero.
  package var postings: [Posting]
  /// The answer whose posting it takes back as a whole.
  package var reverses: RemitClaimID?

  package init(
    title: String, cause: PostingCause, on: Day, answer: RemitClaimID? = nil,
    remittance: RemittanceID? = nil, postings: [Posting], reverses: RemitClaimID? = nil
  ) {
    self.title = title
    self.cause = cause
    self.on = on
    self.answer = answer
    self.remittance = remittance
    self.postings = postings
    self.reverses = reverses
  }
}

/// A line of an answer on the sheet; position 0 is the claim level.
package struct SheetLine: Equatable, Sendable {
  package var answer: RemitClaimID
  package var position: Int
  package var procedure: ProcedureCode
  package var charge: Cents
  package var paid: Cents
  package var reductions: [Reduction]
  /// Numbers of the claim's lines that it goes to; empty where it goes nowhere.
  package var targets: [Int]
  package var isHeld: Bool

  package init(
    answer: RemitClaimID, position: Int, procedure: ProcedureCode, charge: Cents, paid: Cents,
    reductions: [Reduction], targets: [Int], isHeld: Bool
  ) {
    self.answer = answer
    self.position = position
    self.procedure = procedure
    self.charge = charge
    self.paid = paid
    self.reductions = reductions
    self.targets = targets
    self.isHeld = isHeld
  }

  /// One reduction and what becomes of it.
  package struct Reduction: Equatable, Sendable {
    package var adjustment: Adjustment
    package var kind: ReductionKind

    package init(adjustment: Adjustment, kind: ReductionKind) {
      self.adjustment = adjustment
      self.kind = kind
    }
  }
}

/// What a posted answer leaves besides its entries.
package struct AnswerResult: Equatable, Sendable {
  package var id: RemitClaimID
  package var denied: [DeniedAmount]
  package var crossedOver: Bool
  package var allowed: [LearntAllowance]
  /// Lines that stay in suspense, by position from 1; empty where all of it is posted.
  package var heldLines: [Int]
  /// Whether it takes an earlier payment back.
  package var isReversal: Bool

  package init(
    id: RemitClaimID, denied: [DeniedAmount], crossedOver: Bool, allowed: [LearntAllowance],
    heldLines: [Int], isReversal: Bool
  ) {
    self.id = id
    self.denied = denied
    self.crossedOver = crossedOver
    self.allowed = allowed
    self.heldLines = heldLines
    self.isReversal = isReversal
  }
}

/// A refused amount, and the line of the answer that says so; position 0 is the claim level.
package struct DeniedAmount: Equatable, Sendable {
  package var position: Int
  package var denial: Denial

  package init(position: Int, denial: Denial) {
    self.position = position
    self.denial = denial
  }
}

/// What one reduction of a remittance is (domain reference 3.4).
package enum ReductionKind: String, Sendable, CaseIterable {
  /// Given up by contract or by law; written off at posting.
  case contractual
  /// Deductible, coinsurance, copay: moves to the next payer or the patient.
  case patientShare = "patient-share"
  /// Explains and is not posted.
  case informational
  /// Refused: stays open with the payer and needs work.
  case denial
}

/// What a payer allowed for one unit of a code.
package struct LearntAllowance: Equatable, Sendable {
  package var procedure: ProcedureCode
  /// In cents for one unit, rounded half up.
  package var unit: Cents
  /// The line of the claim, from 1.
  package var line: Int
  /// In cents, for all its units.
  package var total: Cents
  package var unitsInThousandths: Int64

  package init(
    procedure: ProcedureCode, unit: Cents, line: Int, total: Cents, unitsInThousandths: Int64
  ) {
    self.procedure = procedure
    self.unit = unit
    self.line = line
    self.total = total
    self.unitsInThousandths = unitsInThousandths
  }
}

extension PostingStep {
  /// What it moves on each account, in the order of its postings, in cents.
  package var totals: [(LedgerAccount, Cents)] {
    var totals: [(LedgerAccount, Cents)] = []
    for posting in postings {
      if let index = totals.firstIndex(where: { $0.0 == posting.account }) {
        totals[index].1 += posting.amount
      } else {
        totals.append((posting.account, posting.amount))
      }
    }
    return totals.filter { $0.1 != .zero }
  }
}
