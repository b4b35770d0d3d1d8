import Billing
import Rules
import Testing
import WorkEngine

@Suite("Advice for pairs of codes")
struct AdviceTests {
  private static let patient = "transfer-patient"
  /// What a judged Medicare line that needs records must never be offered.
  private static let records = "reopen,resubmit,replace,void,transfer-patient"

  /// The pairs with what domain reference 3.3, 3.5 and 3.7 say of them.
  static let pairs: [AdviceCase] = necessity + unprocessable + clerical + others + payers + money

  static let necessity = [
    AdviceCase(
      "CO-173", "medicare-dme", proposed: "request-documents,appeal", refused: records),
    AdviceCase("CO-174", "medicare-dme", proposed: "appeal,request-documents", refused: records),
    AdviceCase(
      "CO-175 N378", "medicare-dme", proposed: "request-documents,appeal", refused: records),
    AdviceCase(
      "CO-176", "medicare-dme", proposed: "request-documents,appeal", refused: records),
    AdviceCase(
      "CO-226 N706", "medicare-dme", proposed: "request-documents,appeal", refused: records),
    AdviceCase(
      "CO-252 N706", "medicare-dme", proposed: "request-documents,appeal", refused: records),
    AdviceCase("CO-272", "medicare-dme", proposed: "request-documents,appeal", refused: records),
    AdviceCase("CO-B12", "medicare-dme", proposed: "request-documents,appeal", refused: records),
    AdviceCase(
      "CO-151 M3", "medicare-dme", proposed: "request-documents,appeal", refused: records),
    AdviceCase("CO-151", "medicare-dme", proposed: "request-documents,appeal", refused: records),
    AdviceCase("PI-50", "medicare-dme", proposed: "request-documents,appeal", refused: records),
    AdviceCase(
      "CO-A1 N115", "medicare-dme", proposed: "request-documents,appeal", refused: records),
    AdviceCase(
      "CO-50 N115", "commercial", proposed: "request-documents,appeal",
      refused: "reopen,transfer-patient"),
    AdviceCase("CO-50", "tricare", proposed: "request-documents,appeal", refused: patient),
    AdviceCase(
      "CO-112", "blue-cross", proposed: "request-documents,appeal",
      refused: "reopen,transfer-patient"),
    AdviceCase("CO-16 M127", "commercial", proposed: "request-documents", refused: patient),
    AdviceCase("CO-148", "medicaid", proposed: "request-documents", refused: patient),
  ]

  static let unprocessable = [
    AdviceCase(
      "CO-16 M124 MA130", "medicare-dme", proposed: "resubmit",
      refused: "appeal,reopen,replace,transfer-patient"),
    AdviceCase(
      "CO-4 N519 N704", "medicare-dme", proposed: "resubmit", refused: "appeal,reopen,replace"),
    AdviceCase(
      "CO-207 N265 MA130", "medicare-dme", proposed: "resubmit",
      refused: "appeal,reopen,transfer-patient"),
    AdviceCase(
      "CO-182 N519 MA130", "medicare-dme", proposed: "resubmit", refused: "appeal,reopen"),
    AdviceCase(
      "CO-16 M51 MA130", "commercial", proposed: "resubmit", refused: "appeal,replace"),
    AdviceCase("CO-9 N142", "commercial", proposed: "resubmit", refused: "replace,reopen"),
    AdviceCase("CO-16 N517", "medicaid", proposed: "resubmit", refused: "replace"),
    AdviceCase(
      "CO-16 N185", "commercial", proposed: "appeal,called,portal", refused: "resubmit,replace"),
  ]

