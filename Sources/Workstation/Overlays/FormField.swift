import Billing
import Cells
import Desk

/// One field of a decision's form.
struct FormField: Equatable, Sendable {
  enum Name: Hashable, Sendable {
    case memberID, priorAuthorization, placeOfService, diagnoses
    case procedure(line: Int)
    case units(line: Int)
    case lineNote(line: Int)
    case orderingProvider(line: Int)
    case note, followUp, assignee, amount, reason, level, outcome, status, candidate
    case delay, letter
    // The order side
    case cause, team, owner, holdReason, scope, held, evidence
    case documentKind, dated, signedOn, signer, validFrom, validThrough, number, codes, granted
    case measure, fileReference
    case modifiers, chargeUnits, chargeAmount, serial, narrative, authorization, from, through
    case pointers
    /// Units of an item of special work, by its place.
    case supply(item: Int)
    case requestedBy, happenedOn
    /// Count and total of what is sent.
    case claims, total
    /// A column of the order template.
    case column(String)
  }

  struct Choice: Equatable, Sendable {
    var value: String
    /// Foreign text.
    var title: String
  }

  var name: Name
  var label: SafeText
  /// What belongs in it, shown while it has the focus.
  var help: SafeText
  var field: TextField
  /// Values to step through; empty for a field that is typed.
  var choices: [Choice]
  var chosen: Int
  /// Still as it was filled in: the first character typed replaces it.
  var isPristine = true
  var error: SafeText?
  let original: String
  /// Holds a name or an identifier, so that it is covered when they are.
  var isPrivate = false

  /// A field to type into.
  init(
    _ name: Name, _ label: SafeText, _ text: String = "", help: SafeText,
    placeholder: SafeText = .empty, isPrivate: Bool = false
  ) {
    self.name = name
    self.label = label
    self.help = help
    field = TextField(text, placeholder: placeholder, limit: 500)
    choices = []
    chosen = 0
    original = text
    self.isPrivate = isPrivate
  }

  /// A field to choose in.
  init(
    _ name: Name, _ label: SafeText, choices: [Choice], chosen: Int = 0, help: SafeText,
    isPrivate: Bool = false
  ) {
    self.name = name
    self.label = label
    self.help = help
    field = TextField()
    self.choices = choices
    self.chosen = max(0, min(chosen, choices.count - 1))
    original = choices.indices.contains(chosen) ? choices[chosen].value : ""
    self.isPrivate = isPrivate
  }

  var isChoice: Bool { !choices.isEmpty }

  var value: String {
    if isChoice { return choices.indices.contains(chosen) ? choices[chosen].value : "" }
    return field.text
  }

  /// The value without blanks around it.
  var trimmed: String { value.trimmed }

  var isChanged: Bool { value != original }

  /// Answers a key; false when it does not edit the field.
  mutating func handle(_ key: Key) -> Bool {
    guard !isChoice else { return choose(key) }
    let before = field
    switch key {
    case .character, .paste:
      // A value that was filled in is replaced by typing, as selected text is elsewhere.
      if isPristine, !field.isEmpty { field.setText("") }
    case .backspace where isPristine && !field.isEmpty:
      field.setText("")
      (isPristine, error) = (false, nil)
      return true
    case .control("d"), .control("h"), .control("f"), .control("b"): break
    default: break
    }
    guard field.handle(key) else { return false }
    isPristine = false
    if field.text != before.text { error = nil }
    return true
  }

  private mutating func choose(_ key: Key) -> Bool {
    switch key {
    case .left: chosen = (chosen + choices.count - 1) % choices.count
    case .right, .character(" "): chosen = (chosen + 1) % choices.count
    case .home: chosen = 0
    case .end: chosen = choices.count - 1
    case .character(let letter):
      // The next choice that begins with the letter.
      let wanted = letter.lowercased()
      let order = (1...choices.count).map { (chosen + $0) % choices.count }
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
  var trimmed: String {
    var rest = self[...]
    while rest.first == " " { rest.removeFirst() }
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }
}
