/// How the fields of a decision are kept in the journal, one a line: `amount=12.00`.
///
/// A line of its own names the version before them, so that later programs know how to read it.
/// Version 0 is not written any more: its lines have no text and say what they say in columns.
package enum DecisionText {
  package static let version = 1

  /// The fields as text, in the order of their names.
  package static func encode(_ fields: [DecisionField.Name: String]) -> String {
    var text = "\(version)\n"
    for (name, value) in fields.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      text += escaped(name.rawValue) + "=" + escaped(value) + "\n"
    }
    return text
  }

  /// The fields of a text; nil where no program of this version can have written it.
  package static func decode(_ text: String) -> [DecisionField.Name: String]? {
    // By bytes: a value that begins with a combining mark must not swallow the sign before it.
    var lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard lines.count >= 2, String(lines.removeFirst()) == "\(version)",
      lines.removeLast().isEmpty
    else { return nil }
    var fields: [DecisionField.Name: String] = [:]
    for line in lines {
      guard let equals = line.firstIndex(of: UInt8(ascii: "=")),
        let name = plain(line[..<equals]),
        let value = plain(line[line.index(after: equals)...]),
        fields.updateValue(value, forKey: DecisionField.Name(rawValue: name)) == nil
      else { return nil }
    }
    return fields
  }

  /// Without line ends, and without an equals sign that could end a name.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": escaped += "\\\\"
      case "\n": escaped += "\\n"
      case "\r": escaped += "\\r"
      case "=": escaped += "\\e"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  private static func plain(_ bytes: Substring.UTF8View) -> String? {
    var plain = String.UnicodeScalarView()
    var scalars = Substring(bytes).unicodeScalars.makeIterator()
    while let scalar = scalars.next() {
      guard scalar == "\\" else {
        plain.append(scalar)
        continue
      }
      switch scalars.next() {
      case "\\": plain.append("\\")
      case "n": plain.append("\n")
      case "r": plain.append("\r")
      case "e": plain.append("=")
      default: return nil
      }
    }
    return String(plain)
  }
}
