package import Billing

/// A question that one person asked and another answers.
package struct ApprovalStory: Equatable, Sendable {
  package var approval: Approval
  /// Decisions that stand, oldest first.
  package var decisions: [RecordedDecision]

  package init(approval: Approval, decisions: [RecordedDecision]) {
    self.approval = approval
    self.decisions = decisions
  }

  /// How it was answered: granted, refused, or not yet.
  package var answer: RecordedDecision? {
    decisions.last { $0.verb == .grant || $0.verb == .refuse }
  }
}

extension ApprovalPurpose {
  /// The queue whose work it lets go on.
  package var queue: QueueName {
    switch self {
    case .reopenClose: .cashPosting
    case .refund, .patientWriteOff: .creditBalances
    }
  }
}

extension ApprovalStory: SubjectStory {
  var words: String { "an approval" }

  /// With a lead until somebody who may has answered.
  func placement(rules: RuleBook, on today: Day) -> Placement? {
    guard answer == nil else { return nil }
    var draft = PlacementDraft(
      queue: approval.purpose.queue, limit: nil, balance: approval.amount,
      expected: approval.amount, decisions: decisions, rules: rules, on: today)
    draft.reasonCode = "approval"
    draft.reason =
      "\(approval.askedBy) asks: \(approval.purpose.title.lowercased()) "
      + "\(approval.about), \(approval.reason)"
    draft.why.append("\(approval.askedBy) asked on \(approval.askedOn): \(approval.reason).")
    draft.why.append("A supervisor who did not ask decides it.")
    var placement = draft.placement()
    if placement.lane == .work { placement.lane = .lead }
    return placement
  }

  func draft(in situation: Situation) -> AdviceDraft {
    AdviceDraft(.grant, "Look at what is asked, and grant or refuse it.", [])
  }

  func menu(in situation: Situation) -> [DecisionVerb] { [.grant, .refuse] }
}
