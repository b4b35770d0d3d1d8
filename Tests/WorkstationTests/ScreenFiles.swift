import Foundation

/// The screenplays and golden screens beside the tests.
enum ScreenFiles {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

  /// Whether golden screens are written instead of compared.
  static let isRecording = ProcessInfo.processInfo.environment["RECORD_SCREENS"] == "1"

  static func read(_ name: String) -> String? {
    try? String(
      contentsOf: folder.appendingPathComponent("Screens/\(name).screen"), encoding: .utf8)
  }

  static func write(_ text: String, name: String) {
    let file = folder.appendingPathComponent("Screens/\(name).screen")
    try? text.write(to: file, atomically: true, encoding: .utf8)
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
