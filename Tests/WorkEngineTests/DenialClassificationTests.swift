import Billing
import Rules
import Testing
import WorkEngine

@Suite("Denial classification")
struct DenialClassificationTests {
  typealias Case = (text: String, paid: Int64, kind: ReductionKind)

  static let cases: [Case] = [
    ("CO-45:4000", 6_000, .contractual), ("OA-45:4000", 6_000, .contractual),
    ("CO-45:10000", 0, .denial), ("PI-45:4000", 6_000, .denial), ("CO-253:80", 3_920, .contractual),
    ("CO-144:500", 9_500, .contractual), ("CO-B4:500", 9_500, .contractual),
    ("CO-45:4000", 0, .contractual), ("PR-1:10000", 0, .patientShare),
    ("PR-2:1000", 9_000, .patientShare), ("PR-3:500", 9_500, .patientShare),
    ("PR-142:500", 9_500, .patientShare), ("PR-96:10000", 0, .denial), ("PR-50:10000", 0, .denial),
    ("CO-1:500", 9_500, .denial), ("OA-23:9000", 1_000, .informational),
    ("OA-23:10000", 0, .informational), ("CO-23:10000", 0, .informational),
    ("OA-133:10000", 0, .denial), ("OA-133:100", 9_900, .informational),
    ("CO-B13:10000", 0, .denial), ("CO-B13:100", 9_900, .informational),
    ("CO-50:0", 0, .informational), ("CO-16:10000", 0, .denial), ("CO-16:100", 9_900, .denial),
    ("OA-18:10000", 0, .denial), ("CO-777:1", 9_999, .denial), ("CR-45:4000", 6_000, .denial),
  ]

  @Test("What a reduction is", arguments: cases)
  func kinds(test: Case) throws {
    let adjustment = try #require(Made.adjustments([test.text]).first)
    #expect(
      DenialClassification.kind(
        of: adjustment, remarks: [], charge: Cents(10_000), paid: Cents(test.paid),
        family: .medicareDME, rules: try Made.rules()) == test.kind)
  }
}
