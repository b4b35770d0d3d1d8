import Billing
import X12

/// Whether a payer covers equipment for a person on a day, from the EB loops of its answer.
///
/// Loops that speak of equipment go before those on the plan, and those before medical care at
/// large; loops on other services say nothing here.
struct EligibilityVerdict {
  private(set) var standing = EligibilityAnswer.Standing.unknown
  /// The span of the loop that decided.
  private(set) var span = Validity()
  private(set) var plan = ""
  /// What a biller should know besides.
  private(set) var remarks: [String] = []

  init(
    benefits: [EligibilityBenefit], personDates: [X12QualifiedDate], asked: Day?, day: Day
  ) {
    let ofPerson = Validity(ofPerson: personDates, asked: asked)
    let stated = benefits.filter { $0.kind == .active || $0.kind == .inactive }
    let own = benefits.filter { $0.kind != .otherPayer }
    plan = (stated + own).first { !$0.plan.isEmpty }?.plan ?? ""
    remarkExclusions(benefits)
    let ranked = Dictionary(grouping: stated, by: Self.rank)
    guard let best = ranked.keys.min(), best <= Self.lastRank, let candidates = ranked[best] else {
      if !stated.isEmpty {
        remarks.append("coverage is stated for other services only, not for equipment")
      }
      span = ofPerson
      return
    }
    decide(partB(of: candidates), ofPerson, day)
  }

  private mutating func decide(
    _ candidates: [EligibilityBenefit], _ ofPerson: Validity, _ day: Day
  ) {
    func span(of benefit: EligibilityBenefit) -> Validity {
      let own = Validity(benefit.dates)
      return own.isEmpty ? ofPerson : own
    }
    let active = candidates.filter { $0.kind == .active }
    let deciding: EligibilityBenefit?
    if let current = active.first(where: { span(of: $0).contains(day) }) {
      standing = .active
      deciding = current
    } else {
      standing = .inactive
      deciding = active.first ?? candidates.first { $0.kind == .inactive }
      if !active.isEmpty { remarks.append("coverage is active, but not on the day of service") }
    }
    if let deciding {
      self.span = span(of: deciding)
      if !deciding.plan.isEmpty { plan = deciding.plan }
    }
  }

  /// Equipment belongs to Part B of Medicare (42 CFR 410.38): where a payer tells the parts apart,
  /// Part A decides nothing, and alone it is no coverage of equipment.
  private mutating func partB(of candidates: [EligibilityBenefit]) -> [EligibilityBenefit] {
    let withoutPartA = candidates.filter { $0.insuranceType != "MA" }
    if !withoutPartA.isEmpty { return withoutPartA }
    guard candidates.contains(where: { $0.kind == .active }) else { return candidates }
    remarks.append("only Part A of Medicare is active; equipment belongs to Part B")
    return candidates.map { benefit in
      var benefit = benefit
      benefit.information = "6"
      return benefit
    }
  }

  private mutating func remarkExclusions(_ benefits: [EligibilityBenefit]) {
    for benefit in benefits where ["E", "I"].contains(benefit.information) {
      for type in benefit.serviceTypes where Self.equipment.contains(type) {
        let words = EligibilityBenefit.meaning(ofServiceType: type) ?? type
        let what = benefit.information == "I" ? "not covered" : "excluded"
        remarks.append("\(words): \(what)")
      }
    }
  }

  private static let equipment: Set<String> = ["11", "12", "18", "DM"]
  private static let lastRank = 2

  private static func rank(_ benefit: EligibilityBenefit) -> Int {
    if benefit.serviceTypes.contains(where: equipment.contains) { return 0 }
    if benefit.serviceTypes.isEmpty || benefit.serviceTypes.contains("30") { return 1 }
    return benefit.serviceTypes.contains("1") ? 2 : 3
  }
}

extension Validity {
  /// The span that dates of an EB loop give.
  init(_ dates: [X12QualifiedDate]) {
    self.init()
    for qualifier in ["348", "307", "291", "292", "290", "193", "346", "356"] where from == nil {
      let span = dates.span(qualifier)
      from = span?.from
      if span?.format == "RD8" { through = span?.through }
    }
    for qualifier in ["349", "194", "347", "357"] where through == nil {
      through = dates.span(qualifier)?.through
    }
    // A payer that knows no end writes the last day there is.
    if let last = through, last.year == 9999 { through = nil }
  }

  /// The span that dates of a person give.
  ///
  /// A single plan date (291) repeats the day that was asked
  /// about, or is the day on which the plan began.
  init(ofPerson dates: [X12QualifiedDate], asked: Day?) {
    self.init(
      dates.filter { date in
        date.qualifier != "291" || date.format != "D8"
          || Day(ccyymmdd: date.days.from) != asked
      })
  }

  fileprivate var isEmpty: Bool { self == Validity() }
}

extension [X12QualifiedDate] {
  /// The day of the first date with a qualifier, where it is one day.
  func firstDay(_ qualifier: String) -> Day? {
    first { $0.qualifier == qualifier && $0.format == "D8" }.flatMap { Day(ccyymmdd: $0.days.from) }
  }

  /// The days of the first readable date with a qualifier.
  fileprivate func span(_ qualifier: String) -> (from: Day?, through: Day?, format: String)? {
    for date in self where date.qualifier == qualifier && date.isValid {
      let days = date.days
      return (Day(ccyymmdd: days.from), Day(ccyymmdd: days.through), date.format)
    }
    return nil
  }
}
