import Billing
import Testing
import WorkEngine

@Suite("The coordination of benefits is complete")
struct TheCoordinationOfBenefitsIsCompleteTests {
  typealias Made = MadeReview

  static let cases: [EditCase] = [
    EditCase("one payer"),
    EditCase("no coverage") { $0.coverage = nil },
    EditCase("a second payer alone", .hold(reason: "coordination-missing")) {
      $0.coverage?.sequence = .secondary
    },
    EditCase("a second payer with a number") {
      $0.laterCoverages = [Made.coverage(.commercial, .secondary, id: 2)]
    },
    EditCase("a second payer without a number", .hold(reason: "coordination-missing")) {
      $0.laterCoverages = [Made.coverage(.commercial, .secondary, id: 2, memberID: "")]
    },
    EditCase("a second payer that had ended") {
      var plan = Made.coverage(.commercial, .secondary, id: 2, memberID: "")
      plan.effective.through = Made.day("2026-05-31")
      $0.laterCoverages = [plan]
    },
    EditCase("insured through somebody", .hold(reason: "coordination-missing")) {
      $0.coverage?.relationship = "01"
    },
    EditCase("insured through a named person") {
      $0.coverage?.relationship = "01"
      $0.coverage?.subscriber = Identity(lastName: "SAMPLEPERSON", firstName: "BRUNO")
    },
    EditCase("second payer through somebody", .hold(reason: "coordination-missing")) {
      var plan = Made.coverage(.commercial, .secondary, id: 2)
      plan.relationship = "19"
      $0.laterCoverages = [plan]
    },
  ]

  @Test("Findings", arguments: cases)
  func findings(example: EditCase) { example.check(TheCoordinationOfBenefitsIsComplete.self) }

}
