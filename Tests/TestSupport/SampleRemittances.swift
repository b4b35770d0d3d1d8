/// One service line of a made-up 835, in cents.
struct PaidLine {
  /// Code and modifiers as SVC01 has them after `HC:`.
  var code: String
  var charge: Int64
  var paid: Int64
  /// CAS elements after the segment's name: `CO*45*70`.
  var cas: [String] = []
  /// REF*6R, empty for none.
  var number = ""
  var day = "20251220"
  /// SVC06 after `HC:`, empty for none.
  var submitted = ""
  /// LQ*HE.
  var remarks: [String] = []
  var units = "1"

  fileprivate var segments: [String] {
    var svc = "SVC*HC:\(code)*\(SampleFiles.dollars(charge))*\(SampleFiles.dollars(paid))**\(units)"
    if !submitted.isEmpty { svc += "*HC:\(submitted)" }
    var all = [svc]
    if !day.isEmpty { all.append("DTM*472*\(day)") }
    all += cas.map { "CAS*" + $0 }
    if !number.isEmpty { all.append("REF*6R*\(number)") }
    return all + remarks.map { "LQ*HE*\($0)" }
  }
}

/// One claim of a made-up 835.
struct PaidClaim {
  var control: String
  var status = "1"
  var charge: Int64
  var paid: Int64
  var lines: [PaidLine] = []
  var patientShare: Int64 = 0
  /// CLP07.
  var payerNumber = ""
  var frequency = ""
  var last = "DOE"
  var first = "JANE"
  var member = "1EG4TE5MK73"
  /// CAS elements of the whole claim.
  var cas: [String] = []
  /// NM1*TT, REF*F8, MOA, DTM and so on, whole segments.
  var more: [String] = []

  fileprivate var segments: [String] {
    var clp =
      "CLP*\(control)*\(status)*\(SampleFiles.dollars(charge))*\(SampleFiles.dollars(paid))"
      + "*\(patientShare == 0 ? "" : SampleFiles.dollars(patientShare))*MB*\(payerNumber)*12"
    if !frequency.isEmpty { clp += "*\(frequency)" }
    return [clp] + cas.map { "CAS*" + $0 }
      + ["NM1*QC*1*\(last)*\(first)" + (member.isEmpty ? "" : "****MI*\(member)")] + more
      + lines.flatMap(\.segments)
  }

  /// The usual answer to ``SampleClaim/machine(_:)``: 78.40 paid, 120.00 the patient's share.
  static func machine(_ control: String = "A1001", status: String = "1") -> PaidClaim {
    PaidClaim(
      control: control, status: status, charge: 38_000, paid: 7840,
      lines: [
        PaidLine(
          code: "E0601:RR:KH:KX", charge: 12_000, paid: 3920,
          cas: ["CO*45*70**253*.8", "PR*2*10"], number: "L1"),
        PaidLine(
          code: "E0562:NU:KX", charge: 26_000, paid: 3920,
          cas: ["CO*45*110**253*.8", "PR*1*100**2*10"], number: "L2"),
      ], patientShare: 12_000, payerNumber: "26005000100001")
  }

  /// ``SampleClaim/mask(_:)`` denied for missing information.
  static func mask(
    _ control: String = "A1002", cas: String = "CO*16*180", remarks: [String] = ["M124"],
    more: [String] = ["MOA***MA130"]
  ) -> PaidClaim {
    PaidClaim(
      control: control, status: "4", charge: 18_000, paid: 0,
      lines: [
        PaidLine(
          code: "A7030:NU:KX", charge: 18_000, paid: 0, cas: [cas], number: "L3",
          remarks: remarks)
      ], payerNumber: "26005000100002", last: "ROE", first: "RICHARD", member: "1EG4TE5MK74",
      more: more)
  }

  /// Everything of an answer with its sign turned, as a reversal sends it (domain reference 5.6).
  func reversed() -> PaidClaim {
    var claim = self
    claim.status = "22"
    claim.charge = -charge
    claim.paid = -paid
    claim.patientShare = 0
    claim.cas = cas.map(Self.negated)
    claim.lines = lines.map { line in
      var line = line
      line.charge = -line.charge
      line.paid = -line.paid
      line.cas = line.cas.map(Self.negated)
      return line
    }
    return claim
  }

  /// Turns the amounts of a CAS: every third element from the third on.
  private static func negated(_ cas: String) -> String {
    cas.split(separator: "*", omittingEmptySubsequences: false).enumerated().map { index, text in
      index % 3 == 2 && !text.isEmpty
        ? (text.hasPrefix("-") ? String(text.dropFirst()) : "-" + text) : String(text)
    }.joined(separator: "*")
  }
}

/// One 835 transaction set.
struct SampleRemittance {
  var trace: String
  var claims: [PaidClaim]
  /// Pairs of PLB: `WO:25211000300001` and cents; positive reduces the payment.
  var provider: [(reference: String, cents: Int64)] = []
  /// BPR02 where it is not what the rest adds up to.
  var payment: Int64?
  var method = "ACH"
  var date = "20260110"
  var payer = SamplePayer.medicare
  /// TRN03.
  var originator = "1512345678"

  var cents: Int64 {
    payment ?? claims.map(\.paid).reduce(0, +) - provider.map(\.cents).reduce(0, +)
  }

  fileprivate var body: String {
    var segments = [
      "BPR*\(method == "NON" ? "H" : "I")*\(SampleFiles.dollars(cents))*C*\(method)"
        + "************\(date)",
      "TRN*1*\(trace)*\(originator)", "DTM*405*\(date)",
      "N1*PR*\(payer.name)*XV*\(payer.identifier)", "N1*PE*HARBOR HOME MEDICAL*XX*1234567893",
    ]
    if !claims.isEmpty { segments.append("LX*1") }
    segments += claims.flatMap(\.segments)
    if !provider.isEmpty {
      segments.append(
        "PLB*1234567893*20261231"
          + provider.map { "*\($0.reference)*\(SampleFiles.dollars($0.cents))" }.joined())
    }
    return segments.map { $0 + "~" }.joined(separator: "\n")
  }
}

extension SampleFiles {
  /// An 835 file with one set for each remittance.
  static func remittances(
    _ remittances: [SampleRemittance], interchange: Int = 501
  ) -> [UInt8] {
    file(
      code: "HP", version: "005010X221A1", date: remittances.first?.date ?? "20260110",
      interchange: interchange, group: interchange,
      sets: remittances.enumerated().map { (String(String(10_001 + $0).dropFirst()), $1.body) })
  }

  /// An 835 file with one remittance of these claims.
  static func remittance(
    _ claims: [PaidClaim], trace: String = "EFT0001", date: String = "20260110"
  ) -> [UInt8] {
    remittances([SampleRemittance(trace: trace, claims: claims, date: date)])
  }
}
