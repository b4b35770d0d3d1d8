import Billing
import Testing
import WorkEngine

/// A missing prescriber and a wrong check digit are found.
struct OrdersWithoutPrescriberTests {
  private static let cases: [OrderCheckCase] = [
    .passes("valid", MadeOrder.review()),
    .blocks("no prescriber", MadeOrder.review { $0.prescriber = nil }, "names no prescriber"),
    .blocks("no NPI", MadeOrder.review { $0.prescriber?.npi = "" }, "has no NPI"),
    .blocks(
      "wrong check digit", MadeOrder.review { $0.prescriber?.npi = "1234567890" }, "check digit"),
    .blocks("nine digits", MadeOrder.review { $0.prescriber?.npi = "123456789" }, "is no NPI"),
    .blocks("no name", MadeOrder.review { $0.prescriber?.lastName = "" }, "no last name"),
  ]

  @Test(arguments: cases)
  func check(_ row: OrderCheckCase) {
    row.run(edits: ThePrescriberMayOrder.self, cause: .prescriber)
  }
}
