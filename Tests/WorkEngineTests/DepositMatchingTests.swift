import Billing
import Testing
import WorkEngine

@testable import TestSupport

@Suite("Money in the bank and money announced")
struct DepositMatchingTests {
  private let matching = DepositMatching(settings: DepositSettings())

  private func bank(
    _ id: Int64, _ cents: Int64, _ trace: String = "EFT1", on day: String = "2026-01-05",
    form: DepositForm = .ach, originator: String = "", payer: String = ""
  ) -> BankMoney {
    BankMoney(
      id: DepositID(id), receivedOn: WorkEngineTests.day(day), form: form, left: Cents(cents),
      trace: trace, originator: originator, payer: payer)
  }

  private func announced(
    _ id: Int64, _ cents: Int64, _ trace: String = "EFT1", on day: String = "2026-01-05",
    method: String = "ACH", originator: String = "", payer: String = "CIGNA"
  ) -> AnnouncedMoney {
    AnnouncedMoney(
      id: RemittanceID(id), paidOn: WorkEngineTests.day(day), method: method, left: Cents(cents),
      trace: trace, originator: originator, payer: payer)
  }

  private func pair(_ deposit: Int64, _ remittance: Int64, _ cents: Int64) -> MoneyPair {
    MoneyPair(
      deposit: DepositID(deposit), remittance: RemittanceID(remittance), amount: Cents(cents))
  }

