import Billing
import Testing
import WorkEngine

/// A patient without what a claim needs is found.
struct OrdersWithoutPatientTests {
  private static let cases: [OrderCheckCase] = [
    .passes("all there", MadeOrder.review()),
    .passes("nine digits of ZIP code", MadeOrder.review { $0.patient.address.zip = "170001234" }),
    .blocks(
      "no address", MadeOrder.review { $0.patient.address = PostalAddress() },
      "street, city, state, ZIP code"),
    .blocks(
      "no birth date and sex",
      MadeOrder.review {
        $0.patient.birthDate = nil; $0.patient.sex = ""
      }, "birth date, sex"),
    .blocks(
      "no names",
      MadeOrder.review {
        $0.patient.lastName = ""; $0.patient.firstName = ""
      }, "last name, first name"),
    .blocks(
      "born long ago", MadeOrder.review { $0.patient.birthDate = MadeOrder.day("1899-12-31") },
      "1899-12-31"),
    .blocks(
      "not born yet", MadeOrder.review { $0.patient.birthDate = MadeOrder.day("2026-02-02") },
      "2026-02-02"),
  ]

  @Test(arguments: cases)
  func check(_ row: OrderCheckCase) {
    row.run(edits: ThePatientIsDescribedInFull.self, cause: .demographics)
  }
}
