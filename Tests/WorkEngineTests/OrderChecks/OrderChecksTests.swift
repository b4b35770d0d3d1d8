import Billing
import Testing
import WorkEngine

/// All checks together, the order's own and the edits over its charges.
struct OrderChecksTests {
  @Test
  func aRightOrderPassesThemAll() {
    let findings = OrderChecks.findings(
      in: MadeOrder.review(), rules: MadeOrder.rules, on: MadeOrder.today)
    #expect(findings == [])
  }

  @Test
  func everyCheckAndEveryEditHasANameOfItsOwn() {
    let names = OrderChecks.all.map { $0.name } + ChargeEdits.all.map { $0.name }
    #expect(Set(names).count == names.count)
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
    #expect(findings.map(\.line).allSatisfy { $0 == nil })
  }

  @Test
  func whatConcernsTheWholeOrderIsSaidOnceAndFirst() {
    let review = MadeOrder.review(
      lines: [
        MadeOrder.line { $0.serialNumber = "" },
        MadeOrder.line("E0562", [], kind: .purchase, number: 2),
      ], documents: []
    ) { $0.prescriber = nil }
    let findings = OrderChecks.findings(
      in: review, rules: MadeOrder.rules, on: MadeOrder.today)
    #expect(
      findings.map { "\($0.line ?? 0) \($0.cause.rawValue) \($0.isBlocking)" } == [
        "0 prescriber true", "0 missing-proof-of-delivery true", "1 missing-order false",
        "1 serial-problem true", "2 missing-order false", "2 wrong-modifiers true",
      ])
  }

  @Test
  func twoSidesOfAPairAreSpokenOfOnce() {
    let review = MadeOrder.review(
      lines: [
        MadeOrder.line("A5500", [], kind: .purchase) {
          $0.deliveredUnits = 2
          $0.prescribedUnits = 2
          $0.unitCharge = .zero
        }
      ])
    let findings = OrderChecks.findings(
      in: review, rules: MadeOrder.rules, on: MadeOrder.today)
    #expect(findings.map(\.check) == [TheAmountIsMoreThanZero.name])
  }

  @Test
  func aStayThatPutsOffTheFirstMonthIsNoReasonToHoldIt() {
    let stay = Stay(
      kind: .hospital, from: MadeOrder.day("2026-01-10"), through: MadeOrder.day("2026-01-20"))
    let rented = MadeOrder.review { $0.stays = [stay] }
    #expect(
      OrderChecks.findings(in: rented, rules: MadeOrder.rules, on: MadeOrder.today) == [])
    let bought = MadeOrder.review(lines: [MadeOrder.line("E0562", ["NU"], kind: .purchase)]) {
      $0.stays = [stay]
    }
    let found = OrderChecks.findings(in: bought, rules: MadeOrder.rules, on: MadeOrder.today)
    #expect(found.map(\.check) == [NoStayOverlapsTheService.name])
    #expect(found.map(\.isBlocking) == [false])
  }
}
