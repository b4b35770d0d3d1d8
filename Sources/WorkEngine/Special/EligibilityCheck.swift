import Billing

/// Coverage to be verified before the next rental month or delivery.
enum EligibilityCheck {
  /// Days before the service from which the payer is asked.
  static let noticeDays = 7

  /// The next service, rental month or resupply, that the payer's latest answer does not speak for.
  static func due(
    _ facts: SpecialFacts, supplies: [SpecialDue], rules: RuleBook, on today: Day
  ) -> [SpecialDue] {
    guard
      let service = comingServices(facts, supplies, rules: rules, on: today)
        .first(where: { !isCovered(facts.eligibility, on: $0.on, rules.orders) })
    else { return [] }
    return [
      SpecialDue(
        kind: .eligibilityCheck, patient: facts.patient,
        opensOn: service.on.adding(days: -noticeDays), dueOn: service.on, closesOn: service.on,
        reason: sentence(facts.eligibility, service))
    ]
  }

  private struct Service {
    var on: Day
    var what: String
  }

  /// Rental months and supplies from a day on, the earliest first; two of each are enough to find
  /// the first that the answer does not speak for, since answers last about a month.
  private static func comingServices(
    _ facts: SpecialFacts, _ works: [SpecialDue], rules: RuleBook, on today: Day
  ) -> [Service] {
    let ahead = today.adding(days: rules.orders.eligibilityDays).adding(months: 2)
    let months = facts.rentals.flatMap { rental in
      RentalCalendar.months(of: rental, through: ahead)
        .filter { $0.from >= today }
        .map { Service(on: $0.from, what: "month \($0.number) of \(rental.procedure.code)") }
    }
    // When one supply closes, the next could be shipped the day after.
    let later = works.compactMap(\.closesOn).flatMap { lastDay in
      Resupply.due(facts, rules: rules, on: lastDay.adding(days: 1))
    }
    let supplies = (works + later).map(\.dueOn)
      .filter { $0 >= today }
      .map { Service(on: $0, what: "the next supplies") }
    return (months + supplies).sorted { ($0.on, $0.what) < ($1.on, $1.what) }
  }

  private static func isCovered(
    _ answer: EligibilityAnswer?, on day: Day, _ settings: OrderSettings
  ) -> Bool {
    guard let answer, answer.standing == .active,
      answer.covered.contains(day)
    else { return false }
    return day <= answer.answeredOn.adding(days: settings.eligibilityDays)
  }

  private static func sentence(_ answer: EligibilityAnswer?, _ service: Service) -> String {
    guard let answer else { return "Coverage was never verified; next is \(service.what)" }
    return switch answer.standing {
    case .active: "Coverage was verified on \(answer.answeredOn); next is \(service.what)"
    case .inactive:
      "The payer said on \(answer.answeredOn) that there is no coverage; next is \(service.what)"
    case .unknown: "The payer could not say on \(answer.answeredOn); next is \(service.what)"
    }
  }
}
