import Billing

/// A payer of the sample office: how it is named in files, when it pays, and how much.
struct SamplePayer: Equatable, Sendable {
  /// Its place in ``PayerTable/all``.
  var number: Int
  var name: String
  /// NM109 of loop 2010BB and N104 of the remittance.
  var identifier: String
  var family: PayerFamily
  /// SBR09.
  var filingIndicator: String
  /// Two-letter state of its address.
  var state: String
  /// Short form for file names.
  var slug: String
  /// What it allows, in percent of the Medicare fee schedule.
  var allowedPercent: Int
  /// The patient's share of the allowed amount, in percent.
  var coinsurancePercent: Int
  /// A fixed share of the patient for each claim in cents, in place of coinsurance.
  var copayCents: Int64 = 0
  /// Days from acceptance to the remittance.
  var answerDays: ClosedRange<Int>
  /// Weekdays on which it pays.
  var payDays: [Weekday]
  /// Days from the first day of service within which a claim must come.
  var filingDays: Int
  /// Days from the remittance within which a first appeal must come.
  var appealDays: Int
  /// Letters before its claim numbers.
  var claimNumberPrefix: String
  /// BPR04 when it pays.
  var method: String = "ACH"

  var isMedicare: Bool { family == .medicareDME }

  /// CLP06: as SBR09, but the 835 knows no CI and no BL and says preferred provider organization.
  var remittanceIndicator: String {
    filingIndicator == "CI" || filingIndicator == "BL" ? "12" : filingIndicator
  }

  /// Whether it sends a 277CA of its own; some only let the clearinghouse speak.
  var acknowledgesClaims: Bool { family != .veteransCommunityCare }

  /// Whether it explains claims that it pays nothing for in a remittance of their own.
  var sendsDenialsApart: Bool { family == .blueCross || family == .veteransCommunityCare }

  /// BPR10 and TRN03: 1 and a tax number of the range 99-00xxxxx, which is given to nobody.
  var originator: String { "19900" + InventedNumbers.padded(number + 1, 5) }

  /// The clearinghouse that carries its claims.
  var clearinghouse: Clearinghouse { isMedicare ? .medicare : .commercial }
}

/// Who takes the office's claim files: one for the four DME MACs, one for everybody else.
enum Clearinghouse: Int, Sendable, CaseIterable {
  case medicare = 0
  case commercial

  var name: String { self == .medicare ? "CEDI" : "MOCKWAY CLEARINGHOUSE" }
  var identifier: String { self == .medicare ? "CEDI-SAMPLE" : "MOCKWAY" }
  var slug: String { self == .medicare ? "cedi" : "mockway" }
  /// The identifier under which it knows the office.
  var submitter: String { self == .medicare ? "S08990001" : "SAMPLE7701" }
  /// Letters before its own claim numbers (REF*D9).
  var claimNumberPrefix: String { self == .medicare ? "CE" : "MW" }
}
