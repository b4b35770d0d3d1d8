import Billing
import Testing
import WorkEngine

@Suite("The coverage is active on the day of service")
struct TheCoverageIsActiveOnTheDayOfServiceTests {
  typealias Made = MadeReview

  static let cases: [EditCase] = [
    EditCase("active on the day"),
    EditCase("no coverage", .hold(reason: "coverage-missing")) { $0.coverage = nil },
    EditCase("the coverage ended before", .hold(reason: "eligibility-inactive")) {
      $0.coverage?.effective.through = Made.day("2026-05-31")
    },
    EditCase("the coverage ends on the day") {
      $0.coverage?.effective.through = Made.day("2026-06-01")
    },
    EditCase("the coverage begins later", .hold(reason: "eligibility-inactive")) {
      $0.coverage?.effective.from = Made.day("2026-06-02")
    },
    EditCase("nobody asked", .warn) { $0.eligibility = nil },
    EditCase("the payer says inactive", .hold(reason: "eligibility-inactive")) {
      $0.eligibility?.standing = .inactive
    },
    EditCase("the payer could not say", .hold(reason: "eligibility-unknown")) {
      $0.eligibility?.standing = .unknown
    },
    EditCase("the payer's dates leave the day out", .hold(reason: "eligibility-inactive")) {
      $0.eligibility?.covered.through = Made.day("2026-05-31")
    },
    EditCase("an old answer with an end beyond the day") {
      $0.eligibility?.serviceOn = Made.day("2026-01-01")
      $0.eligibility?.covered.through = Made.day("2026-12-31")
    },
    EditCase("an answer of 31 days before") { $0.eligibility?.serviceOn = Made.day("2026-05-01") },
    EditCase("an answer of 32 days before", .warn) {
      $0.eligibility?.serviceOn = Made.day("2026-04-30")
    },
  ]

  @Test("Findings", arguments: cases)
  func findings(example: EditCase) { example.check(TheCoverageIsActiveOnTheDayOfService.self) }

}
