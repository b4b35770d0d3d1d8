/// Finds the separators that an ISA segment declares, also where it is not the 106 bytes that it
/// should be.
struct InterchangeHeader {
  /// The separators found.
  var delimiters: Delimiters
  /// One past the last byte of the segment, its terminator not counted.
  var end: Int
  /// What is unusual about it, in plain words.
  var oddities: [String] = []

  /// Where the separators of a segment of standard width stand.
  private static let separatorPlaces = [
    3, 6, 17, 20, 31, 34, 50, 53, 69, 76, 81, 83, 89, 99, 101, 103,
  ]
  /// How far the segment after the header is looked for.
  private static let reach = 640

  /// Whether a standard ISA, all of its separators in their places, begins at a position.
  static func isStandard(_ bytes: Span<UInt8>, at start: Int) -> Bool {
    guard start + 106 <= bytes.count, isName(bytes, at: start) else { return false }
    let separator = bytes[start + 3]
    for place in separatorPlaces where bytes[start + place] != separator { return false }
    return true
  }

  /// Whether `ISA` and something that can be a separator stand at a position.
  static func isName(_ bytes: Span<UInt8>, at start: Int) -> Bool {
    start + 4 <= bytes.count
      && SegmentID.upper(bytes[start]) == UInt8(ascii: "I")
      && SegmentID.upper(bytes[start + 1]) == UInt8(ascii: "S")
      && SegmentID.upper(bytes[start + 2]) == UInt8(ascii: "A")
      && canSeparate(bytes[start + 3])
  }

  /// Letters, digits, blanks and line breaks cannot stand between elements.
  private static func canSeparate(_ byte: UInt8) -> Bool {
    !SegmentID.isNameByte(byte) && byte != 0x20 && byte != 0x0A && byte != 0x0D && byte != 0
  }

  /// Reads the header at a position; `nil` when the separators cannot be known.
  init?(_ bytes: Span<UInt8>, at start: Int) {
    guard Self.isName(bytes, at: start) else { return nil }
    if let plain = Self.plainDelimiters(bytes, at: start) {
      delimiters = plain
      end = start + 105
      return
    }
    let head = Head(bytes, from: start, count: Self.reach)
    let separator = head.bytes[3]
    guard let found = Self.terminator(bytes, head, separator) else { return nil }
    delimiters = Delimiters(
      element: separator, component: found.component ?? UInt8(ascii: ":"),
      segment: found.terminator, repetition: nil)
    end = found.end
    guard
      Self.canSeparate(found.terminator) || found.terminator == 0x0A || found.terminator == 0x0D,
      found.terminator != separator
    else { return nil }
    if found.component == nil {
      oddities.append("ISA16 is missing, so a component separator of \":\" is assumed")
      for candidate in [UInt8(ascii: ":"), UInt8(ascii: ">"), UInt8(ascii: "|")]
      where candidate != separator && candidate != found.terminator {
        delimiters.component = candidate
        break
      }
    }
    let width = head.index(ofPosition: end) ?? head.bytes.count
    if width != 105 { oddities.append("the ISA segment is not 106 bytes long") }
    let repetition = Self.element(11, of: head, separator: separator)
    if repetition.count == 1, let byte = repetition.first, Self.canSeparate(byte),
      byte != delimiters.component, byte != delimiters.segment
    {
      delimiters.repetition = byte
    }
  }

  /// The separators of a header of standard form that is followed by what must follow it.
  private static func plainDelimiters(_ bytes: Span<UInt8>, at start: Int) -> Delimiters? {
    guard isStandard(bytes, at: start), start + 110 < bytes.count else { return nil }
    let separator = bytes[start + 3]
    let component = bytes[start + 104]
    let terminator = bytes[start + 105]
    guard canSeparate(component), canSeparate(terminator), component != terminator,
      component != separator, terminator != separator
    else { return nil }
    for place in start..<(start + 104) where bytes[place] == 0x0A || bytes[place] == 0x0D {
      return nil
    }
    var next = start + 106
    while next < bytes.count, bytes[next] <= 0x20, bytes[next] != separator { next += 1 }
    guard next + 2 < bytes.count, SegmentID.isNameByte(bytes[next]),
      SegmentID.isNameByte(bytes[next + 1])
    else { return nil }
    let repetition = bytes[start + 82]
    return Delimiters(
      element: separator, component: component, segment: terminator,
      repetition: canSeparate(repetition) && repetition != component && repetition != terminator
        ? repetition : nil)
  }

  private struct Ending {
    var component: UInt8?
    var terminator: UInt8
    var end: Int
  }

