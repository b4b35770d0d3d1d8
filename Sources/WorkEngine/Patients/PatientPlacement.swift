import Billing

/// The money of patients as work (domain reference 5.12): one item a patient.
enum PatientPlacement {
  static func place(_ story: PatientStory, rules: RuleBook, on today: Day) -> Placement? {
    guard story.open > .zero else { return nil }
    let reading = PatientReading(story, rules: rules, on: today)
    let decided = DecisionReading(story.decisions)
    let step = Step(reading, rules.patients)
    var (lane, tier) = (Lane.work, step.tier)
    var followUp: Day?
    var why = [step.words] + reading.reasons
    if !reading.protected.isEmpty, !reading.billable.isEmpty {
      why.append("\(reading.billableAmount) of \(story.open) may be asked for.")
    }
    if decided.isWithLead { lane = .lead }
    var waits: [(day: Day, words: String)] = []
    if let day = step.comesBack { waits.append((day, "Nothing to do before")) }
    if let pause = decided.pause, let day = decided.pauseEnd(rules) {
      waits.append((day, "\(pause.verb.title) on \(pause.on)"))
    }
    for wait in waits where wait.day > today {
      followUp = max(followUp ?? wait.day, wait.day)
      lane = .waiting
      why.append("\(wait.words): it comes back on \(wait.day).")
    }
    if decided.isPinned { tier = .pinned }
    return Placement(
      queue: .patientBalances, lane: lane, tier: tier, governing: nil, deadlines: [],
      balance: story.open, expected: reading.stage == .notBillable ? .zero : reading.billableAmount,
      reasonCode: step.code, reason: step.reason, followUpOn: followUp, why: why)
  }

  /// What is next, in words and rank.
  private struct Step {
    var code: String
    var reason: String
    var words: String
    var tier: Tier
    var comesBack: Day?

    init(_ reading: PatientReading, _ settings: PatientSettings) {
      let amount = reading.billableAmount
      switch reading.stage {
      case .notBillable:
        code = "not billed"
        reason = "The patient may not be asked for it."
        words = "No statement goes out."
        tier = .noDeadline
      case .statementDue(let number):
        code = "statement \(number)"
        reason = "Statement \(number) for \(amount) is due."
        words = "A statement goes out every \(settings.statementCycleDays) days."
        tier = .month
      case .statementSent(let next):
        code = reading.statements.isEmpty ? "paid in part" : "statement sent"
        reason = "\(amount) is awaited from the patient."
        words = "The next step is due on \(next)."
        tier = .month
        comesBack = next
      case .agencyDue:
        code = "agency"
        reason = "\(settings.statementsBeforeAgency) statements went unanswered: \(amount)."
        words = "Call, give it to the agency, or write it off."
        tier = .twoWeeks
      case .promised(let day):
        code = (reading.plan?.count ?? 1) > 1 ? "plan" : "promised"
        reason = "A payment is promised for \(day)."
        words = "It is looked at again \(settings.promiseGraceDays) days after that."
        tier = .month
        comesBack = day.adding(days: settings.promiseGraceDays + 1)
      case .promiseBroken(let day):
        code = "promise broken"
        reason = "The payment promised for \(day) did not come."
        words = "Call, agree on a new plan, or send a statement."
        tier = .week
      }
    }
  }
}
