/// Days as people type them in filters and forms.
package enum TypedDay {
  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// A day, or nil where the text is none.
  ///
  /// Reads `today`, `tomorrow`, `yesterday`, a weekday (the next one), `3`, `3d`, `+2w`, `-1m`,
  /// `2026-11-24`, `20261124`, `11/24`, `11/24/2026` and `nov 24`. Without a year, the next such
  /// day from today on.
  package static func parse(_ text: String, today: Day) -> Day? {
    let text = text.lowercased().filter { $0 != "," }
    switch text {
    case "today", "now": return today
    case "tomorrow": return today.adding(days: 1)
    case "yesterday": return today.adding(days: -1)
    default: break
    }
    return offset(text, from: today) ?? weekday(text, after: today) ?? Day(text)
      ?? slashed(text, today: today) ?? named(text, today: today)
  }

  /// As ``parse(_:today:)``; without a year the nearest such day, as papers and deliveries mean it.
  package static func near(_ text: String, today: Day) -> Day? {
    guard let day = parse(text, today: today) else { return nil }
    let hasYear = text.filter(\.isNumber).count > 4
    let isRelative = !text.contains(" ") && !text.contains("/")
    return hasYear || isRelative || day - today <= 183 ? day : day.adding(years: -1)
  }

  /// `3`, `3d`, `+2w`, `-1m`, `1y`: days, weeks, months, years from a day.
  package static func offset(_ text: String, from day: Day) -> Day? {
    var rest = text[...]
    var sign = 1
    if let first = rest.first, first == "+" || first == "-" {
      sign = first == "-" ? -1 : 1
      rest.removeFirst()
    }
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    guard (1...4).contains(digits.count), let count = Int(digits) else { return nil }
    switch rest.dropFirst(digits.count) {
    case "", "d", "day", "days": return day.adding(days: sign * count)
    case "w", "week", "weeks": return day.adding(days: sign * count * 7)
    case "m", "month", "months": return day.adding(months: sign * count)
    case "y", "year", "years": return day.adding(years: sign * count)
    default: return nil
    }
  }

  private static func weekday(_ text: String, after today: Day) -> Day? {
    guard text.count >= 3 else { return nil }
    let names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    guard let index = names.firstIndex(where: { $0.hasPrefix(text) }) else { return nil }
    let ahead = (index + 1 - today.weekday.rawValue + 7) % 7
    return today.adding(days: ahead == 0 ? 7 : ahead)
  }

  private static func slashed(_ text: String, today: Day) -> Day? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), let month = number(parts[0]), let day = number(parts[1])
    else { return nil }
    guard parts.count == 3 else { return next(month: month, day: day, from: today) }
    guard let year = number(parts[2]) else { return nil }
    return Day(year: year < 100 ? 2000 + year : year, month: month, day: day)
  }

  private static func named(_ text: String, today: Day) -> Day? {
    let parts = text.split(separator: " ")
    let (name, rest): (Substring, Substring)
    if (2...3).contains(parts.count) {
      (name, rest) = (parts[0], parts[1])
    } else if parts.count == 1 {
      name = parts[0].prefix { $0.isLetter }
      rest = parts[0].dropFirst(name.count)
    } else {
      return nil
    }
    guard name.count >= 3, let day = number(rest),
      let month = months.firstIndex(where: { name.hasPrefix($0) })
    else { return nil }
    guard parts.count == 3 else { return next(month: month + 1, day: day, from: today) }
    guard let year = number(parts[2]) else { return nil }
    return Day(year: year, month: month + 1, day: day)
  }

  private static func next(month: Int, day: Int, from today: Day) -> Day? {
    let thisYear = Day(year: today.year, month: month, day: day)
    if let thisYear, thisYear >= today { return thisYear }
    return Day(year: today.year + 1, month: month, day: day)
  }

  private static func number(_ text: Substring) -> Int? {
    guard (1...4).contains(text.count), text.utf8.allSatisfy({ (48...57).contains($0) }) else {
      return nil
    }
    return Int(text)
  }
}
