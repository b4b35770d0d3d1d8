/// A paste that is arriving: text between `ESC[200~` and `ESC[201~`.
struct PasteBuffer: Sendable {
  /// Pieces up to this many bytes may come from a finger, longer ones cannot.
  static let handTyped = 8

  private static let terminator = Array("\u{1B}[201~".utf8)

  /// The most bytes that are kept.
  let limit: Int

  /// Bytes that were thrown away because of the limit.
  private(set) var lost = 0

  /// Whether nothing came for so long that the end may be lost.
  var isStale = false

  private var bytes: [UInt8] = []

  /// How much of the terminator the last bytes are.
  private var matched = 0

  init(limit: Int) { self.limit = limit }

  /// Takes bytes up to the end of the paste.
  ///
  /// - Returns: the index behind the terminator, or nil when the paste goes on.
  mutating func take(_ piece: ArraySlice<UInt8>) -> Int? {
    isStale = false
    for index in piece.indices {
      let byte = piece[index]
      if byte == Self.terminator[matched] {
        matched += 1
        if matched == Self.terminator.count { return index + 1 }
        continue
      }
      if matched > 0 {
        // Esc is nowhere inside the terminator, so only its first byte can begin it anew.
        keep(Self.terminator[..<matched])
        matched = byte == Self.terminator[0] ? 1 : 0
        if matched == 1 { continue }
      }
      keep(CollectionOfOne(byte))
    }
    return nil
  }

  private mutating func keep(_ more: some Collection<UInt8>) {
    let room = max(0, limit - bytes.count)
    bytes.append(contentsOf: more.prefix(room))
    lost += more.count - min(room, more.count)
  }

  /// The text, with line ends as LF and without other control characters than tab.
  var text: String {
    var scalars = String.UnicodeScalarView()
    var afterReturn = false
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      defer { afterReturn = scalar == "\r" }
      switch scalar.value {
      case 0x0D: scalars.append("\n")
      case 0x0A: if !afterReturn { scalars.append("\n") }
      case 0x09: scalars.append(scalar)
      case ..<0x20, 0x7F..<0xA0: break
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }
}
