import Billing
import Cells

/// A JSON value whose objects keep the order of their keys, so that outputs can be compared.
indirect enum JSONValue: Equatable, Sendable {
  case null
  case bool(Bool)
  case integer(Int64)
  /// Text that went through the text door.
  case text(SafeText)
  /// Text that must come back exactly as it was, such as a path: what a terminal would obey is
  /// escaped, nothing is dropped.
  case exact(String)
  case array([JSONValue])
  case object([Member])

  /// One key with its value.
  struct Member: Equatable, Sendable {
    var key: String
    var value: JSONValue

    init(_ key: String, _ value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  static func integer(_ number: Int) -> JSONValue { .integer(Int64(number)) }
  /// An amount in cents.
  static func cents(_ amount: Cents) -> JSONValue { .integer(amount.rawValue) }
  /// Text from outside.
  static func foreign(_ text: String) -> JSONValue { .text(SafeText(foreign: text)) }
  /// A date as `2026-11-24`.
  static func day(_ day: Day?) -> JSONValue { day.map { .foreign($0.description) } ?? .null }
  /// A value or `null`.
  static func optional<Value>(_ value: Value?, _ make: (Value) -> JSONValue) -> JSONValue {
    value.map(make) ?? .null
  }
}

extension JSONValue: ExpressibleByDictionaryLiteral {
  init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(elements.map { Member($0.0, $0.1) })
  }
}

extension JSONValue: ExpressibleByStringLiteral {
  init(stringLiteral value: StaticString) { self = .text(SafeText(stringLiteral: value)) }
}

extension JSONValue: ExpressibleByArrayLiteral {
  init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
}

extension JSONValue {
  /// The value on one line.
  var line: String {
    var line = ""
    write(to: &line)
    return line
  }

  private func write(to line: inout String) {
    switch self {
    case .null: line += "null"
    case .bool(let flag): line += flag ? "true" : "false"
    case .integer(let number): line += String(number)
    case .text(let text): JSONText.write(text.string, to: &line)
    case .exact(let text): JSONText.write(text, to: &line)
    case .array(let values):
      line += "["
      for (index, value) in values.enumerated() {
        if index > 0 { line += "," }
        value.write(to: &line)
      }
      line += "]"
    case .object(let members):
      line += "{"
      for (index, member) in members.enumerated() {
        if index > 0 { line += "," }
        JSONText.write(member.key, to: &line)
        line += ":"
        member.value.write(to: &line)
      }
      line += "}"
    }
  }
}

/// Text as JSON writes it (RFC 8259 section 7).
private enum JSONText {
  static func write(_ text: String, to line: inout String) {
    line += "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": line += "\\\""
      case "\\": line += "\\\\"
      case "\n": line += "\\n"
      case "\t": line += "\\t"
      default:
        if isHarmless(scalar) {
          line.unicodeScalars.append(scalar)
        } else {
          for unit in String(scalar).utf16 { escape(unit, to: &line) }
        }
      }
    }
    line += "\""
  }

  /// Whether a terminal shows the scalar and does nothing else.
  private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    if (0x20..<0x7F).contains(scalar.value) { return true }
    if scalar.properties.isDefaultIgnorableCodePoint { return false }
    return switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator:
      false
    default: true
    }
  }

  private static func escape(_ unit: UInt16, to line: inout String) {
    let digits = String(unit, radix: 16)
    line += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}
