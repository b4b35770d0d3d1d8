import Billing

/// Reads one `field:value` of a filter.
struct FilterFieldReader {
  let name: String
  let sign: String
  let values: [FilterToken.Value]
  let offset: Int
  let today: Day
  let user: String

  func read() throws(FilterError) -> WorkFilter {
    guard let field = FilterField(spelled: name) else { throw unknownField() }
    guard let comparison = FilterComparison(rawValue: sign) else {
      throw FilterError(offset: offset + name.count, message: "Use :, <, <=, > or >=.")
    }
    if comparison != .has, !field.isOrdered {
      throw FilterError(
        offset: offset + name.count, length: sign.count,
        message: "\(field.rawValue) holds words: write \(field.rawValue):VALUE.")
    }
    // A compared amount may have its thousands grouped: `balance<1,234.50`.
    var values = values
    if comparison != .has, field.kind == .cents, let first = values.first {
      let text = values.map(\.text).joined(separator: ",")
      values = [FilterToken.Value(text: text, isQuoted: false, offset: first.offset)]
    }
    if comparison != .has, values.count > 1 {
      throw FilterError(
        offset: values[1].offset, length: max(1, values[1].text.count),
        message: "Only one value can be compared; several stand after a colon.")
    }
    var read: [FilterValue] = []
    for value in values { read.append(try self.value(value, of: field)) }
    if field == .owner, comparison == .has, read.count == 1, !values[0].isQuoted {
      if read[0] == .text("me") { return .mine }
      if read[0] == .text("none") { return .unclaimed }
    }
    return .field(field, comparison, read)
  }

  private func unknownField() -> FilterError {
    let fields = FilterField.allCases.map(\.rawValue)
    let message: String
    if let near = nearest(to: name.lowercased(), in: fields) {
      message = "There is no field \"\(name)\". Did you mean \(near)?"
    } else {
      message =
        "There is no field \"\(name)\". Fields: \(fields.joined(separator: ", "))."
    }
    return FilterError(offset: offset, length: name.count, message: message)
  }

  private func value(
    _ value: FilterToken.Value, of field: FilterField
  ) throws(FilterError) -> FilterValue {
    let text = value.text
    guard !text.isEmpty else {
      throw FilterError(
        offset: value.offset, message: "\(field.rawValue) needs a value, as in \(field.example).")
    }
    let read: FilterValue? =
      switch field.kind {
      case .text: .text(text)
      case .days: Self.days(text).map { .number($0) }
      case .cents: Cents(typed: text).map { .cents($0) }
      case .day: TypedDay.parse(text, today: today).map { .day($0) }
      case .tier: Self.tier(text).map { .number($0.rawValue) }
      }
    guard let read else {
      throw FilterError(
        offset: value.offset, length: text.count,
        message: "\"\(text)\" is not \(field.kind.noun); write \(field.example).")
    }
    return read
  }

  /// `30` or `30d`.
  private static func days(_ text: String) -> Int? {
    let digits = text.hasSuffix("d") ? text.dropLast() : text[...]
    guard (1...6).contains(digits.count), digits.utf8.allSatisfy({ (48...57).contains($0) }) else {
      return nil
    }
    return Int(digits)
  }

  private static func tier(_ text: String) -> Tier? {
    if let number = Int(text) { return Tier(rawValue: number) }
    let name = text.lowercased()
    return tierNames.first { $0.name == name }?.tier
  }

  static let tierNames: [(name: String, tier: Tier)] = [
    ("pinned", .pinned), ("week", .week), ("two-weeks", .twoWeeks), ("month", .month),
    ("two-months", .twoMonths), ("later", .later), ("none", .noDeadline), ("expired", .expired),
  ]

  /// The candidate that differs in the fewest letters, at most two.
  private func nearest(to text: String, in candidates: [String]) -> String? {
    candidates.map { ($0, Self.distance(text, $0)) }
      .filter { $0.1 <= 2 && $0.1 < $0.0.count }
      .min { $0.1 < $1.1 }?.0
  }

  /// Letters to add, drop or change.
  private static func distance(_ left: String, _ right: String) -> Int {
    let (a, b) = (Array(left.prefix(30)), Array(right))
    var row = Array(0...b.count)
    for i in 0..<a.count {
      var previous = row[0]
      row[0] = i + 1
      for j in 0..<b.count {
        let cost = previous + (a[i] == b[j] ? 0 : 1)
        previous = row[j + 1]
        row[j + 1] = min(cost, row[j] + 1, row[j + 1] + 1)
      }
    }
    return row[b.count]
  }
}

extension FilterField {
  /// What kind of value a field has.
  enum Kind {
    case text, days, cents, day, tier

    var noun: String {
      switch self {
      case .text: "a text"
      case .days: "a number of days"
      case .cents: "an amount"
      case .day: "a date"
      case .tier: "a tier"
      }
    }
  }

  var kind: Kind {
    switch self {
    case .payer, .code, .patient, .claim, .status, .owner, .reason, .procedure, .team, .type,
      .prescriber:
      .text
    case .age: .days
    case .balance, .expected: .cents
    case .dos, .due, .touched, .followup: .day
    case .tier: .tier
    }
  }

  /// Whether its values can be greater or less.
  var isOrdered: Bool { kind != .text }

  var example: String {
    switch self {
    case .payer: "payer:medicare"
    case .code: "code:CO-16"
    case .patient: "patient:doe"
    case .claim: "claim:26463774"
    case .status: "status:waiting"
    case .owner: "owner:tlee"
    case .reason: "reason:untimely"
    case .procedure: "procedure:E1390"
    case .team: "team:documentation"
    case .type: "type:authorization"
    case .prescriber: "prescriber:madeup"
    case .age: "age>30"
    case .balance: "balance>=500"
    case .expected: "expected>=500"
    case .dos: "dos<2026-09-01"
    case .due: "due<+7d"
    case .touched: "touched<today"
    case .tier: "tier:week"
    case .followup: "followup<=today"
    }
  }

  /// The field of a name, or of another name that people use for it.
  init?(spelled name: String) {
    let name = name.lowercased()
    switch name {
    case "carc", "rarc", "codes": self = .code
    case "hcpcs", "proc", "cpt": self = .procedure
    case "name", "pt": self = .patient
    case "amount", "bal", "open": self = .balance
    case "service", "serviced": self = .dos
    case "deadline": self = .due
    case "follow-up", "follow", "returns": self = .followup
    case "assigned", "user": self = .owner
    case "kind": self = .type
    case "physician", "doctor", "orderer": self = .prescriber
    default: self.init(rawValue: name)
    }
  }
}
