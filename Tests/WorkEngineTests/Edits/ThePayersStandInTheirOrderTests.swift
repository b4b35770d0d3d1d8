import Billing
import Testing
import WorkEngine

@Suite("The payers stand in their order")
struct ThePayersStandInTheirOrderTests {
  typealias Made = MadeReview

  static let cases: [EditCase] = [
    EditCase("one payer"),
    EditCase("no coverage is another edit's business") { $0.coverage = nil },
    EditCase("primary and secondary") {
      let plan = Made.coverage(.commercial, .secondary, id: 2)
      $0.order.coverages.append(plan)
      $0.laterCoverages = [plan]
    },
    EditCase("two primaries", .hold(reason: "payer-order")) {
      $0.order.coverages.append(Made.coverage(.commercial, .primary, id: 2))
    },
    EditCase("two primaries, one of which had ended") {
      var plan = Made.coverage(.medicareAdvantage, .primary, id: 2)
      plan.effective.through = Made.day("2026-05-31")
      $0.order.coverages.append(plan)
    },
    EditCase("the secondary is billed first", .hold(reason: "payer-order")) {
      let plan = Made.coverage(.commercial, .secondary, id: 2)
      $0.order.coverages.append(plan)
      $0.coverage = plan
    },
    EditCase("Medicaid before an insurer", .hold(reason: "payer-order")) {
      let medicaid = Made.coverage(.medicaid, .primary, id: 3)
      let plan = Made.coverage(.commercial, .secondary, id: 2)
      $0.order.coverages = [medicaid, plan]
      $0.coverage = medicaid
      $0.laterCoverages = [plan]
    },
    EditCase("Medicaid alone") {
      $0.coverage = Made.coverage(.medicaid, .primary, id: 3)
      $0.order.coverages = [Made.coverage(.medicaid, .primary, id: 3)]
    },
    EditCase("the payer knows of another before it", .hold(reason: "payer-order")) {
      $0.eligibility?.otherPayers = [
        NamedPayer(name: "INVENTED GROUP PLAN", identifier: "99999", filingIndicator: "CI")
      ]
    },
    EditCase("Medicare second without its kind", .hold(reason: "coordination-missing")) {
      let plan = Made.coverage(.commercial, .primary, id: 2)
      let medicare = Made.coverage(.medicareDME, .secondary)
      $0.order.coverages = [plan, medicare]
      $0.coverage = plan
      $0.laterCoverages = [medicare]
    },
    EditCase("Medicare second, working aged") {
      let plan = Made.coverage(.commercial, .primary, id: 2)
      var medicare = Made.coverage(.medicareDME, .secondary)
      medicare.secondaryPayerType = "12"
      $0.order.coverages = [plan, medicare]
      $0.coverage = plan
      $0.laterCoverages = [medicare]
    },
  ]

  @Test("Findings", arguments: cases)
  func findings(example: EditCase) { example.check(ThePayersStandInTheirOrder.self) }

}
