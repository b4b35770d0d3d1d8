/// A moment in UTC, in milliseconds from 1970-01-01; always handed in, never read from a clock here.
package struct Timestamp: RawRepresentable, Hashable, Comparable, Sendable {
  package var rawValue: Int64

  package init(rawValue: Int64) { self.rawValue = rawValue }

  package static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.rawValue < right.rawValue
  }

  /// The UTC date of this moment.
  package var day: Day {
    let days =
      rawValue >= 0 ? rawValue / 86_400_000 : (rawValue - 86_399_999) / 86_400_000
    return Day(rawValue: Int32(clamping: days))
  }

  /// Hours and minutes in UTC, `14:05`.
  package var hourAndMinute: String {
    let minutes = (rawValue / 60_000 % 1440 + 1440) % 1440
    let (hour, minute) = (minutes / 60, minutes % 60)
    return (hour < 10 ? "0" : "") + "\(hour)" + (minute < 10 ? ":0" : ":") + "\(minute)"
  }
}
