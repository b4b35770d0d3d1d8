import Foundation

/// Made-up files that stand beside the checkout, where they are there; each of their tests has a twin
/// on files of our own making, which is never left out.
enum CaseFiles {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("shared/cases").path

  /// Whether a folder of cases is there.
  static func isThere(_ part: String) -> Bool {
    FileManager.default.fileExists(atPath: folder + "/" + part)
  }

  /// The path of a case.
  static func path(_ name: String) -> String { folder + "/" + name }

  /// The names in a folder of cases, in order.
  static func names(in part: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path(part)).sorted()
      .filter { !$0.hasPrefix(".") }
  }

  static func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: path(name))))
  }
}
