import Billing
import Testing
import WorkEngine

@Suite("Rental modifiers")
struct RentalModifiersTests {
  @Test(
    "The month has its own modifier where the category has one",
    arguments: [
      (PaymentCategory.cappedRental, [1: "KH", 2: "KI", 3: "KI", 4: "KJ", 13: "KJ"]),
      (.parenteralEnteral, [1: "KH", 2: "KI", 3: "KI", 4: "KJ", 15: "KJ"]),
      (.oxygen, [:]), (.frequentServicing, [:]), (.inexpensive, [:]),
    ])
  func month(category: PaymentCategory, expected: [Int: String]) {
    for month in [1, 2, 3, 4, 13, 15] {
      let own = RentalModifiers.ofMonth(month, category: category)
      if let expected = expected[month] { #expect(own == expected) }
      if expected.isEmpty { #expect(own == nil) }
    }
    #expect(RentalModifiers.ofMonth(0, category: category) == nil)
  }

  struct Row: Sendable {
    let category: PaymentCategory
    let month: Int
    let given: [String]
    let expected: [String]
  }

  @Test(
    "RR comes first, then the month, prices, policy, and what informs",
    arguments: [
      Row(category: .cappedRental, month: 1, given: ["KX"], expected: ["RR", "KH", "KX"]),
      Row(category: .cappedRental, month: 2, given: ["KX", "RR"], expected: ["RR", "KI", "KX"]),
      Row(
        category: .cappedRental, month: 4, given: ["RR", "KH", "LT", "KX"],
        expected: ["RR", "KJ", "KX", "LT"]),
      Row(
        category: .oxygen, month: 9, given: ["N1", "QF", "RR"], expected: ["RR", "QF", "N1"]),
      Row(category: .parenteralEnteral, month: 15, given: ["BA"], expected: ["RR", "KJ", "BA"]),
      Row(category: .cappedRental, month: 3, given: ["NU", "GA"], expected: ["RR", "KI", "GA"]),
      Row(
        category: .cappedRental, month: 3, given: ["ZZ", "KX"], expected: ["RR", "KI", "KX", "ZZ"]),
    ])
  func place(_ row: Row) {
    var rules = RuleBook()
    for (code, position) in [
      ("QF", ModifierRow.Position.pricing), ("KX", .policy), ("N1", .policy), ("GA", .policy),
      ("LT", .informational), ("BA", .informational),
    ] {
      rules.modifiers[code] = ModifierRow(code: code, meaning: code, position: position)
    }
    let modifiers = RentalModifiers.of(
      month: row.month, category: row.category, given: row.given, rules: rules)
    #expect(modifiers == row.expected)
    #expect(RentalModifiers.placed(modifiers + modifiers, rules: rules) == modifiers)
  }
}
