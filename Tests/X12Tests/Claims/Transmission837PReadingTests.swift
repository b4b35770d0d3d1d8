import Testing
import X12

@Suite("837P as it really arrives")
struct Transmission837PReadingTests {
  /// One claim in a file, with one segment replaced or added.
  static func file(replacing old: String, with new: String) -> [UInt8] {
    let bytes = Transmission837P(header: ClaimSamples.header, claims: [ClaimSamples.claim])
      .encode(envelope: ClaimSamples.envelope)
    let segments = String(decoding: bytes, as: UTF8.self).split(separator: "~").map {
      $0 == old ? new : String($0)
    }
    return Array((segments.filter { !$0.isEmpty }.joined(separator: "~") + "~").utf8)
  }

  @Test(
    "each fault is named with its element, and the claim is still read",
    arguments: [
      ("CLM*A1002*210.5***12:B:1*Y*A*Y*Y", "CLM**210.5***12:B:1*Y*A*Y*Y", "CLM01", Severity.error),
      ("CLM*A1002*210.5***12:B:1*Y*A*Y*Y", "CLM*A1002*NAN***12:B:1*Y*A*Y*Y", "CLM02", .error),
      ("CLM*A1002*210.5***12:B:1*Y*A*Y*Y", "CLM*A1002*1e3***12:B:1*Y*A*Y*Y", "CLM02", .error),
      ("CLM*A1002*210.5***12:B:1*Y*A*Y*Y", "CLM*A1002*210.51***12:B:1*Y*A*Y*Y", "CLM02", .warning),
      ("CLM*A1002*210.5***12:B:1*Y*A*Y*Y", "CLM*A1002*210.5***12:B:7*Y*A*Y*Y", "CLM05", .warning),
      ("CLM*A1002*210.5***12:B:1*Y*A*Y*Y", "CLM*A1:02*210.5***12:B:1*Y*A*Y*Y", "CLM01", .warning),
      ("SV1*HC:A7030:NU:KX*180*UN*1***1", "SV1*HC:A7030:NU:KX**UN*1***1", "SV102", .error),
      ("SV1*HC:A7030:NU:KX*180*UN*1***1", "SV1**180*UN*1***1", "SV101", .error),
      ("SV1*HC:A7030:NU:KX*180*UN*1***1", "SV1*HC:A7030:NU:KX*180*UN*ONE***1", "SV104", .warning),
      ("SV1*HC:A7030:NU:KX*180*UN*1***1", "SV1*HC:A7030:NU:KX*180*UN*1***3", "SV107", .warning),
      ("SV1*HC:A7030:NU:KX*180*UN*1***1", "SV1*HC:A7030:NU:KX*180*UN*1***A", "SV107", .warning),
      ("SV1*HC:A7030:NU:KX*180*UN*1***1", "", "SV1", .error),
      ("LX*2", "LX*3", "LX01", .warning),
      ("HL*2*1*22*0", "HL*2*7*22*0", "HL", .error),
      ("HL*2*1*22*0", "HL*5*1*22*0", "HL", .warning),
      ("HL*2*1*22*0", "HL*2*1*44*0", "HL", .error),
      (
        "NM1*85*2*HARBOR HOME MEDICAL*****XX*1234567893",
        "NM1*85*2*HARBOR HOME MEDICAL*****XX*1234567890", "NM109", .warning
      ),
      ("DTP*472*D8*20251220", "DTP*472*D8*20251320", "DTP03", .warning),
      ("DTP*472*RD8*20251220-20260319", "DTP*472*RD8*20260319-20251220", "DTP03", .warning),
      ("DMG*D8*19480214*F", "DMG*D8*1948*F", "DMG02", .warning),
      (
        "NM1*IL*1*DOE*JANE****MI*1EG4TE5MK73", "NM1*QD*1*DOE*JANE****MI*1EG4TE5MK73", "", .warning
      ),
    ])
  func faults(old: String, new: String, element: String, severity: Severity) throws {
    let (read, problems) = try ClaimSamples.read(Self.file(replacing: old, with: new))
    #expect(read.claims.count == 1)
    #expect(read.claims.first?.lines.count == 2)
    #expect(
      problems.contains { $0.place.element == element && $0.severity == severity }, "\(problems)")
  }

  @Test("components with another separator than ISA16 declares are told by that separator")
  func otherComponentSeparator() throws {
    let (_, problems) = try ClaimSamples.read(
      Self.file(
        replacing: "SV1*HC:A7030:NU:KX*180*UN*1***1", with: "SV1*HC>A7030>NU>KX*180*UN*1***1"))
    #expect(problems.map(\.place.element) == ["SV101"])
    #expect(problems.first?.message.contains(">") == true)
  }

  @Test("a problem is placed at its segment and byte, in its set")
  func place() throws {
    let bytes = Self.file(
      replacing: "DTP*472*D8*20251220", with: "DTP*472*D8*20251320")
    let (_, problems) = try ClaimSamples.read(bytes)
    let problem = try #require(problems.first)
    #expect(problem.place.segment == 27)
    #expect(problem.place.set == 0)
    #expect(String(decoding: bytes[problem.place.byte...].prefix(3), as: UTF8.self) == "DTP")
  }

  @Test("a bad claim hides neither the one before nor the one after it")
  func badClaimBetween() throws {
    var bad = ClaimSamples.claim
    bad.controlNumber = ""
    bad.lines = []
    var last = ClaimSamples.claim
    last.controlNumber = "A1009"
    let bytes = Transmission837P(
      header: ClaimSamples.header, claims: [ClaimSamples.secondary, bad, last]
    ).encode(envelope: ClaimSamples.envelope)
    let file = try X12File(bytes)
    let set = try #require(file.sets.first)
    var seen: [String] = []
    var troubled: [String] = []
    let rest = Transmission837P.forEachClaim(in: file, set: set) { read in
      seen.append(read.claim.controlNumber)
      if !read.problems.isEmpty { troubled.append(read.claim.controlNumber) }
      let text = String(decoding: file.bytes[read.bytes], as: UTF8.self)
      #expect(text.hasPrefix("CLM*\(read.claim.controlNumber)*"))
      #expect(!text.hasSuffix("~"))
      #expect(read.header == ClaimSamples.header)
    }
    #expect(seen == ["A1003", "", "A1009"])
    #expect(troubled == [""])
    #expect(rest.problems.isEmpty)
  }

  @Test("reading stops when the reader of the claims throws")
  func stopping() throws {
    struct Enough: Error {}
    let bytes = Transmission837P(
      header: ClaimSamples.header, claims: [ClaimSamples.claim, ClaimSamples.secondary]
    ).encode(envelope: ClaimSamples.envelope)
    let file = try X12File(bytes)
    let set = try #require(file.sets.first)
    var count = 0
    #expect(throws: Enough.self) {
      _ = try Transmission837P.forEachClaim(in: file, set: set) { _ in
        count += 1
        throw Enough()
      }
    }
    #expect(count == 1)
  }

  @Test("segments and elements that no property names are kept and sent again")
  func looseSegments() throws {
    for (old, new) in [
      ("REF*G1*PA778", "CN1*05*12.5~REF*G1*PA778"),
      ("REF*G1*PA778", "REF*G1*PA778~CR1***A*DH*12"),
      ("REF*G1*PA778", "REF*G1*PA778*SOME TEXT"),
      ("NTE*ADD*FIRST MONTH", "NTE*ADD*FIRST MONTH~PS1*X1*12.5~HCP*03*10"),
      ("SV1*HC:A7030:NU:KX*180*UN*1***1", "SV1*HC:A7030:NU:KX*180*UN*1***1**Y**Y"),
      ("PRV*BI*PXC*332B00000X", "PRV*BI*PXC*332B00000X~CUR*85*USD"),
      ("N4*SALEM*OR*973010001", "N4*SALEM*OR*973010001**CY*99"),
      ("DMG*D8*19480214*F", "DMG*D8*19480214*F**C"),
      ("SBR*P*18*******MB", "SBR*P*18*****1**MB"),
    ] {
      let bytes = Self.file(replacing: old, with: new)
      let file = try X12File(bytes)
      let set = try #require(file.sets.first)
      let (read, _) = Transmission837P.read(file: file, set: set)
      let again = String(
        decoding: read.encode(envelope: ClaimSamples.envelope), as: UTF8.self)
      let wanted = new.split(separator: "~").map { "~" + $0 + "~" }
      for segment in wanted { #expect(again.contains(segment), "\(segment) is lost") }
    }
  }

  @Test(
    "a file of another kind is named, and its claims are not taken for ours",
    arguments: [("005010X223A2", "837I"), ("005010X224A2", "837D")])
  func otherKinds(version: String, name: String) throws {
    var header = ClaimSamples.header
    header.version = version
    let (read, problems) = try ClaimSamples.read(
      Transmission837P(header: header, claims: [ClaimSamples.claim])
        .encode(envelope: ClaimSamples.envelope))
    #expect(read.claims.isEmpty)
    #expect(problems.contains { $0.severity == .error && $0.message.contains(name) })
  }

  @Test("a file cut off anywhere gives claims and problems, never a trap")
  func truncated() throws {
    let bytes = Transmission837P(
      header: ClaimSamples.header, claims: [ClaimSamples.claim, ClaimSamples.secondary]
    ).encode(envelope: ClaimSamples.envelope)
    for end in 106..<bytes.count {
      guard let file = try? X12File(Array(bytes[..<end])) else { continue }
      for set in file.sets {
        let (read, _) = Transmission837P.read(file: file, set: set)
        #expect(read.claims.count <= 2)
        if set.isWhole { #expect(read.claims.count == 2) }
      }
    }
  }

  @Test("damaged bytes are read without a trap, and what was read can be sent", arguments: 0..<20)
  func damaged(block: Int) throws {
    for step in 0..<15 {
      var random = ClaimRandom(seed: UInt64(900_000 + block * 100 + step))
      var bytes = random.transmission().encode(envelope: ClaimSamples.envelope)
      bytes = random.damaged(bytes)
      guard let file = try? X12File(bytes) else { continue }
      for set in file.sets {
        let (read, _) = Transmission837P.read(file: file, set: set)
        let sent = read.encode(envelope: ClaimSamples.envelope)
        let again = try ClaimSamples.claims(sent)
        #expect(again.count == read.claims.count, "seed \(block * 100 + step)")
      }
    }
  }
}
