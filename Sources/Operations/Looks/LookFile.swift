import Foundation

/// The file of the journal of looks, open and locked for one addition.
struct LookFile: ~Copyable {
  private let path: String
  private let descriptor: Int32

  /// How the journal ends.
  struct Tail {
    /// Number and chain of the last line.
    var number: Int64
    var chain: String
    /// Where whole lines end, in bytes.
    var end: Int64
    /// Bytes after that.
    var torn: Int
    var isNew: Bool
  }

  /// Opens it, making it where it is not there, and waits for its lock.
  ///
  /// - Throws: ``Refusal`` with path and reason.
  init(_ path: String, mode: mode_t) throws(Refusal) {
    self.path = path
    var opened: Int32 = -1
    for _ in 0..<100 {
      opened = unsafe open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
      if opened >= 0 || errno != ENOENT { break }
      opened = unsafe open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_CREAT | O_EXCL, 0o600)
      if opened >= 0 {
        fchmod(opened, mode)
        break
      }
      if errno != EEXIST { break }
    }
    descriptor = opened
    guard opened >= 0 else { throw Self.refusal(path, errno) }
    var facts = stat()
    guard unsafe fstat(opened, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else {
      Foundation.close(opened)
      throw Refusal("\(path): it is not an ordinary file. Move it away")
    }
    while flock(opened, LOCK_EX) != 0 {
      guard errno != EINTR else { continue }
      let number = errno
      Foundation.close(opened)
      throw Self.refusal(path, number)
    }
  }

  /// Closes it, which gives the lock back.
  func close() { Foundation.close(descriptor) }

  /// Reads how the journal ends, from the end.
  ///
  /// - Throws: ``Refusal`` with path and reason.
  func tail() throws(Refusal) -> Tail {
    var facts = stat()
    guard unsafe fstat(descriptor, &facts) == 0 else { throw Self.refusal(path, errno) }
    let size = Int64(facts.st_size)
    let head = Array((LookChain.head + "\n").utf8)
    guard head.starts(with: try read(from: 0, count: min(head.count, Int(size)))) else {
      throw Refusal("\(path): it is no journal of looks. Move it away")
    }
    var taken: [UInt8] = []
    var begin = size
    // Far enough back for the last whole line: two ends of lines, or the beginning.
    repeat {
      let from = max(0, begin - 4096)
      taken = try read(from: from, count: Int(begin - from)) + taken
      begin = from
    } while begin > 0 && taken.count(where: { $0 == Self.end }) < 2
    guard let last = taken.lastIndex(of: Self.end) else {
      // Nothing whole: a file that is new, or whose first line is unfinished.
      return Tail(number: 0, chain: "", end: 0, torn: taken.count, isNew: true)
    }
    let start = taken[..<last].lastIndex(of: Self.end).map { $0 + 1 } ?? 0
    let text = String(decoding: taken[start..<last], as: UTF8.self)
    let end = begin + Int64(last) + 1
    let torn = Int(size - end)
    if begin == 0, start == 0, text == LookChain.head {
      return Tail(number: 0, chain: "", end: end, torn: torn, isNew: false)
    }
    let (line, _, chain) = LookChain.read(Substring(text), after: "")
    return Tail(
      number: line?.number ?? 0, chain: chain, end: end, torn: torn, isNew: false)
  }

  /// Takes away what stands behind a place.
  ///
  /// - Throws: ``Refusal`` with path and reason.
  func cut(to end: Int64) throws(Refusal) {
    guard ftruncate(descriptor, off_t(end)) == 0 else { throw Self.refusal(path, errno) }
  }

  /// Writes whole lines behind the last one and gives them to the disk; where that fails nothing of
  /// them is left.
  ///
  /// - Throws: ``Refusal`` with path and reason.
  func write(_ bytes: [UInt8], at end: Int64) throws(Refusal) {
    var failure = unsafe bytes.withUnsafeBytes { buffer -> Int32? in
      var done = 0
      while done < buffer.count, let start = buffer.baseAddress {
        let count = unsafe pwrite(
          descriptor, start + done, buffer.count - done, off_t(end) + off_t(done))
        if count < 0, errno == EINTR { continue }
        if count < 0 { return errno }
        // Nothing written and no reason: a full disk that does not say so.
        if count == 0 { return ENOSPC }
        done += count
      }
      return nil
    }
    if failure == nil, fsync(descriptor) != 0 { failure = errno }
    guard let failure else { return }
    _ = ftruncate(descriptor, off_t(end))
    throw Self.refusal(path, failure)
  }

  private func read(from start: Int64, count: Int) throws(Refusal) -> [UInt8] {
    var failure: Int32 = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, done in
      done = 0
      while done < count, let base = buffer.baseAddress {
        let got = unsafe pread(descriptor, base + done, count - done, off_t(start) + off_t(done))
        if got < 0, errno == EINTR { continue }
        if got < 0 { failure = errno }
        if got <= 0 { break }
        done += got
      }
    }
    guard failure == 0 else { throw Self.refusal(path, failure) }
    return bytes
  }

  private static let end = UInt8(ascii: "\n")

  private static func refusal(_ path: String, _ number: Int32) -> Refusal {
    Refusal("\(path): \(OrdinaryFile.words(number))")
  }
}
