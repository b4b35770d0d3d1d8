import Billing
import Rules
import Testing
import WorkEngine

@testable import TestSupport

@Suite("Decision rules")
struct DecisionRulesTests {
  private static let today = "2026-01-12"

  private static func denied(_ code: String, _ remarks: [String] = []) -> ClaimStory {
    var story = Made.story()
    story.adjudications = [Made.answer("2026-01-05", [Made.denial(code, remarks)], number: "N1")]
    return story
  }

  struct Check: Sendable, CustomTestStringConvertible {
    var name: String
    var story: ClaimStory
    var decision: DecisionEntry
    var isSupervisor = false
    /// A word of the refusal, nil where it is allowed.
    var refusal: String?
    var today = DecisionRulesTests.today
    var testDescription: String { name }
  }

  static let checks: [Check] = [
    Check(
      name: "appeal", story: denied("CO-50"), decision: DecisionEntry(.appeal, ["level": "1"])),
    Check(
      name: "appeal out of order", story: denied("CO-50"),
      decision: DecisionEntry(.appeal, ["level": "2"]), refusal: "level 1 comes next"),
    Check(
      name: "appeal of an unprocessable claim", story: denied("CO-16", ["MA130"]),
      decision: DecisionEntry(.appeal), refusal: "MA130"),
    Check(
      name: "appeal after the limit", story: denied("CO-50"), decision: DecisionEntry(.appeal),
      refusal: "2026-05-10", today: "2026-05-11"),
    Check(
      name: "appeal after the limit by a supervisor", story: denied("CO-50"),
      decision: DecisionEntry(.appeal), isSupervisor: true, refusal: "2026-05-10",
      today: "2026-05-11"),
    Check(
      name: "appeal after the limit with good cause", story: denied("CO-50"),
      decision: DecisionEntry(.appeal, ["late": "flood in the office from May 3 to May 9"]),
      today: "2026-05-11"),
    Check(
      name: "appeal on the last legal day", story: denied("CO-50"),
      decision: DecisionEntry(.appeal),
      today: "2026-05-10"),
    Check(
      name: "appeal without an answer", story: Made.story(), decision: DecisionEntry(.appeal),
      refusal: "nothing to appeal"),
    Check(
      name: "replace at Medicare", story: denied("CO-9"), decision: DecisionEntry(.replace),
      refusal: "Medicare"),
    Check(
      name: "void at Medicare", story: denied("CO-9"), decision: DecisionEntry(.void),
      refusal: "Medicare"),
    Check(
      name: "reopen before the claim is final", story: denied("CO-4"),
      decision: DecisionEntry(.reopen),
      refusal: "2026-01-08", today: "2026-01-07"),
    Check(
      name: "reopen when it is final", story: denied("CO-4"), decision: DecisionEntry(.reopen),
      today: "2026-01-08"),
    Check(
      name: "send again just as it was", story: denied("CO-16", ["MA130"]),
      decision: DecisionEntry(.resubmit), refusal: "why it goes out just as it was"),
    Check(
      name: "send again just as it was, and say why", story: denied("CO-16", ["MA130"]),
      decision: DecisionEntry(.resubmit, ["note": "the payer lost its own page"])),
    Check(
      name: "good cause where it is in time", story: denied("CO-50"),
      decision: DecisionEntry(.appeal, ["late": "flood"]), refusal: "It is in time"),
    Check(
      name: "send again without an answer", story: Made.sent("2026-01-05"),
      decision: DecisionEntry(.resubmit), refusal: "duplicate"),
    Check(
      name: "send again what the payer does not have",
      story: Made.sent("2026-01-05", calls: [("2026-01-09", "not on file")]),
      decision: DecisionEntry(.resubmit)),
    Check(
      name: "write-off without a reason", story: denied("CO-50"),
      decision: DecisionEntry(.writeOff, ["reason": ""]),
      refusal: "needs a reason"),
    Check(
      name: "write-off with an unknown reason", story: denied("CO-50"),
      decision: DecisionEntry(.writeOff, ["reason": "WHIM", "amount": "1"]), refusal: "WHIM"),
    Check(
      name: "write-off over the limit", story: denied("CO-50"),
      decision: DecisionEntry(.writeOff, ["reason": "SMALL", "amount": "180"]), refusal: "$10.00"),
    Check(
      name: "write-off over the limit by a supervisor", story: denied("CO-50"),
      decision: DecisionEntry(.writeOff, ["reason": "SMALL"]), isSupervisor: true),
    Check(
      name: "write-off of all that is open, where the limit reaches so far", story: denied("CO-50"),
      decision: DecisionEntry(.writeOff, ["reason": "DUP"])),
    Check(
      name: "write-off under a limit that does not reach so far", story: denied("CO-50"),
      decision: DecisionEntry(.writeOff, ["reason": "SMALL"]), refusal: "Say how much"),
    Check(
      name: "write-off at the limit", story: denied("CO-50"),
      decision: DecisionEntry(.writeOff, ["amount": "10.00", "reason": "SMALL"])),
    Check(
      name: "write-off of more than is open", story: denied("CO-50"),
      decision: DecisionEntry(.writeOff, ["amount": "180.01", "reason": "DUP"]), isSupervisor: true,
      refusal: "$180.00"),
    Check(
      name: "write-off of nothing", story: denied("CO-50"),
      decision: DecisionEntry(.writeOff, ["amount": "0", "reason": "DUP"]),
      refusal: "more than zero"),
    Check(
      name: "patient pays what CO denied", story: denied("CO-50"),
      decision: DecisionEntry(.transferPatient), isSupervisor: true, refusal: "must not be billed"),
    Check(
      name: "patient pays what PR denied", story: denied("PR-50"),
      decision: DecisionEntry(.transferPatient)),
    Check(
      name: "defer without a reason", story: denied("CO-50"),
      decision: DecisionEntry(.deferred, ["note": "", "follow-up": "2026-01-15"]), refusal: "why"),
    Check(
      name: "defer", story: denied("CO-50"),
      decision: DecisionEntry(
        .deferred, ["note": "waiting for the note", "follow-up": "2026-01-15"])),
    Check(
      name: "defer to the last day that the margin leaves", story: denied("CO-50"),
      decision: DecisionEntry(.deferred, ["note": "x", "follow-up": "2026-04-30"])),
    Check(
      name: "defer past the margin", story: denied("CO-50"),
      decision: DecisionEntry(.deferred, ["note": "x", "follow-up": "2026-05-01"]),
      refusal: "2026-04-30"),
    Check(
      name: "defer past the margin by a supervisor", story: denied("CO-50"),
      decision: DecisionEntry(.deferred, ["note": "x", "follow-up": "2026-05-01"]),
      isSupervisor: true),
    Check(
      name: "within the margin it may sleep one business day", story: denied("CO-50"),
      decision: DecisionEntry(.followUp, ["follow-up": "2026-05-04"]), today: "2026-05-01"),
    Check(
      name: "within the margin no longer", story: denied("CO-50"),
      decision: DecisionEntry(.followUp, ["follow-up": "2026-05-05"]), refusal: "2026-05-05",
      today: "2026-05-01"),
    Check(
      name: "follow up today", story: denied("CO-50"),
      decision: DecisionEntry(.followUp, ["follow-up": "2026-01-12"]), refusal: "after today"),
    Check(
      name: "follow up, the day as it is filled in", story: denied("CO-50"),
      decision: DecisionEntry(.followUp)),
    Check(
      name: "call without an answer", story: denied("CO-50"), decision: DecisionEntry(.calledPayer),
      refusal: "what the payer answered"),
    Check(
      name: "call", story: denied("CO-50"),
      decision: DecisionEntry(.calledPayer, ["status": "pended"])),
    Check(
      name: "empty note", story: denied("CO-50"), decision: DecisionEntry(.note, ["note": "  "]),
      refusal: "Write what"),
    Check(
      name: "outcome without an appeal", story: denied("CO-50"),
      decision: DecisionEntry(.appealOutcome, ["outcome": "favorable"]), refusal: "No appeal"),
    Check(
      name: "assign where nobody is named: to oneself", story: denied("CO-50"),
      decision: DecisionEntry(.assign)),
    Check(
      name: "back to the pool", story: denied("CO-50"), decision: DecisionEntry(.assign, ["to": ""])
    ),
    Check(
      name: "pin by a biller", story: denied("CO-50"), decision: DecisionEntry(.pin),
      refusal: "supervisor"),
    Check(
      name: "pin by a supervisor", story: denied("CO-50"), decision: DecisionEntry(.pin),
      isSupervisor: true),
    Check(
      name: "escalate without words", story: denied("CO-50"), decision: DecisionEntry(.escalate),
      refusal: "Tell the lead"),
    Check(
      name: "return what no lead has", story: denied("CO-50"), decision: DecisionEntry(.deescalate),
      refusal: "not with a lead"),
    Check(
      name: "break a lease that is not there", story: denied("CO-50"),
      decision: DecisionEntry(.breakLease), isSupervisor: true, refusal: "Nobody holds"),
    Check(
      name: "post a claim", story: denied("CO-50"), decision: DecisionEntry(.post),
      refusal: "not for a claim"),
    Check(
      name: "bill a next payer that is not there", story: denied("CO-50"),
      decision: DecisionEntry(.billNext), refusal: "no further payer"),
  ]

