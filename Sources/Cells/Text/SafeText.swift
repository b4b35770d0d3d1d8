/// Text that is safe to show: on the screen, in command output and in logs.
///
/// This is the one door for text. Literals of the program pass as they are; text from anywhere else
/// (files, the database, the keyboard, other people) enters only through ``init(foreign:)``. The
/// types hold callers to it: a `String` cannot be interpolated or drawn without going through.
package struct SafeText: Hashable, Sendable {
  /// The text, for standard output and logs.
  package let string: String
  /// How many columns it takes.
  package let columns: Int
  /// Whether it is printable ASCII throughout, so that columns and bytes are the same.
  let isASCII: Bool

  /// No text.
  package static let empty = SafeText(checked: "", columns: 0, isASCII: true)

  init(checked string: String, columns: Int, isASCII: Bool) {
    self.string = string
    self.columns = columns
    self.isASCII = isASCII
  }

  /// Trusts `string`: for text that was already checked or is the program's own.
  init(trusted string: String) {
    if SafeText.isPrintableASCII(string) {
      self.init(checked: string, columns: string.utf8.count, isASCII: true)
    } else {
      self.init(checked: string, columns: TextWidth.of(string), isASCII: false)
    }
  }

  /// Lets text from outside in.
  ///
  /// Drops what could move the cursor, reorder, hide or forge what is shown, and leaves one U+FFFD
  /// where it did. Line ends and tabs become a space.
  package init(foreign text: String) {
    if SafeText.isPrintableASCII(text) {
      self.init(checked: text, columns: text.utf8.count, isASCII: true)
    } else {
      self.init(trusted: TextDoor.passesUnchanged(text) ? text : TextDoor.admit(text))
    }
  }

  /// Whether there is no text.
  package var isEmpty: Bool { string.isEmpty }

  static func isPrintableASCII(_ string: String) -> Bool {
    let bytes = string.utf8Span.span
    // Without a branch in the loop: nearly all text is printable ASCII.
    var isPrintable = true
    for index in bytes.indices {
      isPrintable = isPrintable && bytes[index] &- 0x20 < 0x5F
    }
    return isPrintable
  }
}

extension SafeText: ExpressibleByStringInterpolation {
  /// A literal of the program.
  package init(stringLiteral value: StaticString) {
    self.init(trusted: value.description)
  }

  package init(stringInterpolation: StringInterpolation) {
    self.init(trusted: stringInterpolation.string)
  }

  /// Interpolation that takes safe text and numbers, and a `String` only as `\(foreign: name)`.
  package struct StringInterpolation: StringInterpolationProtocol {
    var string: String

    package init(literalCapacity: Int, interpolationCount: Int) {
      string = ""
      string.reserveCapacity(literalCapacity + interpolationCount * 8)
    }

    package mutating func appendLiteral(_ literal: StaticString) {
      string += literal.description
    }

    package mutating func appendInterpolation(_ text: SafeText) { string += text.string }
    package mutating func appendInterpolation(_ number: some BinaryInteger) {
      string += String(number)
    }
    package mutating func appendInterpolation(foreign text: String) {
      string += SafeText(foreign: text).string
    }
  }
}

extension SafeText: CustomStringConvertible {
  package var description: String { string }
}

extension SafeText {
  package static func + (left: SafeText, right: SafeText) -> SafeText {
    SafeText(
      checked: left.string + right.string, columns: left.columns + right.columns,
      isASCII: left.isASCII && right.isASCII)
  }

  package static func += (left: inout SafeText, right: SafeText) { left = left + right }

  /// Text from outside of several lines, each let in by itself.
  package static func lines(foreign text: String) -> [SafeText] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map { SafeText(foreign: String($0)) }
  }
}
