import Billing
import Testing
import WorkEngine

@Suite("The amount is more than zero")
struct TheAmountIsMoreThanZeroTests {
  static let cases: [EditCase] = [
    EditCase("an amount above the expected"),
    EditCase("nought", .hold(reason: "price-zero")) { $0.charge.amount = .zero },
    EditCase("below nought", .hold(reason: "price-zero")) { $0.charge.amount = Cents(-1) },
    EditCase("a cent below the expected", .warn) { $0.charge.amount = Cents(9_999) },
    EditCase("the expected") { $0.charge.amount = Cents(10_000) },
    EditCase("no units", .hold(reason: "price-zero")) { $0.charge.units = 0 },
  ]

  @Test("Findings", arguments: cases)
  func findings(example: EditCase) { example.check(TheAmountIsMoreThanZero.self) }

}
