/// One running program as leases name it: which process, where, and since when.
///
/// Written into the session of every lease, so that another program on the same machine can tell
/// whether the holder still runs. A process number comes again one day; with the moment of its start
/// it does not.
package struct SignIn: Equatable, Sendable {
  /// `desk` for a workstation, `shell` for all verbs of one shell.
  package var kind: String
  /// Number of the account.
  package var account: UInt32
  /// The process that must run for the lease to hold: the workstation, or the shell.
  package var process: Int32
  /// When it started, in ticks of the kernel since the machine was started.
  package var started: UInt64
  /// The machine since its last start, and the table of processes in it; empty where it is not known.
  package var place: String
  /// Tells two sign-ins of one process apart.
  package var mark: String

  package init(
    kind: String, account: UInt32, process: Int32, started: UInt64, place: String, mark: String
  ) {
    self.kind = kind
    self.account = account
    self.process = process
    self.started = started
    self.place = place
    self.mark = mark
  }

  /// The session of a lease: `desk:1000:4711:998877:4f1c…:x7`.
  package var session: String { "\(kind):\(account):\(process):\(started):\(place):\(mark)" }

  /// Reads the session of a lease; nil for one that names no process.
  package init?(session: String) {
    let parts = session.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 6, let account = UInt32(parts[1]), let process = Int32(parts[2]),
      let started = UInt64(parts[3])
    else { return nil }
    self.init(
      kind: parts[0], account: account, process: process, started: started, place: parts[4],
      mark: parts[5])
  }

  /// Whether the process is certainly gone; false for one on another machine, or where in doubt.
  package func hasEnded(_ processes: Processes) -> Bool {
    guard !place.isEmpty, place == processes.place, process > 0 else { return false }
    guard processes.exists(process) else { return true }
    guard let facts = processes.stat(process).flatMap(ProcessFacts.init) else { return false }
    return facts.isOver || facts.started != started
  }
}

/// What one line of `/proc/PID/stat` says.
package struct ProcessFacts: Equatable, Sendable {
  /// Ended, and only waiting for its parent to hear of it.
  package var isOver: Bool
  /// In ticks of the kernel since the machine was started.
  package var started: UInt64

  /// Reads the line; nil where it is none.
  ///
  /// The name of the program, in parentheses, may hold anything.
  package init?(_ line: String) {
    guard let end = line.lastIndex(of: ")") else { return nil }
    let fields = line[line.index(after: end)...].split(separator: " ")
    // Fields 3 (state) and 22 (start) of the line.
    guard fields.count > 19, let started = UInt64(fields[19].prefix { $0.isNumber }) else {
      return nil
    }
    isOver = fields[0] == "Z" || fields[0] == "X" || fields[0] == "x"
    self.started = started
  }
}
