import Billing
import Testing

@Suite("Money")
struct CentsTests {
  @Test(
    "dollars are written with two decimals, and grouped",
    arguments: [
      (Int64(0), "$0.00"), (5, "$0.05"), (-5, "-$0.05"), (123_456, "$1,234.56"),
      (100_000_000, "$1,000,000.00"), (-99_999, "-$999.99"), (.max, "$92,233,720,368,547,758.07"),
      (.min, "-$92,233,720,368,547,758.08"),
    ])
  func writes(cents: Int64, text: String) {
    #expect(Cents(cents).description == text)
  }

  @Test(
    "what a person types is read",
    arguments: [
      ("12", Int64(1200)), ("12.5", 1250), ("$1,234.56", 123_456), ("-3.07", -307), (".5", 50),
      ("7.", 700), ("0", 0),
    ])
  func reads(text: String, cents: Int64) {
    #expect(Cents(typed: text) == Cents(cents))
  }

  @Test(
    "what is no amount is refused",
    arguments: ["", ".", "-", "1.234", "1e3", "NaN", "12a", "1.2.3", "99999999999", "--1", "١٢"])
  func refuses(text: String) {
    #expect(Cents(typed: text) == nil)
  }

  @Test(
    "amounts from outside are bounded",
    arguments: [
      (Int64(100_000_000_000), true), (100_000_000_001, false), (-100_000_000_001, false),
      (.min, false), (.max, false), (0, true),
    ])
  func bounds(cents: Int64, isAccepted: Bool) {
    #expect((Cents(fromOutside: cents) != nil) == isAccepted)
  }
}
