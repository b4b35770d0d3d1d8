import Foundation

/// The processes of this machine, as far as the sign-ins of leases need them.
package struct Processes: Sendable {
  /// The machine since its last start, and the table of processes that this program sees.
  package var place: String
  /// Whether a process of that number runs, be it anybody's.
  package var exists: @Sendable (Int32) -> Bool
  /// The line of a process in `/proc`; nil where it cannot be read.
  package var stat: @Sendable (Int32) -> String?

  package init(
    place: String, exists: @escaping @Sendable (Int32) -> Bool,
    stat: @escaping @Sendable (Int32) -> String?
  ) {
    self.place = place
    self.exists = exists
    self.stat = stat
  }

  /// Those of the machine that runs this program.
  package static let own = Processes(
    place: ownPlace,
    // Whoever may not signal a process is told that it is there.
    exists: { kill($0, 0) == 0 || errno != ESRCH },
    stat: { try? String(contentsOfFile: "/proc/\($0)/stat", encoding: .utf8) })

  /// None is known: nothing has ended.
  package static let none = Processes(place: "", exists: { _ in true }, stat: { _ in nil })

  private static let ownPlace: String = {
    let boot = try? String(contentsOfFile: "/proc/sys/kernel/random/boot_id", encoding: .utf8)
    let table = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/ns/pid")
    guard let boot, let table else { return "" }
    let letters = boot.filter { $0.isHexDigit }
    return letters.isEmpty ? "" : letters + "-" + table.filter(\.isNumber)
  }()

  /// When a process started, in ticks of the kernel; 0 where it cannot be told.
  package func started(_ process: Int32) -> UInt64 {
    stat(process).flatMap(ProcessFacts.init)?.started ?? 0
  }
}