  static let clerical = [
    AdviceCase("CO-16 M124", "medicare-dme", proposed: "reopen", refused: "resubmit,replace"),
    AdviceCase("CO-4 N519", "medicare-dme", proposed: "reopen", refused: "resubmit,replace,void"),
    AdviceCase("CO-146 M76", "medicare-dme", proposed: "reopen", refused: "resubmit"),
    AdviceCase("CO-5 M77", "medicare-dme", proposed: "reopen", refused: "resubmit"),
    AdviceCase("CO-16 M53", "medicare-dme", proposed: "reopen", refused: "resubmit"),
    AdviceCase("CO-107", "medicare-dme", proposed: "reopen", refused: "resubmit,replace"),
    AdviceCase("CO-B15 N122", "medicare-dme", proposed: "reopen", refused: "resubmit"),
    AdviceCase("CO-4 M114", "medicare-dme", proposed: "appeal", refused: "reopen,resubmit"),
    AdviceCase("CO-189", "medicare-dme", proposed: "appeal", refused: "reopen,resubmit"),
    AdviceCase("CO-4", "medicaid", proposed: "replace", refused: "reopen,transfer-patient"),
    AdviceCase("CO-4", "medicare-advantage", proposed: "replace", refused: "reopen"),
    AdviceCase("CO-151 N362", "commercial", proposed: "replace", refused: "reopen"),
    AdviceCase("CO-16 M124", "blue-cross", proposed: "replace", refused: "reopen"),
    AdviceCase("CO-181", "commercial", proposed: "replace", refused: "reopen"),
    AdviceCase("CO-206 N257", "tricare", proposed: "replace", refused: "reopen"),
    AdviceCase("CO-146", "champva", proposed: "replace", refused: "reopen"),
    AdviceCase("CO-11", "va-community-care", proposed: "replace", refused: "reopen"),
    AdviceCase("CO-129", "medicaid-managed", proposed: "replace", refused: patient),
    AdviceCase("CO-107", "workers-comp", proposed: "replace", refused: "reopen"),
  ]

  static let others = [
    AdviceCase(
      "CO-97 N390", "medicare-dme", proposed: "portal", refused: "resubmit,transfer-patient"),
    AdviceCase("CO-234 N20", "commercial", proposed: "portal", refused: patient),
    AdviceCase("CO-108 M7", "medicare-dme", proposed: "portal", refused: patient),
    AdviceCase("CO-108 N370", "medicaid", proposed: "portal", refused: patient),
    AdviceCase(
      "CO-18", "medicare-dme", proposed: "portal,follow-up", refused: "resubmit,transfer-patient"),
    AdviceCase(
      "OA-18", "medicaid", proposed: "portal,follow-up", refused: "resubmit,transfer-patient"),
    AdviceCase("CO-197", "medicaid", proposed: "obtain-authorization", refused: patient),
    AdviceCase("PI-197", "commercial", proposed: "obtain-authorization", refused: patient),
    AdviceCase("CO-198", "medicare-advantage", proposed: "obtain-authorization", refused: patient),
    AdviceCase("CO-302", "commercial", proposed: "obtain-authorization", refused: patient),
    AdviceCase("CO-16 M62", "commercial", proposed: "obtain-authorization", refused: patient),
    AdviceCase("CO-119", "commercial", proposed: "appeal", refused: patient),
    AdviceCase("CO-B20", "medicare-dme", proposed: "appeal", refused: "resubmit,reopen"),
  ]

  static let payers = [
    AdviceCase(
      "CO-109", "commercial", proposed: "change-payer", refused: "resubmit,replace,transfer-patient"
    ),
    AdviceCase(
      "CO-109 N418", "medicare-dme", proposed: "change-payer",
      refused: "resubmit,appeal,transfer-patient"),
    AdviceCase(
      "OA-109 N104", "medicare-dme", proposed: "change-payer", refused: "resubmit,transfer-patient"),
    AdviceCase("CO-16 N418", "medicaid", proposed: "change-payer", refused: patient),
    AdviceCase(
      "CO-22", "medicare-dme", proposed: "change-payer,check-eligibility",
      refused: "resubmit,transfer-patient"),
    AdviceCase("CO-16 MA04", "commercial", proposed: "change-payer", refused: patient),
    AdviceCase("CO-24", "medicaid", proposed: "change-payer,check-eligibility", refused: patient),
    AdviceCase("CO-19", "commercial", proposed: "change-payer", refused: patient),
    AdviceCase("CO-21", "medicare-dme", proposed: "change-payer", refused: patient),
    AdviceCase("CO-31", "medicaid", proposed: "check-eligibility", refused: patient),
    AdviceCase("CO-27", "commercial", proposed: "check-eligibility", refused: patient),
    AdviceCase("PR-27", "commercial", proposed: "check-eligibility"),
    AdviceCase("PR-26", "medicaid", proposed: "check-eligibility"),
    AdviceCase("PR-31", "medicare-dme", proposed: "check-eligibility"),
    AdviceCase("PR-200", "medicare-advantage", proposed: "check-eligibility"),
    AdviceCase("PR-204", "medicaid", "a further payer", proposed: "check-eligibility"),
  ]

