import Testing
import X12

@Suite("837P round trips")
struct Transmission837PTests {
  @Test("a written claim has the segments of the guide in their order")
  func writtenClaim() {
    let bytes = Transmission837P(header: ClaimSamples.header, claims: [ClaimSamples.claim])
      .encode(envelope: ClaimSamples.envelope)
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "~").map(String.init)
    #expect(
      lines == [
        "ISA*00*          *00*          *ZZ*SUB0001        *ZZ*CLR0001        *260105*0930*^"
          + "*00501*000000905*0*T*:",
        "GS*HC*SUB0001*CLR0001*20260105*0930*101*X*005010X222A1",
        "ST*837*0001*005010X222A1",
        "BHT*0019*00*B20260105*20260105*0930*CH",
        "NM1*41*2*HARBOR HOME MEDICAL*****46*SUB0001",
        "PER*IC*BILLING DESK*TE*5555550100",
        "NM1*40*2*SAMPLE CLEARINGHOUSE*****46*CLR0001",
        "HL*1**20*1",
        "PRV*BI*PXC*332B00000X",
        "NM1*85*2*HARBOR HOME MEDICAL*****XX*1234567893",
        "N3*100 PIER ROAD",
        "N4*SALEM*OR*973010001",
        "REF*EI*999999999",
        "PER*IC*BILLING DESK*TE*5555550100",
        "HL*2*1*22*0",
        "SBR*P*18*******MB",
        "NM1*IL*1*DOE*JANE****MI*1EG4TE5MK73",
        "N3*12 ELM STREET*APT 3",
        "N4*SALEM*OR*97302",
        "DMG*D8*19480214*F",
        "NM1*PR*2*SAMPLE MEDICARE DME*****PI*19003",
        "CLM*A1002*210.5***12:B:1*Y*A*Y*Y",
        "REF*G1*PA778",
        "HI*ABK:G4733*ABF:J449",
        "LX*1",
        "SV1*HC:E0601:RR:KX:KH*30.5*UN*1***1:2",
        "DTP*472*D8*20251220",
        "REF*6R*L1",
        "NTE*ADD*FIRST MONTH",
        "NM1*DK*1*ROE*ALEX****XX*1000000004",
        "N3*7 CLINIC WAY",
        "N4*SALEM*OR*97301",
        "PER*IC*FRONT DESK*TE*5555550177",
        "LX*2",
        "SV1*HC:A7030:NU:KX*180*UN*1***1",
        "DTP*472*RD8*20251220-20260319",
        "REF*6R*L3",
        "NM1*DK*1*ROE*ALEX****XX*1000000004",
        "N3*7 CLINIC WAY",
        "N4*SALEM*OR*97301",
        "PER*IC*FRONT DESK*TE*5555550177",
        "SE*40*0001",
        "GE*1*101",
        "IEA*1*000000905",
      ])
  }

  @Test("what was written is read back the same, without a problem")
  func cleanRoundTrip() throws {
    let sent = Transmission837P(
      header: ClaimSamples.header, claims: [ClaimSamples.claim, ClaimSamples.secondary])
    let file = try X12File(sent.encode(envelope: ClaimSamples.envelope))
    #expect(file.problems.isEmpty)
    let set = try #require(file.sets.first)
    #expect(set.isWhole)
    let (read, problems) = Transmission837P.read(file: file, set: set)
    #expect(problems.isEmpty)
    #expect(read == sent)
  }

  @Test("claims of one subscriber share its loop, and a patient's own loop hangs under it")
  func grouping() throws {
    var own = ClaimSamples.claim
    own.subscriber = ClaimSamples.secondary.subscriber
    var second = ClaimSamples.secondary
    second.controlNumber = "A1004"
    let claims = [own, ClaimSamples.secondary, second, own]
    let bytes = Transmission837P(header: ClaimSamples.header, claims: claims)
      .encode(envelope: ClaimSamples.envelope)
    let levels = String(decoding: bytes, as: UTF8.self).split(separator: "~")
      .filter { $0.hasPrefix("HL") }
    #expect(levels == ["HL*1**20*1", "HL*2*1*22*1", "HL*3*2*23*0", "HL*4*1*22*0"])
    #expect(try ClaimSamples.claims(bytes) == claims)
  }

  @Test("read(write(x)) is x, and write(read(bytes)) is the bytes", arguments: 0..<40)
  func randomRoundTrips(block: Int) throws {
    for step in 0..<20 {
      var random = ClaimRandom(seed: UInt64(block * 1_000 + step))
      let sent = random.transmission()
      var envelope = ClaimSamples.envelope
      envelope.breaksLines = random.chance(30)
      if random.chance(30) {
        envelope.delimiters = Delimiters(
          element: 0x1D, component: 0x1F, segment: 0x1C, repetition: UInt8(ascii: "!"))
      }
      let bytes = sent.encode(envelope: envelope)
      let file = try X12File(bytes)
      let set = try #require(file.sets.first)
      #expect(set.isWhole)
      let (read, _) = Transmission837P.read(file: file, set: set)
      try #require(read == sent, "seed \(block * 1_000 + step)")
      try #require(read.encode(envelope: envelope) == bytes, "seed \(block * 1_000 + step)")
    }
  }

  @Test("several sets go into one group, each with its own control number")
  func severalSets() throws {
    var second = Transmission837P(header: ClaimSamples.header, claims: [ClaimSamples.secondary])
    second.header.control = "0002"
    let first = Transmission837P(header: ClaimSamples.header, claims: [ClaimSamples.claim])
    let file = try X12File(
      Transmission837P.encode([first, second], envelope: ClaimSamples.envelope))
    #expect(file.problems.isEmpty)
    #expect(file.sets.map { Transmission837P.read(file: file, set: $0).0 } == [first, second])
  }

  @Test(
    "text goes out in plain capitals, without separators",
    arguments: [
      ("Doe", "DOE"), ("Muñoz", "MUNOZ"), ("O’Neil", "O'NEIL"), ("A*B~C:D^E", "A B C D E"),
      ("TAB\tHERE", "TAB HERE"), ("END  ", "END"), ("日本", ""),
    ])
  func spelling(given: String, sent: String) throws {
    var claim = ClaimSamples.claim
    claim.subscriber.party.name.last = given
    let bytes = Transmission837P(header: ClaimSamples.header, claims: [claim])
      .encode(envelope: ClaimSamples.envelope)
    #expect(try ClaimSamples.claims(bytes).first?.subscriber.party.name.last == sent)
  }

  @Test("the dot of a diagnosis is left out")
  func diagnosisDot() throws {
    var claim = ClaimSamples.claim
    claim.diagnoses[0].code = "G47.33"
    let bytes = Transmission837P(header: ClaimSamples.header, claims: [claim])
      .encode(envelope: ClaimSamples.envelope)
    #expect(try ClaimSamples.claims(bytes) == [ClaimSamples.claim])
  }

  @Test(
    "amounts are written without needless zeros",
    arguments: [(0, "0"), (5, ".05"), (50, ".5"), (1_00, "1"), (1_20, "1.2"), (-99, "-.99")])
  func amounts(cents: Int64, text: String) {
    var claim = ClaimSamples.claim
    claim.chargeCents = cents
    let bytes = Transmission837P(header: ClaimSamples.header, claims: [claim])
      .encode(envelope: ClaimSamples.envelope)
    #expect(String(decoding: bytes, as: UTF8.self).contains("~CLM*A1002*\(text)***"))
  }
}
