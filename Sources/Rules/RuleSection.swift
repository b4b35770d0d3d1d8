import Billing

/// The kinds of rows that a rules file may hold, with the keys each of them knows.
enum RuleSection: String, CaseIterable {
  case deadline, playbook, remark, category, status, result, payer, packet
  case item, allowable, modifier, jurisdiction, supplier, clearinghouse
  case remedies, posting
  case followUp = "follow-up"
  case amountInControversy = "amount-in-controversy"
  case payerStatus = "payer-status"
  case writeOff = "write-off"
  case holdReason = "hold-reason"
  case suspenseReason = "suspense-reason"
  case settlementReason = "settlement-reason"
  case acceptanceReason = "acceptance-reason"
  case delayReason = "delay-reason"
  case placeOfService = "place-of-service"
  case orderColumn = "order-column"
  case bankCode = "bank-code"
  case bankTable = "bank-table"

  /// Whether there is one row of it, written with single brackets.
  var isTable: Bool { self == .supplier }

  /// The head of its rows as a file has them.
  var heading: String { isTable ? "[\(rawValue)]" : "[[\(rawValue)]]" }

  /// Keys that together name a row; a row of the office with the same name overrides the default.
  var identity: [String] {
    switch self {
    case .deadline, .payer, .posting: ["id"]
    case .playbook: ["carc", "rarc", "groups", "families"]
    case .remark, .category, .status, .result, .writeOff, .modifier, .holdReason, .payerStatus,
      .suspenseReason, .settlementReason, .acceptanceReason, .delayReason, .placeOfService,
      .bankCode:
      ["code"]
    case .item: ["code", "from"]
    case .allowable: ["code", "modifier", "family", "state", "from"]
    case .jurisdiction: ["state"]
    case .clearinghouse, .bankTable: ["name"]
    case .orderColumn: ["heading"]
    case .supplier: []
    case .followUp, .remedies: ["family"]
    case .amountInControversy: ["family", "level", "from"]
    case .packet: ["title"]
    }
  }

  /// Keys of the identity that may be lists: one row is read for each element.
  var listed: [String] {
    switch self {
    case .playbook: ["carc", "rarc"]
    case .remark, .category, .status, .item, .allowable, .modifier, .holdReason, .bankCode:
      ["code"]
    case .jurisdiction: ["state"]
    default: []
    }
  }

  /// All keys that a row may have.
  var keys: [String] { Self.keys[self] ?? [] }

  private static let keys = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0, $0.ownKeys + ["disabled"]) })

  private var ownKeys: [String] {
    switch self {
    case .deadline:
      [
        "id", "kind", "family", "count", "clock", "payer", "state", "contractor", "unit",
        "presumed-receipt-days", "safe-margin-days", "suspension-days", "from", "through",
        "source", "confidence",
      ]
    case .playbook:
      [
        "carc", "meaning", "do", "rarc", "groups", "families", "family", "cause", "fix", "clock",
        "traits", "contractual", "write-off", "source", "confidence",
      ]
    case .remark: ["code", "meaning", "fix", "effect", "do"]
    case .remedies:
      [
        "family", "replacements", "reopenings", "judged-lines-again", "reopening-wait",
        "notice-modifiers", "source",
      ]
    case .amountInControversy: ["family", "level", "amount", "from", "through", "source"]
    case .payerStatus:
      ["code", "meaning", "next", "fix", "fix-if-accepted", "allows-sending-again"]
    case .category, .status: ["code", "meaning", "fix"]
    case .result: ["code", "title", "verb", "follow-up", "productive", "approval"]
    case .payer:
      ["id", "family", "identifiers", "name-words", "filing-indicators", "key", "state"]
    case .followUp: ["family", "first", "next", "crossover"]
    case .writeOff: ["code", "title", "limit", "use"]
    case .packet: ["title", "codes", "pieces"]
    case .item:
      [
        "code", "title", "category", "cap-months", "serial", "sided", "documents", "authorization",
        "policy-modifier", "one-of", "diagnoses", "base-codes", "max-units", "window-days",
        "narrative", "maintenance", "from", "through", "source", "confidence",
      ]
    case .allowable:
      [
        "code", "nu", "ue", "rr", "kj", "ms", "amount", "cents", "modifier", "family", "state",
        "from", "through", "source", "confidence",
      ]
    case .modifier: ["code", "meaning", "position", "excludes"]
    case .holdReason:
      ["code", "title", "type", "team", "document", "review-days", "needs-words"]
    case .suspenseReason, .settlementReason, .acceptanceReason, .delayReason, .placeOfService:
      ["code", "title"]
    case .posting:
      [
        "id", "family", "payer", "tolerance", "tolerance-percent", "interest-limit", "automatic",
        "post-only", "look-at", "fee-schedule-write-off", "crossover", "exceptions-to", "from",
        "through", "source",
      ]
    case .jurisdiction: ["state", "payer", "source", "confidence"]
    case .supplier:
      [
        "name", "npi", "tax-id", "taxonomy", "street", "street2", "city", "state", "zip", "contact",
        "phone", "submitter-id", "test", "accredited",
      ]
    case .clearinghouse: ["name", "receiver-id", "families"]
    case .orderColumn: ["heading", "column"]
    case .bankCode: ["code", "form", "items"]
    case .bankTable:
      [
        "name", "date", "amount", "payer", "reference", "form", "account", "memo", "usual-form",
      ] + DepositForm.allCases.map(\.rawValue)
    }
  }
}
