import Billing
import ClaimFiles
import Testing
import X12

@Suite("Claims made ready to be sent")
struct OutgoingClaimTests {
  private func outgoing(_ others: String = "") throws -> OutgoingClaim {
    let body =
      ClaimFileSamples.claimHead + "\n" + ClaimFileSamples.subscriber
      + "\nCLM*A1*150***12:B:1*Y*A*Y*Y\nHI*ABK:G4733" + others
      + "\nLX*1\nSV1*HC:E0601:RR*100*UN*1***1\nDTP*472*D8*20251220\nREF*6R*L1"
      + "\nNM1*DK*1*ALDER*SAM****XX*1000000004"
      + "\nLX*2\nSV1*HC:A7030*50*UN*1***1\nDTP*472*D8*20251220"
      + "\nNM1*DK*1*ALDER*SAM****XX*1000000004"
    let all = try ClaimFileSamples.claims(body)
    return try OutgoingClaim(image: #require(all.first).get().image)
  }

  private static let other = """

    SBR*S*18*******CI
    OI***Y***Y
    NM1*IL*1*DOE*JANE****MI*SUP1
    NM1*PR*2*SAMPLE SUPPLEMENT*****PI*55555
    SBR*T*18*******CI
    OI***Y***Y
    NM1*IL*1*DOE*JANE****MI*THI1
    NM1*PR*2*SAMPLE THIRD PLAN*****PI*77777
    """

  private func answer(
    _ lines: [Billing.RemittanceLine], _ adjustments: [Adjustment] = []
  ) -> Billing.RemittanceClaim {
    Billing.RemittanceClaim(
      controlNumber: "A1", status: .processed(as: .primary), charge: Cents(15_000),
      paid: Cents(9000), patientResponsibility: Cents(2000), filingIndicator: "MB",
      payerControlNumber: "ICN1", frequency: "1",
      patient: Identity(lastName: "DOE", firstName: "JANE", memberID: "1EG4TE5MK73"),
      correctedMemberID: "", crossoverCarrier: "", adjustments: adjustments, remarks: [],
      service: nil, originalReference: "", lines: lines,
      differences: ClaimDifferences())
  }

  private func line(
    _ code: String, _ number: String, charge: Int64, paid: Int64, _ adjustments: [Adjustment]
  )
    -> Billing.RemittanceLine
  {
    Billing.RemittanceLine(
      procedure: ProcedureCode(code), submittedProcedure: nil, charge: Cents(charge),
      paid: Cents(paid), unitsInThousandths: 1000,
      service: Day("2025-12-20").map { ServiceDates($0) }, controlNumber: number,
      adjustments: adjustments, remarks: [],
      allowed: nil, difference: .zero)
  }

  private let day = Day(rawValue: 20_463)

  @Test("the next payer moves up, the one that answered goes below with its answer")
  func nextPayer() throws {
    var claim = try outgoing(Self.other)
    let many = (1...8).map { index in
      Adjustment(group: .contractual, reason: "\(index)", amount: Cents(100))
    }
    try claim.billNextPayer(
      after: answer([
        line("E0601", "L1", charge: 10_000, paid: 6000, many),
        line(
          "A7030", "", charge: 5000, paid: 3000,
          [Adjustment(group: .patientResponsibility, reason: "2", amount: Cents(2000))]),
      ]), paidOn: day)
    let made = claim.claim
    #expect(made.subscriber.coverage.responsibility == "S")
    #expect(made.memberID == "SUP1")
    #expect(made.payer.name.id == "55555")
    #expect(made.otherPayers.map(\.payer.name.id) == ["19003", "77777"])
    #expect(made.otherPayers.map(\.coverage.responsibility) == ["P", "T"])
    #expect(made.otherPayers.first?.paidCents == 9000)
    // Eight reasons of one group need two segments.
    let first = try #require(made.lines.first?.adjudications.first)
    #expect(first.adjustments.map { $0.entries.count } == [6, 2])
    #expect(first.adjustments.flatMap { $0.entries.map(\.reason) } == (1...8).map(String.init))
    #expect(made.lines.map { $0.adjudications.map(\.paidCents) } == [[6000], [3000]])
    // Read back as a sent claim, only what the patient owed is open.
    let again = try OutgoingClaim(image: claim.image)
    #expect(again.claim == made)
    #expect(claim.faults == [])
  }

  @Test("each payer's authorization stays its own")
  func authorizations() throws {
    var claim = try outgoing(
      Self.other.replacingOnce("PI*55555", "PI*55555\nREF*G1*PB"))
    claim.correct([.priorAuthorization("PA")])
    try claim.billNextPayer(after: answer([]), paidOn: day)
    #expect(claim.claim.priorAuthorization == "PB")
    #expect(claim.claim.payer.references.isEmpty)
    #expect(claim.claim.otherPayers.first?.payer.references.value("G1") == "PA")
  }

  @Test("an answer without lines is told for the whole claim")
  func wholeClaim() throws {
    var claim = try outgoing(Self.other)
    try claim.billNextPayer(
      after: answer([], [Adjustment(group: .contractual, reason: "45", amount: Cents(4000))]),
      paidOn: day)
    let other = try #require(claim.claim.otherPayers.first)
    #expect(other.adjustments.map(\.group) == ["CO"])
    #expect(other.amounts.map(\.qualifier) == ["D", "EAF"])
    #expect(other.payer.dates == [X12QualifiedDate("573", on: day.ccyymmdd)])
    #expect(claim.claim.lines.allSatisfy { $0.adjudications.isEmpty })
  }

  @Test("a claim that names no other payer cannot be billed to one")
  func noNextPayer() throws {
    var claim = try outgoing()
    #expect(throws: ClaimFileRefusal.self) {
      try claim.billNextPayer(after: answer([]), paidOn: day)
    }
  }

