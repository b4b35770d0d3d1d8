/// What a person says about the posting of an answer, beside what is proposed.
package struct PostingInstructions: Equatable, Sendable {
  /// Where a line of the answer goes, by its position from 1.
  package enum LineTarget: Equatable, Sendable {
    /// To these lines of the claim, divided by their charges where they are several.
    case lines([Int])
    /// Its amounts stay in suspense.
    case held
  }

  /// How an answer is meant that another one of the same payer stands before.
  package enum Meaning: String, Sendable, CaseIterable {
    /// It takes the place of the answer before it, whose money the payer will take back.
    case correction
    /// It is paid besides: what is more than is open belongs to the payer.
    case another
  }

  package var lines: [Int: LineTarget]
  /// Nil for what the facts say.
  package var meaning: Meaning?
  /// What a remittance is that looks like another one; nil for what is proposed.
  package var look: LookAlikeAnswer?

  package init(
    lines: [Int: LineTarget] = [:], meaning: Meaning? = nil, look: LookAlikeAnswer? = nil
  ) {
    self.lines = lines
    self.meaning = meaning
    self.look = look
  }
}

/// What a remittance is that differs little from one that was read before.
package enum LookAlikeAnswer: String, Sendable, CaseIterable {
  /// The same payment read once more: nothing of it counts.
  case same
  /// The payer's corrected file: it takes the place of the earlier one.
  case correction
  /// A payment of its own.
  case another

  package var title: String {
    switch self {
    case .same: "the same check, read once more"
    case .correction: "its corrected file: it takes its place"
    case .another: "another payment"
    }
  }
}
