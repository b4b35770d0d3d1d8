import Billing
import Rules
import Testing
import WorkEngine

@Suite("Staged placement")
struct StagedPlacementTests {
  private func story(
    _ reasons: [StagingReason], _ decisions: [RecordedDecision] = [], suspense: Int64 = 7_840,
    matched: Bool = true
  ) -> StagedRemittanceStory {
    StagedRemittanceStory(
      subject: .remitClaim(RemitClaimID(1)), payer: Made.medicare, paymentDate: day("2026-01-05"),
      suspense: Cents(suspense), reasons: reasons,
      matchedTo: matched ? ClaimID(1) : nil, decisions: decisions)
  }

  private func place(_ story: StagedRemittanceStory, _ today: String) throws -> Placement? {
    WorkStory.stagedAnswer(story).placement(rules: try Made.rules(), on: day(today))
  }

  @Test("It waits in cash posting with its reasons and its age")
  func waits() throws {
    let placement = try #require(
      try place(story([.unmatched, .providerAdjustment(reason: "WO", Cents(5))]), "2026-01-12"))
    #expect(placement.queue == .cashPosting)
    #expect(placement.lane == .work && placement.tier == .noDeadline)
    #expect(placement.reasonCode == "unmatched, PLB WO")
    #expect(placement.why.last?.contains("7 days ago") == true)
    #expect(placement.expected == Cents(7_840))
    #expect(try place(story([.reversal], suspense: -3_920), "2026-01-12")?.expected == Cents(3_920))
  }

  @Test("Each reason is said once, and not again beside the proposal")
  func saidOnce() throws {
    let differs = StagingReason.chargeDiffers(billed: Cents(100), reported: Cents(90))
    let other = StagingReason.chargeDiffers(billed: Cents(50), reported: Cents(40))
    let story = story([differs, other, differs, .alreadyPaid])
    let placement = try #require(try place(story, "2026-01-12"))
    #expect(placement.reasonCode == "charge differs, already paid")
    #expect(Set(placement.why).count == placement.why.count)
    let advice = try advice(story)
    #expect(advice.proposed == .leaveInSuspense)
    #expect(Set(advice.why).isDisjoint(with: placement.why))
  }

  @Test("What is more than is open is never proposed to be posted")
  func moreThanOpen() throws {
    #expect(try advice(story([.alreadyPaid])).proposed == .post)
    let excess = StagingReason.exceedsBalance(Cents(5))
    for reasons in [[excess], [.alreadyPaid, excess]] {
      let advice = try advice(story(reasons))
      #expect(advice.proposed == .leaveInSuspense)
      #expect(advice.permission(for: .post) == .allowed, "a person may still decide it")
    }
  }

  private func advice(_ story: StagedRemittanceStory) throws -> Advice {
    Situation(
      .stagedAnswer(story), rules: try Made.rules(), on: day("2026-01-12"),
      by: OfficeUser(name: "tlee", isSupervisor: false)
    ).advice
  }

  @Test("Nothing left to look at")
  func nothing() throws {
    #expect(try place(story([]), "2026-01-12") == nil)
  }

  @Test("What people decided")
  func decisions() throws {
    let wait = Made.decision(.leaveInSuspense, "2026-01-12", seq: 1, back: "2026-01-20")
    let waiting = try #require(try place(story([.unmatched], [wait]), "2026-01-15"))
    #expect(waiting.lane == .waiting && waiting.followUpOn == day("2026-01-20"))
    #expect(DayRoll.next(of: waiting, on: day("2026-01-15")) == day("2026-01-20"))
    #expect(try place(story([.unmatched], [wait]), "2026-01-20")?.lane == .work)
    let lead = Made.decision(.escalate, "2026-01-12", seq: 1)
    #expect(try place(story([.unmatched], [lead]), "2026-01-15")?.lane == .lead)
    let pin = Made.decision(.pin, "2026-01-12", seq: 1)
    #expect(try place(story([.unmatched], [pin]), "2026-01-15")?.tier == .pinned)
  }
}