  static let money = [
    AdviceCase("CO-50 N211", "medicare-dme", proposed: "write-off", refused: "appeal,reopen"),
    AdviceCase("CO-129 MA130", "medicare-dme", proposed: "resubmit", refused: "appeal,reopen"),
    AdviceCase("CO-16", "medicare-dme", proposed: "portal", refused: "resubmit,reopen"),
    AdviceCase(
      "PR-1", "medicaid", "no further payer", proposed: "transfer-patient", refused: "appeal"),
    AdviceCase("PR-3", "commercial", "a further payer", proposed: "bill-next"),
    AdviceCase("PR-96 N425", "medicare-dme", "a further payer", proposed: "bill-next"),
    AdviceCase("PR-96 N425", "medicare-dme", proposed: "transfer-patient"),
    AdviceCase("PR-50", "medicare-dme", proposed: "transfer-patient"),
    AdviceCase("PR-119 M86", "medicaid", "a further payer", proposed: "bill-next"),
    AdviceCase("PR-96 N783", "medicare-advantage", proposed: "appeal", refused: patient),
    AdviceCase(
      "OA-209", "medicare-dme", "a further payer", proposed: "bill-next", refused: patient),
    AdviceCase(
      "CO-29", "medicaid", "accepted 9 days before the limit", proposed: "appeal", refused: patient),
    AdviceCase(
      "CO-29", "medicare-dme", "accepted 1 days before the limit", proposed: "appeal",
      refused: patient),
    AdviceCase(
      "CO-29 N211", "medicare-dme", "accepted 1 days before the limit", proposed: "reopen",
      refused: "appeal,transfer-patient"),
    AdviceCase(
      "CO-29", "blue-cross", "accepted 1 days after the limit", proposed: "write-off",
      refused: patient),
    AdviceCase("PI-29", "commercial", proposed: "portal,request-documents", refused: patient),
    AdviceCase("OA-23", "commercial", proposed: "follow-up,portal", refused: patient),
    AdviceCase(
      "OA-133", "commercial", proposed: "follow-up,portal", refused: "transfer-patient,appeal"),
  ]

