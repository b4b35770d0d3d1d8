package import Billing

/// Which months a rental has, to the day (domain reference 7.4 and 7.5).
///
/// A month begins on the day of the month on which the rental started, or on the last day of a
/// shorter month; every anniversary is counted from the start, so that it never drifts. A month
/// whose anniversary falls into a break, or on or after the pick-up, is not billed and has no
/// number: the next one that is billed goes on counting.
package enum RentalCalendar {
  /// The anniversary after `index` calendar months; 0 is the first day of the rental.
  package static func anniversary(_ index: Int, of rental: Rental) -> Day {
    rental.startedOn.adding(months: index)
  }

  /// The months that begin on or before a day, up to the cap.
  package static func months(of rental: Rental, through day: Day) -> [RentalMonth] {
    var months: [RentalMonth] = []
    var number = rental.firstMonth
    var next = anniversary(0, of: rental)
    for index in 0..<longest {
      let from = next
      guard from <= day, isWithinCap(number, of: rental), !hasEnded(rental, on: from) else { break }
      next = anniversary(index + 1, of: rental)
      guard !isInBreak(rental, on: from) else { continue }
      months.append(RentalMonth(number: number, from: from, through: next.adding(days: -1)))
      number += 1
    }
    return months
  }

  /// The month that the cap ends with; nil where there is no cap or it is never reached: picked
  /// up before, or in a break without an end.
  package static func lastMonth(of rental: Rental) -> RentalMonth? {
    guard let cap = rental.capMonths, cap >= rental.firstMonth,
      let last = months(of: rental, through: Day(rawValue: .max)).last, last.number == cap
    else { return nil }
    return last
  }

  /// The first month that begins after a day, if there is one.
  package static func nextMonth(of rental: Rental, after day: Day) -> RentalMonth? {
    // A break puts the next month off by no more than its own length.
    let farthest = rental.breaks.compactMap(\.through).reduce(day, max)
    let horizon = max(farthest, rental.startedOn).adding(months: 2)
    return months(of: rental, through: horizon).first { $0.from > day }
  }

  /// The months that are to become charges today: begun, and after the last one that was charged,
  /// whose day of service is `billedThrough` (nil for none).
  package static func dueMonths(
    of rental: Rental, billedThrough: Day?, on today: Day
  ) -> [RentalMonth] {
    let months = months(of: rental, through: today)
    guard let billedThrough else { return months }
    return months.filter { $0.from > billedThrough }
  }

  /// The day after the last paid month: the rent stops, and a capped rental is the patient's.
  package static func conversionDay(of rental: Rental) -> Day? {
    lastMonth(of: rental)?.through.adding(days: 1)
  }

  /// The day of the letter that says that the title has passed; nil where it never passes.
  package static func titleLetterDay(of rental: Rental) -> Day? {
    afterCap(rental.category) == .titlePasses ? conversionDay(of: rental) : nil
  }

  /// First day of month 10, when an office offers the purchase (domain reference 11.2); nil where
  /// its settings do not ask for the letter or there is no such month.
  package static func tenthMonthLetterDay(of rental: Rental, settings: OrderSettings) -> Day? {
    guard settings.tenthMonthLetter, afterCap(rental.category) == .titlePasses else { return nil }
    return months(of: rental, through: Day(rawValue: .max)).first { $0.number == 10 }?.from
  }

  /// What is paid when the months are over.
  package static func afterCap(_ category: PaymentCategory) -> AfterCap {
    switch category {
    case .cappedRental: .titlePasses
    case .oxygen: .contentsAndMaintenance
    case .parenteralEnteral: .maintenance
    default: .nothing
    }
  }

  /// The delivery with which the useful lifetime began: months before a takeover count.
  package static func firstDelivery(of rental: Rental) -> Day {
    rental.startedOn.adding(months: 1 - max(1, rental.firstMonth))
  }

  /// Whether the months of the rent are limited and `number` is one of them.
  package static func isWithinCap(_ number: Int, of rental: Rental) -> Bool {
    rental.capMonths.map { number <= $0 } ?? true
  }

  /// Longer than any useful lifetime: a century of months bounds every loop.
  private static let longest = 1200

  private static func isInBreak(_ rental: Rental, on day: Day) -> Bool {
    rental.breaks.contains { $0.includes(day) }
  }

  /// Picked up, or in a break that has no end yet.
  private static func hasEnded(_ rental: Rental, on day: Day) -> Bool {
    if let pickedUpOn = rental.pickedUpOn, pickedUpOn <= day { return true }
    return rental.breaks.contains { $0.through == nil && $0.from <= day }
  }
}

extension RentalBreak {
  /// Whether a day is one of its days.
  package func includes(_ day: Day) -> Bool {
    from <= day && (through.map { day <= $0 } ?? true)
  }
}
