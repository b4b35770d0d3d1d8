package import Billing

/// Writes a filter so that ``FilterParser`` reads it back.
package enum FilterText {
  /// The filter as typed; empty for everything.
  package static func text(of filter: WorkFilter) -> String {
    switch filter {
    case .everything, .all([]): ""
    case .all(let parts):
      parts.filter { $0 != .everything }.map { part($0, inside: .all) }.joined(separator: " ")
    case .any(let parts):
      parts.map { part($0, inside: .any) }.joined(separator: " or ")
    default: part(filter, inside: .nothing)
    }
  }

  private enum Surrounding { case nothing, all, any, not }

  private static func part(_ filter: WorkFilter, inside: Surrounding) -> String {
    switch filter {
    case .everything: ""
    case .word(let text): word(text)
    case .mine: "@me"
    case .unclaimed: "@none"
    case .field(let field, let comparison, let values):
      field.rawValue + comparison.rawValue
        + values.map { value($0, of: field) }.joined(separator: ",")
    case .not(let inner): negated(inner)
    case .all(let parts) where parts.count == 1: part(parts[0], inside: inside)
    case .any(let parts) where parts.count == 1: part(parts[0], inside: inside)
    case .all:
      inside == .nothing ? text(of: filter) : "(" + text(of: filter) + ")"
    case .any: inside == .nothing ? text(of: filter) : "(" + text(of: filter) + ")"
    }
  }

  private static func negated(_ inner: WorkFilter) -> String {
    if case .not = inner { return "not " + part(inner, inside: .not) }
    return "-" + part(inner, inside: .not)
  }

  /// A word as it stands in a filter: in quotes where it would mean something else without.
  package static func word(_ text: String) -> String {
    let meanings: Set<String> = ["or", "and", "not"]
    let isPlain =
      !text.isEmpty && !meanings.contains(text.lowercased())
      && !text.contains { " \t()\",:<>=\\".contains($0) } && !"-@#".contains(text.first ?? "-")
    guard !isPlain else { return text }
    var quoted = "\""
    for character in text {
      if character == "\"" || character == "\\" { quoted.append("\\") }
      quoted.append(character)
    }
    return quoted + "\""
  }

  private static func value(_ value: FilterValue, of field: FilterField) -> String {
    switch value {
    case .text(let text):
      // `owner:me` would mean the asker.
      field == .owner && ["me", "none"].contains(text) ? "\"\(text)\"" : word(text)
    case .cents(let cents): plainDollars(cents)
    case .number(let number):
      field == .tier
        ? FilterFieldReader.tierNames.first { $0.tier.rawValue == number }?.name ?? "\(number)"
        : "\(number)"
    case .day(let day): day.description
    }
  }

  /// `1234.56`, without signs that mean something in a filter.
  private static func plainDollars(_ cents: Cents) -> String {
    let magnitude = cents.rawValue.magnitude
    let (dollars, rest) = (magnitude / 100, magnitude % 100)
    let sign = cents.rawValue < 0 ? "-" : ""
    return rest == 0
      ? "\(sign)\(dollars)" : "\(sign)\(dollars).\(rest < 10 ? "0" : "")\(rest)"
  }
}
