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
    #expect(advice.proposed == .post)
    #expect(Set(advice.why).isDisjoint(with: placement.why))
  }

  @Test("what does not fit by its amounts is posted by its sheet; another's money is not")
  func proposals() throws {
    let differs = StagingReason.chargeDiffers(billed: Cents(100), reported: Cents(90))
    for reason in [StagingReason.alreadyPaid, .exceedsBalance(Cents(5)), differs, .reversal] {
      #expect(try advice(story([reason])).proposed == .post)
    }
    for reason in [StagingReason.otherPayee("1999999992"), .productionData] {
      let advice = try advice(story([reason]))
      #expect(advice.proposed == .leaveInSuspense)
      #expect(advice.permission(for: .post) == .allowed, "a person may still decide it")
    }
    #expect(try advice(story([.otherPatient("name")], matched: false)).proposed == .match)
  }

  @Test("it waits under the nearest date of its claim, and never in the lane of what is lost")
  func carriesDates() throws {
    var near = Made.story()
    near.adjudications = [Made.answer("2025-12-30", [Made.denial("CO-50")], status: "4")]
    var story = story([.reversal])
    story.atStake = [near]
    story.countsClaim = true
    let own = try #require(
      ClaimPlacement.place(near, rules: try Made.rules(), on: day("2026-01-12")))
    let placed = try #require(try place(story, "2026-01-12"))
    #expect(placed.governing == own.governing && own.governing != nil)
    #expect(placed.tier == own.tier && placed.queue == .cashPosting)
    #expect(placed.expected == max(Cents(7_840), own.expected))
    let late = try #require(try place(story, "2028-01-12"))
    #expect(late.lane == .work && late.tier == .noDeadline && late.governing == nil)
    #expect(late.why.contains { $0.contains("ended on") })
    story.lead = .remitClaim(RemitClaimID(9))
    #expect(try place(story, "2026-01-12") == nil)
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
