package import Billing

/// How far giving back a credit has come, by the decisions that stand (domain reference 5.11).
package struct CreditReading: Equatable, Sendable {
  package enum Stage: Equatable, Sendable {
    case open
    case investigating
    /// Asked for, by whom, and not judged yet.
    case requested(RefundRequest, by: String)
    case approved(RefundRequest, by: String, askedBy: String)
    /// The payer will take it back, under this reference.
    case awaitingRecoupment(String)
  }

  package private(set) var stage = Stage.open
  /// The first day of a good-faith investigation.
  package private(set) var investigatedFrom: Day?
  /// The day on which it was known what is owed: somebody asked for the refund, or found another way.
  package private(set) var concludedOn: Day?
  /// Whoever refused the last request, with why; empty where nobody did.
  package private(set) var refused = ""
  /// The step that brought the stage about.
  package private(set) var last: RecordedDecision?

  package init(_ story: CreditStory) {
    let newestAnswer = story.claim.adjudications.map(\.sequence).max() ?? .min
    for decision in story.decisions {
      guard case .refund(let step)? = decision.act else { continue }
      take(step, decision)
    }
    // What a payer was to take back is another matter once a newer answer made a credit.
    if case .awaitingRecoupment = stage, let last, last.sequence < newestAnswer {
      stage = .open
    }
  }

  private mutating func take(_ step: RefundStep, _ decision: RecordedDecision) {
    last = decision
    switch step {
    case .investigate(let day):
      investigatedFrom = day
      concludedOn = nil
      stage = .investigating
    case .request(let request):
      conclude(decision.on)
      refused = ""
      stage = .requested(request, by: decision.user)
    case .approve:
      guard case .requested(let request, let asker) = stage else { return }
      stage = .approved(request, by: decision.user, askedBy: asker)
    case .refuse:
      refused = decision.user + (decision.note.isEmpty ? "" : ": " + decision.note)
      stage = .open
    case .sent, .transfer:
      conclude(decision.on)
      stage = .open
    case .recoup(let reference):
      conclude(decision.on)
      stage = .awaitingRecoupment(reference)
    }
  }

  private mutating func conclude(_ day: Day) {
    if investigatedFrom != nil, concludedOn == nil { concludedOn = day }
  }

  /// The request that was asked for or approved.
  package var request: RefundRequest? {
    switch stage {
    case .requested(let request, _), .approved(let request, _, _): request
    default: nil
    }
  }

  /// The limits of a refund, later by as many days as an investigation suspends them.
  ///
  /// The suspension ends when it is known what is owed, and at the latest so many days after the
  /// credit was identified as the row of the limit says.
  func suspending(_ limits: [Deadline], identified: Day?, rules: RuleBook) -> [Deadline] {
    guard let from = investigatedFrom, let identified else { return limits }
    return limits.map { limit in
      let most = rules.deadlines.first { $0.id == limit.ruleID }?.suspensionDays ?? 0
      let begin = max(from, identified)
      let last = identified.adding(days: most)
      let end = min(concludedOn ?? last, last)
      guard most > 0, begin < end, begin <= limit.legal else { return limit }
      var later = limit
      later.legal = limit.legal.adding(days: end - begin)
      later.safe = limit.safe.adding(days: end - begin).previousBusinessDay
      later.reason += ", suspended from \(begin) to \(end)"
      return later
    }
  }

  /// What usually comes next.
  var nextStep: RefundStep.StepWord {
    switch stage {
    case .open, .investigating: .request
    case .requested: .approve
    case .approved: .sent
    case .awaitingRecoupment: .request
    }
  }
}

/// Who may approve what somebody asked for: anybody of the office but whoever asked.
package enum SecondPerson {
  /// Why a person may not approve it; nil where they may.
  package static func refusal(askedBy asker: String, by user: OfficeUser) -> String? {
    asker == user.name ? "You asked for it: another person approves or refuses." : nil
  }
}
