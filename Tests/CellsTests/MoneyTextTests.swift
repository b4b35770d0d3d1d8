import Cells
import Testing

@Suite struct MoneyTextTests {
  @Test(
    "cents as dollars",
    arguments: [
      (0, "$0.00"), (5, "$0.05"), (123_456, "$1,234.56"), (100_000_000, "$1,000,000.00"),
      (-123_456, "-$1,234.56"), (-1, "-$0.01"), (99_999, "$999.99"), (100_099, "$1,000.99"),
      (Int64.max, "$92,233,720,368,547,758.07"), (Int64.min, "-$92,233,720,368,547,758.08"),
    ] as [(Int64, String)])
  func dollars(cents: Int64, text: String) {
    #expect(MoneyText.dollars(cents).string == text)
    if cents != .min { #expect(MoneyText.cents(parsing: text) == cents) }
  }

  @Test func parenthesesLineUp() {
    let loss = MoneyText.dollars(-500, negative: .parentheses)
    let gain = MoneyText.dollars(500, negative: .parentheses)
    #expect(loss.string == "($5.00)")
    #expect(gain.string == "$5.00 ")
  }

  @Test(
    "whole dollars round half away from zero",
    arguments: [
      (149, "$1"), (150, "$2"), (-150, "-$2"), (-49, "$0"), (123_456_789, "$1,234,568"),
    ] as [(Int64, String)])
  func wholeDollars(cents: Int64, text: String) {
    #expect(MoneyText.wholeDollars(cents).string == text)
  }

  @Test(
    "counts",
    arguments: [
      (0, "0"), (999, "999"), (1204, "1,204"), (-1_000_007, "-1,000,007"),
      (Int.min, "-9,223,372,036,854,775,808"),
    ])
  func counts(number: Int, text: String) {
    #expect(MoneyText.count(number).string == text)
  }

  @Test(
    "amounts as typed",
    arguments: [
      ("12", 1200), ("12.5", 1250), ("$1,234.56", 123_456), ("-3.50", -350), ("(4.00)", -400),
      (".5", 50), ("5.", 500), ("-$7", -700), ("1234567", 123_456_700),
      ("", nil), (".", nil), ("1.234", nil), ("1,23", nil), ("12,345,67", nil), (",123", nil),
      ("1e3", nil), ("NaN", nil), ("--1", nil), ("1.2.3", nil), ("(1", nil), ("١٢", nil),
      ("99999999999999999999", nil), ("$", nil), ("1-2", nil),
    ] as [(String, Int64?)])
  func typed(text: String, cents: Int64?) {
    #expect(MoneyText.cents(parsing: text) == cents)
  }
}
