import Billing
import ClaimFiles
import X12

/// Made-up files and their parts for the tests of this room.
enum ClaimFileSamples {
  /// Segments in an envelope that fits them.
  static func file(code: String, version: String, _ body: String) -> [UInt8] {
    let segments = body.split(separator: "\n").map { $0 + "~" }
    let functional = ["835": "HP", "837": "HC", "277": "HN"][code] ?? "HP"
    let lines =
      [
        "ISA*00*          *00*          *ZZ*CLR0001        *ZZ*SUB0001        *260106*1000*^*00501"
          + "*000000007*0*T*:~", "GS*\(functional)*CLR0001*SUB0001*20260106*1000*7*X*\(version)~",
        "ST*\(code)*0001*\(version)~",
      ] + segments + ["SE*\(segments.count + 2)*0001~", "GE*1*7~", "IEA*1*000000007~"]
    return Array(lines.joined().utf8)
  }

  static func remittance(_ body: String) throws -> RemittanceSet {
    RemittanceSet(try X12File(file(code: "835", version: "005010X221A1", body)), set: 0)
  }

  static let top = """
    BPR*I*100*C*ACH************20260105
    TRN*1*EFT1*1512345678
    DTM*405*20260106
    N1*PR*SAMPLE PAYER*XV*16013
    N4*SALEM*OR*97301
    N1*PE*HARBOR HOME MEDICAL*XX*1234567893
    LX*1
    """

  static let claimHead = """
    BHT*0019*00*B1*20260105*0930*CH
    NM1*41*2*HARBOR HOME MEDICAL*****46*SUB0001
    PER*IC*BILLING DESK*TE*5555550100
    NM1*40*2*SAMPLE CLEARINGHOUSE*****46*CLR0001
    HL*1**20*1
    NM1*85*2*HARBOR HOME MEDICAL*****XX*1234567893
    N3*100 PIER ROAD
    N4*SALEM*OR*973010001
    REF*EI*999999999
    """

  static let subscriber = """
    HL*2*1*22*0
    SBR*P*18*******MB
    NM1*IL*1*DOE*JANE****MI*1EG4TE5MK73
    N3*12 ELM STREET
    N4*SALEM*OR*97302
    DMG*D8*19480214*F
    NM1*PR*2*SAMPLE MEDICARE DME*****PI*19003
    N4*FARGO*ND*58101
    """

  /// The claims of an 837P as they were read, and what was refused of them.
  static func claims(
    _ body: String
  ) throws -> [Result<Billing.SentClaim, ClaimFileRefusal>] {
    let file = try X12File(file(code: "837", version: "005010X222A1", body))
    guard let set = file.sets.first else { return [] }
    var all: [Result<Billing.SentClaim, ClaimFileRefusal>] = []
    _ = Transmission837P.forEachClaim(in: file, set: set) { read in
      do throws(ClaimFileRefusal) {
        all.append(.success(try Billing.SentClaim(read)))
      } catch {
        all.append(.failure(error))
      }
    }
    return all
  }
}
