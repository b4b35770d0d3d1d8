/// Writes segments as bytes with a file's separators, and counts them.
struct SegmentTextWriter {
  /// How text goes into the bytes.
  enum Spelling {
    /// As payers take it: capitals, plain ASCII, and no separator inside an element.
    case transmitted
    /// As it stands; only the separators themselves are replaced by blanks.
    case verbatim
  }

  /// What was written so far.
  private(set) var bytes: [UInt8] = []
  /// How many segments were written since the count was last set back.
  var count = 0
  private let delimiters: Delimiters
  private let spelling: Spelling
  private let breaksLines: Bool

  /// A writer of nothing yet; `breaksLines` puts a line feed after each terminator.
  init(delimiters: Delimiters, spelling: Spelling, breaksLines: Bool = false) {
    self.delimiters = delimiters
    self.spelling = spelling
    self.breaksLines = breaksLines
  }

  /// Writes one segment.
  mutating func append(_ segment: SegmentText) {
    append(text: segment.id)
    for element in segment.elements {
      bytes.append(delimiters.element)
      append(text: element)
      while bytes.last == 0x20 || bytes.last == delimiters.component { bytes.removeLast() }
    }
    while bytes.last == delimiters.element { bytes.removeLast() }
    endSegment()
  }

  /// Writes a segment of fixed width, with the blanks at the ends of its elements.
  mutating func appendFixed(_ id: String, _ elements: [String]) {
    bytes.append(contentsOf: id.utf8)
    for element in elements {
      bytes.append(delimiters.element)
      bytes.append(contentsOf: element.utf8)
    }
    endSegment()
  }

  private mutating func endSegment() {
    bytes.append(delimiters.segment)
    if breaksLines { bytes.append(0x0A) }
    count += 1
  }

  private mutating func append(text: String) {
    if text.utf8.allSatisfy({ isWrittenAsItIs($0) }) {
      bytes.append(contentsOf: text.utf8)
      return
    }
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x1F:
        while bytes.last == 0x20 { bytes.removeLast() }
        bytes.append(delimiters.component)
      case 0x1E: bytes.append(delimiters.repetition ?? 0x20)
      default:
        switch spelling {
        case .transmitted: append(transmitted: scalar)
        case .verbatim:
          if let ascii = UInt8(exactly: scalar.value), isSeparator(ascii) {
            bytes.append(0x20)
          } else {
            bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
          }
        }
      }
    }
  }

  private mutating func append(transmitted scalar: Unicode.Scalar) {
    if scalar.value < 0x80 {
      var byte = UInt8(truncatingIfNeeded: scalar.value)
      if byte >= UInt8(ascii: "a"), byte <= UInt8(ascii: "z") { byte -= 0x20 }
      bytes.append(byte < 0x20 || byte == 0x7F || isSeparator(byte) ? 0x20 : byte)
    } else {
      bytes.append(contentsOf: PlainLetters.ascii(for: scalar).utf8)
    }
  }

  /// Whether a byte of a text needs no other spelling; so it is with nearly all.
  private func isWrittenAsItIs(_ byte: UInt8) -> Bool {
    let isLetter =
      switch spelling {
      case .transmitted: byte < UInt8(ascii: "a")
      case .verbatim: byte < 0x7F
      }
    return isLetter && byte >= 0x20 && !isSeparator(byte)
  }

  private func isSeparator(_ byte: UInt8) -> Bool {
    byte == delimiters.element || byte == delimiters.component || byte == delimiters.segment
      || byte == delimiters.repetition
  }
}
