/// The kinds of rows that a rules file may hold, with the keys each of them knows.
enum RuleSection: String, CaseIterable {
  case deadline, playbook, remark, category, status, result, payer, packet
  case followUp = "follow-up"
  case writeOff = "write-off"

  /// Keys that together name a row; a row of the office with the same name overrides the default.
  var identity: [String] {
    switch self {
    case .deadline, .payer: ["id"]
    case .playbook: ["carc", "rarc", "family"]
    case .remark, .category, .status, .result, .writeOff: ["code"]
    case .followUp: ["family"]
    case .packet: ["title"]
    }
  }

  /// Keys of the identity that may be lists: one row is read for each element.
  var listed: [String] {
    switch self {
    case .playbook: ["carc", "rarc"]
    case .remark, .category, .status: ["code"]
    default: []
    }
  }

  /// All keys that a row may have.
  var keys: [String] {
    let own: [String] =
      switch self {
      case .deadline:
        [
          "id", "kind", "family", "count", "clock", "payer", "state", "unit",
          "presumed-receipt-days", "from", "through", "source", "confidence",
        ]
      case .playbook:
        [
          "carc", "meaning", "do", "rarc", "family", "cause", "clock", "contractual", "source",
          "confidence",
        ]
      case .remark: ["code", "meaning", "fix", "effect"]
      case .category, .status: ["code", "meaning", "fix"]
      case .result: ["code", "title", "verb", "follow-up", "productive", "approval"]
      case .payer:
        ["id", "family", "identifiers", "name-words", "filing-indicators", "key", "state"]
      case .followUp: ["family", "first", "next", "crossover"]
      case .writeOff: ["code", "title", "limit"]
      case .packet: ["title", "codes", "pieces"]
      }
    return own + ["disabled"]
  }
}
