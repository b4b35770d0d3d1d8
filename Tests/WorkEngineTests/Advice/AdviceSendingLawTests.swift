import Billing
import Rules
import Testing
import WorkEngine

/// The law of domain reference 3.7 for what is judged by somebody else than it seems: by the payer
/// that a claim is sent to, by every code of a line, by the day of the answer.
@Suite("The law of what is sent, contested and given up")
struct AdviceSendingLawTests {
  private static let today = day("2026-01-20")
  private static let unprocessable = ["MA130", "N704"]

  private func advice(_ story: ClaimStory, on today: Day = Self.today) throws -> Advice {
    Playbook.advice(for: story, rules: try Made.rules(), isSupervisor: true, on: today)
  }

  private func isAllowed(_ verb: DecisionVerb, _ advice: Advice) -> Bool {
    advice.permission(for: verb) == .allowed
  }

  private func question(
    _ codes: String, _ family: String = "medicare-dme", next: Bool = false,
    service: String? = nil, notice: String? = nil, accepted: String? = nil
  ) throws -> AdviceAnswer {
    try AdviceQuestion(
      codes: codes.split(separator: " ").map(String.init), payer: family,
      service: service.map(day), notice: notice.map(day), accepted: accepted.map(day),
      hasNextPayer: next
    ).answer(rules: try Made.rules(), on: day("2026-11-30"))
  }

  @Test(
    "what is sent is judged by the payer that it is sent to",
    arguments: PayerFamily.allCases, [false, true])
  func addressee(family: PayerFamily, isDenied: Bool) throws {
    let rules = try Made.rules()
    var story = Made.story(
      Made.payer(family, name: "FIRST PAYER"), open: 0, next: 2_000, sequence: .primary)
    story.nextPayer = Payer(
      id: PayerID(2), name: "SUPPLEMENT", identifier: "", family: .commercial)
    story.adjudications = [Made.answer("2026-01-05", paid: 9_000, number: "N1")]
    if isDenied {
      story.nextPayerBilled = true
      story.adjudications.append(
        Made.answer(
          "2026-01-12", [Made.denial("CO-4", [], amount: 2_000)], seq: 20, status: "2",
          number: "N2"))
    }
    let advice = try advice(story)
    #expect(!isAllowed(.resubmit, advice), "a paid claim goes out once more as a new one")
    let takes = rules.remedies(of: family).takesReplacements
    #expect(isAllowed(.replace, advice) == takes)
    if family == .medicareDME {
      #expect(!isAllowed(.replace, advice) && !isAllowed(.void, advice))
    }
    #expect(isAllowed(advice.proposed, advice))
  }

  @Test("a share that moves to the next payer leaves the claim judged", arguments: [false, true])
  func judgedShare(next: Bool) throws {
    let advice = try question("PR-2", next: next).advice
    for verb in [DecisionVerb.resubmit, .replace, .void] {
      #expect(!isAllowed(verb, advice), "\(verb)")
    }
  }

  @Test("what was never processed is nobody's share, whatever its group code")
  func unprocessedShare() throws {
    let rules = try Made.rules()
    let duplicates = rules.playbook.filter {
      $0.traits.contains(.duplicate) || $0.traits.contains(.wrongPayer)
    }.map(\.carc)
    let reasons = Set(rules.playbook.map(\.carc)).subtracting(duplicates).sorted()
    var broken: [String] = []
    for reason in reasons {
      for remark in Self.unprocessable {
        for next in [false, true] {
          let name = "PR-\(reason) \(remark) next \(next)"
          let advice = try question("PR-\(reason) \(remark)", next: next).advice
          if isAllowed(.transferPatient, advice) { broken.append("\(name): the patient") }
          if isAllowed(.billNext, advice) { broken.append("\(name): the next payer") }
          let right: [DecisionVerb] = [
            .resubmit, .changePayer, .checkEligibility, .obtainAuthorization, .checkedPortal,
          ]
          if !right.contains(advice.proposed) {
            broken.append("\(name): \(advice.proposed.rawValue)")
          }
        }
      }
    }
    #expect(broken.isEmpty, "\(broken.count): \(broken.prefix(12).joined(separator: "\n"))")
  }

  @Test("a remark code takes no question about the coverage away from group PR")
  func eligibilityFirst() throws {
    let rules = try Made.rules()
    let asking = rules.playbook.filter {
      $0.rarc == nil && $0.groups == [.patientResponsibility]
        && $0.dispositions.first == .eligibility
    }
    #expect(asking.contains { $0.carc == "22" })
    for row in asking {
      let remarks = rules.playbook.filter { $0.carc == row.carc && $0.families.isEmpty }
        .compactMap(\.rarc)
      for remark in [""] + remarks {
        let advice = try question("PR-\(row.carc) \(remark)").advice
        #expect(advice.proposed == .checkEligibility, "PR-\(row.carc) \(remark)")
      }
    }
  }

