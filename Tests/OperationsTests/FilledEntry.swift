import Billing
import Desk

@testable import TestSupport

extension DecisionOption {
  /// The option as a biller takes it who types nothing but what it needs.
  ///
  /// - Parameter today: The business day.
  /// - Returns: The entry.
  func filled(on today: Day) -> DecisionEntry {
    var entry = DecisionEntry(verb)
    for field in needs { entry.fields[field.name] = field.plainText(on: today) }
    return entry
  }
}
