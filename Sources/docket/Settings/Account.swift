import Glibc

/// The operating system's account that runs this program; never `$USER`, which anybody can set.
struct Account: Sendable {
  /// The account's name, or its number where the system knows no name.
  let name: String
  /// The account's home folder as the system knows it.
  let home: String?

  static let own = Account()

  /// Bytes for the entry's texts.
  private static let room = 16_384

  private init() {
    var entry = unsafe passwd()
    var found: UnsafeMutablePointer<passwd>?
    let room = UnsafeMutablePointer<CChar>.allocate(capacity: Self.room)
    defer { unsafe room.deallocate() }
    let status = unsafe getpwuid_r(geteuid(), &entry, room, Self.room, &found)
    guard status == 0, unsafe found != nil else {
      name = "uid-\(geteuid())"
      home = nil
      return
    }
    let known = unsafe entry.pw_name.map { unsafe String(cString: $0) } ?? ""
    name = known.isEmpty ? "uid-\(geteuid())" : known
    home = unsafe entry.pw_dir.map { unsafe String(cString: $0) }
  }
}
