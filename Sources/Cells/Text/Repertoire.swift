/// Which characters the terminal can show.
package enum Repertoire: Sendable {
  case unicode
  /// Printable ASCII only; everything else is drawn as its nearest ASCII letter, or `?`.
  case ascii

  /// The ASCII letter that stands for a scalar, or `?`.
  static func asciiFallback(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x20..<0x7F: return scalar
    case 0xC0...0x17F:
      let index = Int(scalar - 0xC0)
      return index < latinFallback.count ? UInt32(latinFallback[index]) : 0x3F
    case 0xA0, 0x2000...0x200A, 0x202F, 0x205F: return 0x20
    case 0xB7, 0x2022, 0x2026, 0x22C5: return UInt32(UInt8(ascii: "."))
    case 0x2010...0x2015, 0x2212, 0x2500, 0x2501: return UInt32(UInt8(ascii: "-"))
    case 0x2018, 0x2019, 0x201B, 0x2032: return UInt32(UInt8(ascii: "'"))
    case 0x201C, 0x201D, 0x201F, 0x2033: return UInt32(UInt8(ascii: "\""))
    case 0x203A, 0x2192, 0x25B6: return UInt32(UInt8(ascii: ">"))
    case 0x2039, 0x2190, 0x25C0: return UInt32(UInt8(ascii: "<"))
    case 0x2191, 0x25B2: return UInt32(UInt8(ascii: "^"))
    case 0x2193, 0x25BC: return UInt32(UInt8(ascii: "v"))
    case 0x2502, 0x2503: return UInt32(UInt8(ascii: "|"))
    case 0x250C...0x257F: return UInt32(UInt8(ascii: "+"))
    case 0x2580...0x258F: return UInt32(UInt8(ascii: "#"))
    case 0x00D7, 0x2715: return UInt32(UInt8(ascii: "x"))
    default: return 0x3F
    }
  }

  /// U+00C0 to U+017F without their marks.
  private static let latinFallback = Array(
    ("AAAAAAACEEEEIIIIDNOOOOOxOUUUUYTsaaaaaaaceeeeiiiidnooooo/ouuuuyty"
      + "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiIiJjKkkLlLlLlLlLlNnNnNnnNnOoOoOoOo"
      + "RrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs").utf8)
}
