import Billing
import Desk
import Operations
import Testing

@testable import TestSupport

@Suite("Holds on charges")
struct OrdersHoldTests {
  /// Edits look at what the checks of an order let pass: here the sleep study.
  private func held() throws -> TestOffice {
    let test = try TestOffice()
    try test.confirm([.device("SO-1", ["sleep_study_date": ""])])
    return test
  }

  private static let study = DecisionEntry(
    taking: Decision(.attachDocument(DocumentDraft(kind: .sleepStudy, dated: Day("2025-12-01")))))

  private func holds(_ test: TestOffice, _ number: String = "SO-1") throws -> [HoldRow] {
    guard let charge = try test.item(number, kind: "charge").charge else {
      return []
    }
    return charge.holds
  }

  @Test("a hold is placed at confirmation and released by the document, which it names")
  func released() throws {
    let test = try held()
    #expect(
      try test.charges(of: "SO-1")
        == ["E0601 RR KH KX x1 2026-01-12 $120.00 held sleep-study-missing"])
    #expect(try test.queue(.holds) == ["charge SO-1 sleep-study-missing"])
    let board = try test.office.transmission()
    #expect(board.groups.isEmpty)
    let open = try #require(try holds(test).first?.hold)
    #expect((open.type, open.team) == (.documentation, .respiratory))
    #expect(open.reviewOn != nil)

