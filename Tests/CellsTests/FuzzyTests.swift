import Cells
import Testing

@testable import TestSupport

@Suite struct FuzzyTests {
  @Test(
    "what fits and where",
    arguments: [
      ("def", "Defer items", [0..<3]),
      ("di", "Defer items", [0..<1, 6..<7]),
      ("items", "Defer items", [6..<11]),
      ("rem op", "Open remittance", [0..<2, 5..<8]),
      ("DEF", "defer", [0..<3]),
      ("ñ", "Muñoz", [2..<3]),
      ("", "anything", []),
      ("  ", "anything", []),
    ] as [(String, String, [Range<Int>])])
  func fits(pattern: String, text: String, ranges: [Range<Int>]) throws {
    #expect(try #require(Fuzzy.match(pattern, in: text)).ranges == ranges)
  }

  @Test(
    "what does not fit",
    arguments: [
      ("xyz", "Defer items"), ("smeti", "items"), ("longer than the text", "long"), ("a", ""),
      ("def zz", "Defer items"),
    ])
  func doesNotFit(pattern: String, text: String) {
    #expect(Fuzzy.match(pattern, in: text) == nil)
  }

  @Test(
    "the better candidate comes first",
    arguments: [
      ("de", ["Undo everything", "Defer"], "Defer"),
      ("cn", ["Reconcile", "Claim next item"], "Claim next item"),
      ("res", ["Close session", "Resolve"], "Resolve"),
      ("note", ["Annotate", "Add note"], "Add note"),
      ("filter", ["Filter by payer and more", "Filter"], "Filter"),
    ])
  func order(pattern: String, candidates: [String], best: String) {
    #expect(Fuzzy.ranked(pattern, candidates) { $0 }.first?.candidate == best)
  }

  @Test func anEmptyPatternKeepsTheOrder() {
    let names = ["b", "a", "c"]
    #expect(Fuzzy.ranked("", names) { $0 }.map(\.candidate) == names)
  }

  @Test func rangesAlwaysSpellThePattern() {
    var random = SeededRandom(7)
    let letters = Array("abc ")
    for _ in 0..<2000 {
      let text = String((0..<12).map { _ in letters.randomElement(using: &random) ?? "a" })
      let pattern = String(
        (0..<3).map { _ in letters.prefix(3).randomElement(using: &random) ?? "a" })
      let array = Array(text)
      if let match = Fuzzy.match(pattern, in: text) {
        let spelled = String(match.ranges.flatMap { $0.map { array[$0] } })
        #expect(spelled == pattern)
      } else {
        var rest = pattern[...]
        for letter in text where letter == rest.first { rest.removeFirst() }
        #expect(!rest.isEmpty)
      }
    }
  }
}
