import Billing
import ClaimFiles
import Testing
import X12

@Suite("A claim of an 837P as a value of the trade")
struct SentClaimTests {
  private func read(_ claim: String) throws -> SentClaim {
    let all = try ClaimFileSamples.claims(
      ClaimFileSamples.claimHead + "\n" + ClaimFileSamples.subscriber + "\n" + claim)
    return try #require(all.first).get()
  }

  @Test("everything that the office keeps is there")
  func facts() throws {
    let claim = try read(
      """
      CLM*A1*250.5***12:B:7*Y*A*Y*Y
      REF*F8*ICN1
      REF*G1*PA1
      HI*ABK:G4733*ABF:J449
      SBR*S*18*******CI
      OI***Y***Y
      NM1*IL*1*DOE*JANE****MI*SUP1
      NM1*PR*2*SAMPLE SUPPLEMENT*****PI*55555
      N4*BOISE*ID*83701
      LX*1
      SV1*HC:E0601:RR:KX*100.5*UN*2.5***1:2
      DTP*472*RD8*20251220-20260119
      REF*6R*L1
      LX*2
      SV1*HC:A7030*150*UN*1***1
      DTP*472*D8*20251220
      """)
    #expect(claim.controlNumber == "A1")
    #expect(claim.frequency == .replacement)
    #expect(claim.originalPayerControlNumber == "ICN1")
    #expect(claim.priorAuthorization == "PA1")
    #expect(claim.patient.lastName == "DOE")
    #expect(claim.patient.birthDate == Day("1948-02-14"))
    #expect(claim.patient.memberID == "1EG4TE5MK73")
    #expect(claim.sequence == .primary)
    #expect(
      claim.payer
        == NamedPayer(
          name: "SAMPLE MEDICARE DME", identifier: "19003", filingIndicator: "MB",
          sequence: .primary, memberID: "1EG4TE5MK73", state: "ND"))
    #expect(
      claim.otherPayers
        == [
          NamedPayer(
            name: "SAMPLE SUPPLEMENT", identifier: "55555", filingIndicator: "CI",
            sequence: .secondary, memberID: "SUP1", state: "ID")
        ])
    #expect(claim.diagnoses == ["G4733", "J449"])
    #expect(claim.placeOfService == "12")
    #expect(claim.charge == Cents(25_050))
    #expect(claim.lines.map(\.procedure.description) == ["E0601 RR KX", "A7030"])
    #expect(claim.lines.map(\.unitsInThousandths) == [2500, 1000])
    #expect(claim.lines.map(\.controlNumber) == ["L1", ""])
    #expect(claim.lines[0].serviceThrough == Day("2026-01-19"))
    #expect(claim.lines[1].serviceThrough == Day("2025-12-20"))
    // The bytes kept are enough to send it again.
    let again = try OutgoingClaim(image: claim.image)
    #expect(again.claim.controlNumber == "A1")
    #expect(again.claim.lines.count == 2)
    #expect(again.parties.sender == "SUB0001")
  }

  @Test("what earlier payers left open, by line or for the whole claim")
  func open() throws {
    let cases: [(name: String, other: String, answers: [String], open: [Int64])] = [
      ("nobody before", "", ["", ""], [10_000, 5000]),
      (
        "answers of the lines", "AMT*D*70",
        [
          "SVD*19003*60*HC:E0601**1\nCAS*CO*45*20\nCAS*PR*1*5**2*15",
          "SVD*19003*10*HC:A7030**1\nCAS*CO*45*40",
        ], [2000, 0]
      ),
      ("the payment of the whole claim", "AMT*D*110", ["", ""], [0, 4000]),
      (
        "payment and reductions of the whole claim",
        "CAS*CO*45*30**253*10\nCAS*PR*2*10\nAMT*D*100", ["", ""], [0, 1000]
      ),
      ("more than everything", "AMT*D*9999", ["", ""], [0, 0]),
      (
        "a line answered with more than its charge", "AMT*D*0",
        ["SVD*19003*500*HC:E0601**1", ""], [0, 5000]
      ),
    ]
    for (name, other, answers, open) in cases {
      let loop = """
        SBR*P*18*******MB
        \(other.isEmpty ? "AMT*D*0" : other)
        OI***Y***Y
        NM1*IL*1*DOE*JANE****MI*M1
        NM1*PR*2*FIRST SAMPLE PLAN*****PI*19003
        """
      let parts = [
        "CLM*A1*150***12:B:1*Y*A*Y*Y", "HI*ABK:G4733", other.isEmpty ? "" : loop, "LX*1",
        "SV1*HC:E0601*100*UN*1***1", "DTP*472*D8*20251220", answers[0], "LX*2",
        "SV1*HC:A7030*50*UN*1***1", "DTP*472*D8*20251220", answers[1],
      ]
      let claim = try read(parts.filter { !$0.isEmpty }.joined(separator: "\n"))
      #expect(claim.lines.map(\.open.rawValue) == open, "\(name)")
    }
  }

  @Test("a claim without what it cannot be without is refused, the one after it is not")
  func refusals() throws {
    let line = "LX*1\nSV1*HC:A7030*150*UN*1***1\nDTP*472*D8*20251220"
    let cases: [(name: String, bad: String, element: String)] = [
      ("no number", "CLM**150***12:B:1*Y*A*Y*Y\nHI*ABK:G4733\n" + line, "CLM01"),
      ("no line", "CLM*B1*150***12:B:1*Y*A*Y*Y\nHI*ABK:G4733", "LX01"),
      ("wrong total", "CLM*B1*150.01***12:B:1*Y*A*Y*Y\nHI*ABK:G4733\n" + line, "CLM02"),
      (
        "too large", "CLM*B1*1000000000.01***12:B:1*Y*A*Y*Y\nHI*ABK:G4733\n" + line, "CLM02"
      ),
      (
        "no day",
        "CLM*B1*150***12:B:1*Y*A*Y*Y\nHI*ABK:G4733\nLX*1\nSV1*HC:A7030*150*UN*1***1", "DTP03"
      ),
      (
        "a day that is none",
        "CLM*B1*150***12:B:1*Y*A*Y*Y\nLX*1\nSV1*HC:A7030*150*UN*1***1\nDTP*472*D8*20250229",
        "DTP03"
      ),
    ]
    for (name, bad, element) in cases {
      let all = try ClaimFileSamples.claims(
        ClaimFileSamples.claimHead + "\n" + ClaimFileSamples.subscriber + "\n" + bad + "\n"
          + "CLM*GOOD*150***12:B:1*Y*A*Y*Y\nHI*ABK:G4733\n" + line)
      #expect(all.count == 2, "\(name)")
      guard case .failure(let refusal)? = all.first else {
        Issue.record("\(name): taken")
        continue
      }
      #expect(refusal.place.element == element, "\(name): \(refusal.message)")
      #expect(refusal.place.segment > 15, "\(name)")
      #expect(try all.last?.get().controlNumber == "GOOD", "\(name)")
    }
  }
}
