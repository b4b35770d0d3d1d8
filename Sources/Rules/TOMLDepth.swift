/// Keys nested deeper than any file of settings needs, which the reader of TOML would not survive.
package enum TOMLDepth {
  /// Parts of one dotted key; the files of an office need two.
  private static let most = 16

  /// The line of the first key with more parts than are taken; nil where there is none.
  package static func tooDeep(_ text: String) -> Int? {
    var line = 1
    var dots = 0
    var quote: [UInt8] = []
    let bytes = Array(text.utf8)
    var place = 0
    while place < bytes.count {
      let byte = bytes[place]
      if byte == UInt8(ascii: "\n") { line += 1 }
      if !quote.isEmpty {
        if byte == UInt8(ascii: "\\"), quote[0] == UInt8(ascii: "\"") {
          place += 1
        } else if bytes[place...].starts(with: quote) {
          place += quote.count - 1
          quote = []
        } else if byte == UInt8(ascii: "\n"), quote.count == 1 {
          quote = []
        }
      } else {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
          let long = [byte, byte, byte]
          quote = bytes[place...].starts(with: long) ? long : [byte]
          place += quote.count - 1
        case UInt8(ascii: "#"):
          while place + 1 < bytes.count, bytes[place + 1] != UInt8(ascii: "\n") { place += 1 }
        case UInt8(ascii: "."):
          dots += 1
          if dots >= most { return line }
        case UInt8(ascii: "="), UInt8(ascii: ","), UInt8(ascii: "{"), UInt8(ascii: "}"),
          UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "\n"):
          dots = 0
        default: break
        }
      }
      place += 1
    }
    return nil
  }
}
