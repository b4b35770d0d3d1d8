import Billing
import Rules
import Testing
import WorkEngine

@Suite("Deadline engine")
struct DeadlineEngineTests {
  private func deadlines(_ story: ClaimStory, _ rules: RuleBook? = nil) throws -> [Deadline] {
    DeadlineEngine.deadlines(for: story, rules: try rules ?? Made.rules())
  }

  private func find(_ kind: DeadlineKind, _ story: ClaimStory) throws -> Deadline? {
    try deadlines(story).first { $0.kind == kind }
  }

  @Test("Reasons read as a biller says them")
  func reasons() throws {
    var story = Made.story()
    #expect(
      try find(.initialClaim, story)?.reason == "Medicare, 1 year from service 2025-11-24")
    story.adjudications = [Made.answer("2026-01-05", [Made.denial("CO-50")])]
    #expect(
      try find(.appealFirst, story)?.reason
        == "Medicare redetermination, 120 days from notice 2026-01-05 "
        + "(receipt presumed 5 days later)"
    )
    let texas = Made.story(Made.payer(.medicaid, state: "TX"))
    #expect(
      try find(.initialClaim, texas)?.reason == "Medicaid TX, 95 days from service 2025-11-24")
    let aetna = Made.story(Made.aetna)
    #expect(try find(.initialClaim, aetna)?.reason == "AETNA, 120 days from service 2025-11-24")
    let fep = Made.story(Made.payer(.blueCross, key: "bcbs-fep", name: "BLUE FEP"))
    #expect(
      try find(.initialClaim, fep)?.reason == "BLUE FEP, end of the year after service 2025-11-24")
  }

  @Test(
    "The narrowest row wins",
    arguments: [
      (Made.payer(.medicaid), "medicaid-initial"),
      (Made.payer(.medicaid, state: "NY"), "medicaid-ny-initial"),
      (Made.payer(.medicaid, state: "WY"), "medicaid-initial"),
      (Made.payer(.commercial), "commercial-initial"),
      (Made.payer(.commercial, key: "cigna"), "cigna-initial"),
      (Made.payer(.commercial, key: "nobody"), "commercial-initial"),
      (Made.payer(.other), "other-initial"),
    ])
  func specificity(payer: Payer, id: String) throws {
    #expect(try find(.initialClaim, Made.story(payer))?.ruleID == id)
  }

  @Test("Of two rows that apply the earlier counts, and rows end")
  func earlierAndEffective() throws {
    func rule(_ id: String, _ days: Int, from: String?, through: String?) -> DeadlineRule {
      DeadlineRule(
        id: id, kind: .initialClaim, family: .other, count: days, unit: .days,
        clock: .serviceFrom, effective: Validity(from: from.map(day), through: through.map(day)),
        source: "", confidence: .high)
    }
    let rules = RuleBook(deadlines: [
      rule("long", 200, from: nil, through: nil), rule("short", 100, from: nil, through: nil),
      rule("old", 10, from: nil, through: "2025-11-23"),
      rule("new", 20, from: "2025-11-25", through: nil),
    ])
    let story = Made.story(Made.payer(.other))
    #expect(try deadlines(story, rules).map(\.ruleID) == ["short"])
    #expect(
      try deadlines(Made.story(Made.payer(.other), service: "2025-11-23"), rules).map(\.ruleID)
        == ["old"])
  }

  @Test("A secondary claim has its own limit and one from the primary's answer")
  func secondary() throws {
    var story = Made.story(Made.supplement, sequence: .secondary)
    story.primaryRemittanceOn = day("2026-01-05")
    let deadlines = try deadlines(story)
    #expect(deadlines.map(\.kind) == [.initialClaim, .secondaryClaim])
    #expect(deadlines.last?.legal == day("2026-04-05"))
  }

  @Test("A duplicate denial starts no clock")
  func duplicate() throws {
    var story = Made.story()
    story.adjudications = [
      Made.answer("2026-01-05", [Made.denial("CO-50")], seq: 1, number: "A"),
      Made.answer("2026-02-20", [Made.denial("OA-18")], seq: 2, number: "B"),
    ]
    #expect(try find(.appealFirst, story)?.legal == day("2026-05-10"))
    story.adjudications = [Made.answer("2026-02-20", [Made.denial("OA-18")], seq: 2)]
    #expect(try find(.appealFirst, story) == nil)
  }

  @Test("A second answer under the same payer number starts no clock, a new number does")
  func reprocessing() throws {
    var story = Made.story()
    story.adjudications = [
      Made.answer("2026-01-05", [Made.denial("CO-50")], seq: 1, number: "A"),
      Made.answer("2026-03-05", [Made.denial("CO-50")], seq: 2, number: "A"),
    ]
    #expect(try find(.appealFirst, story)?.legal == day("2026-05-10"))
    story.adjudications[1].payerControlNumber = "B"
    #expect(try find(.appealFirst, story)?.legal == day("2026-07-08"))
  }

  @Test("After a lost appeal the next level runs from its letter")
  func ladder() throws {
    var story = Made.story()
    story.adjudications = [Made.answer("2026-01-05", [Made.denial("CO-50")], seq: 1)]
    story.decisions = [
      Made.decision(.appeal, "2026-01-20", seq: 2, level: .first),
      Made.decision(
        .appealOutcome, "2026-03-05", seq: 3, outcome: .unfavorable, notice: "2026-03-02"),
    ]
    let second = try #require(try find(.appealSecond, story))
    #expect(second.safe == day("2026-08-28"))
    #expect(second.legal == day("2026-09-03"))
    #expect(try find(.appealFirst, story) == nil)
  }
}
