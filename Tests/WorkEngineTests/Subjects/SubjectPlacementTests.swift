import Billing
import Testing
import WorkEngine

/// One moment in the life of a piece of work before its claim: facts and a day in, its place out.
struct SubjectLife: Sendable, CustomTestStringConvertible {
  var name: String
  var story: WorkStory
  var today: String
  /// Nil where no queue holds it.
  var queue: QueueName?
  var lane = Lane.work
  var tier = Tier.later
  /// Safe day of the governing deadline, empty for none.
  var safe = "2027-01-05"
  var code = ""
  /// The reason begins with these words.
  var reason = ""
  /// Words that the argument holds.
  var says = ""
  var back: String?
  var testDescription: String { name }
}

@Suite("Placement of orders, charges, batches and special work")
struct SubjectPlacementTests {
  private typealias Facts = MadeSubjects

  static let lives = orders + charges + batches + specials

  static let orders: [SubjectLife] = [
    .init(
      name: "delivered and clean", story: Facts.orderStory(), today: "2026-01-06",
      queue: .orderConfirmation, code: "ready", reason: "Ready to confirm.",
      says: "reached the patient on 2026-01-05"),
    .init(
      name: "delivered, a serial number missing",
      story: Facts.orderStory(findings: [Facts.priceOdd, Facts.serialMissing]),
      today: "2026-01-06", queue: .orderConfirmation, code: "serial-problem",
      reason: "Serial number missing on line 2.", says: "Ask the driver for it."),
    .init(
      name: "only a word of warning", story: Facts.orderStory(findings: [Facts.priceOdd]),
      today: "2026-01-06", queue: .orderConfirmation, code: "ready", reason: "Ready to confirm.",
      says: "To know: The price is far above"),
    .init(
      name: "filing ends in six days", story: Facts.orderStory(), today: "2026-12-30",
      queue: .orderConfirmation, tier: .week, code: "ready", says: "6 days left"),
    .init(
      name: "filing has ended", story: Facts.orderStory(), today: "2027-01-06",
      queue: .orderConfirmation, lane: .expired, tier: .expired, code: "ready",
      says: "last legal day"),
    .init(
      name: "no filing rule is known", story: Facts.orderStory(filing: nil), today: "2026-01-06",
      queue: .orderConfirmation, tier: .noDeadline, safe: "", code: "ready"),
    .init(name: "not delivered", story: Facts.orderStory(.open), today: "2026-01-06"),
    .init(name: "confirmed", story: Facts.orderStory(.confirmed), today: "2026-01-06"),
    .init(name: "cancelled", story: Facts.orderStory(.cancelled), today: "2026-01-06"),
    .init(
      name: "returned: the front office has its days",
      story: Facts.orderStory(
        .returned, decisions: [Made.decision(.returnOrder, "2026-01-06", seq: 1)]),
      today: "2026-01-07", queue: .orderConfirmation, lane: .waiting, code: "returned",
      says: "Returned on 2026-01-06", back: "2026-01-09"),
    .init(
      name: "returned with a day of its own",
      story: Facts.orderStory(
        .returned,
        decisions: [Made.decision(.returnOrder, "2026-01-06", seq: 1, back: "2026-01-15")]),
      today: "2026-01-14", queue: .orderConfirmation, lane: .waiting, code: "returned",
      back: "2026-01-15"),
    .init(
      name: "returned and overdue",
      story: Facts.orderStory(
        .returned, decisions: [Made.decision(.returnOrder, "2026-01-06", seq: 1)]),
      today: "2026-01-09", queue: .orderConfirmation, code: "returned",
      says: "ask the front office"),
    .init(
      name: "returned shortly before the limit",
      story: Facts.orderStory(
        .returned,
        decisions: [Made.decision(.returnOrder, "2026-12-28", seq: 1, back: "2027-01-04")]),
      today: "2026-12-29", queue: .orderConfirmation, lane: .waiting, tier: .week,
      code: "returned", back: "2026-12-31"),
    .init(
      name: "escalated",
      story: Facts.orderStory(decisions: [Made.decision(.escalate, "2026-01-06", seq: 1)]),
      today: "2026-01-06", queue: .orderConfirmation, lane: .lead, code: "ready"),
    .init(
      name: "pinned",
      story: Facts.orderStory(decisions: [Made.decision(.pin, "2026-01-06", seq: 1)]),
      today: "2026-01-06", queue: .orderConfirmation, tier: .pinned, code: "ready"),
    .init(
      name: "put off, then a document came",
      story: Facts.orderStory(decisions: [
        Made.decision(.deferred, "2026-01-06", seq: 1, back: "2026-01-20"),
        Made.decision(.attachDocument, "2026-01-08", seq: 2),
      ]), today: "2026-01-08", queue: .orderConfirmation, code: "ready"),
  ]

