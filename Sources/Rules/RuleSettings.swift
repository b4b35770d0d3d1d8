import Billing

/// Values of `[settings]`.
struct RuleSettings {
  /// Days that must stay before the safe day when an item is put off.
  private(set) var deferMarginDays = 5
  private(set) var orders = OrderSettings()
  private(set) var deposits = DepositSettings()
  private(set) var patients = PatientSettings()
  /// ICD-10-CM categories of three characters that are complete by themselves.
  private(set) var completeDiagnoses: Set<String> = []

  /// Settings of orders and special processes that are one whole number, with what each may be.
  private static let numbers:
    [(
      key: String, range: ClosedRange<Int>, path: any WritableKeyPath<OrderSettings, Int> & Sendable
    )] =
      [
        ("refill-contact-days", 0...90, \.refillContactDays),
        ("refill-ship-days", 0...90, \.refillShipDays),
        ("useful-lifetime-years", 1...20, \.usefulLifetimeYears),
        ("oxygen-months", 1...120, \.oxygenMonths),
        ("maintenance-months", 1...60, \.maintenanceMonths),
        ("pap-first-day", 1...365, \.papFirstDay), ("pap-last-day", 1...365, \.papLastDay),
        ("pap-usage-percent", 0...100, \.papUsagePercent),
        ("eligibility-days", 1...366, \.eligibilityDays),
        ("manual-hold-days", 1...366, \.manualHoldDays),
        ("price-tolerance-percent", 1...10_000, \.priceTolerancePercent),
        ("later-rent-percent", 0...100, \.laterRentPercent),
        // 005010X222A1 loop 2400 holds 50 lines.
        ("lines-per-claim", 1...50, \.linesPerClaim),
      ]

  /// Settings of deposits.
  private static let depositNumbers:
    [(
      key: String, range: ClosedRange<Int>,
      path: any WritableKeyPath<DepositSettings, Int> & Sendable
    )] =
      [
        ("electronic-payment-days", 0...30, \.electronicDays),
        ("check-payment-days", 0...90, \.checkDays),
        ("stale-check-days", 1...366, \.staleDays),
      ]

  /// Settings of patients' money that are one whole number, with what each may be.
  private static let ofPatients:
    [(
      key: String, range: ClosedRange<Int>,
      path: any WritableKeyPath<PatientSettings, Int> & Sendable
    )] =
      [
        ("statement-cycle-days", 1...366, \.statementCycleDays),
        ("statements-before-agency", 1...24, \.statementsBeforeAgency),
        ("promise-grace-days", 0...90, \.promiseGraceDays),
      ]

  static let keys =
    ["defer-margin-days"] + numbers.map(\.key) + depositNumbers.map(\.key)
    + ofPatients.map(\.key) + [
      "authorization-notices", "tenth-month-letter", "complete-diagnoses",
    ]

  /// Lays the settings of a file over those that are there.
  mutating func read(_ source: RuleSource) throws(RulesError) {
    if source.settings.isEmpty { return }
    if let days = try Self.number("defer-margin-days", in: 0...90, source) {
      deferMarginDays = days
    }
    for (key, range, path) in Self.numbers {
      if let number = try Self.number(key, in: range, source) { orders[keyPath: path] = number }
    }
    for (key, range, path) in Self.depositNumbers {
      if let number = try Self.number(key, in: range, source) { deposits[keyPath: path] = number }
    }
    for (key, range, path) in Self.ofPatients {
      if let number = try Self.number(key, in: range, source) { patients[keyPath: path] = number }
    }
    guard orders.papFirstDay <= orders.papLastDay else {
      throw Self.error("pap-last-day", "is before pap-first-day", "give a later day", source)
    }
    try readNotices(source)
    try readDiagnoses(source)
    switch source.settings["tenth-month-letter"] {
    case .flag(let isWanted): orders.tenthMonthLetter = isWanted
    case nil: break
    default:
      throw Self.error(
        "tenth-month-letter", "must be true or false", "write tenth-month-letter = true", source)
    }
  }

  /// The settings of orders and special processes as they are written in a file.
  static func texts(_ orders: OrderSettings) -> [(key: String, text: String)] {
    numbers.map { ($0.key, "\(orders[keyPath: $0.path])") } + [
      (
        "authorization-notices",
        orders.authorizationNotices.map(String.init).joined(separator: ", ")
      ),
      ("tenth-month-letter", orders.tenthMonthLetter ? "true" : "false"),
    ]
  }

  /// The settings of deposits as they are written in a file.
  static func texts(_ deposits: DepositSettings) -> [(key: String, text: String)] {
    depositNumbers.map { ($0.key, "\(deposits[keyPath: $0.path])") }
  }

  /// The settings of patients' money as they are written in a file.
  static func texts(_ patients: PatientSettings) -> [(key: String, text: String)] {
    ofPatients.map { ($0.key, "\(patients[keyPath: $0.path])") }
  }

  private mutating func readNotices(_ source: RuleSource) throws(RulesError) {
    switch source.settings["authorization-notices"] {
    case .numbers(let days)
    where days.allSatisfy((1...365).contains) && days == days.sorted(by: >):
      orders.authorizationNotices = days
    case nil: break
    default:
      throw Self.error(
        "authorization-notices", "must be days from 365 to 1, the largest first",
        "write authorization-notices = [30, 14, 7]", source)
    }
  }

  /// The office's list is added to the shipped one.
  private mutating func readDiagnoses(_ source: RuleSource) throws(RulesError) {
    switch source.settings["complete-diagnoses"] {
    case .list(let codes)
    where codes.allSatisfy({ $0.wholeMatch(of: /[A-Z][0-9][0-9A-Z]/) != nil }):
      completeDiagnoses.formUnion(codes)
    case nil: break
    default:
      throw Self.error(
        "complete-diagnoses", "must be ICD-10 categories of three characters",
        "write complete-diagnoses = [\"I10\"]", source)
    }
  }

  private static func number(
    _ key: String, in range: ClosedRange<Int>, _ source: RuleSource
  ) throws(RulesError) -> Int? {
    guard let value = source.settings[key] else { return nil }
    guard case .number(let number) = value, range.contains(number) else {
      throw error(
        key, "must be a whole number from \(range.lowerBound) to \(range.upperBound)",
        "write \(key) = \(range.contains(5) ? 5 : range.lowerBound)", source)
    }
    return number
  }

  private static func error(
    _ key: String, _ message: String, _ advice: String, _ source: RuleSource
  ) -> RulesError {
    RulesError(
      line: source.settingLines[key], row: "settings", key: key, message: message, advice: advice)
  }
}
