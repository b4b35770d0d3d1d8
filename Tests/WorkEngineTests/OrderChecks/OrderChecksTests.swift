import Billing
import Testing
import WorkEngine

/// All checks together.
struct OrderChecksTests {
  @Test
  func aRightOrderPassesThemAll() {
    let findings = OrderChecks.findings(
      in: MadeOrder.review(), rules: MadeOrder.rules, on: MadeOrder.today)
    #expect(findings == [])
  }

  @Test
  func everyCheckHasANameOfItsOwn() {
    #expect(Set(OrderChecks.all.map { $0.name }).count == OrderChecks.all.count)
  }

  @Test
  func anEmptyOrderWithEmptyRulesIsFoundWrongWithoutATrap() {
    let order = Order(
      id: OrderID(1), number: "",
      patient: Patient(
        id: PatientID(1), lastName: "", firstName: "", birthDate: nil, sex: ""),
      coverages: [], prescriber: nil, diagnoses: [], orderedOn: nil, delivery: Delivery(),
      placeOfService: "", lines: [], standing: .open, receivedOn: MadeOrder.today, rowVersion: 1)
    let findings = OrderChecks.findings(
      in: OrderReview(order: order), rules: RuleBook(), on: MadeOrder.today)
    #expect(
      Set(findings.filter(\.isBlocking).map(\.cause))
        == [.wrongItem, .dates, .demographics, .coverage, .prescriber, .diagnosis])
  }
}
