import Foundation

/// The folder from which claim files are picked up: a file is there whole or not at all.
///
/// A file is written under a name that nobody picks up, made durable, and gets its real name only
/// after the transaction that knows of it was committed.
struct Outbox {
  let folder: String
  private(set) var written: [String] = []

  init(folder: String) { self.folder = folder }

  /// Name of a file that waits for its commit.
  private func pending(_ name: String) -> String { folder + "/." + name + ".pending" }
  private func path(_ name: String) -> String { folder + "/" + name }

  /// Writes a file that is not to be picked up yet.
  mutating func prepare(_ name: String, _ bytes: [UInt8]) throws {
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o770])
      let url = URL(fileURLWithPath: pending(name))
      try Data(bytes).write(to: url)
      let handle = try FileHandle(forUpdating: url)
      try handle.synchronize()
      try handle.close()
    } catch {
      throw Refusal(
        "The claim file could not be written to \(folder): \(error.localizedDescription). "
          + "Nothing was saved.")
    }
    written.append(name)
  }

  /// Gives the files their real names; the transaction is committed.
  func release() throws {
    for name in written { try rename(name) }
  }

  /// Takes back what was prepared; the transaction was not committed.
  func discard() {
    for name in written { try? FileManager.default.removeItem(atPath: pending(name)) }
  }

  /// Whether a file still waits to be picked up.
  func holds(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

  /// Removes a file that was not picked up; false where it is gone.
  func withdraw(_ name: String) -> Bool {
    (try? FileManager.default.removeItem(atPath: path(name))) != nil
  }

  /// After a crash: files of committed transactions get their names, the others go.
  func recover(isKnown: (String) throws -> Bool) throws {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for hidden in names where hidden.hasPrefix(".") && hidden.hasSuffix(".pending") {
      let name = String(hidden.dropFirst().dropLast(".pending".count))
      if try isKnown(name) {
        try rename(name)
      } else {
        try? FileManager.default.removeItem(atPath: pending(name))
      }
    }
  }

  private func rename(_ name: String) throws {
    do {
      try FileManager.default.moveItem(atPath: pending(name), toPath: path(name))
    } catch {
      throw Refusal(
        "The claim file \(name) is written but could not be given its name in \(folder): "
          + error.localizedDescription)
    }
  }
}
