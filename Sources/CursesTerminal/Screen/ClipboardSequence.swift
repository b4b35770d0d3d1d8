/// The escape sequence that asks the terminal to put text on the clipboard (OSC 52), also over ssh.
package struct ClipboardSequence: Sendable, Equatable {
  /// The most text that terminals take, in bytes of UTF-8: xterm keeps 100,000 characters of
  /// base64.
  package static let longest = 74_994

  /// A multiplexer between this program and the terminal, which must be told to let the sequence
  /// through.
  package enum Path: Sendable {
    /// The terminal itself.
    case direct
    /// tmux, which takes the sequence itself or passes a wrapped one on, depending on its settings.
    case tmux
    /// GNU screen, which passes on short wrapped pieces.
    case screen
  }

  /// The bytes to write.
  package let bytes: [UInt8]

  /// Makes the sequence; nil when the text is longer than `longest`.
  ///
  /// - Parameters:
  ///   - text: What shall be on the clipboard.
  ///   - path: What lies between here and the terminal.
  package init?(_ text: String, path: Path) {
    guard text.utf8.count <= Self.longest else { return nil }
    let plain = Array("\u{1B}]52;c;".utf8) + base64(Array(text.utf8)) + [0x07]
    switch path {
    case .direct:
      bytes = plain
    case .tmux:
      // Plain for `set-clipboard on`, wrapped for `allow-passthrough on`; the other one is ignored.
      let doubled = plain.flatMap { $0 == 0x1B ? [0x1B, 0x1B] : [$0] }
      bytes = plain + Array("\u{1B}Ptmux;".utf8) + doubled + Array("\u{1B}\\".utf8)
    case .screen:
      bytes = stride(from: 0, to: plain.count, by: 256).flatMap { start in
        let piece = plain[start..<min(start + 256, plain.count)]
        return Array("\u{1B}P".utf8) + piece + Array("\u{1B}\\".utf8)
      }
    }
  }
}

extension ClipboardSequence.Path {
  /// What the environment says lies between here and the terminal.
  package init(environment: [String: String]) {
    if environment["TMUX"]?.isEmpty == false {
      self = .tmux
    } else if environment["STY"]?.isEmpty == false {
      self = .screen
    } else {
      self = .direct
    }
  }
}

/// The bytes as base64 text with padding (RFC 4648 section 4).
func base64(_ bytes: [UInt8]) -> [UInt8] {
  let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  var result: [UInt8] = []
  result.reserveCapacity((bytes.count + 2) / 3 * 4)
  for start in stride(from: 0, to: bytes.count, by: 3) {
    let piece = bytes[start..<min(start + 3, bytes.count)]
    let bits = piece.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - piece.count))
    for place in 0..<4 {
      result.append(place <= piece.count ? alphabet[bits >> (18 - 6 * place) & 63] : 0x3D)
    }
  }
  return result
}
