// Made-up questions about coverage and answers for the tests of this room.
import X12

enum EligibilitySamples {
  static func inquiry(
    _ segments: String, version: String = "005010X279A1"
  ) throws -> (EligibilityInquiry270, [X12Problem]) {
    let file = try file("270", segments, version: version)
    guard let set = file.sets.first else { throw ClaimSamples.NoSet() }
    return EligibilityInquiry270.read(file: file, set: set)
  }

  static func response(
    _ segments: String, version: String = "005010X279A1"
  ) throws -> (EligibilityResponse271, [X12Problem]) {
    let file = try file("271", segments, version: version)
    guard let set = file.sets.first else { throw ClaimSamples.NoSet() }
    return EligibilityResponse271.read(file: file, set: set)
  }

  static func file(
    _ code: String, _ segments: String, version: String = "005010X279A1"
  ) throws -> X12File {
    try X12File(bytes(code, segments, version: version))
  }

  static func bytes(
    _ code: String, _ segments: String, version: String = "005010X279A1"
  ) -> [UInt8] {
    AcknowledgmentSamples.file(
      code: code, version: version, functionalCode: code == "270" ? "HS" : "HB", segments)
  }

  /// Segments with one of them changed, or left out where `new` is empty.
  static func changed(_ segments: String, _ old: String, to new: String) -> String {
    segments.split(separator: "~").map { $0 == old ? new : String($0) }
      .filter { !$0.isEmpty }.map { $0 + "~" }.joined()
  }

  /// Two patients of one payer and a child of a third subscriber, asked about by one supplier.
  static let questions =
    "BHT*0022*13*E905*20260105*0930~HL*1**20*1~NM1*PR*2*SAMPLE PLAN*****PI*12345~HL*2*1*21*1~"
    + "NM1*1P*2*HARBOR HOME MEDICAL*****XX*1234567893~HL*3*2*22*0~TRN*1*T1*1999999999~"
    + "NM1*IL*1*DOE*JANE****MI*1EG4TE5MK73~DMG*D8*19480214*F~DTP*291*D8*20260105~EQ*12~EQ*18~"
    + "HL*4*2*22*0~TRN*1*T2*1999999999~NM1*IL*1*ROE*RICHARD****MI*M2~DMG*D8*19510930*M~"
    + "DTP*291*D8*20260105~EQ*30^12**IND~HL*5*2*22*1~NM1*IL*1******MI*M3~HL*6*5*23*0~"
    + "TRN*1*T3*1999999999~NM1*03*1*POE*SAM~DMG*D8*20101112~INS*N*19~DTP*291*D8*20260105~"
    + "EQ**HC\u{3A}E0601\u{3A}NU~REF*G1*AUTH7~"

  /// The payer, the supplier.
  static let top =
    "BHT*0022*11*E905*20260106*1000~HL*1**20*1~NM1*PR*2*SAMPLE PLAN*****PI*12345~"
    + "PER*IC*PROVIDER DESK*TE*5555550100~HL*2*1*21*1~"
    + "NM1*1P*2*HARBOR HOME MEDICAL*****XX*1234567893~"

  /// Active with another payer first, not found, and a child that is not covered.
  static let three =
    "HL*3*2*22*0~TRN*2*T1*1999999999~TRN*1*P77*9SAMPLEPLAN~NM1*IL*1*DOE*JANE****MI*1EG4TE5MK73~"
    + "REF*6P*G1~N3*12 ELM STREET~N4*SALEM*OR*97302~DMG*D8*19480214*F~DTP*291*D8*20260105~"
    + "EB*1**12^18^30*MB*GOLD PLAN~DTP*291*RD8*20250101-20261231~MSG*ASK FOR THE GUIDE~"
    + "EB*B*IND*12**GOLD PLAN*27*10.50*****Y~EB*A*IND*12*****.2~III*ZZ*12~"
    + "EB*R**30*14~REF*IG*POL8~DTP*290*D8*20251201~LS*2120~"
    + "NM1*PRP*2*SAMPLE MOTOR INSURER*****PI*99001~N3*1 ROAD~N4*BEND*OR*97701~"
    + "PER*IC*CLAIMS*TE*5555550101~NM1*IL*1*DOE*JANE****MI*X9~LE*2120~"
    + "HL*4*2*22*0~TRN*2*T2*1999999999~NM1*IL*1*ROE*RICHARD****MI*M2~AAA*N**75*C~"
    + "HL*5*2*22*1~NM1*IL*1*POE*ANN****MI*M3~HL*6*5*23*0~TRN*2*T3*1999999999~NM1*03*1*POE*SAM~"
    + "DMG*D8*20101112*M~INS*N*19~EB*6**30~DTP*357*D8*20251130~"

  static let answers = top + three
}