  static let charges: [SubjectLife] = [
    .init(
      name: "held by a rule: work at once",
      story: Facts.chargeStory(holds: [Facts.hold(review: "2026-01-13")]), today: "2026-01-08",
      queue: .holds, code: "swo-missing", reason: "Standard written order is missing.",
      says: "Documentation must act; held since 2026-01-06, 2 days."),
    .init(
      name: "two holds, the oldest says the reason",
      story: Facts.chargeStory(holds: [
        Facts.hold("eligibility-inactive", id: 2, placed: "2026-01-08"),
        Facts.hold(detail: "No order by DR MADEUP.", owner: "dora"),
      ]), today: "2026-01-08", queue: .holds, code: "swo-missing, eligibility-inactive",
      reason: "No order by DR MADEUP.", says: "dora (Documentation) must act"),
    .init(
      name: "one released, one open",
      story: Facts.chargeStory(holds: [
        Facts.hold(released: "2026-01-07"), Facts.hold("serial-missing", id: 2),
      ]), today: "2026-01-08", queue: .holds, code: "serial-missing"),
    .init(
      name: "held by a person until the review",
      story: Facts.chargeStory(holds: [Facts.disputed]), today: "2026-01-08", queue: .holds,
      lane: .waiting, code: "patient-dispute", back: "2026-01-20"),
    .init(
      name: "the review is due", story: Facts.chargeStory(holds: [Facts.disputed]),
      today: "2026-01-20", queue: .holds, code: "patient-dispute", says: "is due"),
    .init(
      name: "a rule's hold beside a person's does not rest",
      story: Facts.chargeStory(holds: [Facts.disputed, Facts.hold(review: "2026-01-20")]),
      today: "2026-01-08", queue: .holds, code: "swo-missing, patient-dispute"),
    .init(
      name: "the review waits no longer than the limit allows",
      story: Facts.chargeStory(holds: [Facts.disputed], filing: "2026-01-21"),
      today: "2026-01-08", queue: .holds, lane: .waiting, tier: .twoWeeks, safe: "2026-01-21",
      code: "patient-dispute", back: "2026-01-16"),
    .init(
      name: "the agreement is held",
      story: Facts.chargeStory(
        holds: [Facts.hold("audit", edit: "", onRental: true)], rental: Facts.rental),
      today: "2026-01-08", queue: .holds, code: "audit", says: "with all months of the rental"),
    .init(
      name: "the document was asked for",
      story: Facts.chargeStory(
        holds: [Facts.hold()],
        decisions: [Made.decision(.requestDocuments, "2026-01-08", seq: 1)]),
      today: "2026-01-09", queue: .holds, lane: .waiting, code: "swo-missing",
      back: "2026-01-13"),
    .init(
      name: "eligibility was asked for",
      story: Facts.chargeStory(
        holds: [Facts.hold("eligibility-inactive")],
        decisions: [Made.decision(.checkEligibility, "2026-01-08", seq: 1)]),
      today: "2026-01-08", queue: .holds, lane: .waiting, code: "eligibility-inactive",
      back: "2026-01-09"),
    .init(
      name: "held past the filing limit", story: Facts.chargeStory(holds: [Facts.hold()]),
      today: "2027-01-06", queue: .holds, lane: .expired, tier: .expired, code: "swo-missing"),
    .init(
      name: "ready", story: Facts.chargeStory(), today: "2026-01-08", queue: .transmission,
      code: "ready", reason: "Ready to bill to Medicare.", says: "next batch"),
    .init(
      name: "all holds released",
      story: Facts.chargeStory(holds: [Facts.hold(released: "2026-01-07")]),
      today: "2026-01-08", queue: .transmission, code: "ready"),
    .init(
      name: "ready with a warning",
      story: Facts.chargeStory(warnings: [
        EditFinding(
          edit: "The price is usual", outcome: .warn, message: "The price is odd",
          advice: "Look at it")
      ]), today: "2026-01-08", queue: .transmission, code: "warning", reason: "The price is odd.",
      says: "Warning: The price is odd. Look at it."),
    .init(
      name: "billed",
      story: Facts.chargeStory(standing: .billed(ClaimID(1), ClaimLineID(1))),
      today: "2026-01-08"),
    .init(
      name: "withdrawn", story: Facts.chargeStory(holds: [Facts.hold()], standing: .withdrawn),
      today: "2026-01-08"),
  ]

