import Billing
import ClaimFiles
import Testing
import X12

@Suite("A claim for its right payer")
struct PayerChangeTests {
  private static let line = """

    LX*1
    SV1*HC:E0601:RR*100*UN*1***1
    DTP*472*D8*20251220
    REF*6R*L1
    REF*G1*LINEAUTH
    NM1*DK*1*ALDER*SAM****XX*1000000004
    """

  private static let second = """

    LX*2
    SV1*HC:A7030*50*UN*1***1
    DTP*472*D8*20251220
    NM1*DK*1*ALDER*SAM****XX*1000000004
    """

  private static let supplement = """

    SBR*S*18*******CI
    OI***Y***Y
    NM1*IL*1*DOE*JANE****MI*SUP1
    NM1*PR*2*SAMPLE SUPPLEMENT*****PI*55555
    """

  /// A claim to Medicare that names an authorization and an earlier claim of the payer.
  private func outgoing(
    others: String = "", subscriber: String = ClaimFileSamples.subscriber, lines: String = line
  ) throws -> OutgoingClaim {
    let charge = lines == Self.line ? 100 : 150
    let body =
      ClaimFileSamples.claimHead + "\n" + subscriber
      + "\nCLM*A1*\(charge)***12:B:1*Y*A*Y*Y\nREF*F8*ICN1\nREF*G1*AUTH1\nHI*ABK:G4733" + others
      + lines
    let all = try ClaimFileSamples.claims(body)
    return try OutgoingClaim(image: #require(all.first).get().image)
  }

  private func payer(_ name: String, _ id: String, _ family: PayerFamily) -> Payer {
    Payer(id: PayerID(7), name: name, identifier: id, family: family)
  }

  /// The claim changed, written as a file and read back: its segments from loop 2000B on.
  private func segments(_ claim: OutgoingClaim) throws -> [String] {
    let (sender, receiver) = claim.parties
    let bytes = claim.file(
      envelope: OutgoingEnvelope(
        sender: sender, receiver: receiver, date: 20_260_120, time: "0900", interchangeControl: 9,
        groupControl: 9), reference: "A1", on: try #require(Day("2026-01-20")))
    let file = try X12File(bytes)
    #expect(file.problems.isEmpty)
    let (read, problems) = Transmission837P.read(file: file, set: try #require(file.sets.first))
    #expect(problems.isEmpty, "\(problems)")
    #expect(read.claims == [claim.claim])
    #expect(claim.faults == [])
    let all = String(decoding: bytes, as: UTF8.self).split(separator: "~").map {
      $0.filter { !$0.isNewline }
    }
    let start = try #require(all.firstIndex { $0.hasPrefix("HL*2*") })
    return all[start...].prefix { !$0.hasPrefix("SE*") }.map { String($0) }
  }

  @Test("another payer in its place: its coverage, its number, and nothing of the former one's")
  func instead() throws {
    var claim = try outgoing(others: Self.supplement)
    try claim.change(
      PayerChange(
        .instead,
        NewCoverage(
          payerName: "SAMPLE ADVANTAGE PLAN", payerIdentifier: "77001", memberID: "ADV-123",
          groupNumber: "G7")),
      to: payer("SAMPLE ADVANTAGE PLAN", "", .medicareAdvantage))
    #expect(
      try segments(claim) == [
        "HL*2*1*22*0", "SBR*P*18*G7******16", "NM1*IL*1*DOE*JANE****MI*ADV123",
        "N3*12 ELM STREET", "N4*SALEM*OR*97302", "DMG*D8*19480214*F",
        "NM1*PR*2*SAMPLE ADVANTAGE PLAN*****PI*77001", "CLM*A1*100***12:B:1*Y*A*Y*Y",
        "HI*ABK:G4733", "SBR*S*18*******CI", "OI***Y***Y", "NM1*IL*1*DOE*JANE****MI*SUP1",
        "NM1*PR*2*SAMPLE SUPPLEMENT*****PI*55555", "LX*1", "SV1*HC:E0601:RR*100*UN*1***1",
        "DTP*472*D8*20251220", "REF*6R*L1", "NM1*DK*1*ALDER*SAM****XX*1000000004",
      ])
  }

  @Test("a payer that was to come later comes now, and no longer later")
  func laterComesNow() throws {
    var claim = try outgoing(others: Self.supplement)
    try claim.change(
      PayerChange(
        .instead,
        NewCoverage(
          payerName: "SAMPLE SUPPLEMENT", payerIdentifier: "55555", memberID: "SUP1")),
      to: payer("SAMPLE SUPPLEMENT", "55555", .commercial))
    #expect(claim.claim.payer.name.id == "55555")
    #expect(claim.claim.otherPayers == [])
    #expect(claim.laterPayers == [])
  }

  @Test("another payer first: the present one follows with its coverage and its authorization")
  func first() throws {
    var claim = try outgoing(others: Self.supplement)
    try claim.change(
      PayerChange(
        .first,
        NewCoverage(
          payerName: "SAMPLE EMPLOYER PLAN", payerIdentifier: "66010", memberID: "EMP9",
          secondaryPayerType: "12")),
      to: payer("SAMPLE EMPLOYER PLAN", "66010", .commercial))
    #expect(
      try segments(claim) == [
        "HL*2*1*22*0", "SBR*P*18*******CI", "NM1*IL*1*DOE*JANE****MI*EMP9", "N3*12 ELM STREET",
        "N4*SALEM*OR*97302", "DMG*D8*19480214*F",
        "NM1*PR*2*SAMPLE EMPLOYER PLAN*****PI*66010", "CLM*A1*100***12:B:1*Y*A*Y*Y",
        "HI*ABK:G4733", "SBR*S*18***12****MB", "OI***Y***Y",
        "NM1*IL*1*DOE*JANE****MI*1EG4TE5MK73", "NM1*PR*2*SAMPLE MEDICARE DME*****PI*19003",
        "REF*G1*AUTH1", "SBR*T*18*******CI", "OI***Y***Y", "NM1*IL*1*DOE*JANE****MI*SUP1",
        "NM1*PR*2*SAMPLE SUPPLEMENT*****PI*55555", "LX*1", "SV1*HC:E0601:RR*100*UN*1***1",
        "DTP*472*D8*20251220", "REF*6R*L1", "REF*G1*LINEAUTH**2U:19003",
        "NM1*DK*1*ALDER*SAM****XX*1000000004",
      ])
  }

  private func answered(_ claim: inout OutgoingClaim, paid: Int64, left: Int64) throws {
    try claim.change(
      PayerChange(
        .answered,
        NewCoverage(
          payerName: "SAMPLE EMPLOYER PLAN", payerIdentifier: "66010", memberID: "EMP9",
          secondaryPayerType: "43"),
        answer: PrimaryAnswer(
          paid: Cents(paid), patientShare: Cents(left),
          paidOn: try #require(Day("2026-01-15")))),
      to: payer("SAMPLE EMPLOYER PLAN", "66010", .commercial))
  }

  @Test("the first payer's answer about one line stands at the line, and balances")
  func oneLine() throws {
    var claim = try outgoing()
    try answered(&claim, paid: 6000, left: 1500)
    #expect(
      try segments(claim) == [
        "HL*2*1*22*0", "SBR*S*18***43****MB", "NM1*IL*1*DOE*JANE****MI*1EG4TE5MK73",
        "N3*12 ELM STREET", "N4*SALEM*OR*97302", "DMG*D8*19480214*F",
        "NM1*PR*2*SAMPLE MEDICARE DME*****PI*19003", "N4*FARGO*ND*58101",
        "CLM*A1*100***12:B:1*Y*A*Y*Y", "REF*F8*ICN1", "REF*G1*AUTH1", "HI*ABK:G4733",
        "SBR*P*18*******CI", "AMT*D*60", "OI***Y***Y", "NM1*IL*1*DOE*JANE****MI*EMP9",
        "NM1*PR*2*SAMPLE EMPLOYER PLAN*****PI*66010", "LX*1", "SV1*HC:E0601:RR*100*UN*1***1",
        "DTP*472*D8*20251220", "REF*6R*L1", "REF*G1*LINEAUTH",
        "NM1*DK*1*ALDER*SAM****XX*1000000004", "SVD*66010*60*HC:E0601:RR**1", "CAS*OA*23*25",
        "CAS*PR*2*15", "DTP*573*D8*20260115", "AMT*EAF*15",
      ])
  }

  @Test("its answer about several lines stands at the claim, since nobody knows each line's")
  func severalLines() throws {
    var claim = try outgoing(others: Self.supplement, lines: Self.line + Self.second)
    try answered(&claim, paid: 9000, left: 0)
    let all = try segments(claim)
    let start = try #require(all.firstIndex { $0.hasPrefix("SBR*P") })
    #expect(
      all[start...].prefix(8) == [
        "SBR*P*18*******CI", "CAS*OA*23*60", "AMT*D*90", "AMT*EAF*0", "OI***Y***Y",
        "NM1*IL*1*DOE*JANE****MI*EMP9", "NM1*PR*2*SAMPLE EMPLOYER PLAN*****PI*66010",
        "DTP*573*D8*20260115",
      ])
    #expect(all.contains("SBR*T*18*******CI"))
    #expect(!all.contains { $0.hasPrefix("SVD") })
    #expect(try claim.sent().lines.map(\.open) == [Cents(1000), Cents(5000)])
  }

  @Test("an answer of a payer that the claim named before keeps the claim in its place")
  func namedBefore() throws {
    let body = ClaimFileSamples.subscriber.replacing("SBR*P*18", with: "SBR*S*18***12")
    let primary = """

      SBR*P*18*******CI
      OI***Y***Y
      NM1*IL*1*DOE*JANE****MI*EMP8
      NM1*PR*2*SAMPLE EMPLOYER PLAN*****PI*66010
      """
    var claim = try outgoing(others: primary, subscriber: body)
    try answered(&claim, paid: 0, left: 0)
    #expect(claim.claim.subscriber.coverage.responsibility == "S")
    #expect(claim.claim.otherPayers.map(\.coverage.responsibility) == ["P"])
    #expect(claim.claim.otherPayers.map(\.subscriber.name.id) == ["EMP9"])
    #expect(
      claim.claim.lines.first?.adjudications.first?.adjustments == [
        X12Adjustment(group: "OA", entries: [X12Adjustment.Entry(reason: "23", cents: 10_000)])
      ])
  }

