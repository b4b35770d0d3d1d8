import Billing
import Testing

@Suite("Rule book")
struct RuleBookTests {
  @Test("Limits are found by family and step, in their order")
  func places() {
    func rule(_ id: String, _ family: PayerFamily, _ kind: DeadlineKind) -> DeadlineRule {
      DeadlineRule(
        id: id, kind: kind, family: family, count: 1, unit: .years, clock: .serviceFrom,
        source: "made up", confidence: .high)
    }
    var book = RuleBook(deadlines: [
      rule("a", .medicaid, .initialClaim), rule("b", .commercial, .initialClaim),
      rule("c", .medicaid, .refund),
    ])
    book.add(rule("d", .medicaid, .initialClaim))
    #expect(book.deadlines.map(\.id) == ["a", "b", "c", "d"])
    #expect(book.deadlinePlaces(of: .medicaid, kind: .initialClaim) == [0, 3])
    #expect(book.deadlinePlaces(of: .medicaid, kind: .refund) == [2])
    #expect(book.deadlinePlaces(of: .tricare, kind: .refund).isEmpty)
  }
}
