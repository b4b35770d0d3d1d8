import Billing

/// Sends what the first payer left to the next one.
struct BillNext: Verb {
  let name = DecisionVerb.billNext
  let title = "Bill the next payer"
  let help = "Sends the open balance to the next payer."
  let subjects: Set<SubjectKind> = [.claim]
  let traits: VerbTraits = [.many]

  func refusal(in situation: Situation) -> String? {
    situation.actions?.obstacle(to: name)
  }

  func read(_ fields: inout FieldReader) throws(FieldFault) -> Decision.Act { .billNext }

  func followUpDays(in situation: Situation) -> Int? {
    situation.reading?.story.nextPayer.flatMap { situation.rules.followUps[$0.family]?.firstDays }
  }
}
