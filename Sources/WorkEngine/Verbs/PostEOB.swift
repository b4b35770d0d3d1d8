import Billing

/// Posts a paper EOB that was typed: it has a form of its own, and counts as a remittance.
struct PostEOB: Verb {
  let name = DecisionVerb.postEOB
  let title = "Post a paper EOB"
  let help =
    "Posts what a poster typed from paper: a check, card, cash or transfer with its claims."
  let subjects: Set<SubjectKind> = [.remittance]
  let traits: VerbTraits = [.elsewhere]

  func refusal(in situation: Situation) -> String? {
    "A paper is typed on the remittances' screen, or with docket post eob."
  }

  func read(_ fields: inout FieldReader) throws(FieldFault) -> Decision.Act { .postEOB }
}