  /// The situation of a claim that stands in its queue.
  private static func situation(
    _ story: WorkStory, _ rules: RuleBook, on today: Day, by user: OfficeUser = Made.biller
  ) throws -> Situation {
    let placement = try #require(story.placement(rules: rules, on: today))
    return Situation(story, item: Made.item(placement), rules: rules, on: today, by: user)
  }

  @Test("Claims", arguments: checks)
  func claims(check: Check) throws {
    let situation = try Self.situation(
      .claim(check.story), Self.rules(), on: day(check.today),
      by: check.isSupervisor ? Made.supervisor : Made.biller)
    let refusal = Made.refusal(of: check.decision, in: situation)
    if let word = check.refusal {
      #expect(refusal?.contains(word) == true, "\(refusal ?? "allowed")")
    } else {
      #expect(refusal == nil)
    }
  }

  typealias StagedCase = (
    entry: DecisionEntry, reasons: [StagingReason], claim: ClaimID?, word: String?
  )

  static let stagedCases: [StagedCase] = [
    (DecisionEntry(.post), [.confirmed], ClaimID(3), nil),
    (DecisionEntry(.post), [.unmatched], nil, "Match it"),
    (DecisionEntry(.post), [.reversal], ClaimID(3), nil),
    (DecisionEntry(.post), [.claimOutOfBalance(Cents(1))], ClaimID(3), nil),
    (DecisionEntry(.post), [.otherPatient("name")], ClaimID(3), "name"),
    (DecisionEntry(.match), [.unmatched], nil, "Choose"),
    (DecisionEntry(.match, ["match": "3"]), [.unmatched], nil, nil),
    (DecisionEntry(.match, ["match": "from-remittance"]), [.unmatched], nil, nil),
    (DecisionEntry(.match, ["match": "none"]), [.unmatched], nil, "no claim"),
    (DecisionEntry(.leaveInSuspense, [.reason: ""]), [.unmatched], nil, "why"),
    (DecisionEntry(.leaveInSuspense, [.reason: "whim"]), [.unmatched], nil, "whim"),
    (DecisionEntry(.leaveInSuspense), [.unmatched], nil, nil),
    (DecisionEntry(.leaveInSuspense, [.followUp: "2026-01-20"]), [.unmatched], nil, nil),
    (DecisionEntry(.appeal), [.unmatched], nil, "not for a remittance"),
    (DecisionEntry(.pin), [.unmatched], nil, "supervisor"),
  ]

