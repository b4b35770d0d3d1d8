import Foundation
import Glibc

/// One open lock file; its lock ends when it is closed, or the process dies.
final class LockFile: Sendable {
  private let descriptor: Int32

  /// Opens the file, making it (mode 0660) when it is not there.
  ///
  /// It is never opened with O_CREAT when it exists: Linux refuses that for other people's files in
  /// a shared folder (`fs.protected_regular`).
  init(_ path: String) throws(DatabaseFailure) {
    var opened: Int32 = -1
    for _ in 0..<100 {
      opened = unsafe open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
      if opened >= 0 || errno != ENOENT { break }
      opened = unsafe open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_CREAT | O_EXCL, 0o660)
      if opened >= 0 {
        fchmod(opened, 0o660)
        break
      }
      if errno != EEXIST { break }
    }
    guard opened >= 0 else {
      throw .cannotOpen(path: path, reason: systemMessage(errno))
    }
    var facts = stat()
    guard unsafe fstat(opened, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else {
      Glibc.close(opened)
      throw .cannotOpen(path: path, reason: "it is not an ordinary file. Remove it")
    }
    descriptor = opened
  }

  deinit {
    Glibc.close(descriptor)
  }

  /// Takes the lock; without waiting, says whether it was free.
  func lock(waiting: Bool) -> Bool {
    while flock(descriptor, waiting ? LOCK_EX : LOCK_EX | LOCK_NB) != 0 {
      if errno != EINTR { return false }
    }
    return true
  }

  /// Gives the lock back.
  func unlock() {
    flock(descriptor, LOCK_UN)
  }

  /// Whether the file still has a name: a lock on a deleted file keeps nobody out.
  var isLinked: Bool {
    var facts = stat()
    return unsafe fstat(descriptor, &facts) == 0 && facts.st_nlink > 0
  }

  /// The process that holds the lock on a file, from the kernel's list (`/proc/locks`).
  static func holder(of path: String) -> Int32? {
    var facts = stat()
    guard unsafe lstat(path, &facts) == 0,
      let list = try? String(contentsOfFile: "/proc/locks", encoding: .utf8)
    else { return nil }
    // 4: FLOCK  ADVISORY  WRITE 1234 fe:00:56789 0 EOF, and "->" marks those that wait.
    for line in list.split(separator: "\n") where line.contains(" FLOCK ") {
      let words = line.split(separator: " ")
      guard words.count >= 6, words[1] == "FLOCK",
        words[5].split(separator: ":").last.map(String.init) == String(facts.st_ino)
      else { continue }
      return Int32(words[4])
    }
    return nil
  }
}

/// The operating system's words for an error number.
func systemMessage(_ number: Int32) -> String {
  unsafe String(cString: strerror(number))
}
