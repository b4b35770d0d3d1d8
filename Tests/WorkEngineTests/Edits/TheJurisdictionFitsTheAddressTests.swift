import Billing
import Testing
import WorkEngine

@Suite("The jurisdiction fits the address")
struct TheJurisdictionFitsTheAddressTests {
  typealias Made = MadeReview

  static let cases: [EditCase] = [
    EditCase("the contractor of the state"),
    EditCase("another contractor's state", .hold(reason: "wrong-jurisdiction")) {
      $0.order.patient.address.state = "TX"
    },
    EditCase("another contractor's number", .hold(reason: "wrong-jurisdiction")) {
      $0.coverage?.payer.identifier = "16013"
    },
    EditCase("a plan has no jurisdiction") {
      $0.coverage = Made.coverage(.medicareAdvantage)
      $0.order.patient.address.state = "TX"
    },
    EditCase("a state that the rules do not know") { $0.order.patient.address.state = "ZZ" },
    EditCase("no coverage") { $0.coverage = nil },
  ]

  @Test("Findings", arguments: cases)
  func findings(example: EditCase) { example.check(TheJurisdictionFitsTheAddress.self) }

}
