import Billing
import Rules
import Testing
import WorkEngine

@Suite("Playbook")
struct PlaybookTests {
  private func advice(
    _ denials: [Denial], payer: Payer = Made.medicare, next: Payer? = nil, open: Int64 = 18_000,
    on today: String = "2026-01-12"
  ) throws -> Advice {
    var story = Made.story(payer, open: open)
    story.nextPayer = next
    story.adjudications = [Made.answer("2026-01-05", denials, number: "N1")]
    return Made.advice(for: story, rules: try Made.rules(), on: day(today))
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var code: String
    var remarks: [String] = []
    var payer = Made.medicare
    var next: Payer?
    var proposed: DecisionVerb
    /// Verbs that must be refused, each with a word of its reason.
    var refused: [DecisionVerb: String] = [:]
    var testDescription: String { ([code] + remarks + [payer.name]).joined(separator: " ") }
  }

  static let cases: [Case] = [
    // The remark codes that change what may be done.
    Case(
      code: "CO-16", remarks: ["MA130"], proposed: .resubmit,
      refused: [.appeal: "MA130", .reopen: "MA130", .replace: "Medicare"]),
    Case(
      code: "CO-16", remarks: ["M124", "MA130"], payer: Made.aetna, proposed: .resubmit,
      refused: [.appeal: "MA130", .replace: "MA130"]),
    Case(
      code: "CO-4", remarks: ["N704"], proposed: .resubmit,
      refused: [.appeal: "N704", .replace: "Medicare"]),
    Case(code: "CO-29", remarks: ["N211"], proposed: .reopen, refused: [.appeal: "N211"]),
    Case(
      code: "CO-16", remarks: ["N185"], payer: Made.aetna, proposed: .appeal,
      refused: [.resubmit: "N185", .replace: "N185"]),
    Case(
      code: "CO-9", remarks: ["N142"], payer: Made.aetna, proposed: .resubmit,
      refused: [.replace: "N142"]),
    Case(
      code: "CO-129", remarks: ["N517"], payer: Made.aetna, proposed: .resubmit,
      refused: [.replace: "N517"]),
    // Medicare takes neither replacement nor void claims.
    Case(
      code: "CO-107", proposed: .reopen, refused: [.replace: "Medicare", .void: "Medicare"]),
    Case(
      code: "CO-9", proposed: .reopen, refused: [.replace: "Medicare", .resubmit: "duplicate"]),
    Case(code: "CO-9", payer: Made.aetna, proposed: .replace),
    // Group PR on a denial is the next payer's or the patient's.
    Case(code: "PR-96", remarks: ["N425"], next: Made.supplement, proposed: .billNext),
    Case(code: "PR-96", remarks: ["N425"], proposed: .transferPatient),
    Case(code: "PR-50", proposed: .transferPatient),
    Case(code: "CO-50", proposed: .requestDocuments, refused: [.transferPatient: "patient"]),
    // Duplicates lead to the first claim.
    Case(
      code: "OA-18", proposed: .checkedPortal,
      refused: [.resubmit: "first claim", .transferPatient: "nobody's debt"]),
    Case(code: "CO-16", remarks: ["M124"], proposed: .reopen),
    Case(code: "CO-29", proposed: .appeal),
    Case(code: "CO-197", proposed: .obtainAuthorization),
    Case(code: "CO-22", proposed: .checkEligibility),
    Case(code: "CO-151", remarks: ["M3"], proposed: .requestDocuments),
    Case(code: "CO-999", proposed: .calledPayer),
  ]

  @Test("What is proposed and what is refused", arguments: cases)
  func proposals(test: Case) throws {
    let advice = try advice(
      [Made.denial(test.code, test.remarks)], payer: test.payer, next: test.next)
    #expect(advice.proposed == test.proposed)
    for (verb, word) in test.refused {
      let refusal = try #require(advice.permission(for: verb).refusal, "\(verb) is allowed")
      #expect(refusal.contains(word), "\(verb): \(refusal)")
    }
    #expect(advice.permission(for: advice.proposed) == .allowed)
    #expect(!advice.resultCode.isEmpty && !advice.why.isEmpty)
    #expect(advice.meanings.first?.code == test.code)
    #expect(advice.meanings.count == 1 + test.remarks.count)
  }

