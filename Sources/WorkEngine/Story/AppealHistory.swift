import Billing

/// How far a claim has climbed the ladder of appeals.
struct AppealHistory {
  /// The level that comes next, nil while an appeal is pending, was won, or none is left.
  private(set) var nextLevel: AppealLevel? = .first
  /// Notice date of the decision that the next level would contest.
  private(set) var decidedOn: Day?
  /// Notice date of a dismissal that nothing followed.
  private(set) var dismissedOn: Day?
  /// The appeal or reopening whose decision is awaited.
  private(set) var pending: RecordedDecision?

  init(_ story: ClaimStory, answers: [Adjudication]) {
    guard let contest = story.decisions.last(where: { $0.verb.isContest }) else { return }
    // A new claim that was answered is a new initial determination with a ladder of its own.
    let isSentAgain =
      story.decisions.contains { $0.verb.isSending && $0.sequence > contest.sequence }
      || story.submissions.contains { $0.sentOn > contest.on }
    if isSentAgain { return }
    let outcome = story.decisions.last {
      $0.verb == .appealOutcome && $0.sequence > contest.sequence
    }
    let answer = answers.last { $0.sequence > contest.sequence }
    if outcome == nil, answer == nil {
      pending = contest
      nextLevel = nil
      return
    }
    let notice = outcome.map { $0.noticeOn ?? $0.on } ?? answer?.noticeOn
    guard contest.verb == .appeal else { return }
    let level = contest.appealLevel ?? .first
    switch outcome?.outcome {
    case .favorable: nextLevel = nil
    case .dismissed:
      nextLevel = level
      dismissedOn = notice
      decidedOn = Self.earlierDecision(story, before: contest)
    case .unfavorable, .partlyFavorable, nil:
      nextLevel = AppealLevel(rawValue: level.rawValue + 1)
      decidedOn = notice
    }
  }

  private static func earlierDecision(_ story: ClaimStory, before contest: RecordedDecision) -> Day?
  {
    story.decisions.last { $0.verb == .appealOutcome && $0.sequence < contest.sequence }
      .map { $0.noticeOn ?? $0.on }
  }
}
