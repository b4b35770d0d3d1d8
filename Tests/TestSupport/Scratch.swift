import Foundation

/// Folders for one test each.
enum Scratch {
  static func folder() -> String {
    NSTemporaryDirectory() + "docket-test-" + UUID().uuidString
  }

  /// A new folder with files in it; gives their paths in order.
  static func files(_ files: [(name: String, bytes: [UInt8])]) throws -> [String] {
    let folder = folder()
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return try files.map { file in
      let path = folder + "/" + file.name
      try Data(file.bytes).write(to: URL(fileURLWithPath: path))
      return path
    }
  }

  /// The names in a folder, none where there is no folder; what tells the outbox's generation is
  /// left out.
  static func names(in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
      .filter { $0 != ".generation" }
  }

  /// Who may read and write a file or folder.
  static func mode(_ path: String) throws -> Int {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int ?? -1
  }

  static func setMode(_ mode: Int, _ path: String) throws {
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
  }

  static func makeFolder(_ path: String) throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  static func bytes(_ path: String) throws -> [UInt8] {
    try Array(Data(contentsOf: URL(fileURLWithPath: path)))
  }

  static func remove(_ path: String) throws {
    try FileManager.default.removeItem(atPath: path)
  }

  static func write(_ bytes: [UInt8], to path: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }
}
