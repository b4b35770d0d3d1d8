import Billing
import Testing
import WorkEngine

@Suite("The prescriber may order")
struct ThePrescriberMayOrderTests {
  typealias Made = MadeReview

  static let cases: [EditCase] = [
    EditCase("enrolled, with a true number"),
    EditCase("nobody", .hold(reason: "prescriber-invalid")) { $0.order.prescriber = nil },
    EditCase("a wrong check digit", .hold(reason: "prescriber-invalid")) {
      $0.order.prescriber?.npi = "1234567890"
    },
    EditCase("nine digits", .hold(reason: "prescriber-invalid")) {
      $0.order.prescriber?.npi = "123456789"
    },
    EditCase("no name", .hold(reason: "prescriber-invalid")) { $0.order.prescriber?.lastName = "" },
    EditCase("not enrolled", .hold(reason: "prescriber-not-enrolled")) {
      $0.order.prescriber?.isEnrolled = false
    },
    EditCase("nobody has looked", .warn) { $0.order.prescriber?.isEnrolled = nil },
    EditCase("not enrolled, another payer") {
      $0.order.prescriber?.isEnrolled = false
      $0.coverage = Made.coverage(.commercial)
    },
    EditCase("the office itself", .hold(reason: "prescriber-invalid"), rules: Made.rulesOfOffice),
  ]

  @Test("Findings", arguments: cases)
  func findings(example: EditCase) { example.check(ThePrescriberMayOrder.self) }

}
