import Billing
import Desk
import Testing

@Suite("A filter as text")
struct FilterTextTests {
  @Test(
    "is written as it is typed",
    arguments: [
      "smith", "smith jones", "smith or jones", "payer:medicare code:CO-16,CO-50 age>30",
      "balance>=500", "balance<1234.50", "dos<2026-09-01", "@me", "@none -status:waiting",
      "(code:CO-16 or code:CO-97) payer:aetna", "\"exact words\" tier:week",
      "payer:\"Medicare DMAC C\"", "-(smith or jones)", "not -smith", "owner:\"me\"",
    ])
  func isWritten(text: String) throws {
    let filter = try FilterParserTests.parse(text)
    #expect(FilterText.text(of: filter) == text)
  }

  @Test("of everything is empty")
  func everything() {
    #expect(FilterText.text(of: .everything) == "")
    #expect(FilterText.text(of: .all([])) == "")
  }

  @Test(
    "quotes words that would mean something else",
    arguments: [
      ("smith", "smith"), ("or", "\"or\""), ("-x", "\"-x\""), ("a b", "\"a b\""),
      ("a:b", "\"a:b\""), ("say \"hi\"", "\"say \\\"hi\\\"\""), ("", "\"\""), ("@x", "\"@x\""),
    ])
  func quotes(text: String, expected: String) {
    #expect(FilterText.word(text) == expected)
  }
}
