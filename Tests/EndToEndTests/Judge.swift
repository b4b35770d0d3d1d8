import Foundation
import Testing

/// A second opinion on the files that are written: pyx12 4.0.0, which shares nothing with this house.
///
/// It lives in a virtual environment beside the tests, made once. Where Python, its `venv`, `pip` or
/// the network is missing there is no judge, and the tests that ask it are skipped.
enum Judge {
  /// What it says of one file.
  struct Verdict: Decodable, Sendable {
    var file: String
    var good: Bool
    var complaints: [String]
  }

  /// Whether there is one here.
  static var isThere: Bool { python != nil }

  /// Judges many files in one process; the verdicts stand in the order of the files.
  static func judge(_ files: [[UInt8]]) async throws -> [Verdict] {
    let python = try #require(python, "the judge is not installed")
    let scratch = try Scratch()
    let paths = files.indices.map { "\(scratch.path)/\($0).x12" }
    for (path, bytes) in zip(paths, files) {
      try Data(bytes).write(to: URL(fileURLWithPath: path))
    }
    let input = scratch.path + "/paths"
    try Data(paths.joined(separator: "\n").utf8).write(to: URL(fileURLWithPath: input))
    let output = scratch.path + "/verdicts"
    let status = await run([python, script], input: input, output: output)
    let said = try Data(contentsOf: URL(fileURLWithPath: output))
    #expect(status == 0, "\(String(decoding: said, as: UTF8.self))")
    let lines = said.split(separator: UInt8(ascii: "\n"))
    let verdicts = lines.compactMap { try? JSONDecoder().decode(Verdict.self, from: $0) }
    try #require(verdicts.map(\.file) == paths, "the judge did not answer for every file")
    return verdicts
  }

  private static let script =
    (#filePath as NSString).deletingLastPathComponent + "/Judge/judge.py"

  /// The interpreter that has pyx12, nil where it cannot be had.
  private static let python: String? = {
    guard let tests = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    else { return nil }
    let home = (tests as NSString).deletingLastPathComponent + "/judge-pyx12-4.0.0"
    let python = home + "/bin/python"
    if FileManager.default.isExecutableFile(atPath: python) { return python }
    // What is there and does not run was left by another version of Python.
    try? FileManager.default.removeItem(atPath: home)
    // Made under a name of its own and renamed when it is whole, since several may make it at once.
    let making = home + ".\(ProcessInfo.processInfo.processIdentifier)"
    defer { try? FileManager.default.removeItem(atPath: making) }
    let steps = [
      ["python3", "-m", "venv", making],
      [
        making + "/bin/python", "-m", "pip", "install", "--quiet", "--no-input",
        "--disable-pip-version-check", "--retries", "0", "--timeout", "10", "pyx12==4.0.0",
      ],
      [making + "/bin/python", "-c", "import pyx12.x12n_document"],
    ]
    // A network that swallows packets must not hold the tests: each step has a minute.
    for step in steps where runAndWait(["timeout", "60"] + step) != 0 { return nil }
    try? FileManager.default.moveItem(atPath: making, toPath: home)
    return FileManager.default.isExecutableFile(atPath: python) ? python : nil
  }()

  private static func process(_ command: [String]) -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    return process
  }

  private static func runAndWait(_ command: [String]) -> Int32 {
    let process = process(command)
    guard (try? process.runHearingSignals()) != nil else { return -1 }
    process.waitUntilExit()
    return process.terminationStatus
  }

  /// Runs a command from one file into another, which also gets what it complains of.
  private static func run(_ command: [String], input: String, output: String) async -> Int32 {
    guard FileManager.default.createFile(atPath: output, contents: nil),
      let reading = FileHandle(forReadingAtPath: input),
      let writing = FileHandle(forWritingAtPath: output)
    else { return -1 }
    let process = process(command)
    process.standardInput = reading
    process.standardOutput = writing
    process.standardError = writing
    return await withCheckedContinuation { continuation in
      process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
      if (try? process.runHearingSignals()) == nil { continuation.resume(returning: -1) }
    }
  }
}
