import Cells
import Glibc
import TOMLKit
import Workstation

/// What an office has decided for everybody: `office.settings.toml` beside its database.
struct OfficeSettings: Equatable, Sendable {
  /// Account names; nil where the office names none.
  var supervisors: [String]?
  /// Account names of those who record and post money; nil where all may.
  var posters: [String]?
  /// What is on everybody's screen after a decision, unless they want it otherwise.
  var afterDecision: AfterDecision?
  /// How many days the clock may be ahead of the office before a supervisor is asked.
  var leapDays = 7

  /// The settings of an office; where there is no file, none.
  ///
  /// The file counts only when it belongs to root or to whoever owns the office's database, and
  /// nobody else may write it: otherwise a biller could make a supervisor of himself.
  ///
  /// - Throws: why the file does not count, or the line and key that is wrong.
  init(_ paths: OfficePaths) throws(CommandFailure) {
    guard let document = try TOMLDocument.read(paths.settings) else { return }
    try Self.checkOwner(paths)
    try document.checkKeys(["supervisors", "posters", "after-decision", "leap-days"])
    let reader = KeyReader(document: document)
    supervisors = try reader.texts("supervisors")
    posters = try reader.texts("posters")
    afterDecision = try reader.afterDecision()
    if let days = try reader.number("leap-days", in: 1...366) { leapDays = days }
  }

  /// Whether an account supervises: it is on the list, or there is none and the office is its own.
  func isSupervisor(_ name: String, paths: OfficePaths) -> Bool {
    if let supervisors { return supervisors.contains(name) }
    var office = stat()
    // An office that is about to be made belongs to whoever makes it.
    guard unsafe lstat(paths.database, &office) == 0 else { return true }
    return office.st_uid == geteuid()
  }

  private static func checkOwner(_ paths: OfficePaths) throws(CommandFailure) {
    var file = stat()
    var office = stat()
    guard unsafe lstat(paths.settings, &file) == 0 else { return }
    let owner =
      unsafe lstat(paths.database, &office) == 0 ? office.st_uid : geteuid()
    guard file.st_mode & S_IFMT == S_IFREG, file.st_uid == 0 || file.st_uid == owner,
      file.st_mode & 0o022 == 0
    else {
      throw CommandFailure(
        """
        \(foreign: paths.settings): it must belong to the office's owner and be writable by \
        nobody else. Run: chmod go-w '\(foreign: paths.settings)'
        """)
    }
  }
}
