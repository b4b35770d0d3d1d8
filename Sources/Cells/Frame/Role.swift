/// What a piece of the screen means; a theme gives each role its colours.
///
/// Screens name roles only, never colours.
package enum Role: UInt8, CaseIterable, Sendable {
  case text, muted, title, border, selection, mark, cursor, link, key
  case good, notice, warning, danger
  case moneyNegative
  case age0to30, age31to60, age61to90, ageOver90
  case chart1, chart2, chart3, chart4, chart5, chart6
  case input, errorField
  case header, footer, accent

  /// The role's name in theme files and golden files.
  package var name: String {
    switch self {
    case .moneyNegative: "money-negative"
    case .age0to30: "age-0-30"
    case .age31to60: "age-31-60"
    case .age61to90: "age-61-90"
    case .ageOver90: "age-over-90"
    case .chart1: "chart-1"
    case .chart2: "chart-2"
    case .chart3: "chart-3"
    case .chart4: "chart-4"
    case .chart5: "chart-5"
    case .chart6: "chart-6"
    case .errorField: "error-field"
    default: String(describing: self)
    }
  }

  /// The role of that name, or nil.
  package init?(named name: String) {
    guard let role = Role.allCases.first(where: { $0.name == name }) else { return nil }
    self = role
  }
}
