import Billing
import ClaimFiles
import Testing
import X12

@Suite("Answers about coverage from a 271")
struct EligibilityAnswersTests {
  typealias Samples = EligibilitySamples
  typealias Standing = EligibilityAnswer.Standing

  @Test(
    "who is covered for equipment on the day",
    arguments: [
      ("EB*1**30", Standing.active), ("EB*1**12^18*MB", .active), ("EB*1", .active),
      ("EB*1**1^33^47", .active), ("EB*5**30", .active), ("EB*6**30", .inactive),
      ("EB*7**30", .inactive), ("EB*8", .inactive),
      // Other services say nothing of equipment, and equipment goes before the plan.
      ("EB*1**88", .unknown), ("EB*1**30\nEB*6**12", .inactive), ("EB*6**30\nEB*1**18", .active),
      ("EB*6**88\nEB*1**30", .active), ("EB*6**30\nEB*1**1", .inactive),
      // Part A of Medicare covers no equipment.
      ("EB*1**30*MA", .inactive), ("EB*1**30*MA\nEB*1**30*MB", .active),
      ("EB*1**30*MA\nEB*6**30*MB", .inactive), ("EB*6**30*MA\nEB*1**30*MB", .active),
      // Spans.
      ("EB*1**30\nDTP*291*RD8*20250101-20251231", .inactive),
      ("EB*1**30\nDTP*291*RD8*20250101-20261231", .active),
      ("EB*1**30\nDTP*346*D8*20260106", .inactive), ("EB*1**30\nDTP*346*D8*20260105", .active),
      ("EB*1**30\nDTP*347*D8*20260104", .inactive), ("EB*1**30\nDTP*349*D8*20260105", .active),
      ("EB*1**30\nDTP*291*RD8*20240101-20241231\nEB*1**30\nDTP*291*RD8*20260101-20261231", .active),
      ("EB*1**30\nDTP*307*RD8*20260101-SOON", .active),
      // Nobody could say.
      ("AAA*N**75*C", .unknown), ("EB*V", .unknown), ("EB*B**30***27*10", .unknown),
    ])
  func standings(segments: String, standing: Standing) throws {
    let answer = try #require(try Samples.answer(segments))
    #expect(answer.standing == standing)
    #expect(answer.trace == "T1")
    var jane = Samples.jane
    jane.memberID = "1EG4TE5MK73"
    #expect(answer.patient == jane)
    #expect(answer.payer == Samples.plan)
    #expect(answer.answeredOn == Samples.answered)
    #expect(answer.serviceOn == Samples.asked)
  }

  @Test(
    "from when to when",
    arguments: [
      ("", "EB*1**30\nDTP*291*RD8*20250101-20261231", "2025-01-01", "2026-12-31"),
      ("", "EB*1**30\nDTP*346*D8*20250101\nDTP*347*D8*20260301", "2025-01-01", "2026-03-01"),
      ("", "EB*1**30\nDTP*356*D8*20250101", "2025-01-01", ""),
      ("", "EB*1**30\nDTP*291*RD8*20250101-99991231", "2025-01-01", ""),
      ("DTP*346*D8*20240101", "EB*1**30", "2024-01-01", ""),
      ("DTP*346*D8*20240101", "EB*1**30\nDTP*348*D8*20250601", "2025-06-01", ""),
      ("DTP*307*RD8*20240101-20260601", "EB*1**30", "2024-01-01", "2026-06-01"),
      // A single plan date is the one that was asked about, or else the first day of the plan.
      ("DTP*291*D8*20260105", "EB*1**30", "", ""),
      ("DTP*291*D8*20200101", "EB*1**30", "2020-01-01", ""),
    ])
  func spans(dates: String, segments: String, from: String, through: String) throws {
    let answer = try #require(try Samples.answer(segments, dates: dates))
    #expect(answer.standing == .active)
    #expect(answer.covered.from == Day(from))
    #expect(answer.covered.through == Day(through))
  }

  @Test("the day that was asked about comes from the file where the office does not say")
  func serviceDay() throws {
    let cases = [
      ("DTP*472*D8*20251201", "2025-12-01"), ("DTP*291*D8*20260104", "2026-01-04"),
      ("DTP*291*RD8*20250101-20251231", ""), ("", ""),
    ]
    for (dates, day) in cases {
      let answer = try #require(try Samples.answer("EB*1**30", dates: dates, serviceOn: nil))
      #expect(answer.serviceOn == Day(day))
    }
    let past = try Samples.answer(
      "EB*1**30\nDTP*347*D8*20251231", dates: "DTP*472*D8*20251201", serviceOn: nil)
    #expect(past?.standing == .active)
  }

