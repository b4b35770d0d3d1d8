import Foundation

/// Writes files that are there whole or not at all, and that a power cut leaves there.
///
/// Foundation's own writing begins again where the system took only a part of the bytes, and so
/// garbles a file that a full disk or a signal cut short.
enum DurableFile {
  /// Who may read and change what lies in the outbox, whatever the mask of the process.
  private static let mode: mode_t = 0o660

  /// Makes a file, gives it to the disk and reads it back; where that fails, nothing is left of it.
  ///
  /// Its name lasts only once its folder was given to the disk too (``syncFolder(_:)``).
  ///
  /// - Throws: ``Refusal`` with the reason alone, also where something of that name is there.
  static func create(_ path: String, _ bytes: [UInt8]) throws(Refusal) {
    let descriptor = unsafe open(
      path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Refusal(OrdinaryFile.words(errno)) }
    var failure = write(bytes, to: descriptor)
    if failure == nil, fchmod(descriptor, mode) != 0 { failure = errno }
    if failure == nil, fsync(descriptor) != 0 { failure = errno }
    if close(descriptor) != 0, failure == nil { failure = errno }
    do throws(Refusal) {
      if let failure { throw Refusal(OrdinaryFile.words(failure)) }
      let kept = try OrdinaryFile.read(path, atMost: bytes.count + 1).bytes
      guard kept == bytes else { throw Refusal("what was written reads back as something else") }
    } catch {
      _ = unsafe unlink(path)
      throw error
    }
  }

  /// Puts a file in place of another one; a crash leaves the old or the new one.
  ///
  /// - Throws: ``Refusal`` with the reason alone.
  static func replace(_ path: String, with bytes: [UInt8], folder: String) throws(Refusal) {
    let beside = path + ".new"
    _ = unsafe unlink(beside)
    try create(beside, bytes)
    try move(beside, to: path)
    try syncFolder(folder)
  }

  /// Gives a file another name in its folder.
  ///
  /// - Throws: ``Refusal`` with the reason alone.
  static func move(_ path: String, to other: String) throws(Refusal) {
    guard unsafe rename(path, other) == 0 else { throw Refusal(OrdinaryFile.words(errno)) }
  }

  /// Gives the names in a folder to the disk.
  ///
  /// - Throws: ``Refusal`` with the reason alone.
  static func syncFolder(_ path: String) throws(Refusal) {
    let descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Refusal(OrdinaryFile.words(errno)) }
    defer { close(descriptor) }
    // Some volumes have nothing to give for a folder, and say so.
    if fsync(descriptor) != 0, errno != EINVAL { throw Refusal(OrdinaryFile.words(errno)) }
  }

  /// Writes until all is written; the error number where that cannot be done.
  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
    unsafe bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count, let start = buffer.baseAddress {
        let count = unsafe Foundation.write(descriptor, start + done, buffer.count - done)
        if count < 0, errno == EINTR { continue }
        if count < 0 { return errno }
        // Nothing written and no reason: a full disk that does not say so.
        if count == 0 { return ENOSPC }
        done += count
      }
      return nil
    }
  }
}