    try test.decide("SO-1", kind: "charge", Self.study)
    let hold = try #require(try holds(test).first?.hold)
    #expect(hold.release?.evidence == "Sleep study of 2025-12-01, received 2026-01-20.")
    #expect(hold.release?.document != nil)
    #expect(try test.queue(.holds) == [])
    #expect(try test.queue(.transmission) == ["charge SO-1 warning"])
    #expect(try test.office.transmission().groups.map(\.claims) == [1])
    try test.isSound()
  }

  @Test("a reason that holds a charge holds it once, and is not offered again")
  func twice() throws {
    let test = try held()
    let audit = DecisionEntry(.hold, ["hold-reason": "audit", "note": "drawn"])
    try test.decide("SO-1", kind: "charge", audit)
    let refusal = try test.refusal("SO-1", kind: "charge", audit)
    #expect(refusal?.contains("held for that already, since 2026-01-20") == true)
    let fields = try test.office.form(.hold, about: try test.itemID("SO-1", kind: "charge"))
    let offered = fields.first { $0.name == "hold-reason" }?.choices.map(\.value) ?? []
    #expect(!offered.isEmpty && !offered.contains("audit"))
    #expect(!offered.contains("sleep-study-missing"))
    // All months say more than this one.
    var agreement = audit
    agreement.fields["agreement"] = "yes"
    #expect(try test.refusal("SO-1", kind: "charge", agreement) == nil)
    #expect(try test.refusal("SO-1", kind: "charge", agreement) != nil)
    try test.isSound()
  }

  @Test("what releases a hold is the document of its reason, not the name of its edit")
  func releasedBy() throws {
    let test = try held()
    let advice = try test.item("SO-1", kind: "charge").advice
    #expect(
      advice.fix == "Obtain and index: Sleep study. It is released once that is indexed and valid.")
    let release = advice.options.first { $0.verb == .releaseHold }?.permission.refusal
    #expect(
      release?.contains("releases it once it is indexed and valid: Sleep study.") == true,
      "\(release ?? "")")
  }

  @Test("a line with several holds waits for the last of them")
  func several() throws {
    let test = try TestOffice()
    try test.confirm([
      .device("SO-1", ["sleep_study_date": "", "prescriber_enrolled": "no"])
    ])
    #expect(try holds(test).filter(\.hold.isOpen).count == 2)
    try test.decide("SO-1", kind: "charge", Self.study)
    #expect(try holds(test).filter(\.hold.isOpen).map(\.hold.reason) == ["prescriber-not-enrolled"])
    #expect(try test.queue(.holds) == ["charge SO-1 prescriber-not-enrolled"])
    try test.isSound()
  }

  @Test("a supervisor alone releases what a rule placed, and it stays released")
  func supervisor() throws {
    let test = try held()
    let release = DecisionEntry(.releaseHold, ["evidence": "the study was seen by phone"])
    #expect(
      try test.refusal("SO-1", kind: "charge", release)?.contains("A supervisor may") == true)
    let boss = try test.on(user: "boss", isSupervisor: true)
    let silent = DecisionEntry(.releaseHold)
    #expect(try boss.refusal("SO-1", kind: "charge", silent) != nil)
    try boss.decide("SO-1", kind: "charge", release)
    #expect(try test.queue(.transmission) == ["charge SO-1 warning"])
    // The edit finds the same thing tomorrow; the supervisor has answered it.
    let next = try test.on("2026-01-21")
    try next.office.rollDay()
    #expect(try next.queue(.transmission) == ["charge SO-1 warning"])
    #expect(try next.office.transmission().groups.map(\.claims) == [1])
    try next.isSound()
  }

  private static func entry(
    _ reason: String = "patient-dispute", review: String? = "2026-02-10", agreement: Bool = true
  ) -> DecisionEntry {
    DecisionEntry(
      taking: Decision(
        .hold(
          HoldEntry(
            reason: reason, team: .billing, reviewOn: review.flatMap { Day($0) },
            isForAgreement: agreement)), note: "says it never came"))
  }

  @Test("a hold on the agreement holds the months to come, and is released for all of them")
  func agreement() throws {
    let test = try TestOffice()
    try test.confirm([.device()])
    #expect(try test.refusal("SO-1", kind: "charge", Self.entry(review: "2026-06-01")) != nil)
    try test.decide("SO-1", kind: "charge", Self.entry())
    let item = try test.item("SO-1", kind: "charge").item
    #expect((item.queue, item.lane) == (.holds, .waiting))

    let march = try test.on("2026-03-12")
    try march.office.rollDay()
    #expect(
      try march.charges(of: "SO-1").map { String($0.suffix(20)) }
        == Array(repeating: "held patient-dispute", count: 3))
    #expect(try march.queue(.holds).count == 3)
    #expect(try march.office.transmission().groups.isEmpty)
    let one = DecisionEntry(.releaseHold, ["all-months": "no", "evidence": "she has it"])
    #expect(try march.refusal("SO-1", kind: "charge", one)?.contains("all held months") == true)
    try march.decide(
      "SO-1", kind: "charge",
      DecisionEntry(.releaseHold, ["all-months": "yes", "evidence": "she has it"]))
    #expect(try march.queue(.holds) == [])
    #expect(try march.queue(.transmission).count == 3)
    try march.isSound()
  }

  @Test("a hold on one month leaves the others alone")
  func month() throws {
    let test = try TestOffice(today: "2026-03-20")
    try test.confirm([.device()])
    try test.decide("SO-1", kind: "charge", Self.entry(review: "2026-04-01", agreement: false))
    #expect(try test.queue(.holds).count == 1)
    #expect(try test.queue(.transmission).count == 2)
    let held = try #require(
      try test.numbers("SELECT id FROM work_item WHERE queue = 'holds' AND is_closed = 0").first)
    try test.decide(
      WorkItemID(held),
      DecisionEntry(.releaseHold, ["evidence": "settled"]))
    #expect(try test.queue(.holds) == [])
    #expect(try test.queue(.transmission).count == 3)
    try test.isSound()
  }

  @Test("the report counts each held charge once and each hold once, by every heading")
  func report() throws {
    let test = try TestOffice()
    try test.confirm([
      .device(
        "SO-1",
        [
          "sleep_study_date": "", "prescriber_enrolled": "no", "prescriber_npi": "1234567893",
          "prescriber_last_name": "BIRCH",
        ]), .device("SO-2", SampleOrder.patient(1).merging(["sleep_study_date": ""]) { $1 }),
      .device("SO-3", SampleOrder.patient(2)),
    ])
    let later = try test.on("2026-01-30")
    try later.office.rollDay()
    let report = try later.office.holds()
    #expect((report.holds, report.charges) == (3, 2))
    let held = try later.numbers(
      """
      SELECT sum(expected_cents) FROM work_item WHERE queue = 'holds' AND is_closed = 0
      """)
    #expect([report.expected.rawValue] == held)
    for rows in [report.byType, report.byTeam, report.byPayer, report.byPrescriber] {
      #expect(rows.map(\.holds).reduce(0, +) == 3)
      #expect(rows.allSatisfy { $0.longestDays == 10 && $0.meanDays == 10 })
      #expect(rows.allSatisfy { $0.charges <= 2 && $0.expected <= report.expected })
    }
    #expect(report.byPayer.map(\.name) == [SamplePayer.medicare.name])
    #expect(report.byPrescriber.map(\.name).sorted() == ["ALDER, SAM", "BIRCH, SAM"])
    #expect(
      report.byType.map { "\($0.name) \($0.holds)" }.sorted() == [
        "Automated system 1", "Order/Rx & medical records 2",
      ])
    try later.isSound()
  }
}
