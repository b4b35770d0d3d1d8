import Cells
import Foundation
import Testing

/// Numbers have the room they need, or are written shorter; no part of one ever stands for it.
@Suite struct NeverCutTests {
  private static let cents: [Int64] = [
    0, 1, -84_00, 1_234_56, 317_123_00, 1_394_854_12, -1_394_854_12, 99_999_999_99,
    999_999_999_999, -999_999_999_999,
  ]
  private static let counts = [0, 7, 168, 1_204, 99_999, 317_123, 1_014_277, 9_999_999]

  private static func table(_ cents: Int64, _ count: Int) -> Table {
    Table(
      columns: [
        .init("Queue", width: .flexible(minimum: 18, weight: 1)),
        .init("open", width: .fixed(5), align: .trailing),
        .init("this week", width: .fixed(9), align: .trailing),
        .init("to lose", width: .fixed(11), align: .trailing),
        .init("to chase", width: .fixed(11), align: .trailing),
        .init("next date", width: .fixed(11), align: .trailing),
        .init("age", width: .fixed(5), align: .trailing, priority: 1),
        .init("done", width: .fixed(4), align: .trailing, priority: 2),
      ],
      rows: [
        .init([
          .init("Order confirmation"), .init(MoneyText.count(count)), .init(MoneyText.count(count)),
          .init(MoneyText.dollars(cents)), .init(MoneyText.dollars(cents)), .init("Dec 31 2027"),
          .init("365d"), .init("12"),
        ])
      ])
  }

  @Test(
    "every number of a table stands there whole, or shorter and near it, from 80 to 200 columns")
  func tables() {
    for width in 80...200 {
      for cents in Self.cents {
        for count in Self.counts {
          let table = Self.table(cents, count)
          let line = drawn(table, width, 2)[1]
          #expect(!line.contains("…"), "\(width): \(line)")
          let shown = Set(table.placements(in: width).map(\.column))
          // The money of a queue is never left out.
          #expect(shown.isSuperset(of: 0...5), "\(width)")
          let words = line.split(separator: " ").map(String.init)
          for word in words where word.contains("$") {
            #expect(isNear(word, Double(cents) / 100), "\(width): \(line)")
          }
          #expect(words.filter { $0.contains("$") }.count == 2, "\(width): \(line)")
          #expect(isNear(words[2], Double(count)), "\(width): \(line)")
        }
      }
    }
  }

  private static func dated(_ reference: String, _ words: String) -> Table {
    Table(
      columns: [
        .init("Reference", width: .flexible(minimum: 9, weight: 1), wholeUpTo: 20),
        .init("Patient", width: .flexible(minimum: 10, weight: 2)),
        .init("Payer", width: .flexible(minimum: 12, weight: 2), keepsEnd: true),
        .init("Reason", width: .flexible(minimum: 13, weight: 1)),
        .init("Expected", width: .fixed(11), align: .trailing),
        .init("Due", width: .fixed(10)), .init("Left", width: .fixed(5), priority: 3),
      ],
      rows: [
        .init([
          .init(SafeText(foreign: reference)), .init(SafeText(foreign: words)),
          .init(SafeText(foreign: words)), .init(SafeText(foreign: words)),
          .init("$12,345.67"), .init("Nov 29 '27"), .init("363d"),
        ])
      ])
  }

  @Test(
    "words give way to dates, amounts and numbers, which are whole at 80 columns and at 76",
    arguments: ["S-1", "M000012-2", "eligibility-check", "12345678901234567890"])
  func words(reference: String) {
    for width in 76...140 {
      for words in ["X", "a word or two", String(repeating: "very long words ", count: 5)] {
        let line = drawn(Self.dated(reference, words), width, 2)[1]
        for whole in [reference, "$12,345.67", "Nov 29 '27"] {
          #expect(line.contains(whole), "\(width): \(line)")
        }
      }
    }
  }

  @Test("where there is room numbers are whole, and other columns give way for it")
  func whole() {
    let table = Self.table(999_999_999_999, 9_999_999)
    let line = drawn(table, 112, 2)[1]
    #expect(line.contains("$9,999,999,999.99"))
    #expect(line.contains(" 9,999,999 "))
    #expect(drawn(Self.table(1_394_854_12, 317_123), 100, 2)[1].contains("$1,394,854.12"))
  }

  /// Whether what is written is the number, to the half of its last place.
  private func isNear(_ word: String, _ number: Double) -> Bool {
    var text = word.filter { !"$,".contains($0) }
    var unit = 1.0
    if let last = text.last, let known = ["k": 1e3, "M": 1e6, "B": 1e9][String(last)] {
      unit = known
      text.removeLast()
    }
    guard let value = Double(text) else { return false }
    let decimals = text.split(separator: ".").count == 2 ? text.split(separator: ".")[1].count : 0
    return abs(value * unit - number) <= unit / pow(10, Double(decimals)) / 2 + 1e-6
  }

  @Test(
    "the longest form that fits",
    arguments: [
      ("$1,394,854.12", 13, "$1,394,854.12"), ("$1,394,854.12", 12, "$1,394,854"),
      ("$1,394,854.12", 9, "$1.39M"), ("$1,394,854.12", 5, "$1.4M"), ("$1,394,854.12", 3, "$1M"),
      ("-$999,999.99", 8, "-$1.00M"), ("($1,234.56)", 8, "($1,235)"), ("317,123", 6, "317.1k"),
      ("317,123", 5, "317k"), ("9,999,999", 5, "10.0M"), ("999,999", 5, "1.00M"),
    ])
  func shorter(text: String, room: Int, expected: String) {
    #expect(SafeText(foreign: text).shortened(to: room)?.string == expected)
  }

  @Test(
    "what is no number has no shorter form", arguments: ["Nov 24 '27", "1.2.3", "12-34-56", "$"])
  func words(text: String) {
    #expect(SafeText(foreign: text).shortened(to: text.count - 1) == nil)
  }

  @Test("a number without a form short enough has none")
  func tooLittleRoom() {
    #expect(SafeText(foreign: "$1,394,854.12").shortened(to: 2) == nil)
  }

  @Test("a sentence is cut before a number and never in it")
  func sentences() {
    let text = SafeText(foreign: "12 items, $1,394,854.12 to lose, 317,123 open (45%), WC000046.")
    for width in 1...text.columns {
      let fitted = text.fitted(to: width, glyphs: .unicode).string
      #expect(fitted.count <= width)
      let kept = fitted.hasSuffix("…") ? String(fitted.dropLast()) : fitted
      for number in ["$1,394,854.12", "317,123", "45%"] {
        // Each is there whole or not at all.
        let first = number.prefix(2)
        #expect(!kept.contains(first) || kept.contains(number.filter { $0 != "%" }), "\(fitted)")
      }
    }
    // An ellipsis right behind an amount would leave open whether it is whole.
    #expect(text.fitted(to: 24, glyphs: .unicode).string == "12 items, …")
    #expect(text.fitted(to: 25, glyphs: .unicode).string == "12 items, $1,394,854.12 …")
    // What is a name is cut as ever.
    #expect(SafeText(foreign: "WC0000469M20").fitted(to: 7, glyphs: .unicode).string == "WC0000…")
  }
}
