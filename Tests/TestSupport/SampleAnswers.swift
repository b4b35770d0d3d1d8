/// Made-up answers of clearinghouse and payer: 999, 277CA and TA1.
extension SampleFiles {
  /// A 999 for one set of one of our groups.
  static func acknowledgment(
    group: Int = 101, set: String = "0001", errors: [String] = [], outcome: String,
    date: String = "20260106", interchange: Int = 7
  ) -> [UInt8] {
    let segments =
      ["AK1*HC*\(group)*005010X222A1", "AK2*837*\(set)*005010X222A1"] + errors + [
        "IK5*\(outcome)", "AK9*\(outcome)*1*1*\(outcome == "R" ? 0 : 1)",
      ]
    return interchange7(
      "FA", "005010X231A1", segments, date: date, interchange: interchange)
  }

  /// One claim of a 277CA: its control number and the segments from STC on.
  typealias StatusClaim = (control: String, segments: [String])

  /// A 277CA of the payer itself, or of the clearinghouse before it.
  static func statuses(
    _ claims: [StatusClaim], fromPayer: Bool = true, date: String = "20260106",
    interchange: Int = 8
  ) -> [UInt8] {
    var segments = [
      "BHT*0085*08*R1*\(date)*1000*TH", "HL*1**20*1",
      fromPayer
        ? "NM1*PR*2*SAMPLE MEDICARE DME*****PI*19003"
        : "NM1*AY*2*SAMPLE CLEARINGHOUSE*****46*CLR0001",
      "TRN*1*T1", "DTP*050*D8*\(date)", "DTP*009*D8*\(date)", "HL*2*1*21*1",
      "NM1*41*2*HARBOR HOME MEDICAL*****46*SUB0001", "TRN*2*B20260105",
      "STC*A1:19:PR*\(date)*WQ*0", "HL*3*2*19*1",
      "NM1*85*2*HARBOR HOME MEDICAL*****XX*1234567893",
    ]
    for (index, claim) in claims.enumerated() {
      segments += [
        "HL*\(index + 4)*3*PT", "NM1*QC*1*DOE*JANE****MI*1EG4TE5MK73", "TRN*2*\(claim.control)",
      ]
      segments += claim.segments
    }
    return interchange7("HN", "005010X214", segments, date: date, interchange: interchange)
  }

  /// A file of nothing but a TA1.
  static func interchangeAnswer(
    to interchange: Int = 101, of date: String = "260105", code: String, note: String
  ) -> [UInt8] {
    let control = String(String(interchange + 1_000_000_000).dropFirst())
    let text =
      "ISA*00*          *00*          *ZZ*CLR0001        *ZZ*SUB0001        *260106*1000*^*00501"
      + "*000000009*0*P*:~\nTA1*\(control)*\(date)*0930*\(code)*\(note)~\nIEA*0*000000009~"
    return Array(text.utf8)
  }

  private static func interchange7(
    _ code: String, _ version: String, _ segments: [String], date: String, interchange: Int
  ) -> [UInt8] {
    file(
      code: code, version: version, date: date, interchange: interchange, group: 7,
      sender: "CLR0001", sets: [("0001", segments.map { $0 + "~" }.joined(separator: "\n"))])
  }
}