  // 2026-01-16 is a Friday, and the Monday after it a holiday.
  static let batches: [SubjectLife] = [
    .init(
      name: "sent, the answer is awaited", story: Facts.batchStory(), today: "2026-01-19",
      queue: .transmission, lane: .waiting, safe: "2026-12-30", code: "awaiting answer",
      back: "2026-01-20"),
    .init(
      name: "no answer after a business day", story: Facts.batchStory(), today: "2026-01-20",
      queue: .transmission, safe: "2026-12-30", code: "no answer",
      reason: "No answer to the batch of 2026-01-16: 12 claims, $2,500.00.",
      says: "clearinghouse has the file"),
    .init(
      name: "the alarm was put off",
      story: Facts.batchStory(decisions: [
        Made.decision(.checkedPortal, "2026-01-20", seq: 1)
      ]), today: "2026-01-20", queue: .transmission, lane: .waiting, safe: "2026-12-30",
      code: "no answer", back: "2026-01-21"),
    .init(
      name: "answered", story: Facts.batchStory(isAnswered: true), today: "2026-01-20"),
  ]

  static let specials: [SubjectLife] = [
    .init(
      name: "not open yet", story: Facts.specialStory(), today: "2026-01-09", queue: .special,
      lane: .waiting, tier: .twoMonths, safe: "2026-02-27", code: "resupply",
      back: "2026-01-10"),
    .init(
      name: "open", story: Facts.specialStory(), today: "2026-01-12", queue: .special,
      tier: .twoMonths, safe: "2026-02-27", code: "resupply",
      reason: "The supply of 2025-11-11 ends on 2026-02-09."),
    .init(
      name: "the patient wants it: not before its day", story: Facts.specialStory(.answered),
      today: "2026-01-12", queue: .special, lane: .waiting, tier: .twoMonths,
      safe: "2026-02-27", code: "resupply", says: "The patient wants 1 x A7030.",
      back: "2026-01-30"),
    .init(
      name: "it may be shipped", story: Facts.specialStory(.answered), today: "2026-01-30",
      queue: .special, tier: .month, safe: "2026-02-27", code: "resupply",
      says: "since 2026-01-30"),
    .init(
      name: "an authorization, 20 days before its end",
      story: Facts.specialStory(kind: .authorizationRenewal, closes: nil), today: "2026-01-10",
      queue: .special, tier: .month, safe: "2026-01-29", code: "authorization-renewal"),
    .init(
      name: "14 days before its end",
      story: Facts.specialStory(kind: .authorizationRenewal, closes: nil), today: "2026-01-16",
      queue: .special, tier: .twoWeeks, safe: "2026-01-29", code: "authorization-renewal"),
    .init(
      name: "7 days before its end",
      story: Facts.specialStory(kind: .authorizationRenewal, closes: nil), today: "2026-01-23",
      queue: .special, tier: .week, safe: "2026-01-29", code: "authorization-renewal"),
    .init(
      name: "an authorization that ran out unseen",
      story: Facts.specialStory(kind: .authorizationRenewal, closes: nil), today: "2026-02-10",
      queue: .special, tier: .week, safe: "2026-01-29", code: "authorization-renewal"),
    .init(
      name: "the window closed", story: Facts.specialStory(), today: "2026-03-01",
      queue: .special, lane: .expired, tier: .expired, safe: "2026-02-27", code: "resupply"),
    .init(
      name: "without an end, with papers to come",
      story: Facts.specialStory(kind: .papTrial, items: [], closes: nil, needs: [.usageReport]),
      today: "2026-01-12", queue: .special, tier: .noDeadline, safe: "", code: "pap-trial",
      says: "needs: Usage report."),
    .init(name: "done", story: Facts.specialStory(.done), today: "2026-01-12"),
    .init(name: "declined", story: Facts.specialStory(.declined), today: "2026-01-12"),
  ]

