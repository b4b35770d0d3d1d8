import Foundation
import Testing

/// A terminal of its own for a test: a tmux server with one window and a shell in it.
final class Tmux: Sendable {
  /// Where tmux is, or nil where it is missing; the plays are then skipped.
  static let program: String? = ["/usr/bin/tmux", "/usr/local/bin/tmux"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  /// How long something may take that ought to be quick; a loaded machine must not fail a test.
  private static let patience = Duration.seconds(90)

  private let docket: Docket
  private let socket: String

  init(_ docket: Docket, columns: Int = 80, rows: Int = 24) throws {
    self.docket = docket
    socket = docket.home.path + "/tmux"
    let environment = docket.environment.filter { $0.key != "TERM" }
      .map { "\($0.key)='\($0.value)'" }.sorted().joined(separator: " ")
    _ = try run([
      "-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)",
      "env -i TERM=$TERM \(environment) PS1='ready> ' bash --norc --noprofile",
    ])
    _ = try run(["set-option", "-g", "remain-on-exit", "on"])
  }

  deinit { _ = try? run(["kill-server"]) }

  /// Presses keys, in tmux's names: `Enter`, `Escape`, `C-z`, or a character.
  func press(_ keys: String...) throws { _ = try run(["send-keys"] + keys) }

  /// Types text as it stands.
  func type(_ text: String) throws { _ = try run(["send-keys", "-l", text]) }

  /// Pastes text as a terminal does, in brackets where the program asked for them.
  func paste(_ text: String) throws {
    _ = try run(["set-buffer", text])
    _ = try run(["paste-buffer", "-p"])
  }

  func resize(columns: Int, rows: Int) throws {
    _ = try run(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
  }

  /// What is on the screen now.
  func screen() throws -> String { try run(["capture-pane", "-p"]) }

  /// The screen as soon as something is true of it.
  @discardableResult
  func screen(
    _ what: String, where isTrue: (String) -> Bool,
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> String {
    let end = ContinuousClock.now + Self.patience
    var screen = try self.screen()
    while !isTrue(screen) {
      guard ContinuousClock.now < end else {
        Issue.record("never came: \(what)\n\(screen)", sourceLocation: sourceLocation)
        throw NeverCame(what: what)
      }
      try await Task.sleep(for: .milliseconds(20))
      screen = try self.screen()
    }
    return screen
  }

  /// The screen as soon as it shows a text.
  @discardableResult
  func screen(
    showing text: String, sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> String {
    try await screen(text, where: { $0.contains(text) }, sourceLocation: sourceLocation)
  }

  /// Runs a command in the shell and returns when the prompt is back.
  func shell(_ command: String) async throws -> String {
    let mark = "done-\(UInt32.random(in: .min ... .max))"
    // Put together by the shell, so that the typed line does not hold it.
    try type(command + "; echo \(mark.prefix(5))''\(mark.dropFirst(5))")
    try press("Enter")
    return try await screen(showing: mark)
  }

  /// Opens the workstation on an office and waits for its first screen, or another one.
  func open(
    _ office: String, _ options: String = "", showing texts: [String] = ["Rejections", "Money"]
  ) async throws {
    let program = try #require(Docket.program)
    try type(
      "clear; stty -g >before; '\(program)' --office '\(office)' --today \(Docket.today) \(options); "
        + "echo status-''$?")
    try press("Enter")
    for text in texts { try await screen(showing: text) }
  }

  /// Waits until the workstation has ended with a status and checks that the line is as it was.
  func expectEnd(
    status: Int32, sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    let screen = try await screen(showing: "status-\(status)", sourceLocation: sourceLocation)
    #expect(!screen.contains("Rejections"), "the screen was left behind\n\(screen)")
    try await expectSameLine(sourceLocation: sourceLocation)
  }

  /// Checks that the terminal's line is set as it was before the workstation opened.
  func expectSameLine(sourceLocation: SourceLocation = #_sourceLocation) async throws {
    _ = try await shell("stty -g >after")
    let before = try String(contentsOfFile: docket.home.path + "/before", encoding: .utf8)
    let after = try String(contentsOfFile: docket.home.path + "/after", encoding: .utf8)
    #expect(before == after, "stty differs", sourceLocation: sourceLocation)
  }

  /// The process number of the workstation.
  func workstation() async throws -> Int32 {
    let program = try #require(Docket.program)
    let shell = try run(["display-message", "-p", "#{pane_pid}"])
    let parent = shell.trimmingCharacters(in: .whitespacesAndNewlines)
    for name in try FileManager.default.contentsOfDirectory(atPath: "/proc") {
      guard let number = Int32(name),
        let target = try? FileManager.default.destinationOfSymbolicLink(
          atPath: "/proc/\(name)/exe"),
        target == program,
        let status = try? String(contentsOfFile: "/proc/\(name)/status", encoding: .utf8),
        status.contains("PPid:\t\(parent)\n")
      else { continue }
      return number
    }
    throw NeverCame(what: "the workstation's process")
  }

  /// Starts a program without the descriptors that Foundation leaves open in its children: the
  /// server that the first command starts would keep them, and Foundation would wait for it.
  private static let closingDescriptors = """
    for path in /proc/self/fd/*; do
      number=${path##*/}
      [ "$number" -gt 2 ] && eval "exec $number>&-"
    done 2>/dev/null
    exec "$0" "$@"
    """

  private func run(_ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments =
      ["-c", Self.closingDescriptors, try #require(Self.program), "-S", socket]
      + arguments
    process.environment = docket.environment
    process.currentDirectoryURL = URL(fileURLWithPath: docket.home.path)
    // Into a file: the server that the first command starts would keep a pipe open for good.
    let answer = docket.home.path + "/tmux-answer-" + UUID().uuidString
    try #require(FileManager.default.createFile(atPath: answer, contents: nil))
    let file = try #require(FileHandle(forWritingAtPath: answer))
    process.standardOutput = file
    process.standardError = file
    process.standardInput = FileHandle.nullDevice
    try process.runHearingSignals()
    process.waitUntilExit()
    try file.close()
    let output = try Data(contentsOf: URL(fileURLWithPath: answer))
    try FileManager.default.removeItem(atPath: answer)
    return String(decoding: output, as: UTF8.self)
  }

  struct NeverCame: Error {
    var what: String
  }
}
