// Amounts of money as senders write them.

import Testing
import X12

struct X12AmountTests {
  @Test(
    arguments: [
      ("0", 0), ("100", 10_000), ("78.4", 7_840), (".5", 50), ("-.99", -99), ("+27.50", 2_750),
      ("0100.", 10_000), ("12.3400", 1_234), ("-0", 0), ("0.01", 1), ("-1.5", -150),
      ("00000000000000000012.34", 1_234), ("89999999999999999.99", 8_999_999_999_999_999_999),
      ("5.", 500), ("-5.", -500), ("+.10", 10), ("1234567890.12", 123_456_789_012),
    ] as [(String, Int64)])
  func readsWhatSendersWrite(_ text: String, _ cents: Int64) {
    #expect(read(text) == cents)
  }

  @Test(arguments: [
    "", "-", "+", ".", "-.", "NaN", "1e3", "1,000", "1 0", " 1", "1 ", "1.005", "1.2.3", "--1",
    "+-1", "$5", "12a", "a12", "9000000000000000000000", "99999999999999999999999999999999", "1-",
    "0.001", "١",
  ])
  func refusesTheRest(_ text: String) {
    #expect(read(text) == nil)
  }

  @Test(
    arguments: [
      (0, "0"), (1, ".01"), (10, ".1"), (100, "1"), (-39_20, "-39.2"), (-80, "-.8"),
      (12_345, "123.45"),
      (Int64.max, "92233720368547758.07"), (Int64.min, "-92233720368547758.08"),
    ] as [(Int64, String)])
  func writesAsTheStandardWants(_ cents: Int64, _ text: String) {
    #expect(X12Amount.text(cents: cents) == text)
  }

  @Test func writingAndReadingIsIdentity() {
    var numbers = SeededNumbers(11)
    for _ in 0..<2_000 {
      let cents = Int64.random(in: -9_000_000_000_000...9_000_000_000_000, using: &numbers)
      #expect(read(X12Amount.text(cents: cents)) == cents)
    }
  }

  @Test func theQuickWayAgreesWithTheThoroughOne() {
    var numbers = SeededNumbers(5)
    let letters = Array("0123456789.-+e ".utf8)
    for _ in 0..<20_000 {
      let count = Int.random(in: 0...7, using: &numbers)
      let bytes = (0..<count).map { _ in letters[Int.random(in: 0..<letters.count, using: &numbers)]
      }
      let range = ByteRange(0, bytes.count)
      #expect(bytes.cents(range) == bytes.scaled(range, decimals: 2))
    }
  }

  @Test func staysInsideTheBytes() {
    let bytes = Array("12".utf8)
    #expect(bytes.cents(ByteRange(0, 9)) == 1_200)
    #expect(bytes.cents(ByteRange(5, 9)) == nil)
  }

  private func read(_ text: String) -> Int64? {
    let bytes = Array(text.utf8)
    return bytes.cents(bytes.whole)
  }
}
