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
}
