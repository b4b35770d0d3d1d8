import Billing

/// Puts money that a payer took back against the claim that it belongs to.
struct ApplyBalance: Verb {
  let name = DecisionVerb.applyBalance
  let title = "Put against a claim"
  let help =
    "Puts what a payer took back against its claim: a credit of it goes, or it opens again."
  let subjects: Set<SubjectKind> = [.providerBalance]

  func refusal(in situation: Situation) -> String? {
    guard let balance = situation.providerBalance?.balance else { return nil }
    if balance.open <= .zero { return "Nothing was taken back yet." }
    return balance.account == .recoupment ? nil : "Only what was taken back belongs to a claim."
  }

  func fields(in situation: Situation) -> [DecisionField] {
    let claim = situation.providerBalance?.claim
    return [
      DecisionField(
        .match, "Claim", claim.map { String($0.id.rawValue) } ?? "",
        claim == nil ? .required : .proposed,
        choices: claim.map { [.init(String($0.id.rawValue), $0.controlNumber)] } ?? [],
        isPrivate: true, help: "The claim whose payment was taken back."),
      DecisionField(
        .amount, "Amount", situation.providerBalance?.balance.open.positivePlain ?? "",
        help: "Up to what was taken back."),
    ]
  }

  func read(_ fields: inout FieldReader) throws(FieldFault) -> Decision.Act {
    let text = try fields.required(.match, "Say which claim it belongs to.")
    guard let key = Int64(text), key > 0 else {
      throw FieldFault(.match, "\"\(text)\" is no claim of the office.")
    }
    guard let amount = try fields.cents(.amount) else {
      throw FieldFault(.amount, "Say how much of it belongs to the claim.")
    }
    return .applyBalance(ClaimID(key), amount)
  }

  func write(_ act: Decision.Act, to fields: inout FieldWriter) {
    guard case .applyBalance(let claim, let amount) = act else { return }
    fields.set(.match, String(claim.rawValue))
    fields.set(.amount, amount)
  }

  func fault(of decision: Decision, in situation: Situation) -> FieldFault? {
    guard case .applyBalance(_, let amount) = decision.act,
      let open = situation.providerBalance?.balance.open, amount > open
    else { return nil }
    return FieldFault(.amount, "Only \(open) was taken back.")
  }
}