  @Test("What is proposed and what is refused", arguments: pairs)
  func pair(pair: AdviceCase) throws {
    let advice = try pair.answer(try Made.rules()).advice
    #expect(
      pair.proposedVerbs.contains(advice.proposed.rawValue),
      "\(advice.proposed.rawValue): \(advice.why)")
    for verb in pair.refusedVerbs {
      let option = try #require(advice.options.first { $0.verb.rawValue == verb })
      #expect(option.permission != .allowed, "\(verb) is allowed")
    }
    #expect(advice.permission(for: advice.proposed) == .allowed)
  }

  @Test("There are at least sixty pairs, each once")
  func enough() {
    #expect(Self.pairs.count >= 60)
    #expect(Set(Self.pairs.map(\.testDescription)).count == Self.pairs.count)
  }

  private func answer(
    _ codes: String, _ payer: String, accepted: String? = nil
  ) throws -> AdviceAnswer {
    try AdviceQuestion(
      codes: codes.split(separator: " ").map(String.init), payer: payer,
      service: day("2026-06-01"), notice: day("2026-10-30"), accepted: accepted.map(day)
    ).answer(rules: try Made.rules(), on: day("2026-11-30"))
  }

  @Test("Filed in time is said with the comparison, and never without it")
  func comparison() throws {
    // 90 days from 2026-06-01 end on 2026-08-30.
    let inTime = try answer("CO-29", "commercial", accepted: "2026-08-21")
    #expect(inTime.advice.fix.contains("2026-08-21, 9 days before the limit 2026-08-30"))
    #expect(inTime.advice.fix.contains("proof of timely filing"))
    let late = try answer("CO-29", "commercial", accepted: "2026-09-05")
    #expect(late.advice.fix.contains("2026-09-05, 6 days after the limit 2026-08-30"))
    #expect(late.advice.fix.contains("retroactive eligibility"))
    #expect(late.advice.reasonCode == "TF")
    #expect(!late.advice.fix.contains("proof of timely filing"))
    let unproven = try answer("CO-29", "commercial")
    #expect(unproven.advice.fix.contains("No acceptance"))
  }

  @Test(
    "What the portal showed before the limit proves it, and what it showed later proves nothing",
    arguments: [
      ("2026-08-20", "in process", "40 days before the limit"),
      ("2026-10-05", "in process", "No acceptance"),
      ("2026-08-20", "not on file", "No acceptance"),
    ])
  func portal(looked: String, status: String, says: String) throws {
    var story = Made.story(Made.aetna, service: "2026-06-01")
    story.submissions = [Made.sending("2026-06-03")]
    story.decisions = [Made.decision(.checkedPortal, looked, seq: 5, status: status)]
    story.adjudications = [Made.answer("2026-10-30", [Made.denial("CO-29")])]
    let advice = Playbook.advice(for: story, rules: try Made.rules(), on: day("2026-11-30"))
    #expect(advice.fix.contains(says), "\(advice.fix)")
  }

  @Test("Every limit is listed, also one that has passed")
  func deadlines() throws {
    let answer = try answer("CO-50 N115", "commercial")
    let initial = try #require(answer.deadlines.first { $0.kind == .initialClaim })
    #expect(initial.legal == day("2026-08-30"))
    #expect(answer.deadlines.contains { $0.kind == .appealFirst })
    #expect(answer.deadlines.contains { $0.kind == .correctedClaim })
  }

  @Test("A limit that is not on file is said by the payer's name, and ranks within the month")
  func notOnFile() throws {
    let rules = try Made.rules()
    let question = AdviceQuestion(
      codes: ["CO-50"], payer: "INDIANA MEDICAID", service: day("2026-08-03"),
      notice: day("2026-10-30"))
    let story = try question.story(rules: rules, on: day("2026-11-30"))
    #expect(story.payer.family == .medicaid && story.payer.state == "IN")
    let placement = try #require(
      ClaimPlacement.place(story, rules: rules, on: day("2026-11-30")))
    #expect(
      placement.why.contains("No appeal limit on file for INDIANA MEDICAID: enter it."),
      "\(placement.why)")
    #expect(placement.tier == .month)
    let advice = try question.answer(rules: rules, on: day("2026-11-30")).advice
    #expect(advice.why.contains("No appeal limit on file for INDIANA MEDICAID: enter it."))
    #expect(!placement.why.contains { $0.contains("No deadline") })
  }

  @Test(
    "What cannot be answered is named",
    arguments: [
      (["CO-999"], "commercial", "CO-999"), (["CO-50", "Z99"], "commercial", "Z99"),
      (["XX-50"], "commercial", "XX-50"), (["CO-50"], "martian", "martian"),
      (["N115"], "commercial", "N115"),
    ])
  func unknown(codes: [String], payer: String, named: String) throws {
    let rules = try Made.rules()
    let error = #expect(throws: AdviceQuestionError.self) {
      try AdviceQuestion(codes: codes, payer: payer).answer(rules: rules, on: day("2026-11-30"))
    }
    #expect(error?.description.contains(named) == true)
  }

  @Test("Days in an impossible order are named")
  func order() throws {
    let rules = try Made.rules()
    for question in [
      AdviceQuestion(codes: ["CO-50"], payer: "commercial", notice: day("2026-12-01")),
      AdviceQuestion(
        codes: ["CO-50"], payer: "commercial", service: day("2026-11-20"),
        notice: day("2026-11-10")),
      AdviceQuestion(
        codes: ["CO-50"], payer: "commercial", service: day("2026-10-01"),
        notice: day("2026-11-10"), accepted: day("2026-09-30")),
    ] {
      #expect(throws: AdviceQuestionError.self) {
        try question.answer(rules: rules, on: day("2026-11-30"))
      }
    }
  }

  @Test("A rejection and a claim that nobody answered can be asked about")
  func withoutAnswer() throws {
    let rules = try Made.rules()
    let rejected = try AdviceQuestion(codes: ["A7:507"], payer: "medicare-dme")
      .answer(rules: rules, on: day("2026-11-30"))
    #expect(rejected.advice.proposed == .resubmit)
    let open = try AdviceQuestion(codes: [], payer: "medicare-dme")
      .answer(rules: rules, on: day("2026-11-30"))
    #expect(open.advice.permission(for: .transferPatient) != .allowed)
    #expect(open.advice.permission(for: .appeal) != .allowed)
  }

  @Test("Every verb that a claim knows is an option, allowed or with its refusal")
  func options() throws {
    let verbs = Set(try answer("CO-50", "commercial").advice.options.map(\.verb.rawValue))
    for verb in [
      "resubmit", "replace", "void", "reopen", "appeal", "appeal-outcome", "bill-next",
      "transfer-patient", "write-off", "called", "portal", "request-documents", "follow-up", "note",
      "defer", "escalate", "assign", "pin", "check-eligibility",
      "change-payer", "obtain-authorization", "document-request",
    ] { #expect(verbs.contains(verb), "\(verb)") }
  }
}
