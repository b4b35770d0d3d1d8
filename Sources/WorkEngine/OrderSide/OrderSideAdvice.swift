package import Billing

/// Turns the state of a piece of the order side into the next best step.
package enum OrderSideAdvice {
  /// What to do about it; every verb of its menu comes with what forbids it.
  ///
  /// `fulfilment` is what the special processes say of `fulfil`.
  package static func advice(
    for story: OrderSideStory, fulfilment: Permission = OrderSideRules.unasked, rules: RuleBook,
    isSupervisor: Bool = false, on today: Day
  ) -> Advice {
    func permission(_ verb: DecisionVerb) -> Permission {
      OrderSideRules.permission(
        for: verb, story: story, fulfilment: fulfilment, isSupervisor: isSupervisor, on: today,
        rules: rules)
    }
    var draft =
      switch story {
      case .order(let story): OrderAdvice.draft(story)
      case .charge(let story): ChargeAdvice.draft(story, rules: rules, on: today)
      case .batch(let story): batch(story)
      case .special(let story): SpecialAdvice.draft(story, fulfilment: fulfilment)
      }
    // A ready charge is sent with its batch, never by itself: there is nothing to fall back to.
    if draft.proposed != .transmit, let refusal = permission(draft.proposed).refusal {
      draft.why.append("\(draft.proposed.title) is not possible: \(refusal)")
      draft.proposed = .followUp
    }
    let placement = OrderSidePlacement.place(story, rules: rules, on: today)
    let safe = placement?.tier == .expired ? nil : placement?.governing?.safe
    return draft.advice(
      menu: menu(story, isSupervisor: isSupervisor), safe: safe, rules: rules, on: today,
      permission: permission)
  }

  private static func batch(_ story: BatchStory) -> AdviceDraft {
    AdviceDraft(
      .checkedPortal,
      "See whether the clearinghouse has \(story.batch.fileName); if not, send the file again.",
      ["Nothing has answered the batch of \(story.batch.sentOn)."])
  }

  private static func menu(_ story: OrderSideStory, isSupervisor: Bool) -> [DecisionVerb] {
    var menu: [DecisionVerb]
    switch story {
    case .order:
      menu = [
        .confirm, .returnOrder, .attachDocument, .requestDocuments, .checkEligibility,
        .cancelOrder,
      ]
    case .charge(let story):
      menu = story.openHolds.isEmpty ? [] : [.releaseHold, .requestDocuments]
      menu += [.hold, .attachDocument, .correctCharge, .checkEligibility]
      if story.review.rental != nil { menu.append(.pickUp) }
      menu += [.withdrawCharge, .calledPayer, .checkedPortal]
    case .batch: menu = [.checkedPortal, .calledPayer]
    case .special:
      menu = [
        .contactPatient, .fulfil, .attachDocument, .requestDocuments, .checkEligibility, .decline,
        .calledPayer,
      ]
    }
    let decided = story.decided
    menu += [
      .followUp, .deferred, .note, decided.isWithLead ? .deescalate : .escalate, .assign,
    ]
    if isSupervisor { menu.append(decided.isPinned ? .unpin : .pin) }
    return menu
  }
}
