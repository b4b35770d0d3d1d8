import Billing

/// What a payer's answers leave open, and from which notice their clocks run.
struct AnswerReading {
  private let story: ClaimStory
  private let answers: [Adjudication]
  private let rules: RuleBook

  init(_ story: ClaimStory, answers: [Adjudication], rules: RuleBook) {
    self.story = story
    self.answers = answers
    self.rules = rules
  }

  /// The answers of the payer that the claim is with, or of those after it, oldest first.
  static func answers(of story: ClaimStory, atNextLevel isNext: Bool) -> [Adjudication] {
    story.adjudications.filter { answer in
      let order = answer.status.sequence?.order ?? story.sequence.order
      return (order > story.sequence.order) == isNext && (isNext || story.isOfItsPayer(answer))
    }.sorted { $0.sequence < $1.sequence }
  }

  /// The denials that nobody has acted on.
  ///
  /// An answer about the whole claim replaces earlier ones; one about some lines adds to them. A
  /// denial as duplicate counts only where no real answer is among those looked at.
  ///
  /// With `afterAllAnswers` the answers before the last decision count too, because an appeal keeps
  /// the denials that it contests.
  func openDenials(afterAllAnswers: Bool) -> [OpenDenial] {
    var found: [OpenDenial] = []
    var duplicates: [OpenDenial] = []
    var lines: Set<Int> = []
    var hasRealAnswer = false
    for answer in (afterAllAnswers ? answers : undecided).reversed() {
      let denials = answer.denials.map { OpenDenial(denial: $0, answer: answer) }
      if rules.isDuplicateDenial(answer) {
        duplicates += denials
        continue
      }
      hasRealAnswer = true
      found += denials.filter { !lines.contains($0.denial.line) }
      lines.formUnion(denials.map(\.denial.line))
      if answer.charge >= story.charge { break }
    }
    return hasRealAnswer ? found : duplicates
  }

  /// The notice date from which appeal and reopening limits run (domain reference 2.6 rule 4).
  ///
  /// Only a new initial determination starts a clock: neither a denial as duplicate nor a second
  /// answer under the same payer claim control number does.
  func determinedOn(for denials: [OpenDenial]) -> Day? {
    let real = denials.map(\.answer).filter { !rules.isDuplicateDenial($0) }
    let sources =
      real.isEmpty ? answers.last { !rules.isDuplicateDenial($0) }.map { [$0] } ?? [] : real
    return sources.map(firstNotice).min()
  }

  private func firstNotice(of answer: Adjudication) -> Day {
    guard !answer.payerControlNumber.isEmpty else { return answer.noticeOn }
    return answers.filter {
      $0.payerControlNumber == answer.payerControlNumber && !rules.isDuplicateDenial($0)
    }.map(\.noticeOn).min() ?? answer.noticeOn
  }

  private var undecided: [Adjudication] {
    let decided = story.decisions.last { $0.verb.isSending || $0.verb.isContest }
    let newer = answers.filter { $0.sequence > decided?.sequence ?? .min }
    guard let lastSending = story.submissions.map(\.sentOn).max() else { return newer }
    let sinceSending = newer.filter { $0.noticeOn >= lastSending }
    return sinceSending.isEmpty ? newer : sinceSending
  }
}

extension RuleBook {
  /// Denied only because an earlier claim was the same.
  func isDuplicateDenial(_ answer: Adjudication) -> Bool {
    !answer.denials.isEmpty
      && answer.denials.allSatisfy { hasTrait(.duplicate, $0.adjustment.reason) }
  }

  /// Whether a reason code has a trait in any of its rows.
  func hasTrait(_ trait: DenialTrait, _ carc: String) -> Bool {
    playbookPlaces(carc: carc).contains { playbook[$0].traits.contains(trait) }
  }
}
