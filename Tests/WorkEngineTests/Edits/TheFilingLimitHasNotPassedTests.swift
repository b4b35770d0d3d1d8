import Billing
import Testing
import WorkEngine

@Suite("The filing limit has not passed")
struct TheFilingLimitHasNotPassedTests {
  typealias Made = MadeReview

  static let cases: [EditCase] = [
    EditCase("no rule is known"),
    EditCase("before the safe day") { $0.filing = filing("2026-06-15", "2026-06-20") },
    EditCase("past the safe day", .warn) { $0.filing = filing("2026-06-14", "2026-06-15") },
    EditCase("past the last day", .hold(reason: "filing-passed")) {
      $0.filing = filing("2026-06-10", "2026-06-14")
    },
  ]

  @Test("Findings", arguments: cases)
  func findings(example: EditCase) { example.check(TheFilingLimitHasNotPassed.self) }

  private static func filing(_ safe: String, _ legal: String) -> Deadline {
    Deadline(
      kind: .initialClaim, safe: Made.day(safe), legal: Made.day(legal), reason: "a made-up rule",
      ruleID: "made-up", isVerified: false)
  }
}
