import Billing

/// Who records and matches money in the bank (domain reference 10.3).
private enum Posters {
  static let refusal = "Only those who post may do that."
}

/// Says which remittances a deposit is the money of, and the other way round.
struct MatchMoney: Verb {
  let name = DecisionVerb.matchDeposit
  let title = "Match the money"
  let help = "Says which remittance a deposit is the money of."
  let subjects: Set<SubjectKind> = [.deposit, .remittance]

  func refusal(in situation: Situation) -> String? {
    switch situation.story {
    case _ where !situation.user.mayPost: return Posters.refusal
    case .deposit(let story):
      if story.deposit.isVoid { return "The deposit is void." }
      return story.deposit.left > .zero ? nil : "All of it is matched."
    case .remittance(let story):
      return story.missingMoney == nil ? "Nothing of its money is missed." : nil
    default: return nil
    }
  }

  func fields(in situation: Situation) -> [DecisionField] {
    let best = situation.candidates.first?.value
    let isDeposit = if case .deposit = situation.story { true } else { false }
    return [
      DecisionField(
        .match, isDeposit ? "Remittance" : "Deposit", best ?? "",
        best == nil ? .required : .proposed, choices: situation.candidates, isPrivate: true,
        help: best == nil
          ? "Nothing fits by number, amount or day; its number in the list can be typed."
          : "What fits best is filled in; left and right choose."),
      DecisionField(
        .amount, "Amount", help: "Where only a part belongs to it; empty for all that fits."),
    ]
  }

  func read(_ fields: inout FieldReader) throws(FieldFault) -> Decision.Act {
    let text = try fields.required(.match, "Choose what it belongs to.")
    let keys = text.split { " ,+".contains($0) }.map { Int64($0) ?? 0 }
    guard keys.allSatisfy({ $0 > 0 }), Set(keys).count == keys.count, keys.count <= 50 else {
      throw FieldFault(.match, "\"\(text)\" is no number of a list: choose one of those that fit.")
    }
    let amount = try fields.cents(.amount)
    if amount != nil, keys.count > 1 {
      throw FieldFault(.amount, "An amount belongs to one of them: match them one by one.")
    }
    return .matchDeposit(MoneyMatch(keys.sorted(), amount: amount))
  }

  func write(_ act: Decision.Act, to fields: inout FieldWriter) {
    guard case .matchDeposit(let match) = act else { return }
    fields.set(.match, match.others.map(String.init).joined(separator: "+"))
    if let amount = match.amount { fields.set(.amount, amount) }
  }

  func fault(of decision: Decision, in situation: Situation) -> FieldFault? {
    guard case .matchDeposit(let match) = decision.act, let amount = match.amount else {
      return nil
    }
    let left: Cents? =
      switch situation.story {
      case .deposit(let story): story.deposit.left
      case .remittance(let story): story.missingMoney?.left
      default: nil
      }
    guard let left, amount > left else { return nil }
    return FieldFault(.amount, "Only \(left) of it is not matched.")
  }
}

/// Takes matches of a deposit apart.
struct UnmatchMoney: Verb {
  let name = DecisionVerb.unmatchDeposit
  let title = "Take the match apart"
  let help = "Says that a deposit is not the money of a remittance after all."
  let subjects: Set<SubjectKind> = [.deposit]
  let traits: VerbTraits = [.afterwards, .staysOpen]

  func refusal(in situation: Situation) -> String? {
    guard case .deposit(let story) = situation.story else { return nil }
    if !situation.user.mayPost { return Posters.refusal }
    return story.matches.isEmpty ? "Nothing of it is matched." : nil
  }

  func fields(in situation: Situation) -> [DecisionField] {
    guard case .deposit(let story) = situation.story else { return [] }
    let all = DecisionField.Choice("", "all of them")
    return [
      DecisionField(
        .match, "Remittance",
        choices: [all]
          + story.matches.map {
            .init(String($0.remittance.rawValue), "\($0.trace)  \($0.amount)")
          }, isPrivate: true, help: "Left and right choose.")
    ]
  }

  func read(_ fields: inout FieldReader) throws(FieldFault) -> Decision.Act {
    let text = fields.text(.match)
    if text.isEmpty { return .unmatchDeposit(from: nil) }
    guard let key = Int64(text), key > 0 else {
      throw FieldFault(.match, "\"\(text)\" is none of the remittances that it is matched with.")
    }
    return .unmatchDeposit(from: RemittanceID(key))
  }

  func write(_ act: Decision.Act, to fields: inout FieldWriter) {
    guard case .unmatchDeposit(let remittance?) = act else { return }
    fields.set(.match, String(remittance.rawValue))
  }

  func fault(of decision: Decision, in situation: Situation) -> FieldFault? {
    guard case .unmatchDeposit(let remittance?) = decision.act,
      case .deposit(let story) = situation.story,
      !story.matches.contains(where: { $0.remittance == remittance })
    else { return nil }
    return FieldFault(.match, "It is not matched with remittance \(remittance.rawValue).")
  }
}

/// Takes a deposit out of the books: it was no money of ours, or was recorded twice.
struct VoidDeposit: Verb {
  let name = DecisionVerb.voidDeposit
  let title = "Void the deposit"
  let help = "Takes a deposit out of the books that was recorded wrongly."
  let subjects: Set<SubjectKind> = [.deposit]
  let traits: VerbTraits = [.explained, .afterwards]
  let noteHelp = "Say what is wrong with it."

  func refusal(in situation: Situation) -> String? {
    guard case .deposit(let story) = situation.story else { return nil }
    if !situation.user.mayPost { return Posters.refusal }
    if story.deposit.isVoid { return "It is void already." }
    return story.matches.isEmpty
      ? nil : "It is matched with \(story.matches[0].trace): take the match apart first."
  }

  func read(_ fields: inout FieldReader) throws(FieldFault) -> Decision.Act { .voidDeposit }
}
