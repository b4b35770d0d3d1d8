import Billing

extension PatientStory: SubjectStory {
  var words: String { "a patient's balance" }

  func placement(rules: RuleBook, on today: Day) -> Placement? {
    PatientPlacement.place(self, rules: rules, on: today)
  }

  func draft(in situation: Situation) -> AdviceDraft {
    let reading = PatientReading(self, rules: situation.rules, on: situation.today)
    switch reading.stage {
    case .notBillable:
      return AdviceDraft(
        .patientWriteOff, "Bill the payer that owes it, or write it off.", reading.reasons)
    case .statementDue, .statementSent:
      return AdviceDraft(
        .statement, "It goes out with the next run of statements.",
        ["What payers leave is asked of the patient."])
    case .agencyDue:
      return AdviceDraft(
        .patientWriteOff, "Call once more, then give it to the agency.",
        ["Every statement went unanswered."])
    case .promised:
      return AdviceDraft(.payment, "Wait for the payment that is promised.", [])
    case .promiseBroken:
      return AdviceDraft(.plan, "Call, and agree on another day or a plan.", [])
    }
  }

  func menu(in situation: Situation) -> [DecisionVerb] {
    [.payment, .plan, .transferPayer, .patientWriteOff, .billingMark]
  }
}
