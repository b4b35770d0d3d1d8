import Billing

extension ProviderBalanceStory: SubjectStory {
  var words: String { "a balance with a payer" }

  /// Open as long as something stands of it, in Credit balances: a payer's recovery is to be accepted
  /// or contested, and what is still to be taken back is watched until it is.
  func placement(rules: RuleBook, on today: Day) -> Placement? {
    guard balance.open != .zero else { return nil }
    var draft = PlacementDraft(
      queue: .creditBalances, limit: nil, balance: balance.open,
      expected: max(balance.open, -balance.open), decisions: decisions, rules: rules, on: today)
    draft.reasonCode = code
    draft.reason = sentence
    draft.why = balance.movements.map { movement in
      let source = movement.traceNumber.map { "remittance \($0)" } ?? "a decision"
      return "\(movement.amount) by \(source) of \(movement.on)."
    }
    if let claim {
      draft.why.append("Its reference is that of claim \(claim.controlNumber).")
    } else if balance.account == .recoupment {
      draft.why.append("No claim of the office has its reference.")
    }
    return draft.placement()
  }

  private var code: String {
    switch balance.account {
    case .recoupment: balance.open > .zero ? "taken back" : "to be taken back"
    case .forwardingBalance: "carried forward"
    default: "adjustment"
    }
  }

  private var sentence: String {
    let name = balance.payer.name
    let amount = max(balance.open, -balance.open)
    switch balance.account {
    case .recoupment where balance.open > .zero:
      return "\(name) took back \(amount) under \(balance.reference): accept it or contest it"
    case .recoupment:
      return "\(amount) is still to be taken back by \(name), under \(balance.reference)"
    case .forwardingBalance:
      return "\(name) carries \(amount) to another payment"
    default:
      return "\(name) adjusted the payment by \(amount), under \(balance.reference)"
    }
  }

  func draft(in situation: Situation) -> AdviceDraft {
    var draft =
      balance.open > .zero && claim != nil
      ? AdviceDraft(
        .applyBalance, "Compare it with the payer's letter, then put it against the claim.", [])
      : AdviceDraft(
        .followUp, "Find the letter that it belongs to, and watch what becomes of it.", [])
    draft.fallback = .followUp
    return draft
  }

  func menu(in situation: Situation) -> [DecisionVerb] {
    [.applyBalance, .calledPayer, .checkedPortal, .requestDocuments]
  }
}
