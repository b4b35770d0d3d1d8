import ClaimFiles
import Desk
import Testing

/// The form of order entry and the columns of a file of orders: two rooms that may not see each
/// other, and must say the same words.
@Suite("Fields of an order")
struct OrderFieldTests {
  @Test("every field of the form is a column of the template", arguments: OrderFieldList.all)
  func fieldIsColumn(field: OrderEntryField) {
    #expect(OrderColumns.column(named: field.name)?.name == field.name)
  }

  @Test("the form lists no field twice")
  func fieldsDiffer() {
    #expect(Set(OrderFieldList.all.map(\.name)).count == OrderFieldList.all.count)
  }
}
