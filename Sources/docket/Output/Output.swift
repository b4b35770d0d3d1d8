import Cells
import Glibc

/// Standard output: lines of safe text or one JSON value, and nothing else.
///
/// A verb writes its lines and calls ``finish()``; what cannot be written is a failure of the verb,
/// so that a full disk never looks like success.
struct Output {
  private var waiting: [UInt8] = []
  private static let chunk = 65_536

  /// Adds one line.
  mutating func line(_ text: SafeText = .empty) throws(CommandFailure) {
    waiting += text.string.utf8
    waiting.append(0x0A)
    if waiting.count >= Self.chunk { try flush() }
  }

  /// Adds a table, its columns aligned.
  mutating func table(_ table: TextTable) throws(CommandFailure) {
    for row in table.lines { try line(row) }
  }

  /// Adds a JSON value on a line of its own.
  mutating func json(_ value: JSONValue) throws(CommandFailure) {
    waiting += value.line.utf8
    waiting.append(0x0A)
    if waiting.count >= Self.chunk { try flush() }
  }

  /// Adds the beginning of a line.
  mutating func begin(_ text: String) throws(CommandFailure) {
    waiting += text.utf8
    if waiting.count >= Self.chunk { try flush() }
  }

  /// Writes what is left.
  mutating func finish() throws(CommandFailure) { try flush() }

  /// Writes one JSON value, and that is all.
  static func only(json value: JSONValue) throws(CommandFailure) {
    var output = Output()
    try output.json(value)
    try output.finish()
  }

  /// Writes one line, and that is all.
  static func only(line text: SafeText) throws(CommandFailure) {
    var output = Output()
    try output.line(text)
    try output.finish()
  }

  private mutating func flush() throws(CommandFailure) {
    if let number = Descriptor.write(waiting[...], to: STDOUT_FILENO) {
      throw CommandFailure("standard output cannot be written: \(foreign: SystemWords.of(number))")
    }
    waiting.removeAll(keepingCapacity: true)
  }
}

/// Standard error: one line a message, each beginning with the program's name.
enum Complaint {
  /// Says one thing; a standard error that is closed is nobody's fault.
  static func say(_ text: SafeText) {
    let line = Array(("docket: " + text.string + "\n").utf8)
    _ = Descriptor.write(line[...], to: STDERR_FILENO)
  }
}

/// Whole writes to descriptors.
enum Descriptor {
  /// Writes all bytes; the error number when the system refuses.
  static func write(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) -> Int32? {
    var rest = bytes
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { buffer in
        unsafe Glibc.write(descriptor, buffer.baseAddress, buffer.count)
      }
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return count < 0 ? errno : EIO }
      rest = rest.dropFirst(count)
    }
    return nil
  }
}

/// The system's words for an error number.
enum SystemWords {
  static func of(_ number: Int32) -> String { unsafe String(cString: strerror(number)) }
}