  /// The header ends where the name of another segment follows; what stands before that name tells
  /// the component separator and the terminator.
  private static func terminator(
    _ bytes: Span<UInt8>, _ head: Head, _ separator: UInt8
  ) -> Ending? {
    guard let marker = head.followingSegment(separator) else {
      return standardEnding(bytes, head, separator)
    }
    let separators = head.separators(before: marker, separator)
    guard let last = separators.last, separators.count >= 15, separators.count <= 17 else {
      return standardEnding(bytes, head, separator)
    }
    let tail = ((last + 1)..<marker).filter { head.bytes[$0] != 0x20 }
    let lineBreak = head.breaks[marker]
    func ending(_ component: UInt8?, at index: Int) -> Ending {
      Ending(
        component: component, terminator: head.bytes[index], end: head.positions[index])
    }
    func ending(_ component: UInt8?, after index: Int) -> Ending? {
      guard let lineBreak else { return nil }
      return Ending(
        component: component, terminator: lineBreak, end: head.positions[index] + 1)
    }
    switch (separators.count, tail.count) {
    case (16, 0):
      return ending(nil, after: last)
    case (16, 1):
      guard lineBreak != nil else { return ending(nil, at: tail[0]) }
      return head.nextLineEnds(bytes, with: head.bytes[tail[0]], after: marker)
        ? ending(nil, at: tail[0]) : ending(head.bytes[tail[0]], after: tail[0])
    case (16, 2...):
      if let lineBreak, head.breaks[tail[1]] == lineBreak {
        return ending(head.bytes[tail[0]], after: tail[0])
      }
      return ending(head.bytes[tail[0]], at: tail[1])
    case (15, 1...):
      let index = tail[tail.count - 1]
      return canSeparate(head.bytes[index]) ? ending(nil, at: index) : ending(nil, after: index)
    case (17, 1):
      return ending(head.bytes[separators[15] + 1], at: tail[0])
    case (17, 0):
      return ending(head.bytes[separators[15] + 1], after: last)
    default:
      return standardEnding(bytes, head, separator)
    }
  }

  /// The ending of a header of standard width that nothing known follows.
  private static func standardEnding(
    _ bytes: Span<UInt8>, _ head: Head, _ separator: UInt8
  ) -> Ending? {
    guard head.bytes.count >= 105 else { return nil }
    for place in separatorPlaces where head.bytes[place] != separator { return nil }
    let component = head.bytes[104]
    guard head.bytes.count > 105 else {
      guard let lineBreak = head.trailingBreak else { return nil }
      return Ending(component: component, terminator: lineBreak, end: head.positions[104] + 1)
    }
    if let lineBreak = head.breaks[105] {
      return Ending(component: component, terminator: lineBreak, end: head.positions[104] + 1)
    }
    return Ending(component: component, terminator: head.bytes[105], end: head.positions[105])
  }

  private static func element(_ number: Int, of head: Head, separator: UInt8) -> [UInt8] {
    var current = 0
    var value: [UInt8] = []
    for byte in head.bytes {
      if byte == separator {
        current += 1
        if current > number { return value }
      } else if current == number {
        value.append(byte)
      }
    }
    return value
  }
}

extension InterchangeHeader {
  /// The first bytes of an interchange without line breaks, which may stand anywhere in them.
  private struct Head {
    var bytes: [UInt8] = []
    /// Where each of them stands in the file.
    var positions: [Int] = []
    /// The line break that stood before each of them: LF where there was one, else CR.
    var breaks: [UInt8?] = []
    /// The line break after the last one, when nothing else follows.
    var trailingBreak: UInt8?

    init(_ file: Span<UInt8>, from start: Int, count: Int) {
      var place = start
      var lineBreak: UInt8?
      while place < file.count, bytes.count < count, place < start + count * 2 {
        let byte = file[place]
        if byte == 0x0A || byte == 0x0D {
          lineBreak = lineBreak == 0x0A ? 0x0A : byte
        } else {
          bytes.append(byte)
          positions.append(place)
          breaks.append(lineBreak)
          lineBreak = nil
        }
        place += 1
      }
      trailingBreak = lineBreak
    }

    func index(ofPosition position: Int) -> Int? {
      positions.firstIndex { $0 >= position }
    }

    /// Where the name of a segment that may follow an ISA stands, fifteen separators or more on.
    func followingSegment(_ separator: UInt8) -> Int? {
      let names = ["GS", "TA1", "ST", "IEA", "ISA"].map { Array($0.utf8) }
      var separators = 0
      for index in bytes.indices {
        if bytes[index] == separator { separators += 1 }
        guard separators >= 15, separators <= 17, index > 0 else {
          if separators > 17 { return nil }
          continue
        }
        let before = bytes[index - 1]
        guard breaks[index] != nil || (!SegmentID.isNameByte(before) && before != separator)
        else { continue }
        for name in names where index + name.count < bytes.count {
          let found = name.indices.allSatisfy {
            SegmentID.upper(bytes[index + $0]) == name[$0]
          }
          if found, bytes[index + name.count] == separator { return index }
        }
      }
      return nil
    }

    func separators(before end: Int, _ separator: UInt8) -> [Int] {
      (0..<end).filter { bytes[$0] == separator }
    }

    /// Whether the line that begins at an index ends with a certain byte.
    func nextLineEnds(_ file: Span<UInt8>, with byte: UInt8, after index: Int) -> Bool {
      var last: UInt8 = 0
      for place in positions[index]..<min(file.count, positions[index] + 512) {
        if file[place] == 0x0A || file[place] == 0x0D { break }
        if file[place] > 0x20 { last = file[place] }
      }
      return last == byte
    }
  }
}