  @Test("The fix comes from the remark codes, then from the playbook")
  func fixes() throws {
    #expect(
      try advice([Made.denial("CO-16", ["M124", "MA130"])]).fix
        == "Say in the line note which base item the patient owns, since when. "
        + "Correct what the other codes name. Send a new claim.")
    #expect(
      try advice([Made.denial("CO-108")]).fix
        == "Count the rental months. Look it up on the portal.")
    #expect(try advice([Made.denial("CO-5")]).fix.contains("place of service 31 or 32"))
  }

  @Test(
    "What an appeal should hold",
    arguments: [
      ("CO-50", [], "Medical necessity"), ("CO-151", ["M3"], "Same or similar equipment"),
      ("CO-151", [], "Medical necessity"), ("CO-173", [], "Order"), ("CO-29", [], "Timely filing"),
      ("CO-197", [], "Authorization"), ("CO-112", [], "Proof of delivery"),
      ("CO-22", [], "Eligibility and other coverage"),
    ])
  func packets(code: String, remarks: [String], title: String) throws {
    #expect(try advice([Made.denial(code, remarks)]).packet?.title == title)
  }

  @Test("After the appeal limit the next way is proposed")
  func afterTheLimit() throws {
    let advice = try advice([Made.denial("CO-4", ["N519"])], on: "2026-06-01")
    #expect(advice.proposed == .reopen)
    let appeal = try #require(advice.options.first { $0.verb == .appeal })
    #expect(appeal.permission == .allowed && appeal.needs.map(\.name) == [.late])
    #expect(appeal.needs.first?.help.contains("2026-05-10") == true)
    // $180.00 is over what a biller may give up for a missing authorization.
    let nothing = try self.advice([Made.denial("CO-39")], on: "2026-06-01")
    #expect(nothing.proposed == .escalate && nothing.resultCode == "WRITE-OFF requested")
    let little = try self.advice([Made.denial("CO-39")], open: 9_000, on: "2026-06-01")
    #expect(little.proposed == .writeOff && little.reasonCode == "AUTH")
  }

  @Test("A lost appeal proposes the next level")
  func nextLevel() throws {
    var story = Made.story()
    story.adjudications = [Made.answer("2026-01-05", [Made.denial("CO-50")])]
    story.decisions = [
      Made.decision(.appeal, "2026-01-20", seq: 20, level: .first),
      Made.decision(
        .appealOutcome, "2026-03-05", seq: 30, outcome: .unfavorable, notice: "2026-03-02"),
    ]
    let advice = Made.advice(for: story, rules: try Made.rules(), on: day("2026-03-06"))
    #expect(advice.proposed == .appeal)
    #expect(advice.nextAppealLevel == .second)
    #expect(advice.resultCode == "APPEAL L2")
  }

  @Test(
    "Follow-up: wait, look up, call, send again",
    arguments: [
      ("2025-12-05", false, "", DecisionVerb.followUp), ("2025-12-23", true, "", .checkedPortal),
      ("2025-12-23", false, "", .checkedPortal), ("2026-02-10", true, "", .calledPayer),
      ("2025-12-23", false, "not on file", .resubmit), ("2025-12-23", true, "paid", .checkedPortal),
      ("2025-12-23", true, "denied", .requestDocuments),
      ("2025-12-23", true, "pended", .requestDocuments),
    ])
  func followUp(today: String, accepted: Bool, status: String, verb: DecisionVerb) throws {
    var story = Made.story()
    let answer: SubmissionAnswer = accepted ? .accepted(on: day("2025-12-02")) : .none
    story.submissions = [Made.sending("2025-12-01", answer)]
    if !status.isEmpty {
      story.decisions = [Made.decision(.calledPayer, "2025-12-22", seq: 5, status: status)]
    }
    let advice = Made.advice(for: story, rules: try Made.rules(), on: day(today))
    #expect(advice.proposed == verb, "\(advice.why)")
    #expect(advice.permission(for: verb) == .allowed)
  }

  @Test("A rejection says what to correct")
  func rejection() throws {
    var story = Made.story()
    story.submissions = [Made.sending("2025-12-01", Made.rejected("2025-12-02"))]
    let advice = Made.advice(for: story, rules: try Made.rules(), on: day("2025-12-03"))
    #expect(advice.proposed == .resubmit)
    #expect(advice.fix == "Correct the code.")
    #expect(advice.meanings.map(\.code) == ["A7:507"])
  }

  @Test("Every life has advice that is possible", arguments: LivesOfClaims.all)
  func everyLife(life: Life) throws {
    let advice = Made.advice(for: life.story, rules: try Made.rules(), on: day(life.today))
    #expect(advice.permission(for: advice.proposed) == .allowed)
    #expect(!advice.why.isEmpty)
    #expect(advice.options.first?.verb == advice.proposed)
    #expect(Set(advice.options.map(\.verb)).count == advice.options.count)
  }
}
