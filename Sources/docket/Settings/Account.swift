import Glibc

/// The operating system's account that runs this program; never `$USER`, which anybody can set.
enum Account {
  /// The account's name, or its number where the system knows no name.
  static let name: String = field { unsafe $0.pw_name } ?? "uid-\(geteuid())"

  /// The account's home folder as the system knows it.
  static let home: String? = field { unsafe $0.pw_dir }

  private static func field(_ pick: (passwd) -> UnsafeMutablePointer<CChar>?) -> String? {
    var entry = passwd()
    var found: UnsafeMutablePointer<passwd>?
    var buffer = [CChar](repeating: 0, count: 16_384)
    let status = unsafe buffer.withUnsafeMutableBufferPointer { room in
      unsafe getpwuid_r(geteuid(), &entry, room.baseAddress, room.count, &found)
    }
    guard status == 0, unsafe found != nil, let text = unsafe pick(entry) else { return nil }
    // The text lies in the buffer, which lives until here.
    let copy = unsafe String(cString: text)
    return withExtendedLifetime(buffer) { copy.isEmpty ? nil : copy }
  }
}
