import CTerminal
import Glibc

/// Keeps standard error off the screen while it is shown, and shows it afterwards.
///
/// A warning of the system or of a library would otherwise be written into the middle of the
/// screen.
struct StandardErrorCapture: ~Copyable {
  /// The most that is shown afterwards, in bytes; the newest are kept.
  private static let longest = 16_384

  private let real: Int32
  private let captured: Int32

  /// Sends standard error to a file in memory from now on; nil when the system refuses.
  init?() {
    let file = unsafe cterm_memory_file("docket-stderr")
    guard file >= 0 else { return nil }
    let real = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3)
    guard real >= 0, dup2(file, STDERR_FILENO) >= 0 else {
      _ = close(file)
      if real >= 0 { _ = close(real) }
      return nil
    }
    self.real = real
    captured = file
    cterm_guard_standard_error(file, real)
  }

  /// Gives standard error back and says there what was said meanwhile.
  deinit {
    cterm_guard_standard_error(-1, -1)
    _ = dup2(real, STDERR_FILENO)
    let shown = printableLines(read())
    if !shown.isEmpty {
      _ = unsafe shown.withUnsafeBufferPointer {
        unsafe cterm_write(STDERR_FILENO, $0.baseAddress, $0.count)
      }
    }
    _ = close(real)
    _ = close(captured)
  }

  private borrowing func read() -> [UInt8] {
    let end = Int(lseek(captured, 0, SEEK_END))
    let start = max(0, end - Self.longest)
    guard end > start else { return [] }
    return unsafe [UInt8](unsafeUninitializedCapacity: end - start) { buffer, count in
      count = unsafe max(0, pread(captured, buffer.baseAddress, end - start, off_t(start)))
    }
  }
}

/// Bytes that are safe to write to a terminal: printable ASCII, line ends, and `?` for the rest.
func printableLines(_ bytes: [UInt8]) -> [UInt8] {
  bytes.map { (0x20..<0x7F).contains($0) || $0 == 0x0A || $0 == 0x09 ? $0 : 0x3F }
}
