import Foundation

/// The folder from which files are picked up, and the names in it that nobody picks up.
struct OutboxFolder {
  let path: String

  init(_ path: String) { self.path = path }

  /// A file under the name by which it is picked up.
  func place(_ name: String) -> String { path + "/" + name }
  /// A file that waits for its commit, or for its name.
  func pending(_ name: String) -> String { path + "/." + name + ".pending" }
  /// A file that is taken back, until that is committed.
  func withheld(_ name: String) -> String { path + "/." + name + ".withheld" }
  /// What tells how far the office came, beside its database.
  var generation: String { path + "/.generation" }

  var exists: Bool { OrdinaryFile.isFolder(path) }

  /// Whether anything of that name is there, whatever it is.
  static func holds(_ path: String) -> Bool {
    var facts = stat()
    return unsafe lstat(path, &facts) == 0
  }

  /// Names of all that is there, hidden ones too, in order.
  var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }

  /// What is in a file, as its hash; nil where it cannot be read or is no ordinary file.
  static func hash(of path: String) -> String? {
    (try? OrdinaryFile.read(path, atMost: Int.max).bytes).map { FileDigest.hash($0) }
  }

  /// The name of an outgoing file in that of one of ours which nobody picks up.
  static func name(in hidden: String, _ ending: String) -> String? {
    guard hidden.hasPrefix("."), hidden.hasSuffix(ending) else { return nil }
    return String(hidden.dropFirst().dropLast(ending.count))
  }

  /// Whether a name is that of something that was put aside.
  static func isAside(_ name: String) -> Bool {
    name.contains(/\.aside-[0-9]+$/)
  }

  /// Gives what lies under a path a name that is in nobody's way; says it.
  ///
  /// - Throws: ``Refusal`` where it cannot be moved.
  func putAside(_ name: String, as other: String? = nil) throws(Refusal) -> String {
    var number = 1
    func aside() -> String { "\(other ?? name).aside-\(number)" }
    while Self.holds(place(aside())) { number += 1 }
    try DurableFile.move(place(name), to: place(aside()))
    return aside()
  }

  /// Makes the folder where it is missing, and refuses one that others could change.
  ///
  /// - Throws: ``Refusal`` with what to do.
  func prepare() throws(Refusal) {
    if !Self.holds(path) { try make() }
    if let trouble { throw Refusal("The outbox cannot be used, so nothing was saved: \(trouble)") }
  }

  private func make() throws(Refusal) {
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o770])
    } catch {
      throw Refusal(
        "The claim file could not be written to \(path): \(error.localizedDescription). Nothing "
          + "was saved.")
    }
    // Files in it belong to the office's group, whoever writes them.
    _ = unsafe chmod(path, 0o2770)
    do throws(Refusal) {
      try DurableFile.syncFolder((path as NSString).deletingLastPathComponent)
    } catch {
      throw Refusal("The outbox \(path) could not be made durable: \(error.message).")
    }
  }

  /// Why files in the folder are not safe, with what to do; nil where they are.
  var trouble: String? {
    var facts = stat()
    guard unsafe stat(path, &facts) == 0 else {
      return "\(path) cannot be looked at: \(OrdinaryFile.words(errno))."
    }
    guard facts.st_mode & S_IFMT == S_IFDIR else {
      return "files could not be written to \(path): it is no folder. Move it away."
    }
    guard facts.st_mode & 0o002 == 0 else {
      return "everybody on this computer may write to \(path). Run: chmod o-w '\(path)'"
    }
    var above = stat()
    guard unsafe stat((path as NSString).deletingLastPathComponent, &above) == 0 else { return nil }
    // Who works in the office may have made the folder: then it has the group of the office.
    guard [0, geteuid(), above.st_uid].contains(facts.st_uid) || facts.st_gid == above.st_gid else {
      return "\(path) belongs to an account that is not of this office (number \(facts.st_uid)). "
        + "Run: chown \(above.st_uid) '\(path)'"
    }
    return nil
  }
}