  @Test("payers that come first are named, later ones only remarked")
  func otherPayers() throws {
    let answer = try #require(
      try Samples.answer(
        """
        EB*1**30*MB
        EB*R**30*HN*SAMPLE ADVANTAGE
        REF*1W*ADV7
        DTP*290*D8*20251001
        LS*2120
        NM1*PRP*2*ADVANTAGE INSURER*****PI*H1234
        N4*BEND*OR*97701
        LE*2120
        EB*R**30*14
        DTP*290*RD8*20200101-20201231
        LS*2120
        NM1*PRP*2*OLD MOTOR INSURER
        LE*2120
        EB*R**30
        LS*2120
        NM1*SEP*2*LATER PLAN
        LE*2120
        EB*R**30**GROUP PLAN
        EB*R**30
        """))
    #expect(
      answer.otherPayers == [
        NamedPayer(
          name: "ADVANTAGE INSURER", identifier: "H1234", filingIndicator: "16", memberID: "ADV7",
          state: "OR"),
        NamedPayer(name: "GROUP PLAN", identifier: "", filingIndicator: ""),
      ])
    #expect(
      answer.messages == [
        "LATER PLAN pays after this payer", "the payer knows of another payer but does not name it",
      ])
  }

  @Test("refusals, exclusions and the payer's own words are told, each once")
  func messages() throws {
    let answer = try #require(
      try Samples.answer(
        """
        AAA*N**75*C
        AAA*N**ZZ
        EB*1**30**GOLD PLAN
        MSG*CALL US
        EB*I**12
        MSG*CALL US
        EB*E**18
        """))
    #expect(
      answer.messages == [
        "75: the subscriber is not known to the payer; correct it and ask again",
        "ZZ: the payer gives no known reason", "equipment bought: not covered",
        "equipment rented: excluded", "CALL US",
      ])
    #expect(answer.planName == "GOLD PLAN")
    let many = (0..<100).map { "MSG*" + String(repeating: "LONG \($0) ", count: 90) }
    let long = try #require(try Samples.answer("EB*1**30\n" + many.joined(separator: "\n")))
    #expect(long.messages.count == 20)
    #expect(long.messages.allSatisfy { $0.count == 300 })
  }

  @Test("a dependent is the patient, with the subscriber's member number")
  func dependents() throws {
    let answers = try Samples.answers(
      """
      HL*3*2*22*1
      NM1*IL*1*DOE*JANE****MI*M1
      HL*4*3*23*0
      TRN*2*T1
      NM1*03*1*DOE*SAM
      DMG*D8*20101112*M
      EB*1**30
      HL*5*3*23*0
      TRN*2*T2
      NM1*03*1*DOE*ANN
      AAA*N**67*C
      """)
    #expect(answers.answers.map(\.patient.firstName) == ["SAM", "ANN"])
    #expect(answers.answers.map(\.patient.memberID) == ["M1", "M1"])
    #expect(answers.answers.map(\.trace) == ["T1", "T2"])
    #expect(answers.answers.map(\.standing) == [.active, .unknown])
    #expect(answers.problems.isEmpty)
  }

  @Test("our own trace number is told from the clearinghouse's")
  func traces() throws {
    let segments = """
      HL*3*2*22*0
      TRN*1*P1*9PAYER
      TRN*2*CH1*9CLEARING
      TRN*2*T1*1999999999
      NM1*IL*1*DOE*JANE
      EB*1**30
      """
    let ours = EligibilityFile.originator(of: Samples.supplier)
    #expect(try Samples.answers(segments, originator: ours).answers.map(\.trace) == ["T1"])
    #expect(try Samples.answers(segments).answers.map(\.trace) == ["CH1"])
  }

  @Test("a supplier that may not ask gets the reasons, and no answers")
  func refused() throws {
    let answers = try Samples.answers("AAA*Y**50*N")
    #expect(answers.answers.isEmpty)
    #expect(answers.reference == "E905")
    #expect(answers.refusals == ["50: the provider may not ask; do not ask again"])
    let both = try Samples.answers(
      "AAA*N**51*C\nHL*3*2*22*0\nTRN*2*T1\nNM1*IL*1*DOE\nEB*V")
    #expect(both.answers.map(\.standing) == [.unknown])
    #expect(
      both.answers.first?.messages == [
        "51: the provider is not known to the payer; correct it and ask again"
      ])
  }

  @Test("problems keep their places, and another kind of set is refused")
  func problems() throws {
    let answers = try Samples.answers(
      "HL*3*2*22*0\nTRN*2*T1\nNM1*IL*1*DOE\nEB*1**30****TEN\nHL*4*2*22*0\nNM1*IL*1*ROE")
    #expect(answers.problems.map(\.place.element) == ["EB07", "EB"])
    #expect(answers.problems.map(\.place.segment) == [12, 13])
    let claims = try X12File(
      ClaimFileSamples.file(code: "837", version: "005010X222A1", ClaimFileSamples.claimHead))
    let set = try #require(claims.sets.first)
    #expect(throws: ClaimFileRefusal.self) {
      try EligibilityFile.answers(in: claims, set: set, fallback: Samples.answered)
    }
  }
}
