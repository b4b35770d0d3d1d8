// What sets hold, in numbers.

import Testing
import X12

struct FileSummaryTests {
  @Test func countsARemittance() throws {
    let summary = FileSummary(
      try X12File(RemittanceSamples.bytes(RemittanceSamples.workedExample)))
    let set = try #require(summary.sets.first)
    #expect(set.set == "835")
    #expect(set.version == "005010X221A1")
    #expect(set.control == "0001")
    #expect(set.segments == 44)
    #expect(set.claims == 4)
    #expect(set.services == 5)
    #expect(set.chargeCents == 56_000)
    #expect(set.paidCents == 3_920)
    #expect(set.paymentCents == 1_570)
    #expect(set.providerAdjustmentCents == 2_350)
    #expect(set.isBalanced == true)
    #expect(summary.isClean)
    #expect(summary.segments == 48)
    #expect(summary.interchanges == 1)
  }

  @Test func aCentOffIsNotClean() throws {
    let text = RemittanceSamples.workedExample.replacing("15.70", with: "15.71")
    let summary = FileSummary(try X12File(RemittanceSamples.bytes(text)))
    #expect(summary.sets.first?.isBalanced == false)
    #expect(summary.sets.first?.differences.map(\.amount) == [1])
    #expect(!summary.isClean)
  }

  @Test func aBrokenSetIsNeverBalanced() throws {
    let text = RemittanceSamples.workedExample.replacing("SE*44", with: "SE*45")
    let summary = FileSummary(try X12File(RemittanceSamples.bytes(text)))
    #expect(summary.sets.first?.isWhole == false)
    #expect(summary.sets.first?.isBalanced == false)
    #expect(!summary.isClean)
  }

  @Test(
    arguments: [
      (
        "837",
        "CLM*A*100.50***12:B:1~LX*1~SV1*HC:E0601*100.5*UN*1~CLM*B*.5***12:B:1~LX*1~SV1*HC:A*1~SV1*HC:B*1~",
        2, 3, 10_100
      ),
      (
        "277", "HL*1**20~TRN*1*X~HL*4*3*PT~NM1*QC*1*DOE~TRN*2*A1~SVC*HC:A*1~HL*5*3*PT~TRN*2*A2~", 2,
        1, nil
      ),
      ("277", "HL*1**20~HL*4*3*22*0~TRN*2*A1~STC*F1:65~HL*5*3*23~TRN*2*A2~TRN*2*A3~", 3, 0, nil),
      ("999", "AK1*HC*1~AK2*837*1~IK5*A~AK9*A*1*1*1~", nil, nil, nil),
    ] as [(String, String, Int?, Int?, Int64?)])
  func countsOtherSets(
    _ code: String, _ body: String, _ claims: Int?, _ services: Int?, _ charge: Int64?
  ) throws {
    let text =
      RemittanceSamples.header + RemittanceSamples.group
      + RemittanceSamples.set(body).replacing("ST*835", with: "ST*\(code)")
      + RemittanceSamples.trailer
    let summary = FileSummary(try X12File(RemittanceSamples.bytes(text)))
    let set = try #require(summary.sets.first)
    #expect(set.set == code)
    #expect(set.isWhole)
    #expect(set.claims == claims)
    #expect(set.services == services)
    #expect(set.chargeCents == charge)
    #expect(set.paidCents == nil)
    #expect(set.paymentCents == nil)
    #expect(set.isBalanced == nil)
    #expect(summary.isClean)
  }

  @Test func aChargeThatIsNoAmountIsNamed() throws {
    let text =
      RemittanceSamples.header + RemittanceSamples.group
      + RemittanceSamples.set("CLM*A*x~").replacing("ST*835", with: "ST*837")
      + RemittanceSamples.trailer
    let summary = FileSummary(try X12File(RemittanceSamples.bytes(text)))
    #expect(summary.problems.map(\.place.element) == ["CLM02"])
    #expect(!summary.isClean)
  }
}