  @Test("number, amount and days agree: they match; one that differs, and they do not")
  func exact() {
    #expect(matching.pairs([bank(1, 100)], [announced(1, 100)]) == [pair(1, 1, 100)])
    #expect(
      matching.pairs([bank(1, 100, "00-eft 1")], [announced(1, 100)]) == [pair(1, 1, 100)])
    let others = [
      announced(1, 101), announced(1, 100, "EFT2"), announced(1, 100, ""),
      announced(1, 0),
    ]
    for other in others { #expect(matching.pairs([bank(1, 100)], [other]) == [], "\(other)") }
    #expect(
      matching.pairs(
        [bank(1, 100, originator: "1999999999")], [announced(1, 100, originator: "1512345678")])
        == [])
    #expect(
      matching.pairs(
        [bank(1, 100, originator: "512345678")], [announced(1, 100, originator: "1512345678")])
        == [pair(1, 1, 100)])
  }

  @Test(
    "an electronic payment and its remittance meet within three business days, a check by mail",
    arguments: [
      ("2026-01-02", DepositForm.ach, true), ("2025-12-30", .ach, true),
      ("2025-12-29", .ach, false),
      ("2026-01-08", .ach, true), ("2026-01-09", .ach, false), ("2025-08-01", .check, true),
      ("2025-07-08", .check, false), ("2026-01-12", .lockbox, true),
      ("2026-01-13", .lockbox, false),
    ])
  func days(paid: String, form: DepositForm, fits: Bool) {
    let pairs = matching.pairs([bank(1, 100, form: form)], [announced(1, 100, on: paid)])
    #expect(pairs == (fits ? [pair(1, 1, 100)] : []))
  }

  @Test("one deposit may be several remittances, and the other way round")
  func groups() {
    #expect(
      matching.pairs([bank(1, 300)], [announced(1, 100), announced(2, 200)])
        == [pair(1, 1, 100), pair(1, 2, 200)])
    #expect(
      matching.pairs([bank(1, 100), bank(2, 200)], [announced(1, 300)])
        == [pair(1, 1, 100), pair(2, 1, 200)])
    #expect(matching.pairs([bank(1, 301)], [announced(1, 100), announced(2, 200)]) == [])
  }

  @Test("what fits twice matches with neither")
  func ambiguous() {
    #expect(matching.pairs([bank(1, 100)], [announced(1, 100), announced(2, 100)]) == [])
    #expect(matching.pairs([bank(1, 100), bank(2, 100)], [announced(1, 100)]) == [])
    #expect(
      matching.pairs([bank(1, 100), bank(2, 200)], [announced(1, 100), announced(2, 200)])
        == [pair(1, 1, 100), pair(2, 2, 200)])
  }

  @Test("candidates say what speaks for and against them, the best first")
  func candidates() throws {
    let deposit = bank(1, 300, "X9", payer: "CIGNA HEALTHCARE PMT")
    let found = matching.candidates(
      for: deposit,
      among: [
        announced(1, 300, "EFT1", payer: "AETNA"), announced(2, 100, "X9", on: "2025-01-05"),
        announced(3, 100, "EFT3", payer: "CIGNA"), announced(4, 200, "EFT4", payer: "CIGNA"),
        announced(5, 999, "EFT5", on: "2025-06-01", payer: "HUMANA"),
      ])
    #expect(found.map { $0.others.map(\.rawValue) } == [[3, 4], [2], [1]])
    let first = try #require(found.first { $0.others == [RemittanceID(1)] })
    #expect(first.evidence.reasonsFor.contains("the same amount"))
    #expect(first.evidence.reasonsAgainst == ["the numbers are X9 and EFT1"])
    let back = matching.candidates(for: announced(1, 300), among: [bank(1, 300), bank(2, 5, "N")])
    #expect(back.first?.others == [DepositID(1)])
  }

  /// Every pair that could be, tried one by one, by a plain reading of the rule.
  @Test("single pairs are those that a slow reading of the rule finds", arguments: 1...60)
  func slowly(seed: Int) {
    var random = SeededRandom(UInt64(seed))
    let bank = (1...6).map {
      self.bank(
        Int64($0), random.number(1...3) * 100, random.pick(["T1", "T2", ""]),
        on: random.pick(["2026-01-05", "2026-01-07", "2026-01-20"]))
    }
    let announced = (1...6).map {
      self.announced(
        Int64($0), random.number(1...3) * 100, random.pick(["T1", "0T1", "T2"]),
        on: random.pick(["2026-01-05", "2026-01-06", "2026-01-21"]))
    }
    let pairs = matching.pairs(bank, announced)
    func agree(_ deposit: BankMoney, _ remittance: AnnouncedMoney) -> Bool {
      let number = remittance.trace == "0T1" ? "T1" : remittance.trace
      guard deposit.trace == number, deposit.left == remittance.left else { return false }
      var days = 0
      var day = min(deposit.receivedOn, remittance.paidOn)
      while day < max(deposit.receivedOn, remittance.paidOn) {
        day = day.adding(days: 1)
        if day.isBusinessDay { days += 1 }
      }
      return days <= 3
    }
    for deposit in bank {
      let fitting = announced.filter { agree(deposit, $0) }
      let isAlone =
        fitting.count == 1 && bank.filter { agree($0, fitting[0]) }.count == 1
      let own = pairs.filter { $0.deposit == deposit.id }
      if isAlone { #expect(own.map(\.remittance) == [fitting[0].id], "seed \(seed)") }
      #expect(own.map(\.amount).total() <= deposit.left, "seed \(seed)")
    }
    for remittance in announced {
      #expect(
        pairs.filter { $0.remittance == remittance.id }.map(\.amount).total() <= remittance.left)
    }
  }
}

@Suite("Work that money makes")
struct DepositPlacementTests {
  private let today = WorkEngineTests.day("2026-01-12")

  @Test(
    "a deposit is work as long as part of it belongs to no remittance", arguments: [0, 40, 100])
  func deposit(matched: Int64) throws {
    let story = MadeMoney.deposit(matched: matched)
    let placement = WorkStory.deposit(story).placement(rules: try Made.rules(), on: today)
    #expect((placement == nil) == (matched == 100))
    if let placement {
      #expect(placement.queue == .cashPosting && placement.lane == .work)
      #expect(placement.balance == Cents(100 - matched))
    }
    var void = story
    void.deposit.isVoid = true
    #expect(WorkStory.deposit(void).placement(rules: try Made.rules(), on: today) == nil)
  }

