import Digest
import Foundation
import Workstation

/// The file in which a person's last place in an office is kept, for this account alone.
struct LastPlaceFile: Sendable {
  let path: String

  /// - Parameters:
  ///   - folders: Where this program keeps things.
  ///   - office: The absolute path of the office's database.
  ///   - user: The sign-in name.
  init(_ folders: Folders, office: String, user: String) {
    var digest = SHA256()
    digest.update(Array((office + "\n" + user).utf8))
    path = folders.state + "/places/" + digest.finish().prefix(32)
  }

  /// What was kept; nil where there is nothing, or nothing that can be read.
  func read() -> LastPlace? {
    guard let text = try? SmallFile.text(path) else { return nil }
    return LastPlace(text)
  }

  /// Keeps a place.
  ///
  /// Where that fails the next start is at home, which is nothing to complain of.
  func keep(_ place: LastPlace) {
    let folder = (path as NSString).deletingLastPathComponent
    guard Folders.makePrivate(folder) else { return }
    try? SmallFile.replace(path, with: place.text)
  }
}
