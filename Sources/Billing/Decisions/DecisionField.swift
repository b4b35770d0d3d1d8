/// One thing that a decision says, as a form shows it and `docket act` takes it.
package struct DecisionField: Equatable, Sendable {
  /// A field's name: the option of `docket act` without its dashes, or the part of a correction
  /// before the `=`, such as `units:2`.
  package struct Name: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral {
    package var rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }
    package init(stringLiteral value: String) { rawValue = value }
  }

  /// A value to choose.
  package struct Choice: Equatable, Sendable {
    package var value: String
    /// May hold foreign text.
    package var title: String
    /// What other fields say where this is chosen and nobody typed into them.
    package var follows: [Name: String]

    package init(_ value: String, _ title: String, follows: [Name: String] = [:]) {
      self.value = value
      self.title = title
      self.follows = follows
    }
  }

  /// What another field must say for this one to mean anything.
  package struct Condition: Equatable, Sendable {
    package var field: Name
    package var values: [String]

    package init(_ field: Name, _ values: String...) {
      self.field = field
      self.values = values
    }

    /// Whether it is met by what the fields say.
    package func isMet(by texts: [Name: String]) -> Bool { values.contains(texts[field] ?? "") }
  }

  /// How its value counts.
  package enum Standing: Sendable {
    /// What is filled in is decided unless something else is typed.
    case proposed
    /// What is filled in is how things stand: only another value says something.
    case asItStands
    /// Nothing can be filled in, and the decision needs it.
    case required
  }

  package var name: Name
  /// Short, for a form.
  package var label: String
  /// What belongs in it, one line.
  package var help: String
  /// The value that is filled in.
  package var value: String
  package var standing: Standing
  /// Values to choose among; empty for a field that is typed.
  package var choices: [Choice]
  /// Words to begin with in a field that is typed; anything else may be typed as well.
  package var suggestions: [String]
  /// Shown in an empty field.
  package var placeholder: String
  /// Names or identifies a person.
  package var isPrivate: Bool
  /// Nil for a field that always belongs.
  package var condition: Condition?
  /// Whether it names somebody of the office: whoever shows it adds the others to choose from.
  package var isPerson: Bool

  package init(
    _ name: Name, _ label: String, _ value: String = "", _ standing: Standing = .proposed,
    choices: [Choice] = [], suggestions: [String] = [], placeholder: String = "",
    isPrivate: Bool = false,
    isPerson: Bool = false, when condition: Condition? = nil, help: String
  ) {
    self.suggestions = suggestions
    self.isPerson = isPerson
    self.condition = condition
    self.name = name
    self.label = label
    self.help = help
    self.value = value
    self.standing = standing
    self.choices = choices
    self.placeholder = placeholder
    self.isPrivate = isPrivate
  }
}

/// What is wrong with what was typed, and where.
package struct FieldFault: Error, Equatable, Sendable {
  /// Nil where it is about the whole decision.
  package var field: DecisionField.Name?
  /// A sentence in plain words, with what to do.
  package var message: String

  package init(_ field: DecisionField.Name?, _ message: String) {
    self.field = field
    self.message = message
  }
}

/// A decision as typed: a verb, and the text of its fields.
///
/// Forms and `docket act` give nothing else; the office fills in what was left out from the item,
/// and one reader (`WorkEngine`) makes the decision of it.
package struct DecisionEntry: Equatable, Sendable {
  package var verb: DecisionVerb
  package var fields: [DecisionField.Name: String]
  /// Result code, where another than the verb's usual one is meant.
  package var resultCode: String

  package init(
    _ verb: DecisionVerb, _ fields: [DecisionField.Name: String] = [:], resultCode: String = ""
  ) {
    self.verb = verb
    self.fields = fields
    self.resultCode = resultCode
  }
}

extension DecisionField.Name {
  package static let note: Self = "note"
  package static let followUp: Self = "follow-up"
  package static let late: Self = "late"
  package static let amount: Self = "amount"
  package static let reason: Self = "reason"
  package static let level: Self = "level"
  package static let together: Self = "together"
  package static let outcome: Self = "outcome"
  package static let notice: Self = "notice"
  package static let status: Self = "status"
  package static let spokeTo: Self = "spoke-to"
  package static let reference: Self = "reference"
  package static let promised: Self = "promised"
  package static let check: Self = "check"
  package static let checkDate: Self = "check-date"
  package static let to: Self = "to"
  package static let match: Self = "match"
  package static let step: Self = "step"
  package static let on: Self = "on"
  package static let bill: Self = "bill"
  package static let meaning: Self = "meaning"
  package static let look: Self = "look"

  /// The field of a line of a claim: `units:2`.
  package static func line(_ field: String, _ number: Int) -> Self {
    Self(rawValue: "\(field):\(number)")
  }

  /// The part before a colon, and what stands behind it.
  package var parts: (base: String, place: String?) {
    guard let colon = rawValue.firstIndex(of: ":") else { return (rawValue, nil) }
    return (
      String(rawValue[..<colon]), String(rawValue[rawValue.index(after: colon)...])
    )
  }
}
