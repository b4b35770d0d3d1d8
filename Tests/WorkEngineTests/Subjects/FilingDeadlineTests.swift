import Billing
import Testing
import WorkEngine

@Suite("Filing limit before a claim exists")
struct FilingDeadlineTests {
  private func rule(
    _ id: String, count: Int, clock: DeadlineClock = .serviceFrom, payerKey: String? = nil,
    kind: DeadlineKind = .initialClaim
  ) -> DeadlineRule {
    DeadlineRule(
      id: id, kind: kind, family: .commercial, payerKey: payerKey, count: count, unit: .days,
      clock: clock, source: "made up", confidence: .high)
  }

  private func filing(_ rules: [DeadlineRule], payer: Payer = Made.aetna) -> Deadline? {
    DeadlineEngine.filing(
      payer: payer, service: ServiceDates(day("2026-01-05"), through: day("2026-02-04")),
      rules: RuleBook(deadlines: rules))
  }

  @Test("From the first day of service, or from the last where the rule says so")
  func clocks() {
    #expect(filing([rule("a", count: 90)])?.legal == day("2026-04-05"))
    #expect(filing([rule("a", count: 90)])?.safe == day("2026-04-03"))
    #expect(filing([rule("a", count: 90, clock: .serviceThrough)])?.legal == day("2026-05-05"))
  }

  @Test("The payer's own rule beats that of its family, and of two the earlier holds")
  func choice() {
    let rules = [rule("family", count: 30), rule("own", count: 120, payerKey: "aetna")]
    #expect(filing(rules)?.ruleID == "own")
    #expect(filing(rules, payer: Made.supplement)?.ruleID == "family")
    #expect(filing([rule("late", count: 120), rule("early", count: 60)])?.ruleID == "early")
  }

  @Test("Other limits, other families and clocks that have not started give none")
  func none() {
    #expect(filing([rule("a", count: 90, kind: .correctedClaim)]) == nil)
    #expect(filing([rule("a", count: 90)], payer: Made.medicare) == nil)
    #expect(filing([rule("a", count: 90, clock: .primaryRemittance)]) == nil)
    #expect(filing([]) == nil)
  }
}
