import Database
import Foundation

/// The folder from which claim files are picked up: a file is there whole or not at all.
///
/// A file is written under a name that nobody picks up, made durable, and gets its real name only
/// after the transaction that knows of it was committed.
struct Outbox {
  let folder: String
  private(set) var written: [String] = []
  private var withheld: [String] = []

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

  /// Holds back a file that was not picked up; false where it is gone.
  ///
  /// It keeps its bytes until the transaction is committed, and nobody can pick it up meanwhile.
  mutating func withhold(_ name: String) -> Bool {
    guard (try? FileManager.default.moveItem(atPath: path(name), toPath: pending(name))) != nil
    else { return false }
    withheld.append(name)
    return true
  }

  /// The transaction is committed: new files get their real names, those held back go.
  func release() throws {
    for name in written { try rename(name) }
    for name in withheld { try? FileManager.default.removeItem(atPath: pending(name)) }
  }

  /// The transaction was not committed: new files go, those held back get their names again.
  func discard() {
    for name in written { try? FileManager.default.removeItem(atPath: pending(name)) }
    for name in withheld { try? rename(name) }
  }

  /// Whether a crash left files that wait for their commit.
  var holdsPending: Bool { !pendingNames.isEmpty }

  /// After a crash: files of committed transactions get their names, the others go.
  func recover(isKnown: (String) throws -> Bool) throws {
    for name in pendingNames {
      if try isKnown(name) {
        try rename(name)
      } else {
        try? FileManager.default.removeItem(atPath: pending(name))
      }
    }
  }

  private var pendingNames: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasPrefix(".") && $0.hasSuffix(".pending") }.sorted()
      .map { String($0.dropFirst().dropLast(".pending".count)) }
  }

  private func rename(_ name: String) throws {
    // Another program that started after the commit may have given it its name already.
    guard FileManager.default.fileExists(atPath: pending(name)) else { return }
    do {
      try FileManager.default.moveItem(atPath: pending(name), toPath: path(name))
    } catch {
      throw Refusal(
        "The claim file \(name) is written but could not be given its name in \(folder): "
          + error.localizedDescription)
    }
  }
}

extension Office {
  /// Changes the office in one transaction that may write claim files or take them back; the files
  /// follow the commit.
  ///
  /// - Throws: What the body throws; any failure of the database.
  func write<T>(
    withOutbox body: (Connection, inout Outbox) throws -> T
  ) throws -> T {
    var box = Outbox(folder: outbox)
    let value: T
    do {
      value = try database.write { try body($0, &box) }
    } catch DatabaseFailure.unknownCommit(let reason) {
      // Only the next opening can tell whether it was kept; `recoverOutbox` then puts this right.
      throw DatabaseFailure.unknownCommit(reason: reason)
    } catch {
      box.discard()
      throw error
    }
    try box.release()
    return value
  }
}
