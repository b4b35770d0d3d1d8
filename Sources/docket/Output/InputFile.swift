import Cells
import Foundation

/// Reads files that a person names to look at.
enum InputFile {
  /// Every byte of an ordinary file.
  ///
  /// - Throws: why it cannot be read; folders, pipes and devices are refused without waiting for
  ///   them.
  static func read(_ path: String) throws(CommandFailure) -> [UInt8] {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw refusal("it cannot be opened", path, errno) }
    defer { close(descriptor) }
    var facts = stat()
    guard unsafe fstat(descriptor, &facts) == 0 else {
      throw refusal("it cannot be looked at", path, errno)
    }
    switch facts.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR:
      throw CommandFailure("\(foreign: path): it is a folder; name the files in it")
    default:
      throw CommandFailure("\(foreign: path): it is no ordinary file but a pipe or device")
    }
    guard facts.st_size < Int(UInt32.max) else {
      throw CommandFailure("\(foreign: path): it is larger than four gigabytes")
    }
    let size = Int(facts.st_size)
    var failure: Int32 = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = 0
      while count < size, let start = buffer.baseAddress {
        let got = unsafe Foundation.read(descriptor, start + count, size - count)
        if got < 0, errno == EINTR { continue }
        if got < 0 { failure = errno }
        if got <= 0 { break }
        count += got
      }
    }
    guard failure == 0 else { throw refusal("it cannot be read", path, failure) }
    return bytes
  }

  private static func refusal(
    _ what: SafeText, _ path: String, _ number: Int32
  ) -> CommandFailure {
    CommandFailure("\(foreign: path): \(what): \(foreign: SystemWords.of(number))")
  }
}
