import Billing
import Rules
import Testing
import WorkEngine

@Suite("How long a crossover is waited for")
struct CrossoverHoldTests {
  /// What Medicare paid and passed on by its notice of 2026-01-05.
  private func passedOn() -> ClaimStory {
    var story = Made.story(open: 0, next: 2_000)
    story.nextPayer = Made.supplement
    story.adjudications = [Made.answer("2026-01-05", paid: 8_000, crossed: true)]
    return story
  }

  @Test("the days of the row hold for the payer that passed it on, on the day of its notice")
  func days() throws {
    func back(_ change: (inout PostingRow) -> Void) throws -> Day? {
      var rules = try Made.rules()
      change(&rules.postings[0])
      return ClaimPlacement.place(passedOn(), rules: rules, on: day("2026-01-06"))?.followUpOn
    }
    // 30 days are those of the kind of payer.
    #expect(try back { _ in } == day("2026-02-04"))
    #expect(try back { $0.crossoverDays = 9 } == day("2026-01-14"))
    #expect(
      try back {
        $0.crossoverDays = 9
        $0.effective = Validity(from: day("2026-01-06"))
      } == day("2026-02-04"))
    #expect(
      try back {
        $0.crossoverDays = 9
        $0.family = .commercial
      } == day("2026-02-04"))
  }

  @Test("what is waiting may not be billed, and what comes up for work may, near the limit too")
  func agree() throws {
    let story = passedOn()
    var seen: Set<String> = []
    for days in [9, 30, 300] {
      var rules = try Made.rules()
      rules.postings[0].crossoverDays = days
      for offset in 1...60 {
        let today = day("2026-01-05").adding(days: offset)
        let placement = try #require(ClaimPlacement.place(story, rules: rules, on: today))
        guard placement.lane != .expired else { continue }
        let situation = Situation(
          .claim(story), item: Made.item(placement), rules: rules, on: today, by: Made.biller)
        let isAllowed = situation.permission(for: .billNext) == .allowed
        #expect(isAllowed == (placement.lane == .work), "\(days) days, \(today)")
        seen.insert("\(days) \(placement.lane)")
      }
    }
    #expect(seen == ["9 waiting", "9 work", "30 waiting", "30 work", "300 waiting", "300 work"])
  }
}
