import Billing

/// The payers of the sample office.
///
/// Programmes and large insurers carry the names and identifiers that everybody's files carry; small
/// plans have names that nobody has. Limits follow the usual ones of each family and only shape how
/// old the open work is; the office's rules decide for themselves.
enum PayerTable {
  static let all: [SamplePayer] = {
    var payers = medicare + advantage + medicaid + commercial + federal + supplemental
    for index in payers.indices { payers[index].number = index }
    return payers
  }()

  static let everyDay: [Weekday] = [.monday, .tuesday, .wednesday, .thursday, .friday]

  private static let medicare = [
    mac("MEDICARE DME MAC JURISDICTION A", "16013", "PA", "medicare-ja"),
    mac("MEDICARE DME MAC JURISDICTION B", "17013", "OH", "medicare-jb"),
    mac("MEDICARE DME MAC JURISDICTION C", "18003", "TN", "medicare-jc"),
    mac("MEDICARE DME MAC JURISDICTION D", "19003", "ND", "medicare-jd"),
  ]

  private static func mac(
    _ name: String, _ identifier: String, _ state: String, _ slug: String
  ) -> SamplePayer {
    SamplePayer(
      number: 0, name: name, identifier: identifier, family: .medicareDME, filingIndicator: "MB",
      state: state, slug: slug, allowedPercent: 100, coinsurancePercent: 20, answerDays: 13...19,
      payDays: everyDay, filingDays: 365, appealDays: 120, claimNumberPrefix: "")
  }

  private static let advantage = [
    plan("HUMANA MEDICARE ADVANTAGE", "HUMMA", "KY", "humana-ma", "H", [.tuesday, .friday]),
    plan("UNITEDHEALTHCARE MEDICARE ADVANTAGE", "UHCMA", "MN", "uhc-ma", "U", [.wednesday]),
    plan("AETNA MEDICARE ADVANTAGE", "AETMA", "CT", "aetna-ma", "E", [.thursday]),
    plan("SAMPLECARE SENIOR ADVANTAGE HMO", "SCA01", "OH", "samplecare-ma", "SC", [.monday]),
  ]

  private static func plan(
    _ name: String, _ identifier: String, _ state: String, _ slug: String, _ prefix: String,
    _ payDays: [Weekday]
  ) -> SamplePayer {
    SamplePayer(
      number: 0, name: name, identifier: identifier, family: .medicareAdvantage,
      filingIndicator: "16", state: state, slug: slug, allowedPercent: 96, coinsurancePercent: 20,
      answerDays: 16...34, payDays: payDays, filingDays: 365, appealDays: 65,
      claimNumberPrefix: prefix + "M")
  }

  private static let medicaid = [
    state("OHIO MEDICAID", "MMISODJFS", "OH", "medicaid-oh", filing: 365, .thursday),
    state("KENTUCKY MEDICAID", "KYMCD", "KY", "medicaid-ky", filing: 365, .friday),
    state("INDIANA MEDICAID", "INMCD", "IN", "medicaid-in", filing: 365, .tuesday),
    state("PENNSYLVANIA MEDICAID", "PAMCD", "PA", "medicaid-pa", filing: 180, .monday),
    state("TEXAS MEDICAID TMHP", "TXMCD", "TX", "medicaid-tx", filing: 95, .friday),
  ]

  private static func state(
    _ name: String, _ identifier: String, _ state: String, _ slug: String, filing: Int,
    _ payDay: Weekday
  ) -> SamplePayer {
    SamplePayer(
      number: 0, name: name, identifier: identifier, family: .medicaid, filingIndicator: "MC",
      state: state, slug: slug, allowedPercent: 78, coinsurancePercent: 0, answerDays: 18...38,
      payDays: [payDay], filingDays: filing, appealDays: 120, claimNumberPrefix: "T")
  }

  private static let commercial = [
    insurer("UNITEDHEALTHCARE", "87726", "MN", "uhc", "U", .wednesday, (filing: 90, appeal: 365)),
    insurer("AETNA", "60054", "CT", "aetna", "E", .thursday, (filing: 120, appeal: 180)),
    insurer("CIGNA", "62308", "TN", "cigna", "C", .tuesday, (filing: 90, appeal: 180)),
    insurer("HUMANA", "61101", "KY", "humana", "H", .friday, (filing: 90, appeal: 180)),
    SamplePayer(
      number: 0, name: "BLUE CROSS BLUE SHIELD OF MOCKFORD", identifier: "BCMCK",
      family: .blueCross, filingIndicator: "BL", state: "OH", slug: "bcbs-mockford",
      allowedPercent: 112, coinsurancePercent: 20, answerDays: 17...36, payDays: [.monday],
      filingDays: 180, appealDays: 180, claimNumberPrefix: "B"),
    insurer(
      "PLACEHOLM MUTUAL HEALTH PLAN", "PLMHP", "TX", "placeholm", "P", .monday,
      (filing: 180, appeal: 180)),
  ]

