/// A payer as the made-up files name it.
struct SamplePayer {
  var name: String
  var identifier: String
  /// SBR09, CLP06.
  var indicator: String
  var member: String

  static let medicare = SamplePayer(
    name: "SAMPLE MEDICARE DME", identifier: "19003", indicator: "MB", member: "1EG4TE5MK73")
  static let supplement = SamplePayer(
    name: "SAMPLE SUPPLEMENT", identifier: "55555", indicator: "CI", member: "SUP778899")
  static let commercial = SamplePayer(
    name: "SAMPLE COMMERCIAL PLAN", identifier: "66666", indicator: "CI", member: "COM123456")
}

/// One service line of a made-up 837P, in cents.
struct SampleLine {
  /// Code and modifiers as SV101 has them after `HC:`.
  var code: String
  var cents: Int64
  var day = "20251220"
  /// REF*6R, empty for none.
  var number = ""
  var units = "1"
  /// SVD and CAS segments of loop 2430 after the payer's answer.
  var answer: [String] = []
}

/// One claim of a made-up 837P.
struct SampleClaim {
  var control: String
  var lines: [SampleLine]
  var last = "DOE"
  var first = "JANE"
  /// Empty for a claim without a birth day.
  var birth = "19480214"
  var payer = SamplePayer.medicare
  /// SBR01.
  var level = "P"
  var frequency = "1"
  /// REF*F8, empty for none.
  var original = ""
  /// HI, the principal one first.
  var diagnoses = ["G4733"]
  /// CLM02 where it is not the sum of the lines.
  var charge: Int64?
  /// Loops 2320: payer, its place, and its CAS and AMT segments.
  var others: [(payer: SamplePayer, level: String, answer: [String])] = []

  var cents: Int64 { charge ?? lines.map(\.cents).reduce(0, +) }

  /// Two lines of 120.00 and 260.00 to Medicare, as the worked example answers them.
  static func machine(_ control: String = "A1001") -> SampleClaim {
    SampleClaim(
      control: control,
      lines: [
        SampleLine(code: "E0601:RR:KH:KX", cents: 12_000, number: "L1"),
        SampleLine(code: "E0562:NU:KX", cents: 26_000, number: "L2"),
      ])
  }

  /// One line of 180.00 to Medicare.
  static func mask(_ control: String = "A1002") -> SampleClaim {
    SampleClaim(
      control: control, lines: [SampleLine(code: "A7030:NU:KX", cents: 18_000, number: "L3")],
      last: "ROE", first: "RICHARD",
      payer: SamplePayer(
        name: "SAMPLE MEDICARE DME", identifier: "19003", indicator: "MB", member: "1EG4TE5MK74"))
  }

  /// The same for another member: two bills that agree in everything are one.
  func of(_ member: String) -> SampleClaim {
    var claim = self
    claim.payer.member = member
    return claim
  }

  /// The same bill with the supplement after Medicare.
  func supplemented() -> SampleClaim {
    var claim = self
    claim.others = [(.supplement, "S", [])]
    return claim
  }

  fileprivate func body(_ number: Int) -> String {
    var segments = [
      "HL*\(number)*1*22*0", "SBR*\(level)*18*******\(payer.indicator)",
      "NM1*IL*1*\(last)*\(first)****MI*\(payer.member)", "N3*12 ELM STREET",
      "N4*SALEM*OR*97302",
    ]
    if !birth.isEmpty { segments.append("DMG*D8*\(birth)*F") }
    segments += [
      "NM1*PR*2*\(payer.name)*****PI*\(payer.identifier)",
      "CLM*\(control)*\(SampleFiles.dollars(cents))***12:B:\(frequency)*Y*A*Y*Y",
    ]
    if !original.isEmpty { segments.append("REF*F8*\(original)") }
    segments.append(
      "HI" + diagnoses.enumerated().map { ($0 == 0 ? "*ABK:" : "*ABF:") + $1 }.joined())
    for other in others {
      segments.append("SBR*\(other.level)*18*******\(other.payer.indicator)")
      segments += other.answer
      segments += [
        "OI***Y***Y", "NM1*IL*1*\(last)*\(first)****MI*\(other.payer.member)",
        "NM1*PR*2*\(other.payer.name)*****PI*\(other.payer.identifier)",
      ]
    }
    for (index, line) in lines.enumerated() {
      segments += [
        "LX*\(index + 1)",
        "SV1*HC:\(line.code)*\(SampleFiles.dollars(line.cents))*UN*\(line.units)***1",
        "DTP*472*D8*\(line.day)",
      ]
      if !line.number.isEmpty { segments.append("REF*6R*\(line.number)") }
      segments.append("NM1*DK*1*ALDER*SAM****XX*1000000004")
      segments += line.answer
    }
    return segments.map { $0 + "~" }.joined(separator: "\n")
  }
}

extension SampleFiles {
  /// An 837P file with one set of claims.
  static func claims(
    _ claims: [SampleClaim], date: String = "20260105", interchange: Int = 101, group: Int = 101,
    control: String = "0001"
  ) -> [UInt8] {
    claimSets([(control, claims)], date: date, interchange: interchange, group: group)
  }

  /// An 837P file with several sets.
  static func claimSets(
    _ sets: [(control: String, claims: [SampleClaim])], date: String = "20260105",
    interchange: Int = 101, group: Int = 101
  ) -> [UInt8] {
    file(
      code: "HC", version: "005010X222A1", date: date, interchange: interchange, group: group,
      sender: "SUB0001", sets: sets.map { ($0.control, claimSet($0.claims, date: date)) })
  }

  /// The segments of one set between ST and SE.
  static func claimSet(_ claims: [SampleClaim], date: String = "20260105") -> String {
    let head = [
      "BHT*0019*00*B\(date)*\(date)*0930*CH", "NM1*41*2*HARBOR HOME MEDICAL*****46*SUB0001",
      "PER*IC*BILLING DESK*TE*5555550100", "NM1*40*2*SAMPLE CLEARINGHOUSE*****46*CLR0001",
      "HL*1**20*1", "PRV*BI*PXC*332B00000X",
      "NM1*85*2*HARBOR HOME MEDICAL*****XX*1234567893", "N3*100 PIER ROAD",
      "N4*SALEM*OR*973010001", "REF*EI*999999999", "PER*IC*BILLING DESK*TE*5555550100",
    ]
    let body = claims.enumerated().map { $1.body($0 + 2) }
    return (head.map { $0 + "~" } + body).joined(separator: "\n")
  }
}
