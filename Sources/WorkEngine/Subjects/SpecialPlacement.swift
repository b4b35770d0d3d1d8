import Billing

/// Where work waits that the calendar brings (queue 10 of domain reference 1.4).
enum SpecialPlacement {
  static func place(_ story: SpecialStory, rules: RuleBook, on today: Day) -> Placement? {
    let due = story.work.due
    let expected = due.items.map(\.expected).total()
    var draft = PlacementDraft(
      queue: .special, limit: limit(due), balance: expected, expected: expected,
      decisions: story.decisions, rules: rules, on: today)
    draft.reasonCode = due.kind.rawValue
    draft.reason = due.reason
    draft.why.append("\(due.kind.title): \(due.reason.asSentence)")
    if !due.needs.isEmpty {
      draft.why.append(
        "Before anything is charged it needs: "
          + due.needs.map(\.title).joined(separator: ", ") + ".")
    }
    switch story.work.standing {
    case .open:
      draft.wait(until: due.opensOn, or: "It may be worked since \(due.opensOn).")
    case .answered:
      draft.why.append(answers(story.work))
      draft.wait(until: due.dueOn, or: "It may be shipped or charged since \(due.dueOn).")
    case .done, .declined, .lapsed: return nil
    }
    return draft.placement()
  }

  /// The last day that makes sense, as the limit that ranks the item.
  ///
  /// An authorization ranks by its end, so that it rises at 30, 14 and 7 days; what it leaves
  /// uncovered must still be renewed afterwards, so that the work does not expire with it.
  private static func limit(_ due: SpecialDue) -> Deadline? {
    if due.kind == .authorizationRenewal {
      return Deadline(
        kind: .documentRequest, safe: due.dueOn.adding(days: -1).previousBusinessDay,
        legal: due.dueOn.adding(years: 1), reason: "Nothing authorized from \(due.dueOn)",
        ruleID: "", isVerified: true)
    }
    return due.closesOn.map {
      Deadline(
        kind: .documentRequest, safe: $0.previousBusinessDay, legal: $0,
        reason: "\(due.kind.title), window of \(due.dueOn)", ruleID: "", isVerified: true)
    }
  }

  private static func answers(_ work: SpecialWork) -> String {
    let wanted = work.answers.filter { $0.units > 0 }.map { "\($0.units) x \($0.code)" }
    return wanted.isEmpty
      ? "The patient answered." : "The patient wants " + wanted.joined(separator: ", ") + "."
  }
}
