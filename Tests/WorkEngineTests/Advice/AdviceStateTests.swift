import Billing
import Rules
import Testing
import WorkEngine

/// What the history of a claim changes about the next step, and about what is allowed.
@Suite("Advice by history")
struct AdviceStateTests {
  /// A claim of 2025-11-24, answered on 2026-01-05.
  private func denied(
    _ codes: [(String, [String], Int64)], payer: Payer = Made.medicare, open: Int64 = 18_000,
    _ decisions: [RecordedDecision] = []
  ) -> ClaimStory {
    var story = Made.story(payer, open: open)
    story.adjudications = [
      Made.answer(
        "2026-01-05",
        codes.enumerated().map {
          Made.denial($1.0, $1.1, amount: $1.2, line: $0 + 1)
        }, number: "N1")
    ]
    story.decisions = decisions
    return story
  }

  private func advice(
    _ story: ClaimStory, isSupervisor: Bool = false, on today: String = "2026-01-20"
  ) throws -> Advice {
    Playbook.advice(
      for: story, rules: try Made.rules(), isSupervisor: isSupervisor, on: day(today))
  }

  /// The decision of an entry, as a biller or a supervisor gives it.
  private func decision(
    _ verb: DecisionVerb, _ story: ClaimStory, _ fields: [DecisionField.Name: String] = [:],
    isSupervisor: Bool = false, on today: String = "2026-01-20"
  ) throws -> Decision {
    let rules = try Made.rules()
    let place = try #require(ClaimPlacement.place(story, rules: rules, on: day(today)))
    let situation = Situation(
      .claim(story), item: Made.item(place), rules: rules, on: day(today),
      by: OfficeUser(name: "pat", isSupervisor: isSupervisor))
    return try situation.decision(of: DecisionEntry(verb, fields))
  }

  /// Why it is not taken, nil where it is.
  private func refusal(
    _ verb: DecisionVerb, _ story: ClaimStory, _ fields: [DecisionField.Name: String] = [:],
    isSupervisor: Bool = false, on today: String = "2026-01-20"
  ) throws -> String? {
    do {
      _ = try decision(verb, story, fields, isSupervisor: isSupervisor, on: today)
      return nil
    } catch let fault as FieldFault {
      return fault.message
    }
  }

  @Test(
    "Every disposition is carried out by a verb that a claim knows", arguments: Disposition.allCases
  )
  func dispositions(disposition: Disposition) throws {
    let story = denied([("CO-50", [], 18_000)])
    let refusal = try advice(story).permission(for: disposition.verb).refusal ?? ""
    #expect(!refusal.contains("makes no sense") && !refusal.contains("is for work before"))
    #expect(try Made.rules().results.contains { $0.verb == disposition.verb })
  }

  @Test(
    "A step that was taken is not proposed again",
    arguments: [
      ("CO-50", "", DecisionVerb.requestDocuments, DecisionVerb.appeal),
      ("CO-97", "M2", .checkedPortal, .appeal), ("CO-22", "", .checkEligibility, .changePayer),
      ("CO-197", "", .obtainAuthorization, .appeal), ("CO-4", "", .reopen, .appeal),
    ])
  func history(code: String, remark: String, done: DecisionVerb, next: DecisionVerb) throws {
    var story = denied([(code, remark.isEmpty ? [] : [remark], 18_000)])
    #expect(try advice(story).proposed == done)
    story.decisions = [Made.decision(done, "2026-01-10", seq: 20, back: "2026-01-19")]
    if done == .reopen {
      story.decisions.append(
        Made.decision(
          .appealOutcome, "2026-01-15", seq: 21, outcome: .unfavorable, notice: "2026-01-14"))
    }
    #expect(try advice(story).proposed == next)
  }

  @Test("While Medicare's answer is not final, a clerical error waits and no right is used up")
  func notFinal() throws {
    let advice = try advice(denied([("CO-4", ["N519"], 18_000)]), on: "2026-01-06")
    #expect(advice.proposed == .followUp)
    #expect(advice.fix.contains("2026-01-08"))
    #expect(advice.permission(for: .appeal) == .allowed)
  }

