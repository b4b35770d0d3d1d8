// Made-up remittances for the tests of this room.

import X12

/// Files built from segments, whole and in every damaged form.
enum RemittanceSamples {
  static let header =
    "ISA*00*          *00*          *ZZ*EXAMPLEPAYER   *ZZ*OURHME         "
    + "*260105*1200*^*00501*000000001*0*P*:~"
  static let group = "GS*HP*EXAMPLEPAYER*OURHME*20260105*1200*1*X*005010X221A1~"
  static let trailer = "GE*1*1~IEA*1*000000001~"

  /// The worked example of four claims with PLB, without ST and SE.
  static let workedBody = """
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
    MOA***MA130~
    SVC*HC:A7030:NU:KX*180*0**0~
    DTM*472*20251220~
    CAS*CO*16*180~
    REF*6R*L3~
    LQ*HE*M124~
    CLP*A0950*22*-120*-39.2**MB*25300000200009~
    SVC*HC:E0601:RR:KI:KX*-120*-39.2**1~
    DTM*472*20251020~
    CAS*CO*45*-70**253*-.8~
    CAS*PR*2*-10~
    REF*6R*L9~
    CLP*A0950*1*120*0*50*MB*26005000100009~
    NM1*TT*2*SUPPLEMENTAL INS*****PI*55555~
    SVC*HC:E0601:RR:KI:KX*120*0**1~
    DTM*472*20251020~
    CAS*CO*45*70~
    CAS*PR*1*50~
    REF*6R*L9~
    PLB*1234567893*20261231*WO:25211000300001*25*L6*-1.5~
    """

  /// The worked example as the file that a payer sends.
  static var workedExample: String { file(workedBody) }

  /// A set of a body, with the right count.
  static func set(_ body: String, control: String = "0001") -> String {
    let segments = body.split(separator: "~").map { $0.trimmed }.filter { !$0.isEmpty }
    return "ST*835*\(control)~" + segments.map { $0 + "~" }.joined()
      + "SE*\(segments.count + 2)*\(control)~"
  }

  /// A whole file with one set.
  static func file(_ body: String) -> String { header + group + set(body) + trailer }

  /// A small balanced claim, which tests change in one place.
  static let smallBody =
    "BPR*I*75*C*CHK************20260105~TRN*1*CHECK77*1512345678~N1*PR*EXAMPLE~N1*PE*OURS*XX*1234567893~"
    + "LX*1~CLP*C1*1*100*75*25*MB*ICN1~NM1*QC*1*DOE*JANE~SVC*HC:E0601:RR*100*75**1~"
    + "DTM*472*20251220~CAS*PR*2*25~"

  static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  /// The first set of a file's text.
  static func read(_ text: String) throws -> Remittance835 {
    Remittance835(try X12File(bytes(text)), set: 0)
  }
}

extension StringProtocol {
  /// Without blanks and line breaks around it.
  var trimmed: String {
    var text = Substring(self)
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}

/// Random numbers that can be had again from their seed.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}
