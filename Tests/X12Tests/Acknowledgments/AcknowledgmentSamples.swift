// Made-up answers of payers for the tests of this room.
import X12

enum AcknowledgmentSamples {
  /// Segments in an envelope that fits them.
  static func file(
    code: String, version: String, functionalCode: String, _ segments: String
  ) -> [UInt8] {
    let count = segments.split(separator: "~").count + 2
    let text =
      "ISA*00*          *00*          *ZZ*CLR0001        *ZZ*SUB0001        *260106*1000*^*00501"
      + "*000000007*0*T*:~GS*\(functionalCode)*CLR0001*SUB0001*20260106*1000*7*X*\(version)~"
      + "ST*\(code)*0001*\(version)~\(segments)SE*\(count)*0001~GE*1*7~IEA*1*000000007~"
    return Array(text.utf8)
  }

  static func implementation(
    _ segments: String
  ) throws -> (ImplementationAcknowledgment999, [X12Problem]) {
    let file = try X12File(
      file(code: "999", version: "005010X231A1", functionalCode: "FA", segments))
    guard let set = file.sets.first else { throw ClaimSamples.NoSet() }
    return ImplementationAcknowledgment999.read(file: file, set: set)
  }

  static func claims(
    _ segments: String, version: String = "005010X214"
  ) throws -> (ClaimAcknowledgment277CA, [X12Problem]) {
    let file = try X12File(
      file(code: "277", version: version, functionalCode: "HN", segments))
    guard let set = file.sets.first else { throw ClaimSamples.NoSet() }
    return ClaimAcknowledgment277CA.read(file: file, set: set)
  }

  /// A 277CA down to the supplier, with totals for three claims of 180, 95 and 120 dollars.
  static let top =
    "BHT*0085*08*R1*20260106*1000*TH~HL*1**20*1~NM1*PR*2*SAMPLE PLAN*****PI*12345~TRN*1*T1~"
    + "DTP*050*D8*20260105~DTP*009*D8*20260106~HL*2*1*21*1~"
    + "NM1*41*2*HARBOR HOME MEDICAL*****46*SUB0001~TRN*2*B20260105~STC*A1:19:PR*20260106*WQ*395~"
    + "QTY*90*1~QTY*AA*2~AMT*YU*120~AMT*YY*275~HL*3*2*19*1~"
    + "NM1*85*2*HARBOR HOME MEDICAL*****XX*1234567893~TRN*1*0~"
    + "STC*A1:19:PR**WQ*395~QTY*QA*1~QTY*QC*2~AMT*YU*120~AMT*YY*275~"

  /// Rejected at a line, rejected by two codes together, accepted.
  static let three =
    "HL*4*3*PT~NM1*QC*1*DOE*JANE****MI*1EG4TE5MK73~TRN*2*A1002~STC*A3:247*20260106*U*180~"
    + "REF*1K*26006000100002~REF*D9*CH778~DTP*472*D8*20251220~"
    + "SVC*HC:A7030:NU:KX*180*****1~STC*A7:507**U~REF*FJ*L3~DTP*472*D8*20251220~"
    + "HL*5*3*PT~NM1*QC*1*ROE*RICHARD~TRN*2*A1003~"
    + "STC*A8:562:85*20260106*U*95******A8:128:85~DTP*472*D8*20251222~"
    + "HL*6*3*PT~NM1*QC*1*POE*ANN~TRN*2*A1004~STC*A2:20:PR*20260106*WQ*120~"
    + "REF*1K*26006000100077~"
}
