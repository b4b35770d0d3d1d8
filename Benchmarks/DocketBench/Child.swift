import Foundation

/// A program that the bench starts and waits for.
struct Child {
  let process: pid_t
  /// The bench's end of the child's output, or of its terminal.
  let output: Int32

  /// What is known of a child that has ended.
  struct End {
    var output: [UInt8]
    var status: Int32
    /// The most memory it ever had, in bytes.
    var peakMemory: Int64
  }

  /// Runs a program to its end, its output kept.
  static func run(_ path: String, _ arguments: [String]) throws -> End {
    try start(path, arguments).finish()
  }

  /// Starts a program with its output in a pipe.
  static func start(_ path: String, _ arguments: [String]) throws -> Child {
    var ends: [Int32] = [0, 0]
    guard unsafe pipe(&ends) == 0 else { throw BenchFailure("there is no pipe") }
    _ = fcntl(ends[0], F_SETFD, FD_CLOEXEC)
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    unsafe posix_spawn_file_actions_addclose(&actions, ends[1])
    let process = unsafe try spawn(path, arguments, &actions, flags: 0)
    close(ends[1])
    return Child(process: process, output: ends[0])
  }

  /// Starts a program on a terminal of its own.
  static func startOnTerminal(
    _ path: String, _ arguments: [String], columns: UInt16 = 120, rows: UInt16 = 40
  ) throws -> Child {
    var master: Int32 = 0
    var slave: Int32 = 0
    var name = [CChar](repeating: 0, count: 128)
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    guard unsafe openpty(&master, &slave, &name, nil, &size) == 0 else {
      throw BenchFailure("there is no terminal to be had")
    }
    _ = fcntl(master, F_SETFD, FD_CLOEXEC)
    defer { close(slave) }
    _ = fcntl(slave, F_SETFD, FD_CLOEXEC)
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    // The first terminal that the leader of a session opens becomes its own.
    unsafe posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, 0, 1)
    unsafe posix_spawn_file_actions_adddup2(&actions, 0, 2)
    let process = unsafe try spawn(
      path, arguments, &actions, flags: newSession)
    return Child(process: process, output: master)
  }

  /// `POSIX_SPAWN_SETSID`, which Swift does not see.
  private static let newSession: Int16 = 0x80

  private static func spawn(
    _ path: String, _ arguments: [String], _ actions: UnsafePointer<posix_spawn_file_actions_t>,
    flags: Int16
  ) throws -> pid_t {
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    unsafe posix_spawnattr_setflags(&attributes, flags)
    var words = unsafe ([path] + arguments).map { unsafe strdup($0) } + [nil]
    var settings = ProcessInfo.processInfo.environment
    settings["TERM"] = "xterm-256color"
    settings["LC_ALL"] = "C.UTF-8"
    // Every run begins at home: no last place is kept there.
    settings["XDG_STATE_HOME"] = "/dev/null"
    var environment = unsafe settings.map { unsafe strdup("\($0.key)=\($0.value)") } + [nil]
    defer { unsafe (words + environment).forEach { unsafe free($0) } }
    var process: pid_t = 0
    let code = unsafe posix_spawn(&process, path, actions, &attributes, &words, &environment)
    guard code == 0 else {
      throw BenchFailure("\(path) cannot be started (error \(code))")
    }
    return process
  }

  /// Reads until the program has ended.
  func finish() -> End {
    var all: [UInt8] = []
    while let more = read(waiting: -1), !more.isEmpty { all += more }
    close(output)
    var status: Int32 = 0
    var usage = rusage()
    unsafe wait4(process, &status, 0, &usage)
    return End(output: all, status: status, peakMemory: Int64(usage.ru_maxrss) * 1024)
  }

  /// What has come after at most so many milliseconds: nil where nothing did, empty at the end.
  func read(waiting milliseconds: Int32) -> [UInt8]? {
    var poller = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
    guard unsafe poll(&poller, 1, milliseconds) > 0 else { return nil }
    return unsafe [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
      count = unsafe max(0, Foundation.read(output, buffer.baseAddress, 65_536))
    }
  }

  /// Everything that comes until nothing does for so many milliseconds, and when the last came.
  func readUntilQuiet(_ milliseconds: Int32) -> (bytes: Int, first: Int64?, last: Int64) {
    var bytes = 0
    var first: Int64?
    var last = Stopwatch.now()
    while let more = read(waiting: first == nil ? 10_000 : milliseconds), !more.isEmpty {
      last = Stopwatch.now()
      first = first ?? last
      bytes += more.count
    }
    return (bytes, first, last)
  }

  /// Types on the terminal of the program.
  func type(_ keys: String) {
    let bytes = Array(keys.utf8)
    _ = unsafe bytes.withUnsafeBytes { unsafe write(output, $0.baseAddress, $0.count) }
  }

  /// Memory that it has now, in bytes: VmRSS.
  var residentMemory: Int64 {
    let status = (try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") } ?? ""
    let words = line.split(separator: " ")
    return (words.count > 1 ? Int64(words[1]) ?? 0 : 0) * 1024
  }

  /// Ends a program that has no end of its own.
  func end() {
    kill(process, SIGTERM)
    _ = finish()
  }
}
