import Billing
import Rules
import Testing

@Suite("Shipped rules")
struct ShippedRulesTests {
  @Test("Every table is read")
  func reads() throws {
    let book = try RuleBook.shipped()
    #expect(book.deadlines.count > 90)
  }
}
