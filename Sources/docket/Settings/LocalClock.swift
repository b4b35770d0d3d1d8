import Billing
import Glibc

/// The machine's clock, read only here and handed to everything else.
enum LocalClock {
  /// The local calendar day.
  static func today() -> Day {
    let parts = unsafe local()
    return unsafe Day(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
      ?? Day(rawValue: 0)
  }

  /// What the local clock is ahead of UTC, in minutes.
  static func minutesFromUTC() -> Int { unsafe local().tm_gmtoff / 60 }

  /// Now, in milliseconds from 1970.
  static func now() -> Timestamp {
    var moment = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &moment)
    return Timestamp(rawValue: Int64(moment.tv_sec) * 1000 + Int64(moment.tv_nsec) / 1_000_000)
  }

  private static func local() -> tm {
    var seconds = time(nil)
    var parts = unsafe tm()
    unsafe localtime_r(&seconds, &parts)
    return unsafe parts
  }
}
