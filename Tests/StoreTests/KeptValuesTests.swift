import Billing
import Database
import Testing

@testable import Store

@Suite("Values kept as text")
struct KeptValuesTests {
  private let reasons: [StagingReason] = [
    .unmatched, .needsConfirmation(candidates: 3), .claimOutOfBalance(Cents(-1)),
    .lineOutOfBalance(Cents(2)), .transactionOutOfBalance(Cents(-100_000_000_000)), .reversal,
    .correction, .chargeDiffers(billed: Cents(18_000), reported: Cents(19_000)),
    .lineUnmatched("E0601 RR KH for $120.00"), .alreadyPaid, .notOurs, .predetermination,
    .providerAdjustment(reason: "WO", Cents(-2500)), .exceedsBalance(Cents(5)), .confirmed,
    .otherPatient("name DOE"), .otherPayee("1999999992"), .adjustmentWithoutReason,
    .productionData, .looksAlike(.another, "the day"), .linesLeft([1, 3]),
    .heldByRule("all", .payer), .heldByRule("by hand, 2026", .unlisted(["CO-97", "PR-3"])),
    .heldByRule("", .watched(["OA-B7"])),
    .heldByRule("aetna", .contractual(Cents(7000), code: "CO-45")),
  ]

  @Test("every staging reason comes back as it was, alone and among others")
  func stagingReasons() {
    for reason in reasons {
      #expect(StagingText.reasons(StagingText.text([reason])) == [reason])
    }
    #expect(StagingText.reasons(StagingText.text(reasons)) == reasons)
    #expect(StagingText.reasons("") == [])
    let unknown = [
      "something else 1;reversal", "reversals", "exceeds-balance", "exceeds-balance x",
      "charge-differs 1", "provider-adjustment WO", "held-by-rule", "held-by-rule nobody all",
      "held-by-rule watched: all", "held-by-rule contractual:x:CO-45 all",
    ]
    for text in unknown {
      #expect(StagingText.reasons(text) == nil, "\(text)")
    }
  }

  @Test("differences come back as they were, and none is no text")
  func differences() {
    let all = ClaimDifferences(
      claim: Cents(-1), lineCharges: Cents(2), linePayments: Cents(0), lines: Cents(400))
    #expect(StagingText.differences(StagingText.differences(all)) == all)
    #expect(StagingText.differences(ClaimDifferences()) == "")
    #expect(StagingText.differences("") == ClaimDifferences())
    for text in ["1 2 3", "1 2 3 4 5", "1 2 3 four", "0"] {
      #expect(StagingText.differences(text) == nil, "\(text)")
    }
  }

  @Test("foreign text cannot forge another reason")
  func forged() {
    let text = StagingText.text([.lineUnmatched("A1;confirmed")])
    #expect(StagingText.reasons(text) == [.lineUnmatched("A1confirmed")])
    let codes = StagingText.text([.heldByRule("a;reversal", .watched(["CO-4;reversal x,:"]))])
    #expect(StagingText.reasons(codes) == [.heldByRule("areversal", .watched(["CO-4reversalx"]))])
  }

  @Test("lists of numbers and answers come back whole or not at all")
  func lists() {
    #expect(CodeList.numbers("1 2 12") == [1, 2, 12])
    #expect(CodeList.numbers("") == [])
    #expect(CodeList.numbers("1 A") == nil)
    let answers = [SupplyAnswer(code: "A7030", units: 2), SupplyAnswer(code: "A7038", units: 1)]
    #expect(SupplyAnswers.answers(SupplyAnswers.text(answers)) == answers)
    for text in ["A7030", "A7030:two", "A7030:1:2"] {
      #expect(SupplyAnswers.answers(text) == nil, "\(text)")
    }
  }
}
