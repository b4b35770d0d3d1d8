import Billing

/// One value of a row, in the few forms that rules need.
enum RuleValue: Equatable {
  case text(String)
  case number(Int)
  case flag(Bool)
  case list([String])
  case numbers([Int])
  /// A form that no rule uses.
  case other
}

/// One row of a rules file, before it is read as a value of the trade.
struct RuleRow: Equatable {
  let section: RuleSection
  var values: [String: RuleValue]
  /// Lines of the row and of its keys in the file, for messages.
  var line: Int?
  var keyLines: [String: Int]

  /// What names the row among those of its section: `cigna-initial`, `16/M124@medicare-dme`.
  var name: String {
    var name = ""
    for key in section.identity {
      let text: String
      switch values[key] {
      case .text(let single): text = single
      case .number(let number): text = "\(number)"
      case .list(let list): text = list.sorted().joined(separator: "+")
      default: continue
      }
      if !name.isEmpty { name += Self.separators[key] ?? " " }
      name += text
    }
    return name
  }

  private static let separators = [
    "rarc": "/", "modifier": "/", "family": "@", "families": "@", "level": "/",
  ]

  /// This row with the keys of another laid over it.
  func overridden(by other: RuleRow) -> RuleRow {
    var row = self
    row.values.merge(other.values) { $1 }
    row.line = other.line
    row.keyLines = other.keyLines
    return row
  }

  func error(_ key: String, _ message: String, _ advice: String) -> RulesError {
    RulesError(
      line: keyLines[key] ?? line,
      row: name.isEmpty ? section.rawValue : section.rawValue + " " + name, key: key,
      message: message,
      advice: advice)
  }
}

/// Reading the values of a row, with what to do where they do not fit.
extension RuleRow {
  func text(_ key: String, default standard: String? = nil) throws(RulesError) -> String {
    switch values[key] {
    case .text(let text): return text
    case nil:
      if let standard { return standard }
      throw error(key, "is missing", "add \(key) = \"...\"")
    default: throw error(key, "must be text", "write it in quotes")
    }
  }

  func optionalText(_ key: String) throws(RulesError) -> String? {
    values[key] == nil ? nil : try text(key)
  }

  func number(
    _ key: String, in range: ClosedRange<Int>, default standard: Int? = nil
  ) throws(RulesError) -> Int {
    switch values[key] {
    case .number(let number):
      guard range.contains(number) else {
        throw error(
          key, "\(number) is out of range", "use \(range.lowerBound) to \(range.upperBound)")
      }
      return number
    case nil:
      if let standard { return standard }
      throw error(key, "is missing", "add \(key) = a whole number")
    default: throw error(key, "must be a whole number", "write it without quotes")
    }
  }

  func flag(_ key: String, default standard: Bool) throws(RulesError) -> Bool {
    switch values[key] {
    case .flag(let flag): return flag
    case nil: return standard
    default: throw error(key, "must be true or false", "write it without quotes")
    }
  }

  func list(_ key: String, default standard: [String]? = nil) throws(RulesError) -> [String] {
    switch values[key] {
    case .list(let list): return list
    case .text(let text): return [text]
    case nil:
      if let standard { return standard }
      throw error(key, "is missing", "add \(key) = [\"...\"]")
    default: throw error(key, "must be a list of texts", "write \(key) = [\"...\", \"...\"]")
    }
  }

  /// Texts each of which must be one of the names of an enumeration.
  func choices<Choice: RawRepresentable>(
    _ key: String, of choices: [Choice]
  ) throws(RulesError) -> [Choice] where Choice.RawValue == String {
    if values[key] == nil { return [] }
    var found: [Choice] = []
    for name in try list(key) { found.append(try choice(named: name, key, of: choices)) }
    return found
  }

  func optionalNumber(_ key: String, in range: ClosedRange<Int>) throws(RulesError) -> Int? {
    values[key] == nil ? nil : try number(key, in: range)
  }

  /// Dollars in quotes, so that nobody takes them for cents.
  func amount(_ key: String) throws(RulesError) -> Cents {
    let typed = try text(key)
    guard let amount = Cents(typed: typed), amount >= .zero else {
      throw error(key, "\"\(typed)\" is no amount", "write it as \"25.00\"")
    }
    return amount
  }

  /// First and last day for which the row is in force.
  func period() throws(RulesError) -> Validity {
    let days = Validity(from: try optionalDay("from"), through: try optionalDay("through"))
    guard days.isInOrder else {
      throw error("through", "is before from", "swap the two days")
    }
    return days
  }

  /// A text that must be one of the names of an enumeration.
  func choice<Choice: RawRepresentable>(
    _ key: String, of choices: [Choice], default standard: Choice? = nil
  ) throws(RulesError) -> Choice where Choice.RawValue == String {
    if values[key] == nil, let standard { return standard }
    return try choice(named: try text(key), key, of: choices)
  }

  func choice<Choice: RawRepresentable>(
    named name: String, _ key: String, of choices: [Choice]
  ) throws(RulesError) -> Choice where Choice.RawValue == String {
    if let found = choices.first(where: { $0.rawValue == name }) { return found }
    let known = choices.map(\.rawValue).joined(separator: ", ")
    throw error(key, "\"\(name)\" is not known", "use one of: \(known)")
  }

  func optionalChoice<Choice: RawRepresentable>(
    _ key: String, of choices: [Choice]
  ) throws(RulesError) -> Choice? where Choice.RawValue == String {
    values[key] == nil ? nil : try choice(key, of: choices)
  }

  func optionalDay(_ key: String) throws(RulesError) -> Day? {
    guard let text = try optionalText(key) else { return nil }
    guard let day = Day(text) else {
      throw error(key, "\"\(text)\" is no date", "write it as \"2026-01-31\"")
    }
    return day
  }

  /// Two capital letters.
  func optionalState(_ key: String) throws(RulesError) -> String? {
    guard let text = try optionalText(key) else { return nil }
    let isState =
      text.utf8.count == 2
      && text.utf8.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
    guard isState else {
      throw error(key, "\"\(text)\" is no state", "use two capital letters")
    }
    return text
  }
}
