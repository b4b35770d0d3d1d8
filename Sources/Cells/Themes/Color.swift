/// A colour of the terminal.
package enum Color: Hashable, Sendable {
  /// The terminal's own foreground or background.
  case `default`
  /// One of the terminal's 256: 0-15 named, 16-231 a cube, 232-255 greys.
  case indexed(UInt8)
  case rgb(red: UInt8, green: UInt8, blue: UInt8)

  /// The colour of `#rrggbb` written as a number.
  package static func hex(_ value: UInt32) -> Color {
    .rgb(
      red: UInt8(truncatingIfNeeded: value >> 16), green: UInt8(truncatingIfNeeded: value >> 8),
      blue: UInt8(truncatingIfNeeded: value))
  }

  /// Names of the sixteen colours, in the order of their numbers.
  package static let names = [
    "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white",
    "bright-black", "bright-red", "bright-green", "bright-yellow", "bright-blue",
    "bright-magenta", "bright-cyan", "bright-white",
  ]

  /// Reads `#rrggbb`, `default`, one of ``names``, or a number from 0 to 255.
  package init?(parsing text: String) {
    if text == "default" {
      self = .default
    } else if text.hasPrefix("#") {
      guard text.utf8.count == 7, let value = UInt32(text.dropFirst(), radix: 16),
        !text.contains("+")
      else { return nil }
      self = .hex(value)
    } else if let index = Color.names.firstIndex(of: text) {
      self = .indexed(UInt8(index))
    } else if let index = UInt8(text), !text.hasPrefix("+") {
      self = .indexed(index)
    } else {
      return nil
    }
  }
}

/// How many colours the terminal has.
package enum ColorDepth: UInt8, Sendable, CaseIterable, Comparable {
  case none, sixteen, indexed256, trueColor

  package static func < (left: ColorDepth, right: ColorDepth) -> Bool {
    left.rawValue < right.rawValue
  }
}
