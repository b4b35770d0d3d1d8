import Billing
import ClaimFiles
import Testing
import X12

@Suite("A 277CA as values of the trade")
struct ClaimAnswerTests {
  private func answers(_ segments: String, source: String = "PR") throws -> [ClaimAnswer] {
    let body = """
      BHT*0085*08*R1*20260106*1000*TH
      HL*1**20*1
      NM1*\(source)*2*SAMPLE PLAN*****PI*12345
      TRN*1*T1
      HL*2*1*21*1
      NM1*41*2*HARBOR HOME MEDICAL*****46*SUB0001
      TRN*2*B20260105
      STC*A1:19:PR*20260106*WQ*395
      HL*3*2*19*1
      NM1*85*2*HARBOR HOME MEDICAL*****XX*1234567893
      HL*4*3*PT
      NM1*QC*1*DOE*JANE****MI*1EG4TE5MK73
      TRN*2*A1
      """
    let bytes = ClaimFileSamples.file(
      code: "277", version: "005010X214", body + "\n" + segments)
    let file = try X12File(bytes)
    let set = try #require(file.sets.first)
    let (read, _) = ClaimAcknowledgment277CA.read(file: file, set: set)
    return read.answers(fallback: Day(rawValue: 1))
  }

  @Test("how far the claim has come, whoever says so")
  func verdicts() throws {
    let cases: [(segments: String, verdict: ClaimAnswer.Verdict)] = [
      ("STC*A0:16*20260106*WQ*1", .received), ("STC*A1:20*20260106*WQ*1", .received),
      ("STC*A2:20:PR*20260106*WQ*1", .accepted), ("STC*A5:25*20260106*WQ*1", .accepted),
      ("STC*A3:21*20260106*U*1", .rejected), ("STC*A6:500*20260106*U*1", .rejected),
      ("STC*A7:507*20260106*U*1", .rejected), ("STC*A8:562:85*20260106*U*1", .rejected),
      ("STC*F1:65*20260106*WQ*1", .notAFrontEndAnswer),
      ("STC*P1:20*20260106*WQ*1", .notAFrontEndAnswer),
    ]
    for (segments, verdict) in cases {
      let answer = try #require(try answers(segments).first)
      #expect(answer.verdict == verdict, "\(segments)")
      #expect(answer.controlNumber == "A1")
      #expect(answer.on == Day("2026-01-06"))
      #expect(answer.isFromPayer)
    }
    #expect(try answers("STC*A1:20*20260106*WQ*1", source: "AY").first?.isFromPayer == false)
  }

  @Test("edits keep all three composites, the line and the payer's words")
  func edits() throws {
    let answer = try #require(
      try answers(
        """
        STC*A8:562:85*20260106*U*95******A8:128:85*A7:21*SEE MANUAL
        REF*1K*ICN1
        SVC*HC:A7030:NU*95*****1
        STC*A7:507**U
        REF*FJ*L3
        """
      ).first)
    #expect(answer.payerControlNumber == "ICN1")
    #expect(answer.codes == "A8:562:85 A8:128:85 A7:21 A7:507")
    #expect(answer.edits.map(\.line) == ["", "L3"])
    #expect(
      answer.edits.map { $0.codes.map(\.text) } == [
        ["A8:562:85", "A8:128:85", "A7:21"], ["A7:507"],
      ])
    #expect(answer.edits.first?.text == "SEE MANUAL")
  }

  @Test("without a day in it the answer has that of the file")
  func fallback() throws {
    #expect(try answers("STC*A2:20**WQ*1").first?.on == Day("2026-01-06"))
  }
}
