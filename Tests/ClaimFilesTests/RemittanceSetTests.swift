import Billing
import ClaimFiles
import Testing

@Suite("An 835 as values of the trade")
struct RemittanceSetTests {
  @Test("the header says who paid what when, and how far it is out of balance")
  func header() throws {
    let set = try ClaimFileSamples.remittance(
      ClaimFileSamples.top + """

        CLP*A1*1*180*100**MB*ICN1
        NM1*QC*1*DOE*JANE****MI*M1
        CAS*CO*45*80
        PLB*1234567893*20261231*WO:ICN9*25*L6*-1.5
        """)
    let header = try set.header()
    #expect(header.traceNumber == "EFT1")
    #expect(header.originator == "1512345678")
    #expect(header.payment == Cents(10_000))
    #expect(header.method == "ACH")
    #expect(header.paymentDate == Day("2026-01-05"))
    #expect(header.productionDate == Day("2026-01-06"))
    #expect(
      header.payer
        == NamedPayer(
          name: "SAMPLE PAYER", identifier: "16013", filingIndicator: "MB", state: "OR"))
    #expect(header.payeeIdentifier == "1234567893")
    #expect(
      header.providerAdjustments
        == [
          ProviderAdjustment(reason: "WO", reference: "ICN9", amount: Cents(2500)),
          ProviderAdjustment(reason: "L6", reference: "", amount: Cents(-150)),
        ])
    // 100.00 paid, 100.00 of claims less 23.50 of provider adjustments.
    #expect(header.balance.transaction == Cents(2350))
    #expect(set.claimsPaid == Cents(10_000))
    #expect(!set.isBalanced)
  }

  @Test("every part of a claim and its lines is there, signs as they are")
  func claim() throws {
    let set = try ClaimFileSamples.remittance(
      ClaimFileSamples.top + """

        CLP*A1*19*-180*-100*-20*MB*ICN1*12*7
        CAS*OA*94*-10
        NM1*QC*1*DOE*JANE
        NM1*IL*1*DOE*JOHN****MI*M1
        NM1*74*1*DOE*JANE****MI*M2
        NM1*TT*2*SAMPLE SUPPLEMENT*****PI*55555
        MOA***MA18*N211
        REF*F8*ICN0
        DTM*232*20251220
        DTM*233*20260119
        SVC*HC:E0470:RR*-180*-110**.5*HC:E0601:RR:KX
        DTM*472*20251220
        CAS*CO*45*-50**253*-10
        CAS*PR*2*-10
        REF*6R*L1
        AMT*B6*130
        LQ*HE*M124
        LQ*HE*N115
        """)
    let claim = try set.claim(at: 0)
    #expect(claim.status == .forwarded(as: .primary))
    #expect(claim.charge == Cents(-18_000))
    #expect(claim.paid == Cents(-10_000))
    #expect(claim.patientResponsibility == Cents(-2000))
    #expect(claim.frequency == "7")
    #expect(claim.patient.memberID == "M1")
    #expect(claim.correctedMemberID == "M2")
    #expect(claim.crossoverCarrier == "SAMPLE SUPPLEMENT")
    #expect(claim.remarks == ["MA18", "N211"])
    #expect(claim.originalReference == "ICN0")
    #expect(claim.service?.through == Day("2026-01-19"))
    #expect(claim.adjustments.map(\.code) == ["OA-94"])
    #expect(claim.adjustments.map(\.amount) == [Cents(-1000)])
    let line = try #require(claim.lines.first)
    #expect(line.procedure == ProcedureCode("E0470", ["RR"]))
    #expect(line.submittedProcedure == ProcedureCode("E0601", ["RR", "KX"]))
    #expect(line.unitsInThousandths == 500)
    #expect(line.adjustments.map(\.code) == ["CO-45", "CO-253", "PR-2"])
    #expect(line.remarks == ["M124", "N115"])
    #expect(line.allowed == Cents(13_000))
    #expect(line.controlNumber == "L1")
    #expect(line.difference == .zero)
  }

  @Test("differences at each level, to the cent and with their sign")
  func differences() throws {
    // charge, paid, claim CAS | line charge, line paid, line CAS
    typealias Case = (name: String, claim: String, line: String, expected: ClaimDifferences)
    let cases: [Case] = [
      ("none", "CLP*A1*1*180*100**MB*I", "SVC*HC:A1*180*100\nCAS*CO*45*80", ClaimDifferences()),
      (
        "line", "CLP*A1*1*180*100**MB*I", "SVC*HC:A1*180*100\nCAS*CO*45*80.01",
        ClaimDifferences(claim: Cents(1), lines: Cents(1))
      ),
      (
        "charges of the lines", "CLP*A1*1*180.02*100.02**MB*I", "SVC*HC:A1*180*100\nCAS*CO*45*80",
        ClaimDifferences(lineCharges: Cents(2), linePayments: Cents(2))
      ),
      (
        "paid", "CLP*A1*1*180*100.03**MB*I", "SVC*HC:A1*180*100\nCAS*CO*45*80",
        ClaimDifferences(claim: Cents(3), linePayments: Cents(3))
      ),
    ]
    for (name, claim, line, expected) in cases {
      let set = try ClaimFileSamples.remittance(
        ClaimFileSamples.top + "\n\(claim)\nNM1*QC*1*DOE*JANE\n\(line)")
      #expect(try set.claim(at: 0).differences == expected, "\(name)")
    }
  }

  @Test("what cannot be told from others, or holds no real amount, is refused with its place")
  func refusals() throws {
    let claim = "CLP*A1*1*180*100**MB*I\nNM1*QC*1*DOE*JANE\nCAS*CO*45*80"
    let rest = "N1*PR*SAMPLE PAYER*XV*16013\nN1*PE*US*XX*1234567893\nLX*1\n"
    let bpr = "BPR*I*100*C*ACH************20260105\n"
    let cases: [(name: String, body: String, element: String)] = [
      ("no BPR", "TRN*1*EFT1*1512345678\n" + rest + claim, "BPR01"),
      ("no trace", bpr + rest + claim, "TRN02"),
      (
        "payment", "BPR*I*1000000000.01*C*ACH************20260105\nTRN*1*E*1\n" + rest + claim,
        "BPR02"
      ),
      (
        "an amount that is none",
        bpr + "TRN*1*E*1\n" + rest + "CLP*A1*1*180*1OO**MB*I\nNM1*QC*1*DOE*JANE", "CLP04"
      ),
      (
        "charge", bpr + "TRN*1*E*1\n" + rest + "CLP*A1*1*1000000000.01*100**MB*I", "CLP03"
      ),
      (
        "line", bpr + "TRN*1*E*1\n" + rest + claim + "\nSVC*HC:A1*1000000000.01*0", "SVC02"
      ),
      (
        "adjustment",
        bpr + "TRN*1*E*1\n" + rest + "CLP*A1*1*180*100**MB*I\nCAS*CO*45*1000000000.01", "CAS03"
      ),
      (
        "provider adjustments that cancel out",
        bpr + "TRN*1*E*1\n" + rest + claim
          + "\nPLB*1*20261231*WO:1*1000000000.01*FB:2*-1000000000.01", "PLB04"
      ),
    ]
    for (name, body, element) in cases {
      let set = try ClaimFileSamples.remittance(body)
      let refusal = #expect(throws: ClaimFileRefusal.self, "\(name)") { try set.header() }
      #expect(refusal?.place.element == element, "\(name): \(refusal?.message ?? "")")
      #expect((refusal?.place.segment ?? 0) > 0, "\(name)")
    }
  }

  @Test("with more differences than are listed the payment is still checked")
  func manyDifferences() throws {
    // Ten thousand claims that do not balance fill the list; the payment is a cent off as well.
    let claims = (1...10_001).map { "CLP*A\($0)*1*2*1**MB*I" }.joined(separator: "\n")
    let top = ClaimFileSamples.top.replacing("BPR*I*100*", with: "BPR*I*10001.01*")
    let header = try ClaimFileSamples.remittance(top + "\n" + claims).header()
    #expect(header.balance.transaction == Cents(1))
  }
}