  @Test("number, frequency and the payer's number are set for each kind of sending")
  func address() throws {
    let cases: [(frequency: ClaimFrequency, number: String)] = [
      (.original, ""), (.replacement, "ICN1"), (.void, "ICN1"),
    ]
    for (frequency, number) in cases {
      var claim = try outgoing()
      claim.address(controlNumber: "A1R2", frequency: frequency, payerControlNumber: "ICN1")
      #expect(claim.claim.controlNumber == "A1R2")
      #expect(claim.claim.frequency == frequency.rawValue)
      #expect(claim.claim.originalPayerControlNumber == number)
    }
  }

  @Test("units are written without zeros that say nothing")
  func units() throws {
    for (thousandths, text) in [(Int64(1000), "1"), (2500, "2.5"), (1, "0.001"), (30_000, "30")] {
      var claim = try outgoing()
      claim.correct([.units(line: 1, inThousandths: thousandths)])
      #expect(claim.claim.lines.first?.units == text)
    }
  }

  @Test("the file that is written reads back as the same claim under the envelope's numbers")
  func file() throws {
    var claim = try outgoing(Self.other)
    claim.address(controlNumber: "A1R2", frequency: .original, payerControlNumber: "")
    let envelope = OutgoingEnvelope(
      sender: "SUB0001", receiver: "CLR0001", date: 20_260_110, time: "0930",
      interchangeControl: 41, groupControl: 42)
    let bytes = claim.file(envelope: envelope, reference: "A1R2", on: day)
    let file = try X12File(bytes)
    #expect(file.problems.isEmpty)
    let set = try #require(file.sets.first)
    #expect(set.interchangeControl == "000000041")
    #expect(set.groupControl == "42")
    let (transmission, problems) = Transmission837P.read(file: file, set: set)
    #expect(problems.isEmpty)
    #expect(transmission.claims == [claim.claim])
    #expect(transmission.header.reference == "A1R2")
  }

  @Test("bytes that are no claim are refused")
  func damaged() {
    for bytes in [[], Array("hello".utf8), [UInt8](repeating: 0, count: 100)] {
      #expect(throws: ClaimFileRefusal.self) { try OutgoingClaim(image: bytes) }
    }
  }
}

extension String {
  fileprivate func replacingOnce(_ text: String, _ other: String) -> String {
    guard let range = firstRange(of: text) else { return self }
    return self[..<range.lowerBound] + other + self[range.upperBound...]
  }
}
