// The public samples, where they are at hand.

import Foundation

/// Public sample files beside the checkout; tests that need them are skipped where they are not.
enum X12Corpus {
  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("shared/corpus")

  static var isThere: Bool { FileManager.default.fileExists(atPath: folder.path) }

  /// Every sample with its kind (`835`, `837P`) and its bytes.
  static let samples: [(kind: String, name: String, bytes: [UInt8])] = {
    let manager = FileManager.default
    let kinds = (try? manager.contentsOfDirectory(atPath: folder.path)) ?? []
    return kinds.sorted().flatMap { kind -> [(kind: String, name: String, bytes: [UInt8])] in
      let path = folder.appendingPathComponent(kind)
      let names = (try? manager.contentsOfDirectory(atPath: path.path)) ?? []
      return names.sorted().compactMap { name in
        guard let data = try? Data(contentsOf: path.appendingPathComponent(name)) else {
          return nil
        }
        return (kind: kind, name: name, bytes: [UInt8](data))
      }
    }
  }()
}
