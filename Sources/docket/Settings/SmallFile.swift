import Cells
import Foundation

/// Small text files of settings: read whole, written so that a crash leaves the old or the new one.
enum SmallFile {
  /// The most that a file of settings may hold, in bytes.
  private static let limit = 4_194_304

  /// The text of a file; nil when there is none.
  ///
  /// - Throws: why it cannot be read; a pipe, a device or a folder is refused without being opened
  ///   for long.
  static func text(_ path: String) throws(CommandFailure) -> String? {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw refusal(path, errno)
    }
    defer { close(descriptor) }
    var facts = stat()
    guard unsafe fstat(descriptor, &facts) == 0 else { throw refusal(path, errno) }
    guard facts.st_mode & S_IFMT == S_IFREG else {
      throw CommandFailure("\(foreign: path): it is no ordinary file")
    }
    guard facts.st_size <= limit else {
      throw CommandFailure("\(foreign: path): it is larger than 4 MB, which no such file is")
    }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while bytes.count <= limit {
      let count = unsafe chunk.withUnsafeMutableBytes { room in
        unsafe Foundation.read(descriptor, room.baseAddress, room.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw refusal(path, errno) }
      if count == 0 { break }
      bytes += chunk[..<count]
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw CommandFailure("\(foreign: path): it is not UTF-8 text; save it as UTF-8")
    }
    return text
  }

  /// Puts a text in place of a file, its folder made where it is missing.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - text: All that it shall hold.
  ///   - mode: Who may read and write it; only this account unless said otherwise.
  /// - Throws: why it cannot be written; it is then as it was.
  static func replace(
    _ path: String, with text: String, mode: mode_t = 0o600
  ) throws(CommandFailure) {
    let folder = (path as NSString).deletingLastPathComponent
    guard Folders.makePrivate(folder) || FileManager.default.fileExists(atPath: folder) else {
      throw CommandFailure("\(foreign: folder): the folder cannot be made")
    }
    let beside = path + ".new-\(getpid())"
    let descriptor = unsafe open(
      beside, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw refusal(beside, errno) }
    let bytes = Array(text.utf8)
    var failure = Descriptor.write(bytes[...], to: descriptor)
    // The mask of the process may have taken rights away that others need.
    if failure == nil, fchmod(descriptor, mode) != 0 { failure = errno }
    if failure == nil, fsync(descriptor) != 0 { failure = errno }
    close(descriptor)
    if failure == nil, unsafe rename(beside, path) != 0 { failure = errno }
    if let failure {
      _ = unsafe unlink(beside)
      throw refusal(path, failure)
    }
  }

  private static func refusal(_ path: String, _ number: Int32) -> CommandFailure {
    CommandFailure("\(foreign: path): \(foreign: SystemWords.of(number))")
  }
}
