package import Billing

/// What can be said of a rental on a day, beside its months.
package enum RentalFact: Hashable, Sendable {
  /// Rent goes on; the month that is running or comes next.
  case running(RentalMonth)
  /// Days for which rent is not billed.
  case inBreak(RentalBreak)
  /// The need ended for so long that a new period may begin, with a new order: this rental's
  /// own count does not start again by itself.
  case mayBeginAnew(RentalBreak)
  /// All its months are over.
  case atCap(AfterCap, since: Day)
  case pickedUp(Day)
}

extension RentalCalendar {
  /// What is true of a rental on a day, always in the same order.
  package static func facts(of rental: Rental, on today: Day) -> [RentalFact] {
    var facts: [RentalFact] = []
    if let pickedUpOn = rental.pickedUpOn, pickedUpOn <= today {
      facts.append(.pickedUp(pickedUpOn))
    } else if let day = conversionDay(of: rental), day <= today {
      facts.append(.atCap(afterCap(rental.category), since: day))
    } else if let month = months(of: rental, through: today).last(where: { $0.through >= today })
      ?? nextMonth(of: rental, after: today)
    {
      facts.append(.running(month))
    }
    facts += rental.breaks.filter { $0.includes(today) }.map(RentalFact.inBreak)
    facts += rental.breaks.filter { mayBeginAnew(after: $0, of: rental, on: today) }
      .map(RentalFact.mayBeginAnew)
    return facts
  }

  /// Whether a break lets a new period begin: the need itself ended for more than 60 consecutive
  /// days beside the rest of the rental month in which it ended (42 CFR 414.230(d)).
  ///
  /// Hospital, nursing facility, hospice and other payers break the billing, never the need.
  package static func mayBeginAnew(
    after interruption: RentalBreak, of rental: Rental, on today: Day
  ) -> Bool {
    guard interruption.kind == .need, interruption.from >= rental.startedOn else { return false }
    let lastDay = min(interruption.through ?? today, today)
    return lastDay - endOfCalendarMonth(of: rental, at: interruption.from) > 60
  }

  /// Last day of the rental month in which a day lies, billed or not.
  private static func endOfCalendarMonth(of rental: Rental, at day: Day) -> Day {
    let start = rental.startedOn.components
    let end = day.components
    // The anniversary in the same calendar month may still be to come.
    var index = max(0, (end.year - start.year) * 12 + end.month - start.month)
    if anniversary(index, of: rental) <= day { index += 1 }
    return anniversary(index, of: rental).adding(days: -1)
  }
}
