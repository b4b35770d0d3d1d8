/// A claim status code or category of a 277CA in our own words.
package struct StatusRow: Equatable, Sendable {
  package var code: String
  package var meaning: String
  package var fix: String

  package init(code: String, meaning: String, fix: String) {
    self.code = code
    self.meaning = meaning
    self.fix = fix
  }
}

/// What a result code means for the item (domain reference 1.8).
package struct ResultRow: Equatable, Sendable {
  package var code: String
  package var title: String
  package var verb: DecisionVerb
  /// Default days until the item comes back; nil where it does not.
  package var followUpDays: Int?
  package var isProductive: Bool
  package var needsApproval: Bool

  package init(
    code: String, title: String, verb: DecisionVerb, followUpDays: Int?, isProductive: Bool,
    needsApproval: Bool
  ) {
    self.code = code
    self.title = title
    self.verb = verb
    self.followUpDays = followUpDays
    self.isProductive = isProductive
    self.needsApproval = needsApproval
  }
}