  @Test("Beside a pending reopening the appeal is proposed when its safe day comes near")
  func reopening() throws {
    let story = denied(
      [("CO-4", [], 18_000)], [Made.decision(.reopen, "2026-01-12", seq: 20, back: "2026-03-13")])
    #expect(try advice(story, on: "2026-02-01").proposed == .checkedPortal)
    #expect(try advice(story, on: "2026-04-30").proposed == .appeal)
    #expect(try refusal(.appeal, story, on: "2026-02-01") == nil)
    #expect(try refusal(.resubmit, story)?.contains("second claim") == true)
  }

  @Test("A reopening's follow-up never lies behind the safe day of the appeal")
  func reopeningFollowUp() throws {
    let story = denied([("CO-4", [], 18_000)])
    // Five days before the safe day of the appeal, 2026-05-05: the office's margin.
    #expect(try decision(.reopen, story, on: "2026-04-01").followUpOn == day("2026-04-30"))
    let late = try refusal(.reopen, story, [.followUp: "2026-05-20"], on: "2026-04-01")
    #expect(late?.contains("2026-04-30") == true)
  }

  @Test("An appeal to level three needs $200 in 2026, or more claims of the same kind")
  func amountInControversy() throws {
    let lost = [
      Made.decision(.appeal, "2026-01-10", seq: 20, level: .second),
      Made.decision(
        .appealOutcome, "2026-03-05", seq: 21, outcome: .unfavorable, notice: "2026-03-02"),
    ]
    let small = denied([("CO-50", [], 630)], open: 630, lost)
    let advice = try advice(small, on: "2026-03-10")
    #expect(advice.proposed == .followUp)
    #expect(advice.fix.contains("$200.00"))
    let refusal = try refusal(.appeal, small, on: "2026-03-10")
    #expect(refusal?.contains("$6.30") == true && refusal?.contains("aggregate") == true)
    let enough = denied([("CO-50", [], 20_000)], open: 20_000, lost)
    #expect(try self.advice(enough, on: "2026-03-10").proposed == .appeal)
  }

  @Test(
    "Amounts in controversy by filing year",
    arguments: [
      (AppealLevel.third, "2024-06-01", 18_000), (.third, "2025-12-31", 19_000),
      (.third, "2026-01-01", 20_000), (.fifth, "2026-07-01", 196_000),
      (.third, "2027-02-01", 20_000),
    ])
  func amounts(level: AppealLevel, on: String, cents: Int64) throws {
    let rules = try Made.rules()
    #expect(rules.amountInControversy(level, family: .medicareDME, on: day(on)) == Cents(cents))
    #expect(rules.amountInControversy(.first, family: .medicareDME, on: day(on)) == nil)
    #expect(rules.amountInControversy(level, family: .commercial, on: day(on)) == nil)
  }

  @Test("All write-offs of a claim count against the limit together")
  func writeOffs() throws {
    var story = denied([("CO-18", [], 18_000)])
    story.writtenOff = Cents(45_000)
    let refusal = try refusal(.writeOff, story, [.reason: "DUP", .amount: "60.00"])
    #expect(refusal?.contains("$450.00") == true)
    #expect(try self.refusal(.writeOff, story, [.reason: "DUP", .amount: "50.00"]) == nil)
  }

  @Test(
    "The reason of a write-off follows the code",
    arguments: [
      ("CO-97", "N390", "BUNDLE"), ("CO-108", "N370", "RENTAL"), ("CO-29", "", "TF"),
      ("CO-204", "", "NOTCOV"), ("CO-197", "", "AUTH"), ("CO-50", "", "MEDNEC"),
    ])
  func reasons(code: String, remark: String, reason: String) throws {
    let story = denied([(code, remark.isEmpty ? [] : [remark], 53_400)], open: 53_400)
    let given = try decision(.writeOff, story, isSupervisor: true)
    #expect(given.act == .writeOff(WriteOff(reason: reason, amount: Cents(53_400))))
  }

