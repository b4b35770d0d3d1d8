/// Small made-up files in the form in which a clearinghouse delivers them.
enum SampleFiles {
  /// The worked example of the trade's reference: payments, a denial, a reversal with its
  /// correction, a recovery and interest, balanced to 15.70.
  static let workedExample = interchange(
    code: "HP", version: "005010X221A1", control: "0001",
    """
    BPR*I*15.70*C*ACH*CCP*01*999999992*DA*123456*1512345678**01*999988880*DA*98765*20260105~
    TRN*1*EFT0012345*1512345678~
    DTM*405*20260105~
    N1*PR*EXAMPLE DME MAC*XV*16013~
    N1*PE*OUR HME CO*XX*1234567893~
    LX*1~
    CLP*A1001*1*380*78.4*120*MB*26005000100001~
    NM1*QC*1*DOE*JANE****MI*1EG4TE5MK73~
    DTM*050*20251222~
    SVC*HC:E0601:RR:KH:KX*120*39.2**1~
    DTM*472*20251220~
    CAS*CO*45*70**253*.8~
    CAS*PR*2*10~
    REF*6R*L1~
    AMT*B6*50~
    SVC*HC:E0562:NU:KX*260*39.2**1~
    DTM*472*20251220~
    CAS*CO*45*110**253*.8~
    CAS*PR*1*100**2*10~
    REF*6R*L2~
    AMT*B6*150~
    CLP*A1002*4*180*0**MB*26005000100002~
    NM1*QC*1*ROE*RICHARD****MI*1EG4TE5MK74~
    MOA***MA130~
    SVC*HC:A7030:NU:KX*180*0**0~
    DTM*472*20251220~
    CAS*CO*16*180~
    REF*6R*L3~
    LQ*HE*M124~
    CLP*A0950*22*-120*-39.2**MB*25300000200009~
    NM1*QC*1*POE*ANN****MI*1EG4TE5MK75~
    SVC*HC:E0601:RR:KI:KX*-120*-39.2**1~
    DTM*472*20251020~
    CAS*CO*45*-70**253*-.8~
    CAS*PR*2*-10~
    REF*6R*L9~
    CLP*A0950*1*120*0*50*MB*26005000100009~
    NM1*QC*1*POE*ANN****MI*1EG4TE5MK75~
    NM1*TT*2*SUPPLEMENTAL INS*****PI*55555~
    SVC*HC:E0601:RR:KI:KX*120*0**1~
    DTM*472*20251020~
    CAS*CO*45*70~
    CAS*PR*1*50~
    REF*6R*L9~
    PLB*1234567893*20261231*WO:25211000300001*25*L6*-1.5~
    """)

  /// Wraps the segments of one set in its envelope, with the right counts.
  static func interchange(
    code: String, version: String, control: String, date: String = "20260106",
    interchangeControl: String = "000000101", _ body: String
  ) -> [UInt8] {
    file(
      code: code, version: version, date: date, interchange: Int(interchangeControl) ?? 0,
      sets: [(control, body)])
  }

  /// A file with one interchange and one group of sets.
  static func file(
    code: String, version: String, date: String, interchange: Int = 101, group: Int = 101,
    sender: String = "PAYERSAMPLE", sets: [(control: String, body: String)]
  ) -> [UInt8] {
    let kind = ["HP": "835", "HC": "837", "FA": "999", "HN": "277", "HB": "271"][code] ?? "835"
    let control = String(String(interchange + 1_000_000_000).dropFirst())
    var lines = [
      "ISA*00*          *00*          *ZZ*" + padded(sender) + "*ZZ*" + padded("OURSAMPLE") + "*"
        + date.dropFirst(2) + "*1200*^*00501*\(control)*0*P*:~",
      "GS*\(code)*\(sender)*OURSAMPLE*\(date)*1200*\(group)*X*\(version)~",
    ]
    for set in sets {
      let segments = set.body.split(separator: "\n").map(String.init)
      lines.append("ST*\(kind)*\(set.control)*\(version)~")
      lines += segments
      lines.append("SE*\(segments.count + 2)*\(set.control)~")
    }
    lines += ["GE*\(sets.count)*\(group)~", "IEA*1*\(control)~"]
    return Array(lines.joined(separator: "\n").utf8)
  }

  /// Cents as X12 writes them, `78.4`.
  static func dollars(_ cents: Int64) -> String {
    let magnitude = cents.magnitude
    let fraction = magnitude % 100
    var text = (cents < 0 ? "-" : "") + String(magnitude / 100)
    if fraction > 0 {
      text += "." + (fraction < 10 ? "0" : "") + String(fraction)
      if text.hasSuffix("0") { text.removeLast() }
    }
    return text
  }

  private static func padded(_ name: String) -> String {
    name + String(repeating: " ", count: max(0, 15 - name.count))
  }
}
