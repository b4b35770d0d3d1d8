import Billing

/// What may be decided about an order before it is accounts receivable.
struct OrderRules: SubjectRules {
  let story: OrderStory
  let today: Day

  func refusal(of verb: DecisionVerb) -> String? {
    switch verb {
    case .confirm: notAtConfirmation ?? blocked
    case .returnOrder: story.order.standing == .returned ? returnedAlready : notAtConfirmation
    case .cancelOrder: story.order.standing == .open ? nil : notAtConfirmation
    case .attachDocument, .requestDocuments:
      story.order.standing == .cancelled ? "The order is cancelled." : nil
    case .checkEligibility:
      story.order.primary == nil ? "The order names no payer that could be asked." : nil
    default: "\(verb.title) is not for an order that has no charges yet."
    }
  }

  func refusal(of decision: Decision) -> String? {
    switch decision.verb {
    case .returnOrder:
      guard case .problem(let cause, _) = decision.details else {
        return "Say what is wrong: choose the cause that is fed back to the front office."
      }
      return cause == .other && decision.note.isBlank ? "Say what is wrong in a note." : nil
    case .cancelOrder: return decision.note.isBlank ? "Say why it is cancelled." : nil
    case .attachDocument: return DocumentRules.refusal(decision.details, on: today)
    default: return nil
    }
  }

  private var notAtConfirmation: String? {
    switch story.order.standing {
    case .delivered, .returned: nil
    case .open: "Nothing of the order has been delivered yet."
    case .confirmed: "The order is confirmed: work on its charges."
    case .cancelled: "The order is cancelled."
    }
  }

  private var returnedAlready: String { "The front office has it already." }

  private var blocked: String? {
    guard let first = story.blocking.first else { return nil }
    let more = story.blocking.count - 1
    let rest = more == 1 ? " One more finding stands" : " \(more) more findings stand"
    return "It cannot be confirmed: \(first.sentence)" + (more > 0 ? rest + " in the way." : "")
  }
}

/// What a document must say to be indexed.
enum DocumentRules {
  static func refusal(_ details: DecisionDetails, on today: Day) -> String? {
    guard case .document(let draft) = details else { return "Say which document it is." }
    guard let dated = draft.dated else {
      return "Give the date of the \(draft.kind.title.lowercased())."
    }
    if dated > today { return "A document cannot be dated after today." }
    if let signed = draft.signedOn, signed > today {
      return "A document cannot be signed after today."
    }
    if let from = draft.validFrom, let through = draft.validThrough, through < from {
      return "It ends on \(through), before it begins on \(from)."
    }
    return nil
  }
}
