import Billing

/// How far a claim has climbed the ladder of appeals, and what is pending beside it.
///
/// A reopening is no step of the ladder and stops no clock of it (domain reference 2.3).
struct AppealHistory {
  /// The level that comes next, nil while an appeal is pending, was won, or none is left.
  private(set) var nextLevel: AppealLevel? = .first
  /// Notice date of the decision that the next level would contest.
  private(set) var decidedOn: Day?
  /// Notice date of a dismissal that nothing followed.
  private(set) var dismissedOn: Day?
  /// Whether an appeal was filed about the determination that stands.
  private(set) var wasMade = false
  /// The appeal whose decision is awaited.
  private(set) var pendingAppeal: RecordedDecision?
  /// The reopening whose decision is awaited.
  private(set) var pendingReopening: RecordedDecision?

  /// The appeal or, without one, the reopening whose decision is awaited.
  var pending: RecordedDecision? { pendingAppeal ?? pendingReopening }

  init(_ story: ClaimStory, answers: [Adjudication]) {
    if let reopening = Self.last(.reopen, in: story),
      Self.outcome(of: reopening, in: story) == nil,
      !answers.contains(where: { $0.sequence > reopening.sequence })
    {
      pendingReopening = reopening
    }
    guard let appeal = Self.last(.appeal, in: story) else { return }
    wasMade = true
    let outcome = Self.outcome(of: appeal, in: story)
    let answer = answers.last { $0.sequence > appeal.sequence }
    if outcome == nil, answer == nil {
      pendingAppeal = appeal
      nextLevel = nil
      return
    }
    let notice = outcome.map { $0.noticeOn ?? $0.on } ?? answer?.noticeOn
    let level = appeal.appealLevel ?? .first
    switch outcome?.outcome {
    case .favorable: nextLevel = nil
    case .dismissed:
      nextLevel = level
      dismissedOn = notice
      decidedOn = Self.earlierDecision(story, before: appeal)
    case .unfavorable, .partlyFavorable, nil:
      nextLevel = AppealLevel(rawValue: level.rawValue + 1)
      decidedOn = notice
    }
  }

  /// The last contest of a kind, unless a new claim followed: that is a new initial determination
  /// with a ladder of its own.
  private static func last(_ verb: DecisionVerb, in story: ClaimStory) -> RecordedDecision? {
    guard let contest = story.decisions.last(where: { $0.verb == verb }) else { return nil }
    let isSentAgain =
      story.decisions.contains { $0.verb.isSending && $0.sequence > contest.sequence }
      || story.submissions.contains { $0.sentOn > contest.on }
    return isSentAgain ? nil : contest
  }

  private static func outcome(
    of contest: RecordedDecision, in story: ClaimStory
  ) -> RecordedDecision? {
    story.decisions.last { $0.verb == .appealOutcome && $0.sequence > contest.sequence }
  }

  private static func earlierDecision(
    _ story: ClaimStory, before contest: RecordedDecision
  ) -> Day? {
    story.decisions.last { $0.verb == .appealOutcome && $0.sequence < contest.sequence }
      .map { $0.noticeOn ?? $0.on }
  }
}
