import Billing

/// Allows what somebody else asked for.
struct GrantApproval: Verb {
  let name = DecisionVerb.grant
  let title = "Grant it"
  let help = "Allows what somebody else asked for."
  let subjects: Set<SubjectKind> = [.approval]
  let noteHelp = "What was looked at; may stay empty."

  func refusal(in situation: Situation) -> String? { ApprovalRules.refusal(in: situation) }
  func read(_ fields: inout FieldReader) throws(FieldFault) -> Decision.Act { .grant }
}

/// Refuses what somebody else asked for.
struct RefuseApproval: Verb {
  let name = DecisionVerb.refuse
  let title = "Refuse it"
  let help = "Refuses what somebody else asked for."
  let subjects: Set<SubjectKind> = [.approval]
  let traits: VerbTraits = [.explained]
  let noteHelp = "Say why it is refused."

  func refusal(in situation: Situation) -> String? { ApprovalRules.refusal(in: situation) }
  func read(_ fields: inout FieldReader) throws(FieldFault) -> Decision.Act { .refuse }
}

/// Who may answer, and once alone.
enum ApprovalRules {
  static func refusal(in situation: Situation) -> String? {
    guard case .approval(let story) = situation.story else { return nil }
    if let answer = story.answer {
      return "\(answer.user) has decided it on \(answer.on) (\(answer.verb.title))."
    }
    return situation.user.refusal(toAnswer: story.approval)
  }
}