  @Test("what may not be collected is never the patient's", arguments: ["PR", "CO", "OA", "PI"])
  func protected(group: String) throws {
    for family in PayerFamily.allCases {
      let alone = try question("\(group)-209", family.rawValue).advice
      #expect(!isAllowed(.transferPatient, alone))
      #expect(alone.proposed == .writeOff, "\(family): \(alone.proposed)")
      #expect(!alone.why.contains { $0.contains("the patient owes it") })
      let further = try question("\(group)-209", family.rawValue, next: true).advice
      #expect(!isAllowed(.transferPatient, further))
      #expect(further.proposed == .billNext, "\(family): \(further.proposed)")
    }
  }

  /// Named in issue reports: a clerical code beside one that needs records.
  private static let mixed = [
    "CO-4 CO-50", "CO-50 CO-4", "CO-16 M53 M127", "CO-16 M127 M53", "CO-16 M51 N115",
    "CO-16 N115 M51", "CO-11 M25", "CO-4 N519 N115", "CO-4 N115 N519", "CO-16 M124 N705",
    "CO-16 N705 M124",
  ]

  @Test("a line that needs records is contested with them", arguments: mixed)
  func mixedCodes(codes: String) throws {
    let advice = try question(codes).advice
    #expect(!isAllowed(.reopen, advice))
    #expect([.requestDocuments, .appeal].contains(advice.proposed), "\(advice.proposed)")
  }

  @Test("the order of codes and remark codes changes nothing about a reopening")
  func everyPair() throws {
    let rules = try Made.rules()
    let records: Set = [
      "50", "112", "150", "173", "174", "175", "176", "226", "250", "251", "252", "272", "B12",
    ]
    let reasons = Set(rules.playbook.map(\.carc)).sorted()
    let remarks = rules.remarks.keys.sorted()
    let askingRemarks = Set(
      remarks.filter { code in
        rules.remarks[code].map {
          $0.dispositions.first == .document && !$0.dispositions.contains(.reopening)
        } ?? false
      })
    #expect(askingRemarks.isSuperset(of: ["M127", "N115", "N705", "M25"]))
    var broken: [String] = []
    var count = 0
    func compare(_ one: String, _ other: String, needsRecords: Bool) throws {
      let answers = try [one, other].map { try question($0).advice }
      count += 1
      let allowed = answers.map { isAllowed(.reopen, $0) }
      if allowed[0] != allowed[1] { broken.append("\(one): the order decides") }
      for (codes, advice) in zip([one, other], answers) where needsRecords {
        if isAllowed(.reopen, advice) || advice.proposed == .reopen {
          broken.append("\(codes): reopened")
        }
      }
    }
    // A sample, shifted from row to row, so that each code meets some of the others.
    for (row, reason) in reasons.enumerated() {
      for (column, other) in reasons.enumerated() where column > row && (row + column) % 41 == 0 {
        try compare(
          "CO-\(reason) CO-\(other)", "CO-\(other) CO-\(reason)",
          needsRecords: records.contains(reason) || records.contains(other))
      }
      for (column, remark) in remarks.enumerated() where (row + column) % 151 == 0 {
        let second = remarks[(column * 7 + row) % remarks.count]
        if [remark, second].contains(where: Self.unprocessable.contains) { continue }
        try compare(
          "CO-\(reason) \(remark) \(second)", "CO-\(reason) \(second) \(remark)",
          needsRecords: records.contains(reason) || askingRemarks.contains(remark)
            || askingRemarks.contains(second))
      }
    }
    #expect(count > 300)
    #expect(broken.isEmpty, "\(broken.count): \(broken.prefix(12).joined(separator: "\n"))")
  }

  @Test("a claim that was answered before its limit cannot be late")
  func answeredInTime() throws {
    let early = try question("CO-29", service: "2026-08-03", notice: "2026-10-30").advice
    #expect(early.proposed == .appeal)
    #expect(!early.fix.lowercased().contains("write"))
    #expect(!early.why.contains { $0.contains("the limit was") })
    #expect(early.why.contains { $0.contains("payer's error") })
    // Where its limit lay before the answer nothing proves that it was filed in time.
    let late = try question("CO-29", service: "2025-06-01", notice: "2026-10-30").advice
    #expect(late.why.contains { $0.contains("the limit was 2026-06-01") })
  }