  @Test("Lives of orders, charges, batches and special work", arguments: lives)
  func life(life: SubjectLife) {
    let placement = life.story.placement(rules: MadeSubjects.rules, on: day(life.today))
    #expect(placement?.queue == life.queue)
    guard let placement else { return }
    #expect(placement.lane == life.lane)
    #expect(placement.tier == life.tier)
    #expect((placement.governing?.safe.description ?? "") == life.safe)
    #expect(placement.reasonCode == life.code)
    #expect(placement.followUpOn == life.back.map(day))
    #expect(placement.reason.hasPrefix(life.reason) && placement.reason.hasSuffix("."))
    let text = placement.why.joined(separator: " ")
    #expect(text.contains(life.says), "\(text)")
    #expect(!placement.why.isEmpty && placement.why.allSatisfy { !$0.isEmpty })
  }

  @Test("A finding that names its item is not told its line again")
  func namedItem() throws {
    var finding = MadeSubjects.serialMissing
    finding.message = "For item 2, E0601, the serial number is missing."
    let placement = try #require(
      MadeSubjects.orderStory(findings: [finding]).placement(
        rules: MadeSubjects.rules,
        on: day("2026-01-06")))
    #expect(placement.reason == finding.message)
  }

  @Test("Names of the lives are all different")
  func names() {
    #expect(Set(Self.lives.map(\.name)).count == Self.lives.count)
  }

  @Test("Amounts of each kind")
  func amounts() throws {
    let rules = MadeSubjects.rules
    let today = day("2026-01-20")
    let order = try #require(
      MadeSubjects.orderStory().placement(rules: rules, on: today))
    #expect(order.balance == Cents(18_000) && order.expected == Cents(12_000))
    let charge = try #require(
      MadeSubjects.chargeStory().placement(rules: rules, on: today))
    #expect(charge.balance == Cents(18_000) && charge.expected == Cents(12_000))
    let batch = try #require(
      MadeSubjects.batchStory().placement(rules: rules, on: today))
    #expect(batch.expected == Cents(250_000))
    let special = try #require(
      MadeSubjects.specialStory().placement(rules: rules, on: today))
    #expect(special.expected == Cents(13_500))
  }

  @Test("Units and prices beyond all reason do not stop the placement")
  func hostileOrder() throws {
    var order = MadeSubjects.order()
    order.lines[0].deliveredUnits = .max
    order.lines.append(order.lines[0])
    let story = WorkStory.order(
      OrderStory(
        order: order, documents: [], findings: [], expected: .zero, filing: nil, decisions: []))
    let placement = try #require(
      story.placement(rules: MadeSubjects.rules, on: day("2026-01-06")))
    #expect(placement.balance == .zero)
  }

  @Test("Between two roll days neither tier nor lane changes by date alone", arguments: lives)
  func rolls(life: SubjectLife) {
    let rules = MadeSubjects.rules
    var today = day(life.today)
    for _ in 0..<8 {
      guard let placement = life.story.placement(rules: rules, on: today) else {
        return
      }
      let roll = DayRoll.next(of: placement, on: today)
      let end = roll ?? today.adding(days: 400)
      #expect(end > today)
      for offset in stride(from: 1, to: end - today, by: max(1, (end - today) / 40)) {
        let later = life.story.placement(rules: rules, on: today.adding(days: offset))
        #expect(later?.tier == placement.tier && later?.lane == placement.lane)
      }
      guard let roll else { return }
      today = roll
    }
  }
}
