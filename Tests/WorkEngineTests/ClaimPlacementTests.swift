import Billing
import Rules
import Testing
import WorkEngine

/// One life of a claim: facts and a day in, the place of the work out.
struct Life: Sendable, CustomTestStringConvertible {
  var name: String
  var story: ClaimStory
  var today: String
  /// Nil where no queue holds it.
  var queue: QueueName?
  var lane = Lane.work
  var tier = Tier.noDeadline
  /// Safe day of the governing deadline, empty for none.
  var safe = ""
  var code = ""
  /// Words that the argument or the reason must hold.
  var says = ""
  var back: String?
  var testDescription: String { name }
}

@Suite("Claim placement")
struct ClaimPlacementTests {
  @Test("Lives of a claim", arguments: LivesOfClaims.all)
  func life(life: Life) throws {
    // A credit is work of its own beside the claim's.
    let work: WorkStory =
      life.queue == .creditBalances
      ? .credit(CreditStory(claim: life.story, owner: .payer(life.story.payer)))
      : .claim(life.story)
    let placement = work.placement(rules: try Made.rules(), on: day(life.today))
    #expect(placement?.queue == life.queue)
    guard let placement else { return }
    #expect(placement.lane == life.lane)
    #expect(placement.tier == life.tier)
    #expect((placement.governing?.safe.description ?? "") == life.safe)
    #expect(placement.reasonCode == life.code)
    #expect(placement.followUpOn == life.back.map(day))
    let text = ([placement.reason] + placement.why).joined(separator: " ")
    #expect(text.contains(life.says), "\(text)")
    #expect(placement.reason.hasSuffix("."))
    #expect(!placement.why.isEmpty && placement.why.allSatisfy { !$0.isEmpty })
  }

  @Test("Names of the lives are all different, and there are enough of them")
  func lives() {
    #expect(Set(LivesOfClaims.all.map(\.name)).count == LivesOfClaims.all.count)
    #expect(LivesOfClaims.all.count >= 40)
  }

  @Test(
    "Between two roll days neither tier nor lane changes by date alone",
    arguments: LivesOfClaims.all)
  func rolls(life: Life) throws {
    let rules = try Made.rules()
    var today = day(life.today)
    guard var placement = WorkStory.claim(life.story).placement(rules: rules, on: today) else {
      return
    }
    for _ in 0..<12 {
      let roll = DayRoll.next(of: placement, on: today)
      let end = roll ?? today.adding(days: 500)
      #expect(end > today)
      for offset in stride(from: 1, to: end - today, by: max(1, (end - today) / 40)) {
        let later = WorkStory.claim(life.story).placement(
          rules: rules, on: today.adding(days: offset))
        #expect(later?.tier == placement.tier && later?.lane == placement.lane)
        #expect(later?.queue == placement.queue && later?.governing == placement.governing)
      }
      guard let roll, let next = WorkStory.claim(life.story).placement(rules: rules, on: roll)
      else {
        return
      }
      (today, placement) = (roll, next)
    }
  }
}
