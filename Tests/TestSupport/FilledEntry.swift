import Billing

extension DecisionField {
  /// What somebody types into the field who has no reason to type anything else.
  func plainText(on today: Day) -> String {
    if let choice = choices.first(where: { !$0.value.isEmpty }) { return choice.value }
    if name.parts.base == "want" {
      // `0 to 6`: as many as the limit allows.
      return placeholder.split(separator: " ").last.map(String.init) ?? "1"
    }
    return switch name {
    case "dated", "paid-on", .on: today.description
    case .amount: "0.01"
    case "due": today.adding(days: 30).description
    case "member-id": "1MADEUP22"
    case "payer": "MADE UP HEALTH PLAN"
    default: "Asked, and it is so"
    }
  }
}
