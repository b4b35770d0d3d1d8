/// The check digit of a National Provider Identifier.
///
/// `Billing` has it too: this room imports nothing, and a test holds the two to each other.
enum NationalProviderIdentifier {
  /// Whether it is ten digits of which the last one checks the others.
  ///
  /// Luhn's sum over the digits with 80840 in front, whose part of the sum is 24 (45 CFR 162.406).
  static func isValid(_ text: String) -> Bool {
    let digits = text.utf8.map { Int($0) - 48 }
    guard digits.count == 10, digits.allSatisfy({ (0...9).contains($0) }) else { return false }
    var sum = 24
    for (position, digit) in digits.reversed().enumerated() {
      let weighted = position.isMultiple(of: 2) ? digit : digit * 2
      sum += weighted > 9 ? weighted - 9 : weighted
    }
    return sum.isMultiple(of: 10)
  }
}