  private static func insurer(
    _ name: String, _ identifier: String, _ state: String, _ slug: String, _ prefix: String,
    _ payDay: Weekday, _ limits: (filing: Int, appeal: Int)
  ) -> SamplePayer {
    SamplePayer(
      number: 0, name: name, identifier: identifier, family: .commercial, filingIndicator: "CI",
      state: state, slug: slug, allowedPercent: 105, coinsurancePercent: 20, answerDays: 15...36,
      payDays: [payDay], filingDays: limits.filing, appealDays: limits.appeal,
      claimNumberPrefix: prefix + "X")
  }

  private static let federal = [
    SamplePayer(
      number: 0, name: "TRICARE EAST", identifier: "TREST", family: .tricare,
      filingIndicator: "CH", state: "KY", slug: "tricare-east", allowedPercent: 100,
      coinsurancePercent: 25, answerDays: 20...40, payDays: [.wednesday], filingDays: 365,
      appealDays: 90, claimNumberPrefix: "TE"),
    SamplePayer(
      number: 0, name: "TRICARE WEST", identifier: "TWEST", family: .tricare,
      filingIndicator: "CH", state: "AZ", slug: "tricare-west", allowedPercent: 100,
      coinsurancePercent: 25, answerDays: 20...40, payDays: [.wednesday], filingDays: 365,
      appealDays: 90, claimNumberPrefix: "TW"),
    SamplePayer(
      number: 0, name: "VA COMMUNITY CARE NETWORK", identifier: "VACCN",
      family: .veteransCommunityCare, filingIndicator: "VA", state: "OH", slug: "va-ccn",
      allowedPercent: 100, coinsurancePercent: 0, answerDays: 20...45, payDays: [.friday],
      filingDays: 180, appealDays: 90, claimNumberPrefix: "VA", method: "CHK"),
  ]

  private static let supplemental = [
    supplement("DEMO SPRINGS MEDIGAP MUTUAL", "DSMGM", "OH", "medigap-demo", "DM", .tuesday),
    supplement("EXAMPLEBURG SENIOR SUPPLEMENT", "EXSUP", "TX", "supplement-example", "XS", .friday),
  ]

  private static func supplement(
    _ name: String, _ identifier: String, _ state: String, _ slug: String, _ prefix: String,
    _ payDay: Weekday
  ) -> SamplePayer {
    SamplePayer(
      number: 0, name: name, identifier: identifier, family: .commercial, filingIndicator: "CI",
      state: state, slug: slug, allowedPercent: 100, coinsurancePercent: 0, answerDays: 10...24,
      payDays: [payDay], filingDays: 365, appealDays: 180, claimNumberPrefix: prefix,
      method: "CHK")
  }

  /// Places in ``all``, by what they are.
  static let advantageNumbers = numbers { $0.family == .medicareAdvantage }
  static let commercialNumbers = numbers {
    ($0.family == .commercial || $0.family == .blueCross) && !$0.slug.contains("medigap")
      && !$0.slug.contains("supplement")
  }
  static let supplementNumbers = numbers {
    $0.slug.contains("medigap") || $0.slug.contains("supplement")
  }
  static let veteransNumber = numbers { $0.family == .veteransCommunityCare }.first ?? 0

  /// The DME MAC of a state: jurisdictions of the beneficiary's address (domain reference 6.1).
  static func medicareNumber(state: String) -> Int {
    let identifier =
      switch state {
      case "PA": "16013"
      case "OH", "KY", "IN": "17013"
      case "KS", "AZ": "19003"
      default: "18003"
      }
    return numbers { $0.identifier == identifier }.first ?? 0
  }

  /// The Medicaid programme of a state, nil where the office is not enrolled.
  static func medicaidNumber(state: String) -> Int? {
    numbers { $0.family == .medicaid && $0.state == state }.first
  }

  /// The TRICARE contractor of a state.
  static func tricareNumber(state: String) -> Int {
    let slug = state == "AZ" || state == "KS" || state == "TX" ? "tricare-west" : "tricare-east"
    return numbers { $0.slug == slug }.first ?? 0
  }

  private static func numbers(where matches: (SamplePayer) -> Bool) -> [Int] {
    all.filter(matches).map(\.number)
  }
}
