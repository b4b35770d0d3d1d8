import Cells

/// A control sequence as terminals send it: `ESC [`, parameters, a final byte (ECMA-48 section
/// 5.4).
struct ControlSequence: Sendable, Equatable {
  /// The numbers between the semicolons; a missing one is nil.
  ///
  /// Sub-parameters after a colon are left out.
  private(set) var parameters: [Int?] = []
  /// `<`, `=`, `>` or `?` before the parameters, else zero.
  private(set) var prefix: UInt8 = 0
  /// The byte that says what it is; zero when the sequence is broken.
  private(set) var final: UInt8 = 0
  /// How many bytes it is, with Esc.
  private(set) var length: Int

  /// Reads the sequence at the start of the bytes, which begin with `ESC [`; nil asks for more
  /// bytes.
  static func read(_ bytes: ArraySlice<UInt8>) -> ControlSequence? {
    var sequence = ControlSequence(length: 0)
    var number: Int?
    var isSub = false
    var index = bytes.startIndex + 2
    // The console of Linux sends `ESC [ [ A` for F1: the second bracket is a prefix like any other.
    if index < bytes.endIndex, bytes[index] == UInt8(ascii: "[") {
      sequence.prefix = bytes[index]
      index += 1
    }
    while index < bytes.endIndex {
      let byte = bytes[index]
      switch byte {
      case 0x30...0x39:
        // Beyond five digits there is no terminal, only an attempt to overflow.
        if !isSub { number = min((number ?? 0) * 10 + Int(byte - 0x30), 99_999) }
      case 0x3A: isSub = true
      case 0x3B:
        sequence.parameters.append(number)
        number = nil
        isSub = false
      case 0x3C...0x3F: sequence.prefix = byte
      case 0x20...0x2F: break
      case 0x40...0x7E:
        sequence.parameters.append(number)
        sequence.final = byte
        sequence.length = index + 1 - bytes.startIndex
        return sequence
      default:
        // Broken off by something else, which is read by itself.
        sequence.length = index - bytes.startIndex
        return sequence
      }
      index += 1
    }
    return nil
  }

  /// Whether a paste begins.
  var isPasteBegin: Bool { isTilde(200) }

  /// The key, without its modifiers; nil for what is no key.
  var key: Key? {
    switch (prefix, final) {
    case (UInt8(ascii: "<"), UInt8(ascii: "M")), (UInt8(ascii: "<"), UInt8(ascii: "m")):
      mouse
    case (UInt8(ascii: "["), UInt8(ascii: "A")...UInt8(ascii: "E")):
      .function(Int(final) - 0x40)
    case (0, UInt8(ascii: "~")): tilde
    case (0, UInt8(ascii: "Z")): .backTab
    // A first number other than 1 makes a report of it, such as the cursor's place in `ESC [ 12 ;
    // 40 R`.
    case (0, _) where (parameters.first ?? nil) ?? 1 == 1: Self.keypad(final, letters: false)
    default: nil
    }
  }

  /// The key of a letter after `ESC O`, or as the final byte of a sequence.
  ///
  /// - Parameters:
  ///   - letter: The letter.
  ///   - letters: Whether the keypad's lower-case letters count too (only after `ESC O`).
  /// - Returns: the key, or nil.
  static func keypad(_ letter: UInt8, letters: Bool = true) -> Key? {
    switch letter {
    case UInt8(ascii: "A"): .up
    case UInt8(ascii: "B"): .down
    case UInt8(ascii: "C"): .right
    case UInt8(ascii: "D"): .left
    case UInt8(ascii: "F"): .end
    case UInt8(ascii: "H"): .home
    case UInt8(ascii: "P")...UInt8(ascii: "S"): .function(Int(letter) - 0x4F)
    case UInt8(ascii: "M") where letters: .enter
    // Rxvt's arrows with Ctrl.
    case UInt8(ascii: "a") where letters: .up
    case UInt8(ascii: "b") where letters: .down
    case UInt8(ascii: "c") where letters: .right
    case UInt8(ascii: "d") where letters: .left
    // The keypad in application mode: * + , - . / and the digits.
    case UInt8(ascii: "j")...UInt8(ascii: "y") where letters:
      .character(Character(Unicode.Scalar(letter - 0x40)))
    default: nil
    }
  }

  private func isTilde(_ number: Int) -> Bool {
    prefix == 0 && final == UInt8(ascii: "~") && parameters.first == number
  }

  private var tilde: Key? {
    switch parameters.first ?? nil {
    case 1, 7: .home
    case 2: .insert
    case 3: .delete
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    case .some(let number) where (11...15).contains(number): .function(number - 10)
    case .some(let number) where (17...21).contains(number): .function(number - 11)
    case .some(let number) where (23...24).contains(number): .function(number - 12)
    default: nil
    }
  }

  /// The mouse in SGR form: button, column, row, counted from one.
  private var mouse: Key? {
    guard parameters.count == 3, let button = parameters[0], let column = parameters[1],
      let row = parameters[2], column > 0, row > 0
    else { return nil }
    let point = Point(column: column - 1, row: row - 1)
    switch button & ~0b1_1100 {
    case 0: return .mouse(final == UInt8(ascii: "M") ? .press : .release, point)
    case 64: return .mouse(.wheelUp, point)
    case 65: return .mouse(.wheelDown, point)
    default: return nil
    }
  }
}
