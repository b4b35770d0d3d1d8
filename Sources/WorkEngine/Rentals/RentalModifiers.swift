package import Billing

/// The modifiers of a rental month, and the order in which they stand on the line.
///
/// Domain reference 7.2 and 7.4: `RR` first, then the month (`KH`, `KI`, `KJ`), other pricing
/// modifiers, policy (`KX`, `N1`, ...), and last what only informs.
package enum RentalModifiers {
  /// First month, months 2 and 3, and those from 4 to the cap.
  package static let months = ["KH", "KI", "KJ"]

  /// `KH`, `KI` or `KJ` for a month counted from 1; nil for the categories that have no cap of
  /// their own kind (oxygen, frequent servicing, inexpensive items).
  package static func ofMonth(_ month: Int, category: PaymentCategory) -> String? {
    guard category == .cappedRental || category == .parenteralEnteral else { return nil }
    switch month {
    case ...0: return nil
    case 1: return "KH"
    case 2, 3: return "KI"
    default: return "KJ"
    }
  }

  /// All modifiers of a rental month: what was given, with `RR` and this month's own, in place.
  ///
  /// A month's modifier that was given and belongs to another month is taken out.
  package static func of(
    month: Int, category: PaymentCategory, given: [String], rules: RuleBook
  ) -> [String] {
    var all = given.filter { !months.contains($0) && $0 != "NU" && $0 != "UE" }
    if !all.contains("RR") { all.append("RR") }
    if let own = ofMonth(month, category: category) { all.append(own) }
    return placed(all, rules: rules)
  }

  /// Modifiers in the order in which a payer reads them, each of them once.
  ///
  /// What the rules do not know keeps its place after the policy modifiers.
  package static func placed(_ modifiers: [String], rules: RuleBook) -> [String] {
    var seen: Set<String> = []
    let once = modifiers.filter { seen.insert($0).inserted }
    return once.enumerated()
      .sorted { left, right in
        let ranks = (rank(left.element, rules), rank(right.element, rules))
        return ranks.0 == ranks.1 ? left.offset < right.offset : ranks.0 < ranks.1
      }
      .map(\.element)
  }

  private static let kindsOfPrice: Set<String> = ["NU", "UE", "RR", "MS", "LL"]
  private static let policies: Set<String> = ["KX", "GA", "GY", "GZ", "N1", "N2", "N3"]

  private static func rank(_ modifier: String, _ rules: RuleBook) -> Int {
    if kindsOfPrice.contains(modifier) { return 0 }
    if months.contains(modifier) { return 1 }
    switch rules.modifiers[modifier]?.position {
    case .pricing: return 2
    case .policy: return 3
    case .informational: return 4
    case nil: return policies.contains(modifier) ? 3 : 4
    }
  }
}

extension RentalModifiers {
  /// Whether a line is a month of rent.
  static func isRented(_ modifiers: [String]) -> Bool { modifiers.contains("RR") }
}
