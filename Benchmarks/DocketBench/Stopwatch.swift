import Foundation

/// Nanoseconds of the monotonic clock, which all processes of the machine share.
enum Stopwatch {
  static func now() -> Int64 {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }

  /// How long something took.
  static func time<T>(_ body: () throws -> T) rethrows -> (value: T, nanoseconds: Int64) {
    let start = now()
    let value = try body()
    return (value, now() - start)
  }

  static func sleep(nanoseconds: Int64) {
    usleep(UInt32(clamping: max(0, nanoseconds / 1000)))
  }
}

/// Times that were measured, in nanoseconds.
struct Times {
  private(set) var all: [Int64] = []

  init(_ times: [Int64] = []) { all = times }

  mutating func add(_ time: Int64) { all.append(time) }

  var median: Int64 { quantile(50) }
  var p99: Int64 { quantile(99) }
  var worst: Int64 { all.max() ?? 0 }

  private func quantile(_ percent: Int) -> Int64 {
    guard !all.isEmpty else { return 0 }
    return all.sorted()[min(all.count - 1, all.count * percent / 100)]
  }
}