  @Test("Remittances in cash posting", arguments: stagedCases)
  func staged(given: StagedCase) throws {
    let (entry, reasons, claim, word) = given
    let story = StagedRemittanceStory(
      subject: .remitClaim(RemitClaimID(1)), payer: Made.medicare, paymentDate: day("2026-01-05"),
      suspense: Cents(7_840), reasons: reasons, matchedTo: claim)
    let situation = try Self.situation(.stagedAnswer(story), Self.rules(), on: day(Self.today))
    let refusal = Made.refusal(of: entry, in: situation)
    if let word {
      #expect(refusal?.contains(word) == true, "\(refusal ?? "allowed")")
    } else {
      #expect(refusal == nil)
    }
  }

  @Test(
    "What is allowed succeeds with what it needs, whatever the life", arguments: LivesOfClaims.all)
  func allowed(life: Life) throws {
    let today = day(life.today)
    let story = WorkStory.claim(life.story)
    for user in [Made.biller, Made.supervisor] {
      guard let placement = story.placement(rules: try Self.rules(), on: today) else { return }
      let situation = Situation(
        story, item: Made.item(placement), rules: try Self.rules(), on: today, by: user)
      for option in situation.advice.options where option.permission == .allowed {
        let decision: Decision
        do throws(FieldFault) {
          decision = try situation.decision(of: option.filled(on: today))
        } catch {
          Issue.record("\(user.name) \(option.verb): \(error.message)")
          continue
        }
        #expect(!decision.resultCode.isEmpty)
        #expect(decision.followUpOn.map { $0 > today } ?? true)
      }
    }
  }

