import Billing

extension ChargeStory: SubjectStory {
  var words: String { "a charge" }

  func placement(rules: RuleBook, on today: Day) -> Placement? {
    ChargePlacement.place(self, rules: rules, on: today)
  }

  func draft(in situation: Situation) -> AdviceDraft {
    ChargeAdvice.draft(self, rules: situation.rules, on: situation.today)
  }

  func menu(in situation: Situation) -> [DecisionVerb] {
    var menu: [DecisionVerb] = openHolds.isEmpty ? [] : [.releaseHold, .requestDocuments]
    menu += [.hold, .attachDocument, .correctCharge, .checkEligibility]
    if review.rental != nil { menu.append(.pickUp) }
    return menu + [.withdrawCharge, .calledPayer, .checkedPortal]
  }

  /// Why nothing can be changed about it any more; nil while it is on no claim.
  var notUnbilled: String? {
    switch review.charge.standing {
    case .unbilled: nil
    case .billed: "The charge is on a claim: work on the claim."
    case .withdrawn: "The charge was withdrawn."
    }
  }
}
