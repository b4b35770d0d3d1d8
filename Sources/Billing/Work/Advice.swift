/// What the playbook proposes for an item, why, and what it forbids.
package struct Advice: Equatable, Sendable {
  /// The decision that Enter takes.
  package var proposed: DecisionVerb
  package var resultCode: String
  /// The argument, a sentence a step.
  package var why: [String]
  /// What to correct or obtain, in plain words.
  package var fix: String
  /// Every code on the item with its meaning in our words.
  package var meanings: [CodeMeaning]
  /// Every decision that makes sense in this queue, best first, with what forbids it.
  package var options: [DecisionOption]
  package var packet: AppealPacket?
  package var nextAppealLevel: AppealLevel?
  /// Write-off reason that fits the code, empty where the proposal gives nothing up.
  package var reasonCode: String

  package init(
    proposed: DecisionVerb, resultCode: String, why: [String], fix: String,
    meanings: [CodeMeaning] = [], options: [DecisionOption] = [], packet: AppealPacket? = nil,
    nextAppealLevel: AppealLevel? = nil, reasonCode: String = ""
  ) {
    self.proposed = proposed
    self.resultCode = resultCode
    self.why = why
    self.fix = fix
    self.meanings = meanings
    self.options = options
    self.packet = packet
    self.nextAppealLevel = nextAppealLevel
    self.reasonCode = reasonCode
  }
}

/// A code with its meaning.
package struct CodeMeaning: Equatable, Sendable {
  package var code: String
  package var meaning: String

  package init(code: String, meaning: String) {
    self.code = code
    self.meaning = meaning
  }
}

/// A decision that could be taken, with what forbids it and what it needs.
package struct DecisionOption: Equatable, Sendable {
  package var verb: DecisionVerb
  package var permission: Permission
  package var resultCode: String
  /// The day on which the item would come back.
  package var followUpOn: Day?
  /// Everything that can be said with it, filled in so that nothing more is usually needed.
  package var fields: [DecisionField]
  /// Fields of which one must say something else than it does, the most usual first; empty where the
  /// decision makes sense without.
  package var oneOf: [DecisionField.Name]

  package init(
    verb: DecisionVerb, permission: Permission, resultCode: String = "", followUpOn: Day? = nil,
    fields: [DecisionField] = [], oneOf: [DecisionField.Name] = []
  ) {
    self.oneOf = oneOf
    self.verb = verb
    self.permission = permission
    self.resultCode = resultCode
    self.followUpOn = followUpOn
    self.fields = fields
  }

  /// The fields that must be typed because nothing could be filled in: with them, and all others as
  /// they are filled in, what is allowed succeeds.
  package var needs: [DecisionField] {
    let filledIn = Dictionary(
      fields.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    return fields.filter {
      $0.standing == .required && $0.value.isEmpty && $0.condition?.isMet(by: filledIn) ?? true
    } + [change].compactMap(\.self)
  }

  /// The field that stands for those of which one must be changed: one that says nothing yet, where
  /// there is one.
  private var change: DecisionField? {
    let named = oneOf.compactMap { name in fields.first { $0.name == name } }
    guard var field = named.first(where: \.value.isEmpty) ?? named.first else { return nil }
    field.help = "At least one of: " + oneOf.map(\.rawValue).joined(separator: ", ") + "."
    return field
  }
}
