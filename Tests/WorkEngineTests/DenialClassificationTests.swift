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
      DenialClassification.kinds(
        of: [adjustment], remarks: [], charge: Cents(10_000), paid: Cents(test.paid),
        isDenied: false, family: .medicareDME, rules: try Made.rules()) == [test.kind])
  }

  @Test(
    "contractual codes that together make up an unpaid line are a denial, and so are those of an answer that denies",
    arguments: [
      (["CO-45:6000", "CO-253:4000"], 0, false, [.denial, .denial]),
      (["CO-45:6000", "CO-253:3999"], 1, false, [.contractual, .contractual]),
      (
        ["CO-45:6000", "CO-253:3000", "PR-2:1000"], 0, false,
        [.contractual, .contractual, .patientShare]
      ),
      (["OA-23:4704", "CO-45:5296"], 0, false, [.informational, .contractual]),
      (["CO-45:4000", "CO-50:6000"], 0, true, [.denial, .denial]),
      (["CO-45:4000", "PR-1:6000"], 0, true, [.denial, .patientShare]),
    ] as [([String], Int64, Bool, [ReductionKind])])
  func together(texts: [String], paid: Int64, isDenied: Bool, kinds: [ReductionKind]) throws {
    #expect(
      DenialClassification.kinds(
        of: Made.adjustments(texts), remarks: [], charge: Cents(10_000), paid: Cents(paid),
        isDenied: isDenied, family: .medicareDME, rules: try Made.rules()) == kinds)
  }
}
