import Glibc

/// The clock of this machine, which people and time servers set forward and back.
package enum MachineClock {
  /// Milliseconds since 1970 began, in UTC.
  package static func milliseconds() -> Int64 {
    var now = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &now)
    return Int64(now.tv_sec) * 1_000 + Int64(now.tv_nsec) / 1_000_000
  }
}
