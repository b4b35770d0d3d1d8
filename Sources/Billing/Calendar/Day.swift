/// A calendar date with no time and no zone, counted in days from 1970-01-01.
package struct Day: RawRepresentable, Hashable, Comparable, Sendable {
  package var rawValue: Int32

  package init(rawValue: Int32) { self.rawValue = rawValue }

  package static func < (left: Day, right: Day) -> Bool { left.rawValue < right.rawValue }

  /// Days from `right` to `left`; negative where `left` is earlier.
  package static func - (left: Day, right: Day) -> Int { Int(left.rawValue) - Int(right.rawValue) }

  /// The date `days` later (earlier where negative).
  package func adding(days: Int) -> Day { Day(rawValue: rawValue + Int32(clamping: days)) }
}

/// The days of the week in ISO order.
package enum Weekday: Int, Sendable, CaseIterable {
  case monday = 1
  case tuesday, wednesday, thursday, friday, saturday, sunday
}

extension Day {
  /// A date of the proleptic Gregorian calendar, or nil where there is no such day.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...Day.daysIn(month: month, year: year)).contains(day)
    else { return nil }
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    self.init(rawValue: Int32(era * 146_097 + dayOfEra - 719_468))
  }

  /// How many days a month has.
  package static func daysIn(month: Int, year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Year, month (1-12) and day of the month (1-31).
  package var components: (year: Int, month: Int, day: Int) {
    let shifted = Int(rawValue) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthIndex = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthIndex + 2) / 5 + 1
    let month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  package var year: Int { components.year }

  package var weekday: Weekday {
    // 1970-01-01 was a Thursday.
    let index = (Int(rawValue) % 7 + 7 + 3) % 7
    return Weekday(rawValue: index + 1) ?? .monday
  }

  /// The same day of the month `months` later, or that month's last day where it is shorter.
  package func adding(months: Int) -> Day {
    let (year, month, day) = components
    let total = year * 12 + month - 1 + months
    let newYear = total / 12
    let newMonth = total % 12 + 1
    return Day(
      year: newYear, month: newMonth, day: min(day, Day.daysIn(month: newMonth, year: newYear)))
      ?? self
  }

  /// The same month and day `years` later; February 29 becomes February 28.
  package func adding(years: Int) -> Day { adding(months: years * 12) }
}

extension Day: CustomStringConvertible {
  /// ISO form, `2026-11-24`.
  package var description: String { digits(separator: [UInt8(ascii: "-")]) }

  /// X12 form CCYYMMDD, `20261124`.
  package var ccyymmdd: String { digits(separator: []) }

  /// The same as a number.
  package var ccyymmddNumber: Int32 {
    let (year, month, day) = components
    return Int32(year * 10_000 + month * 100 + day)
  }

  private func digits(separator: [UInt8]) -> String {
    let (year, month, day) = components
    var text: [UInt8] = []
    text.reserveCapacity(10)
    func append(_ number: Int) {
      text.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / 10))
      text.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
    }
    if (0...9999).contains(year) {
      append(year / 100)
      append(year % 100)
    } else {
      text += Array(String(year).utf8)
    }
    text += separator
    append(month)
    text += separator
    append(day)
    return String(decoding: text, as: UTF8.self)
  }

  /// Short form for rows of a list, `Nov 24`.
  package var short: String {
    let (_, month, day) = components
    return Day.monthNames[month - 1] + " " + String(day)
  }

  /// Short form for a sentence, `Nov 24`; with its year where that is not the one of today.
  package func short(seenFrom today: Day) -> String {
    year == today.year ? short : "\(short), \(year)"
  }

  private static let monthNames = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// Reads `2026-11-24` or `20261124`; nil for anything else and for days that do not exist.
  package init?(_ text: String) { self.init(utf8: text.utf8) }

  /// Reads `2026-11-24` or `20261124`; nil for anything else and for days that do not exist.
  package init?(_ text: Substring) { self.init(utf8: text.utf8) }

  /// Reads a number as X12 dates are kept, `20261124`; nil for 0 and for days that do not exist.
  package init?(ccyymmdd number: Int32) {
    guard number > 0 else { return nil }
    let value = Int(number)
    self.init(year: value / 10_000, month: value / 100 % 100, day: value % 100)
  }

  /// Eight digits, all together or with a dash after the year and one after the month.
  private init?(utf8 text: some Collection<UInt8>) {
    let hasDashes = text.count == 10
    guard text.count == 8 || hasDashes else { return nil }
    var number: Int32 = 0
    for (place, letter) in text.enumerated() {
      if hasDashes, place == 4 || place == 7 {
        guard letter == UInt8(ascii: "-") else { return nil }
        continue
      }
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(letter) else { return nil }
      number = number * 10 + Int32(letter - UInt8(ascii: "0"))
    }
    self.init(ccyymmdd: number)
  }
}
