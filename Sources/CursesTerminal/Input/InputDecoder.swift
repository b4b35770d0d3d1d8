package import Cells

/// Turns the bytes that a terminal sends into keys.
///
/// It reads bytes itself instead of asking ncurses key by key: ncurses reads one byte a system
/// call, loses a letter whose bytes arrive in two pieces, and waits inside the call after Esc. This
/// one takes whatever has arrived, and the loop does the waiting. Nothing here waits or reads a
/// clock.
package struct InputDecoder: Sendable {
  /// The most that a paste keeps, in bytes; the rest is swallowed and counted.
  package static let longestPaste = 262_144

  /// The longest unfinished sequence that is kept, in bytes; longer ones are no keys.
  private static let longestSequence = 4_096

  private let sequences: KeySequences
  private let altKeys: Set<Character>
  private var pending: [UInt8] = []
  private var paste: PasteBuffer?

  /// Makes a decoder for a terminal.
  ///
  /// Alt with a character sends the same bytes as Esc and that character typed fast. Only the
  /// characters that something binds with Alt (`altKeys`) are read so: else both keys would be lost.
  package init(
    _ sequences: KeySequences = KeySequences([:]), altKeys: Set<Character> = TextField.altKeys
  ) {
    self.sequences = sequences
    self.altKeys = altKeys
  }

  /// What the decoder waits for, which decides how long the loop waits before ``timeOut()``
  /// (``patience``).
  package enum Waiting: Sendable, Equatable {
    /// For nothing: keys are complete.
    case nothing
    /// Esc was pressed, or a sequence begins: a few milliseconds will tell.
    case escape
    /// The rest of a sequence whose beginning no person types.
    case sequence
    /// The rest of a paste.
    case paste

    /// How long the rest is waited for since the last byte, before ``timeOut()``; nil for ever.
    ///
    /// A person who presses Esc is not to wait; what a person does not type may come over a slow line.
    package var patience: Duration? {
      switch self {
      case .nothing: nil
      case .escape: .milliseconds(25)
      case .sequence: .milliseconds(250)
      case .paste: .seconds(1)
      }
    }
  }

  /// What the decoder waits for now.
  package var waiting: Waiting {
    if let paste { return paste.isStale ? .nothing : .paste }
    guard pending.first == 0x1B else { return .nothing }
    return pending.count == 1 ? .escape : .sequence
  }

  /// Something that the bytes meant.
  package enum Output: Sendable, Equatable {
    case key(Key)
    /// A paste was too long, and so many bytes of its end are missing in the key before this.
    case pasteCut(lost: Int)
  }

  /// Takes bytes that arrived together.
  ///
  /// - Returns: what is complete with them, in order.
  package mutating func feed(_ bytes: some Sequence<UInt8>) -> [Output] {
    var output: [Output] = []
    var buffer = pending + Array(bytes)
    pending = []
    if let stale = paste, stale.isStale, buffer.count <= PasteBuffer.handTyped {
      finishPaste(into: &output)
    }
    var position = 0
    while position < buffer.count {
      if paste != nil {
        position = takePaste(buffer, from: position, into: &output)
        continue
      }
      let (step, length) = next(buffer[position...])
      guard length > 0 else { break }
      position += length
      switch step {
      case .nothing: break
      case .key(let key): output.append(.key(key))
      case .pasteBegins: paste = PasteBuffer(limit: Self.longestPaste)
      }
    }
    if position < buffer.count {
      buffer.removeFirst(position)
      if buffer.count <= Self.longestSequence { pending = buffer }
    }
    return output
  }

  /// Says that nothing came for the time that ``waiting`` asks for.
  ///
  /// - Returns: Esc, when that is what it was; an unfinished sequence is dropped.
  package mutating func timeOut() -> [Output] {
    switch waiting {
    case .nothing: return []
    case .escape:
      pending = []
      return [.key(.escape)]
    case .sequence:
      pending = []
      return []
    case .paste:
      // Perhaps its end was lost. The next key pressed by hand closes it; a burst still belongs to
      // it.
      paste?.isStale = true
      return []
    }
  }

  /// One step: what the first bytes mean.
  private enum Step: Equatable {
    case nothing
    case key(Key)
    case pasteBegins
  }

  /// Reads the first key; a length of zero asks for more bytes.
  private func next(_ bytes: ArraySlice<UInt8>) -> (Step, length: Int) {
    guard let first = bytes.first else { return (.nothing, 0) }
    switch first {
    case 0x1B: return escapeSequence(bytes)
    case 0x00: return (.key(.control(" ")), 1)
    case 0x09: return (.key(.tab), 1)
    // Enter sends CR; scripts that play keys often send LF.
    case 0x0A, 0x0D: return (.key(.enter), 1)
    case 0x08, 0x7F: return (.key(.backspace), 1)
    case 0x01...0x1F: return (.key(.control(Character(Unicode.Scalar(controlLetter(first))))), 1)
    case 0x20...0x7E: return (.key(.character(Character(Unicode.Scalar(first)))), 1)
    default: return character(bytes)
    }
  }

  private func controlLetter(_ byte: UInt8) -> UInt8 { byte < 0x1B ? byte + 0x60 : byte + 0x40 }

  /// Reads a character of several bytes; what is not UTF-8 means nothing.
  private func character(_ bytes: ArraySlice<UInt8>) -> (Step, length: Int) {
    let (scalar, length) = UTF8Reading.first(of: bytes)
    guard let scalar else { return (.nothing, length) }
    // C1 controls and what Unicode never assigns are no text.
    guard scalar.value >= 0xA0, !scalar.properties.isNoncharacterCodePoint else {
      return (.nothing, length)
    }
    return (.key(.character(Character(scalar))), length)
  }

  private func escapeSequence(_ bytes: ArraySlice<UInt8>) -> (Step, length: Int) {
    let start = bytes.startIndex
    guard bytes.count > 1 else { return (.nothing, 0) }
    switch sequences.match(bytes) {
    case .key(let key, let length): return (.key(key), length)
    case .incomplete: return (.nothing, 0)
    case .none: break
    }
    switch bytes[start + 1] {
    case UInt8(ascii: "["): return ControlSequence.read(bytes).map(meaning) ?? (.nothing, 0)
    case UInt8(ascii: "O"):
      guard bytes.count > 2 else { return (.nothing, 0) }
      return (ControlSequence.keypad(bytes[start + 2]).map { .key($0) } ?? .nothing, 3)
    case 0x1B: return (.key(.escape), 1)
    default:
      // Alt sends Esc and then what the key sends.
      let (step, length) = next(bytes.dropFirst())
      guard length > 0 else { return (.nothing, 0) }
      if case .key(.character(let character)) = step, altKeys.contains(character) {
        return (.key(.alt(character)), length + 1)
      }
      return (.key(.escape), 1)
    }
  }

  private func meaning(_ sequence: ControlSequence) -> (Step, length: Int) {
    if sequence.isPasteBegin { return (.pasteBegins, sequence.length) }
    return (sequence.key.map { .key($0) } ?? .nothing, sequence.length)
  }

  private mutating func takePaste(
    _ buffer: [UInt8], from position: Int, into output: inout [Output]
  ) -> Int {
    guard let end = paste?.take(buffer[position...]) else { return buffer.count }
    finishPaste(into: &output)
    return end
  }

  private mutating func finishPaste(into output: inout [Output]) {
    guard let finished = paste else { return }
    paste = nil
    output.append(.key(.paste(finished.text)))
    if finished.lost > 0 { output.append(.pasteCut(lost: finished.lost)) }
  }
}
