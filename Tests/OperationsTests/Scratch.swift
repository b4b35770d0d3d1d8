import Foundation

/// Folders for one test each.
enum Scratch {
  static func folder() -> String {
    NSTemporaryDirectory() + "docket-test-" + UUID().uuidString
  }
}