  @Test("no acceptance after the answer, and none that has not come")
  func impossibleAcceptance() throws {
    #expect(throws: AdviceQuestionError.self) {
      try question("CO-29", service: "2026-06-01", notice: "2026-10-30", accepted: "2026-11-02")
    }
    #expect(throws: AdviceQuestionError.self) {
      try AdviceQuestion(
        codes: [], payer: "medicare-dme", service: day("2026-06-01"), accepted: day("2026-12-02")
      ).answer(rules: try Made.rules(), on: day("2026-11-30"))
    }
  }

  @Test("appeals are exhausted only where there were any")
  func exhausted() throws {
    let rules = try Made.rules()
    let exhausted = try #require(rules.writeOffs.first { $0.use == .appealsExhausted }?.code)
    let reasonless = Set(
      rules.playbook.filter { $0.writeOffReason == nil && $0.rarc == nil }.map(\.carc))
    var seen = 0
    for reason in reasonless.sorted() {
      let story = deniedLongAgo("CO-\(reason)")
      let fields = fields(story, on: day("2028-03-01"), rules)
      let code = fields.first { $0.name == .reason }?.value
      #expect(code != exhausted, "CO-\(reason)")
      seen += 1
    }
    #expect(seen > 10)
    var lost = deniedLongAgo("CO-B20")
    lost.decisions = [
      Made.decision(.appeal, "2026-02-01", seq: 20, level: .first),
      Made.decision(
        .appealOutcome, "2026-04-01", seq: 21, outcome: .unfavorable, notice: "2026-04-01"),
    ]
    let code = fields(lost, on: day("2028-03-01"), rules).first { $0.name == .reason }?.value
    #expect(
      code == exhausted || rules.playbook.first { $0.carc == "B20" }?.writeOffReason != nil)
  }

  private func deniedLongAgo(_ code: String) -> ClaimStory {
    var story = Made.story(service: "2025-11-24")
    story.adjudications = [Made.answer("2026-01-05", [Made.denial(code)], number: "N1")]
    return story
  }

  private func fields(
    _ story: ClaimStory, on today: Day, _ rules: RuleBook
  ) -> [DecisionField] {
    Situation(
      .claim(story), rules: rules, on: today, by: OfficeUser(name: "lead", isSupervisor: true)
    ).fields(of: .writeOff)
  }

  @Test(
    "only open denials with the same payer, at the same level, are contested together")
  func together() throws {
    let rules = try Made.rules()
    let lost = [
      Made.decision(.appeal, "2025-12-10", seq: 20, level: .second),
      Made.decision(
        .appealOutcome, "2026-01-05", seq: 21, outcome: .unfavorable, notice: "2026-01-05"),
    ]
    func claim(
      _ payer: Payer = Made.medicare, open: Int64 = 18_000, decisions: [RecordedDecision]
    )
      -> ClaimStory
    {
      var story = Made.story(payer, service: "2025-08-04", open: open)
      story.adjudications = [Made.answer("2025-09-05", [Made.denial("CO-50")], number: "N1")]
      story.decisions = decisions
      return story
    }
    let own = claim(decisions: lost)
    func refusal(_ other: ClaimStory) -> String? {
      AggregationRules.refusal(of: other, with: own, at: .third, rules: rules, on: Self.today)
    }
    #expect(refusal(claim(decisions: lost)) == nil)
    var stranger = claim(
      Payer(id: PayerID(9), name: "OTHER MAC", identifier: "", family: .medicareDME),
      decisions: lost)
    #expect(refusal(stranger)?.contains("OTHER MAC") == true)
    #expect(refusal(claim(decisions: []))?.contains("level 1 comes next") == true)
    #expect(refusal(claim(open: 0, decisions: lost)) != nil)
    stranger = claim(decisions: [])
    stranger.adjudications = []
    #expect(refusal(stranger)?.contains("not decided") == true)
    #expect(AggregationRules.disputed(own, rules: rules) == Cents(18_000))
  }

  @Test(
    "a sending is listed with the day on which the claim comes back",
    arguments: [DecisionVerb.resubmit, .replace])
  func followUpDay(verb: DecisionVerb) throws {
    let rules = try Made.rules()
    // Its appeal runs out before the answer to a new claim is due.
    var story = Made.story(Made.aetna, service: "2025-07-15")
    story.adjudications = [
      Made.answer("2025-08-10", [Made.denial("CO-4", ["N519"])], number: "N1")
    ]
    let today = day("2026-01-20")
    let advice = Playbook.advice(for: story, rules: rules, on: today)
    let listed = try #require(advice.options.first { $0.verb == verb })
    story.decisions = [Made.decision(verb, "2026-01-20", seq: 30)]
    let placed = try #require(ClaimPlacement.place(story, rules: rules, on: today))
    #expect(listed.followUpOn == placed.followUpOn)
    let usual = today.adding(days: rules.followUps[.commercial]?.firstDays ?? 0)
    #expect(placed.followUpOn.map { $0 < usual } == true)
  }

  @Test("a letter asks for no records before the service, and no check is dated ahead")
  func impossibleDays() throws {
    let rules = try Made.rules()
    let story = deniedLongAgo("CO-50")
    func fault(_ verb: DecisionVerb, _ fields: [DecisionField.Name: String]) -> FieldFault? {
      do throws(FieldFault) {
        _ = try Situation(
          .claim(story), rules: rules, on: Self.today,
          by: OfficeUser(name: "pat", isSupervisor: false)
        ).decision(of: DecisionEntry(verb, fields))
        return nil
      } catch {
        return error
      }
    }
    let letter: [DecisionField.Name: String] = [
      .step: "letter", "contractor": "dme-mac", "dated": "2025-11-23", "due": "2026-02-20",
    ]
    #expect(fault(.documentRequest, letter)?.field == "dated")
    #expect(
      fault(.calledPayer, [.note: "paid", .check: "C1", .checkDate: "2026-01-21"])?.field
        == .checkDate)
    #expect(
      fault(.calledPayer, [.note: "paid", .check: "C1", .checkDate: "2026-01-20"])?.field
        != .checkDate)
  }
}
