import Foundation

/// How much of what is random is tried: a few seeds in every run, the rest by `make soak`.
enum Soak {
  /// Whether this run tries all that there is.
  static let isOn = ProcessInfo.processInfo.environment["DOCKET_SOAK"] == "1"

  /// The first few of so many seeds, or all of them.
  static func seeds(_ few: Int, of all: Int) -> [Int] { Array(1...(isOn ? all : few)) }
}