  private static let child = """
    HL*2*1*22*1
    SBR*P********CI
    NM1*IL*1*DOE*JOHN****MI*FAM1
    NM1*PR*2*SAMPLE FAMILY PLAN*****PI*66020
    HL*3*2*23*0
    PAT*19
    NM1*QC*1*DOE*JILL
    N3*12 ELM STREET
    N4*SALEM*OR*97302
    DMG*D8*20150214*F
    """

  @Test(
    "a child is the subscriber of a programme, and stays a dependant in another family plan",
    arguments: [
      (PayerFamily.medicaid, ["SBR*P*18*******MC", "NM1*IL*1*DOE*JILL****MI*NEW1"], false),
      (.commercial, ["SBR*P********CI", "NM1*IL*1*DOE*JOHN****MI*NEW1"], true),
    ])
  func dependant(family: PayerFamily, expected: [String], isDependant: Bool) throws {
    var claim = try outgoing(subscriber: Self.child)
    try claim.change(
      PayerChange(
        .instead,
        NewCoverage(payerName: "SAMPLE OTHER PLAN", payerIdentifier: "66030", memberID: "NEW1")),
      to: payer("SAMPLE OTHER PLAN", "66030", family))
    let all = try segments(claim)
    for segment in expected { #expect(all.contains(segment), "\(segment)") }
    #expect(all.contains("PAT*19") == isDependant)
    #expect(claim.claim.patientParty.name.first == "JILL")
  }

  @Test("what the card leaves out of the 270 stands in the claim as it was sent last")
  func coverage() throws {
    var coverage = Coverage(
      payer: payer("SAMPLE FAMILY PLAN", "66020", .commercial), sequence: .primary,
      memberID: "FAM1")
    try outgoing(subscriber: Self.child.replacing("SBR*P********CI", with: "SBR*P**G55******HM"))
      .describe(&coverage)
    #expect(coverage.filingIndicator == "HM")
    #expect(coverage.groupNumber == "G55")
    #expect(coverage.relationship == "19")
    #expect(coverage.subscriber == Identity(lastName: "DOE", firstName: "JOHN"))
  }
}

extension String {
  /// The text with one part of it said otherwise.
  fileprivate func replacing(_ part: String, with other: String) -> String {
    guard let range = firstRange(of: part) else { return self }
    var text = self
    text.replaceSubrange(range, with: other)
    return text
  }
}
