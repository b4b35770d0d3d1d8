/// Segment names packed into numbers, big end first, so that a name is told by one comparison.
///
/// A name of two letters leaves the high bytes empty: `GS` is 0x4753, `CLP` is 0x434C50.
package enum SegmentID {
  /// No segment name: empty, too long, or with characters that no name has.
  package static let none: UInt32 = 0
  /// The segment `ISA`.
  package static let isa: UInt32 = 0x495341
  /// The segment `IEA`.
  package static let iea: UInt32 = 0x494541
  /// The segment `GS`.
  package static let gs: UInt32 = 0x4753
  /// The segment `GE`.
  package static let ge: UInt32 = 0x4745
  /// The segment `ST`.
  package static let st: UInt32 = 0x5354
  /// The segment `SE`.
  package static let se: UInt32 = 0x5345
  /// The segment `TA1`.
  package static let ta1: UInt32 = 0x544131
  /// The segment `BPR`.
  package static let bpr: UInt32 = 0x425052
  /// The segment `TRN`.
  package static let trn: UInt32 = 0x54524E
  /// The segment `CUR`.
  package static let cur: UInt32 = 0x435552
  /// The segment `REF`.
  package static let ref: UInt32 = 0x524546
  /// The segment `DTM`.
  package static let dtm: UInt32 = 0x44544D
  /// The segment `N1`.
  package static let n1: UInt32 = 0x4E31
  /// The segment `N2`.
  package static let n2: UInt32 = 0x4E32
  /// The segment `N3`.
  package static let n3: UInt32 = 0x4E33
  /// The segment `N4`.
  package static let n4: UInt32 = 0x4E34
  /// The segment `PER`.
  package static let per: UInt32 = 0x504552
  /// The segment `RDM`.
  package static let rdm: UInt32 = 0x52444D
  /// The segment `LX`.
  package static let lx: UInt32 = 0x4C58
  /// The segment `TS3`.
  package static let ts3: UInt32 = 0x545333
  /// The segment `TS2`.
  package static let ts2: UInt32 = 0x545332
  /// The segment `CLP`.
  package static let clp: UInt32 = 0x434C50
  /// The segment `CAS`.
  package static let cas: UInt32 = 0x434153
  /// The segment `NM1`.
  package static let nm1: UInt32 = 0x4E4D31
  /// The segment `MIA`.
  package static let mia: UInt32 = 0x4D4941
  /// The segment `MOA`.
  package static let moa: UInt32 = 0x4D4F41
  /// The segment `AMT`.
  package static let amt: UInt32 = 0x414D54
  /// The segment `QTY`.
  package static let qty: UInt32 = 0x515459
  /// The segment `SVC`.
  package static let svc: UInt32 = 0x535643
  /// The segment `LQ`.
  package static let lq: UInt32 = 0x4C51
  /// The segment `PLB`.
  package static let plb: UInt32 = 0x504C42
  /// The segment `BHT`.
  package static let bht: UInt32 = 0x424854
  /// The segment `HL`.
  package static let hl: UInt32 = 0x484C
  /// The segment `PRV`.
  package static let prv: UInt32 = 0x505256
  /// The segment `SBR`.
  package static let sbr: UInt32 = 0x534252
  /// The segment `PAT`.
  package static let pat: UInt32 = 0x504154
  /// The segment `DMG`.
  package static let dmg: UInt32 = 0x444D47
  /// The segment `CLM`.
  package static let clm: UInt32 = 0x434C4D
  /// The segment `DTP`.
  package static let dtp: UInt32 = 0x445450
  /// The segment `CL1`.
  package static let cl1: UInt32 = 0x434C31
  /// The segment `PWK`.
  package static let pwk: UInt32 = 0x50574B
  /// The segment `CN1`.
  package static let cn1: UInt32 = 0x434E31
  /// The segment `K3`.
  package static let k3: UInt32 = 0x4B33
  /// The segment `NTE`.
  package static let nte: UInt32 = 0x4E5445
  /// The segment `CR1`.
  package static let cr1: UInt32 = 0x435231
  /// The segment `CR2`.
  package static let cr2: UInt32 = 0x435232
  /// The segment `CR3`.
  package static let cr3: UInt32 = 0x435233
  /// The segment `CRC`.
  package static let crc: UInt32 = 0x435243
  /// The segment `HI`.
  package static let hi: UInt32 = 0x4849
  /// The segment `HCP`.
  package static let hcp: UInt32 = 0x484350
  /// The segment `OI`.
  package static let oi: UInt32 = 0x4F49
  /// The segment `SV1`.
  package static let sv1: UInt32 = 0x535631
  /// The segment `SV3`.
  package static let sv3: UInt32 = 0x535633
  /// The segment `SV2`.
  package static let sv2: UInt32 = 0x535632
  /// The segment `SV5`.
  package static let sv5: UInt32 = 0x535635
  /// The segment `PS1`.
  package static let ps1: UInt32 = 0x505331
  /// The segment `LIN`.
  package static let lin: UInt32 = 0x4C494E
  /// The segment `CTP`.
  package static let ctp: UInt32 = 0x435450
  /// The segment `SVD`.
  package static let svd: UInt32 = 0x535644
  /// The segment `MEA`.
  package static let mea: UInt32 = 0x4D4541
  /// The segment `FRM`.
  package static let frm: UInt32 = 0x46524D
  /// The segment `STC`.
  package static let stc: UInt32 = 0x535443
  /// The segment `AK1`.
  package static let ak1: UInt32 = 0x414B31
  /// The segment `AK2`.
  package static let ak2: UInt32 = 0x414B32
  /// The segment `AK3`.
  package static let ak3: UInt32 = 0x414B33
  /// The segment `AK4`.
  package static let ak4: UInt32 = 0x414B34
  /// The segment `AK5`.
  package static let ak5: UInt32 = 0x414B35
  /// The segment `AK9`.
  package static let ak9: UInt32 = 0x414B39
  /// The segment `IK3`.
  package static let ik3: UInt32 = 0x494B33
  /// The segment `IK4`.
  package static let ik4: UInt32 = 0x494B34
  /// The segment `IK5`.
  package static let ik5: UInt32 = 0x494B35
  /// The segment `CTX`.
  package static let ctx: UInt32 = 0x435458
  /// The segment `EQ`.
  package static let eq: UInt32 = 0x4551
  /// The segment `EB`.
  package static let eb: UInt32 = 0x4542
  /// The segment `AAA`.
  package static let aaa: UInt32 = 0x414141
  /// The segment `LS`.
  package static let ls: UInt32 = 0x4C53
  /// The segment `LE`.
  package static let le: UInt32 = 0x4C45
  /// The segment `MSG`.
  package static let msg: UInt32 = 0x4D5347
  /// The segment `III`.
  package static let iii: UInt32 = 0x494949
  /// The segment `UM`.
  package static let um: UInt32 = 0x554D
  /// The segment `HSD`.
  package static let hsd: UInt32 = 0x485344
  /// The segment `INS`.
  package static let ins: UInt32 = 0x494E53
  /// The segment `MPI`.
  package static let mpi: UInt32 = 0x4D5049

  /// The packed form of a name of two or three letters or digits, in either case; 0 for others.
  package static func packed(_ name: String) -> UInt32 {
    var value: UInt32 = 0
    for byte in name.utf8 { value = value << 8 | UInt32(upper(byte)) }
    return name.utf8.count <= 3 ? value : none
  }

  /// The name that was packed.
  package static func name(_ id: UInt32) -> String {
    var text = ""
    for shift: UInt32 in [16, 8, 0] {
      let byte = UInt8(truncatingIfNeeded: id >> shift)
      if byte != 0 { text.unicodeScalars.append(Unicode.Scalar(byte)) }
    }
    return text
  }

  /// A capital for a small ASCII letter; every other byte as it is.
  @inline(__always)
  package static func upper(_ byte: UInt8) -> UInt8 {
    byte &- 0x61 < 26 ? byte & 0xDF : byte
  }

  /// The packed form of the first two or three bytes of a word, lowest first, where all of them are
  /// capitals or digits; `none` where one is not.
  @inline(__always)
  static func capitals(_ word: UInt64, count: Int) -> UInt32 {
    let unused = UInt32(truncatingIfNeeded: 32 &- 8 &* count)
    let name = UInt32(truncatingIfNeeded: word) &<< unused
    // Every place that the name leaves free counts as a letter.
    let all = name | (0x4141_4141 & ((1 &<< unused) &- 1))
    // The high bit of a place tells: at or past the first, not past the last, no byte over 127.
    let isLetter = (all &+ 0x3F3F_3F3F) & ~(all &+ 0x2525_2525)
    let isDigit = (all &+ 0x5050_5050) & ~(all &+ 0x4646_4646)
    guard (isLetter | isDigit) & 0x8080_8080 == 0x8080_8080, all & 0x8080_8080 == 0 else {
      return none
    }
    return name.byteSwapped
  }

  /// Whether a byte may stand in a segment's name.
  @inline(__always)
  package static func isNameByte(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
  }

  /// Whether it is a segment that one of the guides read here can hold.
  package static func isKnown(_ id: UInt32) -> Bool {
    switch id {
    case isa, iea, gs, ge, st, se, ta1, bpr, trn, cur, ref, dtm, n1, n2, n3,
      n4, per, rdm, lx, ts3, ts2, clp, cas, nm1, mia, moa, amt, qty, svc, lq,
      plb, bht, hl, prv, sbr, pat, dmg, clm, dtp, cl1, pwk, cn1, k3, nte, cr1,
      cr2, cr3, crc, hi, hcp, oi, sv1, sv2, sv3, sv5, ps1, lin, ctp, svd, mea, frm,
      stc, ak1, ak2, ak3, ak4, ak5, ak9, ik3, ik4, ik5, ctx, eq, eb, aaa, ls,
      le, msg, iii, um, hsd, ins, mpi:
      true
    default: false
    }
  }
}
