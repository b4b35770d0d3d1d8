import Billing

/// Contents of gas and liquid oxygen systems, month by month after the rental months.
///
/// The 36 months of rent include them; from month 37 to the end of the useful lifetime they are
/// paid monthly, and only for what reached the patient (42 CFR 414.226(f); domain reference 7.5).
enum OxygenContents {
  /// The months of the last year, the one that runs and those that begin within the horizon,
  /// without those charged already; after a year nothing of a month can be filed.
  static func due(
    _ facts: SpecialFacts, rules: RuleBook, on today: Day, horizonDays: Int
  ) -> [SpecialDue] {
    let last = today.adding(days: max(0, horizonDays))
    return facts.rentals.flatMap { rental -> [SpecialDue] in
      guard rental.category == .oxygen, let begin = RentalCalendar.conversionDay(of: rental)
      else { return [] }
      let codes = contentsCodes(of: rental, rules: rules, on: today)
      guard !codes.isEmpty else { return [] }
      return months(of: rental, from: begin, through: last, settings: rules.orders)
        .filter { month in
          today <= month.through.adding(years: 1)
            && !isCharged(month, codes: codes, facts)
        }
        .map { month in
          SpecialDue(
            kind: .oxygenContents, patient: facts.patient, rental: rental.id, order: rental.order,
            items: codes.map {
              facts.item(ProcedureCode($0), units: 1, on: month.from, rules: rules)
            },
            opensOn: month.from, dueOn: month.from, closesOn: month.through,
            reason: "Month \(month.number) of \(rental.procedure.code): contents are paid for "
              + "once they were delivered",
            needs: [.deliveryTicket])
        }
    }
  }

  /// Codes of the contents that belong to the rented system: those whose base it is.
  static func contentsCodes(of rental: Rental, rules: RuleBook, on day: Day) -> [String] {
    rules.catalog.keys
      .filter { code in
        guard let item = rules.item(code, on: day) else { return false }
        return item.category == .oxygen && item.effective.contains(day)
          && item.baseCodes.contains(rental.procedure.code)
      }
      .sorted()
  }

  /// The months after the cap, numbered on from it, to the end of the useful lifetime.
  static func months(
    of rental: Rental, from begin: Day, through day: Day, settings: OrderSettings
  ) -> [RentalMonth] {
    var endless = rental
    endless.capMonths = nil
    let end = UsefulLifetime.end(of: rental, settings: settings)
    return RentalCalendar.months(of: endless, through: day)
      .filter { begin <= $0.from && $0.from < end }
  }

  private static func isCharged(
    _ month: RentalMonth, codes: [String], _ facts: SpecialFacts
  ) -> Bool {
    facts.charges.contains {
      codes.contains($0.procedure.code) && month.from <= $0.serviceFrom
        && $0.serviceFrom <= month.through
    }
  }
}
