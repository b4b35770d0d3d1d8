import Billing
import Cells

/// Words that several screens use.
enum Wording {
  /// `1 item`, `1,204 items`.
  static func count(_ number: Int, _ noun: SafeText) -> SafeText {
    "\(MoneyText.count(number)) \(noun)\(number == 1 ? "" : "s")"
  }

  static func money(_ amount: Cents) -> SafeText { MoneyText.dollars(amount.rawValue) }

  /// A date in a row of a list: `Nov 24`, with its year where that is another one.
  static func date(_ day: Day, today: Day) -> SafeText {
    day.year == today.year
      ? SafeText(foreign: day.short) : "\(foreign: day.short) \(day.year)"
  }

  /// A date in a column of a list: `Nov 24`, and `Jan 4 '27` where the year is another one.
  static func listDate(_ day: Day, today: Day) -> SafeText {
    guard day.year != today.year else { return SafeText(foreign: day.short) }
    let year = String(day.year % 100 + 100).dropFirst()
    return "\(foreign: day.short) '\(foreign: String(year))"
  }

  /// Columns of the widest date of a list, `Dec 24 '27`.
  static let listDateColumns = 10

  /// A moment in a column of a list: `Nov 24 09:15`; of another year the day says enough.
  static func listMoment(_ moment: Timestamp, today: Day) -> SafeText {
    let day = listDate(moment.day, today: today)
    return moment.day.year == today.year ? "\(day) \(foreign: moment.hourAndMinute)" : day
  }

  /// A date in a sentence, `Tue Nov 24`.
  static func longDate(_ day: Day, today: Day) -> SafeText {
    "\(weekday(day.weekday)) \(date(day, today: today))"
  }

  static func weekday(_ weekday: Weekday) -> SafeText {
    switch weekday {
    case .monday: "Mon"
    case .tuesday: "Tue"
    case .wednesday: "Wed"
    case .thursday: "Thu"
    case .friday: "Fri"
    case .saturday: "Sat"
    case .sunday: "Sun"
    }
  }

  /// `3d`, `today`, `-2d`: days from today.
  static func daysLeft(_ days: Int) -> SafeText {
    days == 0 ? "today" : "\(days)d"
  }

  /// `in 3 days`, `today`, `2 days ago`.
  static func distance(_ days: Int) -> SafeText {
    switch days {
    case 0: "today"
    case 1: "tomorrow"
    case -1: "yesterday"
    case 2...: "in \(MoneyText.count(days)) days"
    default: "\(MoneyText.count(-days)) days ago"
    }
  }

  static func detail(of order: WorkOrder) -> SafeText {
    switch order {
    case .rank: "nearest deadline first, then most money"
    case .balance: "most open money first"
    case .due: "earliest safe date first"
    case .age: "oldest first"
    case .payer: "by payer's name"
    case .patient: "by patient's name"
    }
  }

  static func key(of order: WorkOrder) -> Character {
    switch order {
    case .rank: "r"
    case .balance: "b"
    case .due: "d"
    case .age: "a"
    case .payer: "p"
    case .patient: "n"
    }
  }

  /// Units in thousandths as a number: `1`, `2.5`.
  static func units(_ thousandths: Int64) -> String {
    let magnitude = thousandths.magnitude
    let sign = thousandths < 0 ? "-" : ""
    var fraction = String(magnitude % 1000 + 1000).dropFirst()
    while fraction.last == "0" { fraction.removeLast() }
    return sign + String(magnitude / 1000) + (fraction.isEmpty ? "" : "." + fraction)
  }
}
