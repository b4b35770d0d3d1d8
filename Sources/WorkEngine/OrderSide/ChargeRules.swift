import Billing

/// What may be decided about a charge that is on no claim yet.
struct ChargeRules: SubjectRules {
  let story: ChargeStory
  let rules: RuleBook
  let isSupervisor: Bool
  let today: Day

  func refusal(of verb: DecisionVerb) -> String? {
    switch verb {
    case .hold, .attachDocument, .correctCharge, .withdrawCharge, .requestDocuments:
      notUnbilled
    case .releaseHold: notUnbilled ?? holds.stateRefusal
    case .checkEligibility:
      story.review.coverage == nil ? "The charge has no payer that could be asked." : nil
    case .pickUp: pickUp
    case .confirm, .returnOrder, .cancelOrder: "\(verb.title): its order is confirmed already."
    default: "\(verb.title) is not for a charge."
    }
  }

  func refusal(of decision: Decision) -> String? {
    switch decision.verb {
    case .hold: return holds.refusal(placing: decision.details)
    case .releaseHold: return holds.refusal(releasing: decision)
    case .attachDocument: return DocumentRules.refusal(decision.details, on: today)
    case .correctCharge:
      guard case .charge(let corrections) = decision.details else {
        return "Say what is to be corrected."
      }
      return ChargeCorrectionRules(review: story.review).refusal(corrections)
    case .withdrawCharge: return withdrawal(decision)
    case .pickUp:
      guard case .pickup(let day) = decision.details else {
        return "Give the day on which the equipment came back."
      }
      return pickUpDay(day)
    default: return nil
    }
  }

  private var holds: HoldRules {
    HoldRules(story: story, rules: rules, isSupervisor: isSupervisor, today: today)
  }

  private var notUnbilled: String? {
    switch story.review.charge.standing {
    case .unbilled: nil
    case .billed: "The charge is on a claim: work on the claim."
    case .withdrawn: "The charge was withdrawn."
    }
  }

  private var pickUp: String? {
    guard let rental = story.review.rental else { return "Nothing is rented with this charge." }
    return rental.pickedUpOn.map { "The equipment came back on \($0) already." }
  }

  private func pickUpDay(_ day: Day) -> String? {
    if day > today { return "Equipment cannot have come back after today." }
    guard let start = story.review.rental?.startedOn, day < start else { return nil }
    return "The rental began on \(start): it cannot have come back before."
  }

  /// Taking a charge out of billing gives money up, as a write-off does.
  private func withdrawal(_ decision: Decision) -> String? {
    let writeOff = WriteOffRules(reasons: rules.writeOffs, isSupervisor: isSupervisor)
    if let refusal = writeOff.refusal(
      reason: decision.reasonCode, amount: story.review.charge.amount, step: "A withdrawal")
    {
      return refusal
    }
    return decision.note.isBlank ? "Say in a note why it is never billed." : nil
  }
}