  @Test("What is listed as refused is refused in the same words", arguments: LivesOfClaims.all)
  func refused(life: Life) throws {
    let today = day(life.today)
    let story = WorkStory.claim(life.story)
    guard let placement = story.placement(rules: try Self.rules(), on: today) else { return }
    let situation = Situation(
      story, item: Made.item(placement), rules: try Self.rules(), on: today, by: Made.biller)
    for option in situation.advice.options {
      guard let reason = option.permission.refusal else { continue }
      #expect(Made.refusal(of: option.filled(on: today), in: situation) == reason)
    }
  }

  @Test(
    "Defaults",
    arguments: [
      (DecisionEntry(.appeal), "APPEAL L1", "2026-03-13"),
      (DecisionEntry(.calledPayer, [.status: "pended"]), "CALLED payer: pended", "2026-01-20"),
      (DecisionEntry(.calledPayer, [.note: "They look"]), "CALLED payer", "2026-01-26"),
      (DecisionEntry(.note, [.note: "Read"]), "NOTE", ""),
      (DecisionEntry(.deferred, [.note: "Waits"]), "DEFERRED", "2026-01-15"),
      (DecisionEntry(.followUp, [.followUp: "2026-02-02"]), "FOLLOW UP", "2026-02-02"),
      (DecisionEntry(.followUp, [.followUp: "mon"]), "FOLLOW UP", "2026-01-19"),
    ])
  func filled(entry: DecisionEntry, code: String, back: String) throws {
    let situation = try Self.situation(
      .claim(Self.denied("CO-50")), Self.rules(), on: day(Self.today))
    let decision = try situation.decision(of: entry)
    #expect(decision.resultCode == code)
    #expect((decision.followUpOn?.description ?? "") == back)
  }

  @Test("A result code that is another verb's is refused, and one of the verb's own is taken")
  func resultCodes() throws {
    let situation = try Self.situation(
      .claim(Self.denied("CO-50")), Self.rules(), on: day(Self.today))
    let other = DecisionEntry(.calledPayer, [.note: "x"], resultCode: "APPEAL L1")
    #expect(Made.refusal(of: other, in: situation)?.contains("no result code") == true)
    let own = DecisionEntry(.calledPayer, [.note: "x"], resultCode: "CALLED payer: pended")
    #expect(try situation.decision(of: own).resultCode == "CALLED payer: pended")
  }

  @Test("Write-offs of one claim share one limit")
  func writtenOff() throws {
    var story = Self.denied("CO-50")
    let rules = try Self.rules()
    let limit = try #require(rules.writeOffs.first { $0.code == "SMALL" }?.limit)
    for (before, amount, isAllowed) in [
      (Cents.zero, limit, true), (Cents(1), limit, false), (Cents(1), limit - Cents(1), true),
      (limit, Cents(1), false),
    ] {
      story.writtenOff = before
      let situation = try Self.situation(.claim(story), rules, on: day(Self.today))
      let entry = DecisionEntry(.writeOff, [.reason: "SMALL", .amount: amount.plain])
      #expect((Made.refusal(of: entry, in: situation) == nil) == isAllowed, "\(before) \(amount)")
      let boss = try Self.situation(.claim(story), rules, on: day(Self.today), by: Made.supervisor)
      #expect(Made.refusal(of: entry, in: boss) == nil)
    }
  }

  private static func rules() throws -> RuleBook { try Made.rules() }
}

extension DecisionOption {
  /// The option as somebody takes it who types nothing but what it needs.
  func filled(on today: Day) -> DecisionEntry {
    var entry = DecisionEntry(verb)
    for field in needs { entry.fields[field.name] = field.plainText(on: today) }
    // Whether the limit of another payer has passed shows only when that payer is named.
    if verb == .changePayer { entry.fields[.note] = "The card was given late" }
    return entry
  }
}

extension Made {
  static func sent(_ on: String, calls: [(on: String, status: String)] = []) -> ClaimStory {
    var story = Made.story()
    story.submissions = [Made.sending(on)]
    story.decisions = calls.enumerated().map { index, call in
      Made.decision(.calledPayer, call.on, seq: Int64(index + 1), status: call.status)
    }
    return story
  }
}
