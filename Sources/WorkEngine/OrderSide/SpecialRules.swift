import Billing

/// What may be decided about work that the calendar brought.
struct SpecialRules: SubjectRules {
  let story: SpecialStory
  /// What the special processes say of making its order or charge.
  let fulfilment: Permission
  let today: Day

  func refusal(of verb: DecisionVerb) -> String? {
    switch verb {
    case .contactPatient: closed ?? contact
    case .fulfil: closed ?? fulfilment.refusal?.asSentence
    case .decline, .attachDocument, .requestDocuments: closed
    case .checkEligibility:
      story.payer == nil ? "No payer of the patient is known that could be asked." : nil
    default: "\(verb.title) is not for special work."
    }
  }

  func refusal(of decision: Decision) -> String? {
    switch decision.verb {
    case .contactPatient:
      guard case .answers(let answers, let requestedBy) = decision.details, !answers.isEmpty else {
        return "Record the answer item by item; where nobody answered, follow up later."
      }
      return requestedBy.isBlank ? "Say who asked for it." : refusal(answers)
    case .fulfil:
      guard case .fulfilment(let day, _) = decision.details else {
        return "Give the day of the visit, delivery or shipping."
      }
      return day > today ? "The day cannot be after today." : nil
    case .decline: return decision.note.isBlank ? "Say why it is not wanted or needed." : nil
    case .attachDocument: return DocumentRules.refusal(decision.details, on: today)
    default: return nil
    }
  }

  private var closed: String? {
    switch story.work.standing {
    case .open, .answered: nil
    case .done: "It is done."
    case .declined: "It was closed as not wanted."
    case .lapsed: "Its window has closed."
    }
  }

  /// A patient may be asked from the opening day on: for refills 30 days before the supply ends
  /// (domain reference 1.7).
  private var contact: String? {
    let due = story.work.due
    if due.items.isEmpty { return "There is no item to ask the patient about." }
    return today < due.opensOn ? "The patient may be asked from \(due.opensOn) on." : nil
  }

  /// Every item is answered once, with no more than the limits allow.
  private func refusal(_ answers: [SupplyAnswer]) -> String? {
    let items = story.work.due.items
    for answer in answers {
      guard let item = items.first(where: { $0.procedure.code == answer.code }) else {
        return "\"\(answer.code)\" is not among the items that are due."
      }
      if answers.filter({ $0.code == answer.code }).count > 1 {
        return "\(answer.code) is answered twice."
      }
      if answer.units < 0 { return "Units cannot be less than zero." }
      if answer.units > item.units {
        return "The limit allows \(item.units) of \(answer.code), not \(answer.units)."
      }
    }
    let missing = items.first { item in
      !answers.contains { $0.code == item.procedure.code }
    }
    return missing.map { "The answer for \($0.procedure.code) is missing: give 0 for a no." }
  }
}
