import CCurses
package import Cells

/// Which byte sequences stand for which keys, for one terminal type.
///
/// The terminal's description (terminfo) says what its keys send; what xterm and its kin send with
/// modifiers is read by its grammar in ``InputDecoder`` and needs no table.
package struct KeySequences: Sendable {
  /// The keys by the bytes that they send.
  private var keys: [[UInt8]: Key]

  /// Every true beginning of a sequence, so that a half-arrived one is waited for.
  private var beginnings: Set<[UInt8]> = []

  /// The longest sequence, in bytes.
  private(set) var longest = 0

  /// Makes a table of these sequences; those that do not begin with Esc are left out.
  package init(_ keys: [[UInt8]: Key]) {
    self.keys = keys.filter { $0.key.count > 1 && $0.key[0] == 0x1B }
    for bytes in self.keys.keys {
      longest = max(longest, bytes.count)
      for length in 1..<bytes.count { beginnings.insert(Array(bytes.prefix(length))) }
    }
  }

  /// What the description of the terminal that is open now says.
  static func ofOpenTerminal() -> KeySequences {
    var keys: [[UInt8]: Key] = [:]
    for (capability, key) in capabilities {
      guard let text = unsafe shim_capability(capability) else { continue }
      keys[unsafe Array(String(cString: text).utf8)] = key
    }
    return KeySequences(keys)
  }

  /// What was found at the start of some bytes.
  enum Match: Equatable {
    /// No sequence begins like this.
    case none
    /// A sequence may follow.
    case incomplete
    /// A key of so many bytes.
    case key(Key, Int)
  }

  /// The longest sequence at the start of the bytes.
  func match(_ bytes: ArraySlice<UInt8>) -> Match {
    for length in stride(from: min(longest, bytes.count), to: 1, by: -1) {
      if let key = keys[Array(bytes.prefix(length))] { return .key(key, length) }
    }
    return bytes.count < longest && beginnings.contains(Array(bytes)) ? .incomplete : .none
  }

  /// The capabilities of terminfo(5) and their keys.
  private static let capabilities: [(String, Key)] =
    [
      ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right),
      ("khome", .home), ("kend", .end), ("kpp", .pageUp), ("knp", .pageDown),
      ("kich1", .insert), ("kdch1", .delete), ("kcbt", .backTab), ("kent", .enter),
      ("kbs", .backspace), ("kri", .up), ("kind", .down), ("kLFT", .left), ("kRIT", .right),
      ("ka1", .home), ("ka3", .pageUp), ("kc1", .end), ("kc3", .pageDown),
    ] + (1...24).map { ("kf\($0)", .function($0)) }
}
