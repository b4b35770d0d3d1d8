import Foundation

/// The screenplays and golden screens beside the tests.
enum ScreenFiles {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

  /// What becomes of a golden screen.
  enum Mode { case comparing, recording, refusing }

  static let mode = mode(in: ProcessInfo.processInfo.environment)

  /// `RECORD_SCREENS=1` writes the screens anew, but never where nobody looks at them: continuous
  /// integration would agree with whatever it draws.
  static func mode(in environment: [String: String]) -> Mode {
    guard environment["RECORD_SCREENS"] == "1" else { return .comparing }
    return environment["CI"] == "true" ? .refusing : .recording
  }

  static func read(_ name: String) -> String? {
    try? String(
      contentsOf: folder.appendingPathComponent("Screens/\(name).screen"), encoding: .utf8)
  }

  static func write(_ text: String, name: String) {
    let file = folder.appendingPathComponent("Screens/\(name).screen")
    try? text.write(to: file, atomically: true, encoding: .utf8)
  }

  /// The names of all golden screens, in order.
  static func names() -> [String] {
    let screens = folder.appendingPathComponent("Screens").path
    let files = (try? FileManager.default.contentsOfDirectory(atPath: screens)) ?? []
    return files.filter { $0.hasSuffix(".screen") }.map { String($0.dropLast(7)) }.sorted()
  }

  /// Every screenplay, in the order of the file names.
  static func plays() -> [Screenplay] {
    let folder = folder.appendingPathComponent("Screenplays")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".md") }.sorted().flatMap { name in
      let text =
        (try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)) ?? ""
      return Screenplay.read(text, file: name)
    }
  }
}
