import Billing
import Cells

/// One field of a form: what the office says of it, and what was typed or chosen.
struct FormField: Equatable, Sendable {
  let asked: DecisionField
  /// What is typed; unused where there are values to choose among.
  var field: TextField
  /// Values to step through; empty for a field that is typed.
  var choices: [DecisionField.Choice]
  /// Nil where nothing is chosen yet.
  var chosen: Int?
  /// Still as it was filled in: the first character typed replaces it.
  var isPristine = true
  var error: SafeText?
  /// What it says as long as nobody says anything else.
  private(set) var original: String

  init(_ asked: DecisionField) {
    self.asked = asked
    field = TextField(
      asked.choices.isEmpty ? asked.value : "",
      placeholder: SafeText(foreign: asked.placeholder), limit: 500)
    choices = asked.choices
    chosen = asked.choices.firstIndex { $0.value == asked.value }
    original = asked.value
    // A value that the form does not offer is kept as it is.
    if isChoice, chosen == nil, !asked.value.isEmpty { offer(asked.value) }
  }

  /// A field of a form that is about no decision.
  init(
    _ name: DecisionField.Name, _ label: String, _ text: String = "",
    choices: [DecisionField.Choice] = [], help: String, isPrivate: Bool = false
  ) {
    self.init(
      DecisionField(name, label, text, choices: choices, isPrivate: isPrivate, help: help))
  }

  var name: DecisionField.Name { asked.name }
  var label: SafeText { SafeText(foreign: asked.label) }
  /// What belongs in it, shown while it has the focus.
  var help: SafeText { SafeText(foreign: asked.help) }
  /// Holds a name or an identifier, so that it is covered when they are.
  var isPrivate: Bool { asked.isPrivate }

  var isChoice: Bool { !choices.isEmpty }

  var choice: DecisionField.Choice? {
    chosen.flatMap { choices.indices.contains($0) ? choices[$0] : nil }
  }

  /// Shown where nothing is chosen yet.
  var unchosen: SafeText {
    asked.placeholder.isEmpty ? "choose" : SafeText(foreign: asked.placeholder)
  }

  var value: String { isChoice ? choice?.value ?? "" : field.text }

  /// The value without blanks around it.
  var trimmed: String { value.trimmingBlanks }

  var isChanged: Bool { value != original }

  /// Whether the office is to hear of it: it says something that is not so anyway.
  var isSaid: Bool {
    asked.standing == .asItStands ? isChanged : isChanged || !trimmed.isEmpty
  }

  // MARK: Values from elsewhere

  /// Puts a value in; one that is not among the choices changes nothing.
  mutating func set(_ text: String) {
    if !isChoice {
      field.setText(text)
    } else if let index = choices.firstIndex(where: { $0.value == text }) {
      chosen = index
    }
  }

  /// Puts in what follows from another field, as long as nobody said anything here.
  mutating func follow(_ text: String) {
    guard isPristine, !isChanged else { return }
    set(text)
    original = value
  }

  /// Offers the people of the office where it names one of them.
  mutating func offer(people names: [String]) {
    guard asked.isPerson else { return }
    for name in names { offer(name) }
  }

  /// One more value, before the one that names nobody.
  private mutating func offer(_ value: String) {
    guard !choices.contains(where: { $0.value == value }) else { return }
    let old = choice?.value ?? original
    let place = choices.last?.value.isEmpty == true ? choices.count - 1 : choices.count
    choices.insert(DecisionField.Choice(value, value), at: place)
    chosen = choices.firstIndex { $0.value == old }
  }

  // MARK: Keys

  /// Answers a key; false when it does not edit the field.
  mutating func handle(_ key: Key) -> Bool {
    guard !isChoice else { return choose(key) }
    let before = field
    switch key {
    case .left where isPristine && !asked.suggestions.isEmpty: return suggest(by: -1)
    case .right where isPristine && !asked.suggestions.isEmpty: return suggest(by: 1)
    case .character, .paste:
      // A value that was filled in is replaced by typing, as selected text is elsewhere.
      if isPristine, !field.isEmpty { field.setText("") }
    case .backspace where isPristine && !field.isEmpty:
      field.setText("")
      (isPristine, error) = (false, nil)
      return true
    default: break
    }
    guard field.handle(key) else { return false }
    isPristine = false
    if field.text != before.text { error = nil }
    return true
  }

  /// Which of the suggestions it says; nil where it says something else.
  var suggested: Int? { isPristine ? asked.suggestions.firstIndex(of: value) : nil }

  private mutating func suggest(by step: Int) -> Bool {
    let count = asked.suggestions.count
    let next = suggested.map { ($0 + step + count) % count } ?? 0
    field.setText(asked.suggestions[next])
    error = nil
    return true
  }

  private mutating func choose(_ key: Key) -> Bool {
    let count = choices.count
    switch key {
    case .left: chosen = ((chosen ?? count) + count - 1) % count
    case .right, .character(" "): chosen = ((chosen ?? -1) + 1) % count
    case .home: chosen = 0
    case .end: chosen = count - 1
    case .character(let letter):
      // The next choice that begins with the letter.
      let wanted = letter.lowercased()
      let order = (1...count).map { ((chosen ?? -1) + $0) % count }
      guard
        let found = order.first(where: {
          choices[$0].value.lowercased().hasPrefix(wanted)
            || choices[$0].title.lowercased().hasPrefix(wanted)
        })
      else { return false }
      chosen = found
    default: return false
    }
    isPristine = false
    error = nil
    return true
  }
}

extension String {
  /// The text without blanks at its ends.
  var trimmed: String { trimmingBlanks }
}
