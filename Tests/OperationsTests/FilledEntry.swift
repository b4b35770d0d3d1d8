import Billing
import Desk

extension DecisionOption {
  /// The option as a biller takes it who types nothing but what it needs.
  ///
  /// - Parameter today: The business day.
  /// - Returns: The entry.
  func filled(on today: Day) -> DecisionEntry {
    var entry = DecisionEntry(verb)
    for field in needs { entry.fields[field.name] = value(of: field, today) }
    return entry
  }

  private func value(of field: DecisionField, _ today: Day) -> String {
    if let choice = field.choices.first(where: { !$0.value.isEmpty }) { return choice.value }
    if field.name.parts.base == "want" {
      // `0 to 6`: as many as the limit allows.
      return field.placeholder.split(separator: " ").last.map(String.init) ?? "1"
    }
    return switch field.name {
    case "dated", "paid-on", .on: today.description
    case .amount: "0.01"
    case "due": today.adding(days: 30).description
    case "member-id": "1MADEUP22"
    case "payer": "MADE UP HEALTH PLAN"
    default: "Asked, and it is so"
    }
  }
}