  @Test("A biller is proposed no reason that is a supervisor's alone, and no amount over its limit")
  func overTheLimit() throws {
    func fields(_ code: String) throws -> [String] {
      let story = denied([(code, [], 53_400)], open: 53_400)
      return Situation(
        .claim(story), rules: try Made.rules(), on: day("2026-01-20"), by: Made.biller
      ).fields(of: .writeOff).filter { [.reason, .amount].contains($0.name) }.map(\.value)
    }
    #expect(try fields("CO-97") == ["BUNDLE", ""])
    #expect(try fields("CO-29") == ["", ""])
    let small = denied([("CO-97", [], 9_900)], open: 9_900)
    #expect(
      try decision(.writeOff, small).act
        == .writeOff(WriteOff(reason: "BUNDLE", amount: Cents(9_900))))
  }

  @Test("A code without a reason of its own is a small balance only where it is small")
  func smallBalance() throws {
    for (open, reason) in [(Int64(900), "SMALL"), (53_400, "COLLECT")] {
      let story = denied([("CO-133", [], open)], open: open)
      let given = try decision(.writeOff, story, isSupervisor: true)
      #expect(given.act == .writeOff(WriteOff(reason: reason, amount: Cents(open))))
    }
  }

  @Test("Nothing is given up while an appeal waits")
  func pendingAppeal() throws {
    let story = denied(
      [("CO-50", [], 18_000)], [Made.decision(.appeal, "2026-01-12", seq: 20, level: .first)])
    let refusal = try refusal(
      .writeOff, story, [.reason: "SMALL", .amount: "1.00"], isSupervisor: true)
    #expect(refusal?.contains("waits for its decision") == true)
  }

  @Test("What goes to the patient is the share of group PR, never the charge")
  func share() throws {
    let story = denied([("CO-50", [], 12_000), ("PR-96", ["N425"], 6_000)])
    let refusal = try refusal(.transferPatient, story, [.amount: "180.00"])
    #expect(refusal?.contains("$60.00") == true)
    #expect(try decision(.transferPatient, story).act == .transferPatient(Cents(6_000)))
  }

  @Test("A note never says what a payer said")
  func statusOfANote() throws {
    var story = Made.story()
    story.submissions = [Made.sending("2026-01-05")]
    #expect(try refusal(.note, story, ["status": "not on file"])?.contains("status") == true)
    let refusal = try refusal(.resubmit, story, on: "2026-01-12")
    #expect(refusal?.contains("duplicate") == true)
  }

  @Test(
    "Records asked for by letter, and their last day",
    arguments: [
      (RecordsContractor.dmeMAC, "2026-01-05", "2026-02-19"),
      (.supplementalReview, "2026-01-05", "2026-02-19"),
      (.errorRateTesting, "2026-01-05", "2026-03-06"),
      (.errorRateTesting, "2024-06-01", "2024-08-15"),
      (.programIntegrity, "2026-01-05", "2026-02-04"),
    ])
  func requests(contractor: RecordsContractor, letter: String, last: String) throws {
    var story = Made.story()
    story.documentRequests = [
      PayerRequest(contractor: contractor, kind: "pre-payment review", letterOn: day(letter))
    ]
    let limit = try #require(
      DeadlineEngine.deadlines(for: story, rules: try Made.rules()).first {
        $0.kind == .documentRequest
      })
    #expect(limit.legal == day(last))
    #expect(limit.safe <= day(last).adding(days: -7) && limit.safe >= day(last).adding(days: -10))
  }

  @Test("A letter ranks the claim until its records are sent")
  func owedRecords() throws {
    let rules = try Made.rules()
    var story = Made.story(open: 0)
    story.documentRequests = [
      PayerRequest(
        contractor: .recoveryAudit, kind: "post-payment review", letterOn: day("2026-01-05"))
    ]
    let place = try #require(ClaimPlacement.place(story, rules: rules, on: day("2026-01-20")))
    #expect(place.governing?.kind == .documentRequest && place.tier == .month)
    #expect(
      Playbook.advice(for: story, rules: rules, on: day("2026-01-20")).proposed
        == .documentRequest)
    story.documentRequests[0].sentOn = day("2026-01-21")
    #expect(ClaimPlacement.place(story, rules: rules, on: day("2026-01-22")) == nil)
  }
}
