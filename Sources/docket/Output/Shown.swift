// Dates, amounts and lists of codes as lines for people show them.

import Billing
import Cells

extension Cents {
  /// Dollars and cents: `$1,234.56`.
  var shown: SafeText { MoneyText.dollars(rawValue) }
}

extension Day {
  /// `2026-11-24`.
  var shown: SafeText { "\(foreign: description)" }
}

extension Day? {
  /// `2026-11-24`, empty for no day.
  var shown: SafeText { map { $0.shown } ?? "" }
}

extension SafeText {
  /// The parts that say anything, two blanks between them.
  static func joined(_ parts: [SafeText]) -> SafeText {
    var line = SafeText.empty
    for part in parts where !part.isEmpty {
      line += line.isEmpty ? part : "  " + part
    }
    return line
  }
}
