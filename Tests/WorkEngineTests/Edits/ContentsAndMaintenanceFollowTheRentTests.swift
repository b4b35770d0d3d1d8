import Billing
import Testing
import WorkEngine

@Suite("Contents and maintenance follow the rent")
struct ContentsAndMaintenanceFollowTheRentTests {
  typealias Made = MadeReview

  static let cases: [EditCase] = [
    EditCase("no oxygen"),
    EditCase("contents with no rent on file", from: contents()),
    EditCase("contents in month 30", .hold(reason: "frequency-limit"), from: contents()) {
      $0.history = [Made.other("E1390", ["RR"], from: "2026-05-10", month: 30)]
    },
    EditCase("contents in month 36", .hold(reason: "frequency-limit"), from: contents()) {
      $0.history = [Made.other("E1390", ["RR"], from: "2026-05-02", month: 36)]
    },
    EditCase("contents on the first day after month 36", from: contents()) {
      $0.history = [Made.other("E1390", ["RR"], from: "2026-05-01", month: 36)]
    },
    EditCase("contents in month 30, another payer", from: contents()) {
      $0.history = [Made.other("E1390", ["RR"], from: "2026-05-10", month: 30)]
      $0.coverage = Made.coverage(.commercial)
    },
    EditCase("maintenance with no rent on file", from: visit()),
    EditCase("maintenance six months after the rent", from: visit()) {
      $0.history = [Made.other("E1390", ["RR"], from: "2025-11-01", month: 36)]
    },
    EditCase("maintenance a day too early", .hold(reason: "frequency-limit"), from: visit()) {
      $0.history = [Made.other("E1390", ["RR"], from: "2025-11-02", month: 36)]
    },
    EditCase("maintenance six months after the last", from: visit()) {
      $0.history = [Made.other("E1390", ["MS"], from: "2025-12-01")]
    },
    EditCase(
      "maintenance within six months of the last", .hold(reason: "frequency-limit"), from: visit()
    ) {
      $0.history = [Made.other("E1390", ["MS"], from: "2025-12-02")]
    },
  ]

  @Test("Findings", arguments: cases)
  func findings(example: EditCase) { example.check(ContentsAndMaintenanceFollowTheRent.self) }

  private static func contents() -> ChargeReview { Made.sold("E0441", [], kind: .supply) }
  private static func visit() -> ChargeReview { Made.sold("E1390", ["MS"], kind: .service) }
}
