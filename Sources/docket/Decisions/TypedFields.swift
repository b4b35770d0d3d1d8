import Billing
import Cells

/// What was typed of a decision, by the names of its fields.
///
/// The office reads it, as it reads a form: it fills in what was left out, and refuses by name what
/// the verb has no use for.
struct TypedFields: Equatable {
  private(set) var texts: [DecisionField.Name: String] = [:]

  /// Notes what was typed; nil where nothing was.
  ///
  /// - Throws: that the field was given before.
  mutating func set(_ name: DecisionField.Name, _ text: String?) throws(CommandFailure) {
    guard let text else { return }
    guard texts.updateValue(text, forKey: name) == nil else {
      throw CommandFailure("\"\(foreign: name.rawValue)\" is given twice; leave one out")
    }
  }

  /// Notes a yes; nothing where the flag was not given.
  mutating func set(_ name: DecisionField.Name, _ flag: Bool) throws(CommandFailure) {
    try set(name, flag ? "yes" : nil)
  }

  /// Notes `FIELD=VALUE`.
  ///
  /// - Throws: that it is no such pair, or that the field was given before.
  mutating func set(pair text: String, _ option: SafeText) throws(CommandFailure) {
    let pair = try FieldPair(text, option)
    try set(pair.name, pair.value)
  }

  /// The first field that says something, by name.
  var first: DecisionField.Name? {
    texts.filter { !$0.value.isBlank }.keys.min { $0.rawValue < $1.rawValue }
  }
}

/// `FIELD=VALUE` behind an option.
struct FieldPair: Equatable {
  let name: DecisionField.Name
  let value: String

  /// - Throws: how it is written, with the option's name.
  init(_ text: String, _ option: SafeText) throws(CommandFailure) {
    guard let equals = text.firstIndex(of: "="), equals > text.startIndex else {
      throw CommandFailure(
        """
        \(option) \"\(foreign: text)\": write FIELD=VALUE; docket act ID VERB --fields lists the \
        fields
        """)
    }
    name = DecisionField.Name(rawValue: String(text[..<equals]))
    value = String(text[text.index(after: equals)...])
  }
}

/// Options that fill fields of a decision.
protocol FieldOptions {
  /// Notes each option that was given under the name of its field.
  ///
  /// - Throws: which option cannot be read.
  func fill(_ fields: inout TypedFields) throws(CommandFailure)
}
