import Foundation
import Glibc

/// Looks at an office file before SQLite does, and refuses what others could have laid there.
///
/// A file is looked at with `lstat` and never opened: closing any descriptor of it would drop the
/// locks that SQLite holds on it in this process.
struct OfficeFile: Sendable {
  let path: String

  init(_ path: String) {
    // SQLite takes an empty name as a temporary file and ":memory:" as none.
    self.path = path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
  }

  private var folder: String {
    path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      .joined(separator: "/") + "/"
  }

  /// Checks the file, its folder and what SQLite keeps beside it.
  ///
  /// - Returns: Which file it is, to be compared once it is open.
  /// - Throws: `cannotOpen` with the reason and what to do.
  @discardableResult
  func check() throws(DatabaseFailure) -> Identity {
    guard !path.utf8.contains(0) else { throw refusal("a name cannot hold a zero byte") }
    let around = try checkFolder()
    let file = try status(path)
    guard let file else {
      throw refusal("there is no such file. Run `docket demo`, or name another with --office")
    }
    try checkKind(file, name: path)
    guard file.st_mode & 0o007 == 0 else {
      throw refusal("everybody on this computer may open it. Run: chmod o= '\(path)'")
    }
    try checkOwner(file, in: around, name: path)
    for suffix in ["-wal", "-shm", "-journal", "-gate-next", "-gate-hold"] {
      guard let beside = try status(path + suffix) else { continue }
      try checkKind(beside, name: path + suffix)
      try checkOwner(beside, in: around, name: path + suffix)
    }
    return Identity(device: file.st_dev, number: file.st_ino)
  }

  /// Makes the folder where it is missing, and checks what is there already.
  func checkOrCreateFolder() throws(DatabaseFailure) {
    guard !path.utf8.contains(0) else { throw refusal("a name cannot hold a zero byte") }
    try createFolder()
    if try status(path) == nil { try checkFolder() } else { try check() }
  }

  /// Makes an empty file (0660) where it is missing; the caller holds the gate.
  func createIfMissing() throws(DatabaseFailure) {
    guard try status(path) == nil else { return }
    let descriptor = unsafe open(
      path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o660)
    guard descriptor >= 0 else {
      if errno == EEXIST { return }
      throw refusal(systemMessage(errno))
    }
    // What umask took away is given back: the folder decides who comes near.
    fchmod(descriptor, 0o660)
    close(descriptor)
  }

  /// Makes an empty file for a copy, open to this account alone.
  func createForCopy() throws(DatabaseFailure) {
    let descriptor = unsafe open(
      path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw refusal(systemMessage(errno)) }
    close(descriptor)
  }

  /// Waits until the file and its name are on the disk; only for one that SQLite has closed.
  func synchronize() throws(DatabaseFailure) {
    for name in [path, folder] {
      let descriptor = unsafe open(name, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw refusal(systemMessage(errno)) }
      defer { close(descriptor) }
      guard fsync(descriptor) == 0 else {
        throw .io(detail: "\(name): \(systemMessage(errno))")
      }
    }
  }

  /// Makes the folders on the way, each open to nobody else.
  private func createFolder() throws(DatabaseFailure) {
    guard try status(folder) == nil else { return }
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
    } catch {
      throw refusal("its folder cannot be made: \(systemMessage(errno))")
    }
  }

  /// Which file a name stood for.
  struct Identity: Equatable, Sendable {
    let device: dev_t
    let number: ino_t
  }

  /// The file's status without following a link; nil when there is none.
  func status(_ name: String) throws(DatabaseFailure) -> stat? {
    var found = stat()
    if unsafe lstat(name, &found) == 0 { return found }
    if errno == ENOENT { return nil }
    throw .cannotOpen(path: name, reason: systemMessage(errno))
  }

  /// The status of the folder, through any link on the way.
  func folderStatus() throws(DatabaseFailure) -> stat {
    var found = stat()
    guard unsafe stat(folder, &found) == 0 else {
      throw refusal("its folder cannot be reached: \(systemMessage(errno))")
    }
    return found
  }

  @discardableResult
  private func checkFolder() throws(DatabaseFailure) -> stat {
    let found = try folderStatus()
    guard found.st_mode & 0o002 == 0 || found.st_mode & S_ISVTX != 0 else {
      throw refusal("everybody may exchange files in its folder. Run: chmod o-w '\(folder)'")
    }
    return found
  }

  private func checkKind(_ file: stat, name: String) throws(DatabaseFailure) {
    switch file.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFLNK:
      throw .cannotOpen(path: name, reason: "it is a link. Name the file itself")
    case S_IFDIR:
      throw .cannotOpen(path: name, reason: "it is a folder. Name a file in it")
    default:
      throw .cannotOpen(path: name, reason: "it is not an ordinary file")
    }
    guard file.st_nlink == 1 else {
      throw .cannotOpen(
        path: name, reason: "it has a second name (hard link). Remove the other name")
    }
  }

  /// Takes a file of this account, of root or of the folder's owner; of anybody in a folder that
  /// only a group shares.
  private func checkOwner(_ file: stat, in folder: stat, name: String) throws(DatabaseFailure) {
    let me = geteuid()
    if OfficeFile.isLocked(
      fileOwner: file.st_uid, folderOwner: folder.st_uid, folderMode: folder.st_mode, me: me,
      protection: OfficeFile.protection)
    {
      throw .cannotOpen(
        path: name,
        reason: "this system lets nobody write another account's file in a sticky folder "
          + "(fs.protected_regular). Run: chmod -t '\(self.folder)'")
    }
    if [me, 0, folder.st_uid].contains(file.st_uid) { return }
    let isShared = folder.st_mode & 0o020 != 0 && folder.st_mode & 0o002 == 0
    if isShared, file.st_gid == folder.st_gid { return }
    throw .cannotOpen(
      path: name,
      reason: "it belongs to account \(file.st_uid), neither yours nor the folder's owner's")
  }

  /// Whether Linux would refuse to open the file with O_CREAT, which SQLite always does (proc(5),
  /// `/proc/sys/fs/protected_regular`): SQLite would then quietly open it for reading only.
  static func isLocked(
    fileOwner: uid_t, folderOwner: uid_t, folderMode: mode_t, me: uid_t, protection: Int
  ) -> Bool {
    guard folderMode & S_ISVTX != 0, fileOwner != me, fileOwner != folderOwner else { return false }
    return folderMode & 0o002 != 0 && protection >= 1 || folderMode & 0o020 != 0 && protection >= 2
  }

  /// The system's setting `fs.protected_regular`; 0 where there is none.
  private static let protection: Int = {
    let text = try? String(contentsOfFile: "/proc/sys/fs/protected_regular", encoding: .utf8)
    return text.flatMap { Int($0.trimmingCharacters(in: .whitespacesAndNewlines)) } ?? 0
  }()

  private func refusal(_ reason: String) -> DatabaseFailure {
    .cannotOpen(path: path, reason: reason)
  }
}
