// 270 and 271 in summaries and listings.

import Testing
import X12

@Suite("Summaries and listings of 270 and 271")
struct EligibilitySummaryTests {
  @Test("patients, questions, statements and refusals are counted")
  func counts() throws {
    let questions = FileSummary(try EligibilitySamples.file("270", EligibilitySamples.questions))
    #expect(questions.isClean)
    #expect(questions.sets.map(\.patients) == [3])
    #expect(questions.sets.map(\.questions) == [4])
    #expect(questions.sets.map(\.benefits) == [nil])
    #expect(questions.sets.map(\.claims) == [nil])
    let answers = FileSummary(
      try EligibilitySamples.file(
        "271",
        EligibilitySamples.changed(
          EligibilitySamples.answers, "NM1*1P*2*HARBOR HOME MEDICAL*****XX*1234567893",
          to: "NM1*1P*2*HARBOR HOME MEDICAL*****XX*1234567893~AAA*N**51*C")))
    #expect(answers.isClean)
    #expect(answers.sets.map(\.patients) == [3])
    #expect(answers.sets.map(\.questions) == [nil])
    #expect(answers.sets.map(\.benefits) == [5])
    #expect(answers.sets.map(\.refusals) == [2])
  }

  @Test("what is wrong in a set is told")
  func problems() throws {
    let summary = FileSummary(
      try EligibilitySamples.file(
        "271",
        EligibilitySamples.changed(EligibilitySamples.answers, "EB*6**30", to: "EB*6****X**X")))
    #expect(summary.isClean == false)
    #expect(summary.problems.map(\.place.element) == ["EB07"])
  }

  @Test(
    "every segment and its elements have names",
    arguments: ["EQ", "EB", "AAA", "INS", "III", "HSD", "MPI", "LS", "LE", "UM", "MSG"])
  func names(id: String) {
    let packed = SegmentID.packed(id)
    #expect(SegmentID.isKnown(packed))
    #expect(!ElementNames.segment(packed).isEmpty)
    #expect(!ElementNames.element(packed, 1).isEmpty)
    #expect(ElementNames.element(packed, 99).isEmpty)
  }

  @Test("every element of the samples has a name")
  func listing() throws {
    for (code, segments) in [
      ("270", EligibilitySamples.questions), ("271", EligibilitySamples.answers),
    ] {
      for segment in X12Listing(try EligibilitySamples.file(code, segments)) {
        #expect(!segment.name.isEmpty, "\(segment.id)")
        for element in segment.elements { #expect(!element.name.isEmpty, "\(element.label)") }
      }
    }
    #expect(ElementNames.components(SegmentID.eb, 13).first == "kind of code")
    #expect(ElementNames.element(SegmentID.ins, 17) == "number among those born together")
  }

  @Test("codes have words, and unknown ones none")
  func meanings() {
    for code in ["15", "42", "57", "58", "71", "72", "73", "75", "76", "T4"] {
      #expect(EligibilityRejection.meaning(ofReason: code) != nil, "\(code)")
    }
    for code in ["C", "N", "P", "R", "S", "W", "X", "Y"] {
      #expect(EligibilityRejection.meaning(ofFollowUp: code) != nil, "\(code)")
    }
    #expect(EligibilityRejection.meaning(ofReason: "ZZ") == nil)
    #expect(EligibilityRejection.meaning(ofFollowUp: "") == nil)
    #expect(EligibilityBenefit.meaning(ofServiceType: "12") == "equipment bought")
    #expect(EligibilityBenefit.meaning(ofServiceType: "ZZ") == nil)
    let kinds: [(String, EligibilityBenefit.Kind)] = [
      ("1", .active), ("5", .active), ("6", .inactive), ("8", .inactive), ("R", .otherPayer),
      ("V", .unprocessed), ("U", .askElsewhere), ("W", .askElsewhere), ("B", .detail),
      ("", .detail),
    ]
    for (code, kind) in kinds {
      #expect(EligibilityBenefit(code).kind == kind, "\(code)")
      #expect((EligibilityBenefit.meaning(ofInformation: code) == nil) == code.isEmpty)
    }
  }
}
