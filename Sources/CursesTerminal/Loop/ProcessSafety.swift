import CTerminal
import Glibc

/// What the whole process does before anything else, so that a crash leaves no patient data behind.
package enum ProcessSafety {
  /// Switches core dumps off, also those that the system pipes to a program.
  ///
  /// - Returns: false when the system refused.
  @discardableResult
  package static func switchCoreDumpsOff() -> Bool { cterm_core_dumps_off() }

  /// Starts the program anew, once, so that Swift's backtracer writes to a folder and never asks.
  ///
  /// The runtime reads `SWIFT_BACKTRACE` when it starts, hence the new start; the process id stays.
  /// A variable that is already set is respected. Registers, memory and the list of images stay out
  /// of the file: they could hold patient data. Returns when the program already runs like that, or
  /// cannot.
  ///
  /// - Parameter folder: An existing folder, mode 0700.
  /// - Returns: whether crash reports are set up.
  @discardableResult
  package static func restartWithCrashReports(in folder: String) -> Bool {
    // The setting is a list with commas and has no quoting.
    guard !folder.isEmpty, !folder.contains(",") else { return false }
    return unsafe cterm_restart_with(
      "SWIFT_BACKTRACE", backtraceSetting(folder: folder), CommandLine.unsafeArgv)
  }

  /// The value of `SWIFT_BACKTRACE`.
  static func backtraceSetting(folder: String) -> String {
    [
      "enable=yes", "interactive=no", "color=no", "registers=none", "images=none",
      "threads=crashed", "sanitize=yes", "output-to=\(folder)",
    ].joined(separator: ",")
  }
}
