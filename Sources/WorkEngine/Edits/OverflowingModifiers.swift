import Billing

/// Modifiers for which a line has no room: 99 in the fourth place, and those from there on in the
/// narrative (domain reference 6.2).
enum OverflowingModifiers {
  /// Says that there are more modifiers than the line takes.
  static let more = "99"
  /// SV101-3 to SV101-6 of 005010X222A1 loop 2400.
  static let most = 4

  /// Four modifiers at most, and the narrative with the rest, in front of what it says.
  static func placed(
    _ modifiers: [String], narrative: String
  ) -> (modifiers: [String], narrative: String) {
    guard modifiers.count > most else { return (modifiers, narrative) }
    let given = modifiers.filter { $0 != more }
    let rest = mark + given.dropFirst(most - 1).joined(separator: " ")
    return (
      given.prefix(most - 1) + [more], narrative.isEmpty ? rest : rest + end + " " + narrative
    )
  }

  /// All modifiers of a charge, with those that stand in its narrative.
  static func all(of charge: Charge) -> [String] {
    let modifiers = charge.procedure.modifiers
    guard modifiers.contains(more), let start = charge.narrative.firstRange(of: mark) else {
      return modifiers
    }
    var all = modifiers.filter { $0 != more }
    for word in charge.narrative[start.upperBound...].split(separator: " ") {
      let modifier = word.hasSuffix(end) ? word.dropLast() : word
      guard modifier.utf8.count == 2 else { break }
      all.append(String(modifier))
      if word.hasSuffix(end) { break }
    }
    return all
  }

  /// What its narrative says of them, empty where all have room.
  static func words(of charge: Charge) -> String {
    let rest = all(of: charge).dropFirst(charge.procedure.modifiers.filter { $0 != more }.count)
    return rest.isEmpty ? "" : mark + rest.joined(separator: " ")
  }

  private static let mark = "MODIFIERS "
  private static let end = ";"
}