  @Test(
    "a remittance without its money waits for so many business days, then it is open",
    arguments: [
      ("ACH", "2026-01-08", Lane.waiting), ("ACH", "2026-01-09", .work),
      ("CHK", "2026-01-09", .waiting),
      ("CHK", "2026-01-20", .waiting), ("CHK", "2026-01-21", .work),
    ])
  func missing(method: String, on day: String, lane: Lane) throws {
    let story = WorkStory.remittance(MadeMoney.remittance(method: method, paid: "2026-01-05"))
    let placement = try #require(
      story.placement(rules: try Made.rules(), on: WorkEngineTests.day(day)))
    #expect(placement.lane == lane && placement.queue == .cashPosting)
    #expect(placement.balance == Cents(100))
    if lane == .waiting {
      let roll = DayRoll.next(of: placement, on: WorkEngineTests.day(day))
      #expect(roll == placement.followUpOn)
    }
  }

  @Test("an approval waits with a lead until somebody answered, and never who asked")
  func approval() throws {
    var story = MadeMoney.approval()
    let placement = try #require(
      WorkStory.approval(story).placement(rules: try Made.rules(), on: today))
    #expect(placement.lane == .lead && placement.queue == .cashPosting)
    let asker = OfficeUser(name: "tlee", isSupervisor: true)
    let biller = OfficeUser(name: "mruiz", isSupervisor: false)
    let lead = OfficeUser(name: "sgray", isSupervisor: true)
    let poster = OfficeUser(name: "pcole", isSupervisor: true, isPoster: true)
    #expect(asker.refusal(toAnswer: story.approval)?.contains("yourself") == true)
    #expect(biller.refusal(toAnswer: story.approval)?.contains("supervisor") == true)
    #expect(lead.refusal(toAnswer: story.approval) == nil)
    #expect(poster.refusal(toAnswer: story.approval) == nil)
    var refund = story.approval
    refund.purpose = .refund
    #expect(poster.refusal(toAnswer: refund) != nil && lead.refusal(toAnswer: refund) == nil)
    story.decisions = [
      RecordedDecision(
        activity: ActivityID(1), verb: .grant, act: .grant, on: today, user: "sgray", sequence: 1)
    ]
    #expect(WorkStory.approval(story).placement(rules: try Made.rules(), on: today) == nil)
  }
}

/// Stories of money, made up.
enum MadeMoney {
  static func deposit(matched: Int64 = 0, trace: String = "EFT9") -> DepositStory {
    let matches = [
      DepositMatch(
        id: 1, deposit: DepositID(1), remittance: RemittanceID(3), trace: "EFT3",
        amount: Cents(matched), activity: nil, knownOn: WorkEngineTests.day("2026-01-06"))
    ]
    return DepositStory(
      deposit: Deposit(
        id: DepositID(1),
        content: DepositDraft(
          receivedOn: WorkEngineTests.day("2026-01-05"), form: .ach, amount: Cents(100),
          payer: "MADE UP HEALTH", reference: trace), file: nil, line: 0, user: "tlee",
        knownOn: WorkEngineTests.day("2026-01-05"), isVoid: false, matched: Cents(matched)),
      matches: matched == 0 ? [] : matches, decisions: [])
  }

  static func remittance(method: String, paid: String) -> StagedRemittanceStory {
    StagedRemittanceStory(
      subject: .remittance(RemittanceID(3)), payer: Made.medicare,
      paymentDate: WorkEngineTests.day(paid), suspense: .zero, reasons: [],
      missingMoney: MissingMoney(
        left: Cents(100), method: method, paidOn: WorkEngineTests.day(paid)))
  }

  static func approval() -> ApprovalStory {
    ApprovalStory(
      approval: Approval(
        id: ApprovalID(1), purpose: .reopenClose,
        target: .period(BookPeriod(monthOf: WorkEngineTests.day("2025-12-01"))), amount: .zero,
        askedBy: "tlee", askedOn: WorkEngineTests.day("2026-01-12"), reason: "a late remittance"),
      decisions: [])
  }
}
