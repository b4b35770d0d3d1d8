import Billing
import Rules
import Testing
import WorkEngine

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
    var decision: Decision
    var isSupervisor = false
    /// A word of the refusal, nil where it is allowed.
    var refusal: String?
    var today = DecisionRulesTests.today
    var testDescription: String { name }
  }

  static let checks: [Check] = [
    Check(
      name: "appeal", story: denied("CO-50"), decision: Decision(.appeal, appealLevel: .first)),
    Check(
      name: "appeal out of order", story: denied("CO-50"),
      decision: Decision(.appeal, appealLevel: .second), refusal: "level 1 comes next"),
    Check(
      name: "appeal of an unprocessable claim", story: denied("CO-16", ["MA130"]),
      decision: Decision(.appeal), refusal: "MA130"),
    Check(
      name: "appeal after the limit", story: denied("CO-50"), decision: Decision(.appeal),
      refusal: "2026-05-10", today: "2026-05-11"),
    Check(
      name: "appeal after the limit by a supervisor", story: denied("CO-50"),
      decision: Decision(.appeal), isSupervisor: true, refusal: "2026-05-10",
      today: "2026-05-11"),
    Check(
      name: "appeal after the limit with good cause", story: denied("CO-50"),
      decision: Decision(.appeal, note: "flood in the office from May 3 to May 9"),
      today: "2026-05-11"),
    Check(
      name: "appeal on the last legal day", story: denied("CO-50"), decision: Decision(.appeal),
      today: "2026-05-10"),
    Check(
      name: "appeal without an answer", story: Made.story(), decision: Decision(.appeal),
      refusal: "nothing to appeal"),
    Check(
      name: "replace at Medicare", story: denied("CO-9"), decision: Decision(.replace),
      refusal: "Medicare"),
    Check(
      name: "void at Medicare", story: denied("CO-9"), decision: Decision(.void),
      refusal: "Medicare"),
    Check(
      name: "reopen before the claim is final", story: denied("CO-4"), decision: Decision(.reopen),
      refusal: "2026-01-08", today: "2026-01-07"),
    Check(
      name: "reopen when it is final", story: denied("CO-4"), decision: Decision(.reopen),
      today: "2026-01-08"),
    Check(
      name: "send again without an answer", story: Made.sent("2026-01-05"),
      decision: Decision(.resubmit), refusal: "duplicate"),
    Check(
      name: "send again what the payer does not have",
      story: Made.sent("2026-01-05", calls: [("2026-01-09", "not on file")]),
      decision: Decision(.resubmit)),
    Check(
      name: "write-off without a reason", story: denied("CO-50"), decision: Decision(.writeOff),
      refusal: "needs a reason"),
    Check(
      name: "write-off with an unknown reason", story: denied("CO-50"),
      decision: Decision(.writeOff, reasonCode: "WHIM"), refusal: "WHIM"),
    Check(
      name: "write-off over the limit", story: denied("CO-50"),
      decision: Decision(.writeOff, reasonCode: "SMALL"), refusal: "$10.00"),
    Check(
      name: "write-off over the limit by a supervisor", story: denied("CO-50"),
      decision: Decision(.writeOff, reasonCode: "SMALL"), isSupervisor: true),
    Check(
      name: "write-off at the limit", story: denied("CO-50"),
      decision: Decision(.writeOff, amount: Cents(1_000), reasonCode: "SMALL")),
    Check(
      name: "write-off of more than is open", story: denied("CO-50"),
      decision: Decision(.writeOff, amount: Cents(18_001), reasonCode: "DUP"), isSupervisor: true,
      refusal: "$180.00"),
    Check(
      name: "write-off of nothing", story: denied("CO-50"),
      decision: Decision(.writeOff, amount: .zero, reasonCode: "DUP"), refusal: "more than zero"),
    Check(
      name: "patient pays what CO denied", story: denied("CO-50"),
      decision: Decision(.transferPatient), isSupervisor: true, refusal: "must not be billed"),
    Check(
      name: "patient pays what PR denied", story: denied("PR-50"),
      decision: Decision(.transferPatient)),
    Check(
      name: "defer without a reason", story: denied("CO-50"),
      decision: Decision(.deferred, followUpOn: day("2026-01-15")), refusal: "why"),
    Check(
      name: "defer", story: denied("CO-50"),
      decision: Decision(.deferred, note: "waiting for the note", followUpOn: day("2026-01-15"))),
    Check(
      name: "defer to the last day that the margin leaves", story: denied("CO-50"),
      decision: Decision(.deferred, note: "x", followUpOn: day("2026-04-30"))),
    Check(
      name: "defer past the margin", story: denied("CO-50"),
      decision: Decision(.deferred, note: "x", followUpOn: day("2026-05-01")),
      refusal: "2026-04-30"),
    Check(
      name: "defer past the margin by a supervisor", story: denied("CO-50"),
      decision: Decision(.deferred, note: "x", followUpOn: day("2026-05-01")), isSupervisor: true),
    Check(
      name: "within the margin it may sleep one business day", story: denied("CO-50"),
      decision: Decision(.followUp, followUpOn: day("2026-05-04")), today: "2026-05-01"),
    Check(
      name: "within the margin no longer", story: denied("CO-50"),
      decision: Decision(.followUp, followUpOn: day("2026-05-05")), refusal: "2026-05-05",
      today: "2026-05-01"),
    Check(
      name: "follow up today", story: denied("CO-50"),
      decision: Decision(.followUp, followUpOn: day("2026-01-12")), refusal: "after today"),
    Check(
      name: "follow up some day", story: denied("CO-50"), decision: Decision(.followUp),
      refusal: "Choose the day"),
    Check(
      name: "call without an answer", story: denied("CO-50"), decision: Decision(.calledPayer),
      refusal: "what the payer answered"),
    Check(
      name: "call", story: denied("CO-50"),
      decision: Decision(.calledPayer, payerStatus: "pended")),
    Check(
      name: "empty note", story: denied("CO-50"), decision: Decision(.note, note: "  "),
      refusal: "needs text"),
    Check(
      name: "outcome without an appeal", story: denied("CO-50"),
      decision: Decision(.appealOutcome, appealOutcome: .favorable), refusal: "No appeal"),
    Check(
      name: "assign to nobody", story: denied("CO-50"), decision: Decision(.assign),
      refusal: "Choose whom"),
    Check(
      name: "back to the pool", story: denied("CO-50"), decision: Decision(.assign, assignee: "")),
    Check(
      name: "pin by a biller", story: denied("CO-50"), decision: Decision(.pin),
      refusal: "supervisor"),
    Check(
      name: "pin by a supervisor", story: denied("CO-50"), decision: Decision(.pin),
      isSupervisor: true),
    Check(
      name: "escalate without words", story: denied("CO-50"), decision: Decision(.escalate),
      refusal: "Tell the lead"),
    Check(
      name: "return what no lead has", story: denied("CO-50"), decision: Decision(.deescalate),
      refusal: "not with a lead"),
    Check(
      name: "break a lease that is not there", story: denied("CO-50"),
      decision: Decision(.breakLease), isSupervisor: true, refusal: "Nobody holds"),
    Check(
      name: "post a claim", story: denied("CO-50"), decision: Decision(.post),
      refusal: "cash posting"),
    Check(
      name: "bill a next payer that is not there", story: denied("CO-50"),
      decision: Decision(.billNext), refusal: "no further payer"),
  ]

  @Test("Claims", arguments: checks)
  func claims(check: Check) throws {
    let rules = try Made.rules()
    let today = day(check.today)
    let placement = try #require(ClaimPlacement.place(check.story, rules: rules, on: today))
    let permission = DecisionRules.check(
      check.decision, story: check.story, staged: nil, item: Made.item(placement),
      isSupervisor: check.isSupervisor, on: today, rules: rules)
    if let word = check.refusal {
      let refusal = try #require(permission.refusal)
      #expect(refusal.contains(word), "\(refusal)")
    } else {
      #expect(permission == .allowed)
    }
  }

  @Test(
    "Remittances in cash posting",
    arguments: [
      (Decision(.post), [StagingReason.confirmed], nil as String?),
      (Decision(.post), [.unmatched], "No claim"), (Decision(.post), [.reversal], nil),
      (Decision(.post), [.claimOutOfBalance(Cents(1))], "$0.01"),
      (Decision(.match), [.unmatched], "Choose"),
      (Decision(.match, matchTo: ClaimID(3)), [.unmatched], nil),
      (Decision(.leaveInSuspense), [.unmatched], "why"),
      (Decision(.leaveInSuspense, note: "asked"), [.unmatched], "when"),
      (Decision(.leaveInSuspense, note: "asked", followUpOn: day("2026-01-20")), [.unmatched], nil),
      (Decision(.appeal), [.unmatched], "is for claims"),
      (Decision(.pin), [.unmatched], "supervisor"),
    ])
  func staged(decision: Decision, reasons: [StagingReason], word: String?) throws {
    let rules = try Made.rules()
    let story = StagedRemittanceStory(
      subject: .remitClaim(RemitClaimID(1)), payer: Made.medicare, paymentDate: day("2026-01-05"),
      suspense: Cents(7_840), reasons: reasons)
    let placement = try #require(
      StagedPlacement.place(story, rules: rules, on: day(Self.today)))
    let permission = DecisionRules.check(
      decision, story: nil, staged: story, item: Made.item(placement), isSupervisor: false,
      on: day(Self.today), rules: rules)
    if let word {
      #expect(permission.refusal?.contains(word) == true, "\(permission)")
    } else {
      #expect(permission == .allowed)
    }
  }

  @Test("Defaults are never refused, whatever the life", arguments: LivesOfClaims.all)
  func defaults(life: Life) throws {
    let rules = try Made.rules()
    let today = day(life.today)
    guard let placement = ClaimPlacement.place(life.story, rules: rules, on: today) else { return }
    let item = Made.item(placement)
    for option in Playbook.advice(for: life.story, rules: rules, on: today).options
    where option.permission == .allowed {
      var decision = Decision(option.verb, note: "x", assignee: "dora")
      decision.reasonCode = option.verb == .writeOff ? "DUP" : ""
      decision.appealOutcome = option.verb == .appealOutcome ? .unfavorable : nil
      let filled = DecisionDefaults.filled(
        decision, story: life.story, item: item, rules: rules, on: today)
      let permission = DecisionRules.check(
        filled, story: life.story, staged: nil, item: item, isSupervisor: false, on: today,
        rules: rules)
      #expect(permission == .allowed, "\(option.verb): \(permission)")
      #expect(!filled.resultCode.isEmpty)
      #expect(filled.followUpOn.map { $0 > today } ?? true)
    }
  }

  @Test(
    "Defaults",
    arguments: [
      (Decision(.appeal), "APPEAL L1", "2026-03-13"),
      (Decision(.reopen), "REOPEN phone", "2026-03-13"),
      (Decision(.calledPayer, payerStatus: "pended"), "CALLED payer: pended", "2026-01-20"),
      (Decision(.calledPayer), "CALLED payer", "2026-01-26"),
      (Decision(.resubmit), "RESUB new claim", "2026-02-02"), (Decision(.note), "NOTE", ""),
      (Decision(.deferred), "DEFERRED", "2026-01-15"),
      (Decision(.followUp, followUpOn: day("2026-02-02")), "FOLLOW UP", "2026-02-02"),
    ])
  func filled(decision: Decision, code: String, back: String) throws {
    let filled = DecisionDefaults.filled(
      decision, story: Self.denied("CO-50"), item: nil, rules: try Made.rules(),
      on: day(Self.today))
    #expect(filled.resultCode == code)
    #expect((filled.followUpOn?.description ?? "") == back)
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
