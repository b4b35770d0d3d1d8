import Foundation
import Testing

/// The built program, run as an office runs it: by its name, with arguments, in a home of its own.
struct Docket: Sendable {
  /// What one run came to.
  struct Outcome: Sendable {
    var status: Int32
    var output: Data
    var complaint: String

    var text: String { String(decoding: output, as: UTF8.self) }
  }

  /// The program beside the test bundle, or nil where it was not built.
  static let program: String? = {
    guard let tests = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    else { return nil }
    let beside = (tests as NSString).deletingLastPathComponent + "/docket"
    return FileManager.default.isExecutableFile(atPath: beside) ? beside : nil
  }()

  /// The day of every test, so that each can be repeated.
  static let today = "2026-03-02"

  let home: Scratch

  init() throws { home = try Scratch() }

  /// The environment of a run: nothing of the person who runs the tests.
  var environment: [String: String] {
    [
      "HOME": home.path, "PATH": "/usr/local/bin:/usr/bin:/bin", "LANG": "C.UTF-8",
      "TERM": "xterm-256color", "USER": "somebody-else",
    ]
  }

  /// Runs the program to its end.
  func run(
    _ arguments: [String], environment extra: [String: String] = [:]
  ) async throws -> Outcome {
    let process = try start(arguments, environment: extra)
    return await process.wait()
  }

  /// Starts the program; many can run at once.
  func start(
    _ arguments: [String], environment extra: [String: String] = [:]
  ) throws -> RunningDocket {
    let program = try #require(Docket.program, "docket was not built beside the tests")
    try makeSample(for: arguments, with: program)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.environment = environment.merging(extra) { $1 }
    process.currentDirectoryURL = URL(fileURLWithPath: home.path)
    return try RunningDocket(process)
  }

  /// Files are read on a stated day into a sample office alone: where none is there, it is made.
  private func makeSample(for arguments: [String], with program: String) throws {
    guard arguments.contains("import"), arguments.contains("--today"),
      let place = arguments.firstIndex(of: "--office"), arguments.indices.contains(place + 1),
      !FileManager.default.fileExists(atPath: arguments[place + 1])
    else { return }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = ["demo", "--empty", "--no-open", "--office", arguments[place + 1]]
    process.environment = environment
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
  }

  /// Runs a verb on an office on the day of the tests.
  func run(
    _ arguments: String..., office: String, environment: [String: String] = [:]
  ) async throws -> Outcome {
    try await run(
      arguments + ["--office", office, "--today", Docket.today], environment: environment)
  }

  /// Runs a verb that must end well, and reads its JSON.
  func json(_ arguments: String..., office: String) async throws -> [String: Any] {
    let outcome = try await run(
      arguments + ["--office", office, "--today", Docket.today, "--json"])
    #expect(outcome.status == 0, "\(arguments): \(outcome.complaint)")
    return try outcome.object()
  }
}

extension Docket.Outcome {
  /// The output as one JSON object.
  func object() throws -> [String: Any] {
    let value = try JSONSerialization.jsonObject(with: output, options: [.fragmentsAllowed])
    return try #require(value as? [String: Any], "no object: \(text.prefix(200))")
  }
}

extension Process {
  /// Starts it with no signals blocked.
  ///
  /// The threads that run tests block every signal, and what they start inherits that: a tmux that
  /// never hears TERM outlives its test.
  func runHearingSignals() throws {
    var none = sigset_t()
    var before = sigset_t()
    unsafe sigemptyset(&none)
    unsafe pthread_sigmask(SIG_SETMASK, &none, &before)
    defer { unsafe pthread_sigmask(SIG_SETMASK, &before, nil) }
    try run()
  }
}

/// A run that may still go on.
final class RunningDocket: Sendable {
  private let process: Process
  private let output: Task<Data, Never>
  private let complaint: Task<Data, Never>

  fileprivate init(_ process: Process) throws {
    let (out, err) = (Pipe(), Pipe())
    process.standardOutput = out
    process.standardError = err
    process.standardInput = FileHandle.nullDevice
    self.process = process
    try process.runHearingSignals()
    // Both are read at once, or a long output would fill its pipe and never end.
    output = Self.read(out)
    complaint = Self.read(err)
  }

  private static func read(_ pipe: Pipe) -> Task<Data, Never> {
    Task.detached {
      await withCheckedContinuation { continuation in
        Thread.detachNewThread {
          continuation.resume(
            returning: (try? pipe.fileHandleForReading.readToEnd() ?? Data()) ?? Data())
        }
      }
    }
  }

  var processIdentifier: Int32 { process.processIdentifier }

  func wait() async -> Docket.Outcome {
    let out = await output.value
    let err = await complaint.value
    await withCheckedContinuation { continuation in
      Thread.detachNewThread { [process] in
        process.waitUntilExit()
        continuation.resume()
      }
    }
    return Docket.Outcome(
      status: process.terminationReason == .exit
        ? process.terminationStatus : 128 + process.terminationStatus,
      output: out, complaint: String(decoding: err, as: UTF8.self))
  }
}

/// A folder that goes away with the value.
final class Scratch: Sendable {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "docket-tests-" + UUID().uuidString
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// A file in the folder with that content.
  func file(_ name: String, _ text: String) throws -> String {
    try file(name, Data(text.utf8))
  }

  func file(_ name: String, _ bytes: Data) throws -> String {
    let file = path + "/" + name
    try bytes.write(to: URL(fileURLWithPath: file))
    return file
  }
}
